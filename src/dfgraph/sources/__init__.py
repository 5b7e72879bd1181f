"""What people write: the schema says what may be said, the facts are what is said."""
