"""Views: a network as one page that opens from disk, without a network connection."""
