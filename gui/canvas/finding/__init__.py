"""Finding nodes on the canvas."""
