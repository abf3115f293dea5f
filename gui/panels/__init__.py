"""What stands around the canvas: palette, status, welcome page, the panels of the right column."""
