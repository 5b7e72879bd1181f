"""Products: what readers get, made from the graph alone."""
