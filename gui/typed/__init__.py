"""What is typed for a leaf: its value, its name, the number that is meant, the text of a field."""
