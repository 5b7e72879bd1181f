"""What the machine holds: the store, the build that fills it, and the questions put to it."""
