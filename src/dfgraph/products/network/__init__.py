"""Networks: things and the relations between them, ready to be measured or drawn."""
