from village_texts import marketplace
from worlds import shipped, world

__all__ = ["marketplace", "shipped", "world"]
