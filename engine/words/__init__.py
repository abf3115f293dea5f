"""What messages and texts share: numbers, names that are near, parts of sentences."""
