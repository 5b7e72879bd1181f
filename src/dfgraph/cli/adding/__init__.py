"""What the verb `add` needs: options and questions made of the shapes, and the report of what was added."""
