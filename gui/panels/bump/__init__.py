"""The panel that bumps a node, and races bumping against backpropagation."""

from gui.panels.bump.bump_panel import BumpPanel

__all__ = ["BumpPanel"]
