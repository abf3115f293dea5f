"""What stands around the canvas: palette, inspector, welcome page, status."""
