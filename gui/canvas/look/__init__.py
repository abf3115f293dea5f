"""From where a picture is seen, at first, as it is moved, and after an undo."""
