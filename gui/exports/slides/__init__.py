"""Slides (.pptx): native shapes that can be edited, connectors that hold on to them, real text."""

from gui.exports.slides.deck import render

__all__ = ["render"]
