"""What a guide is: its model, its fields, what must hold, and slices of it."""
