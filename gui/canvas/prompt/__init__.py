"""A prompt on the canvas: a line to type into, and beneath it what the text offers."""

from gui.canvas.prompt.prompt import WIDTH, Prompt
from gui.canvas.prompt.rows import Row

__all__ = ["WIDTH", "Prompt", "Row"]
