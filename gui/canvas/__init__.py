"""The canvas: the view on the picture, and what the hands do on it."""
