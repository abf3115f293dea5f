"""The editor's window and its start."""

from gui.window.launch import start

__all__ = ["start"]
