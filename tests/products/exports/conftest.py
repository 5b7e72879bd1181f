from worlds import shipped, world

__all__ = ["shipped", "world"]
