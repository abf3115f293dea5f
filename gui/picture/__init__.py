"""What is drawn, as data: the canvas, the hit test and every export read the same picture."""
