"""Text to graph: `J = (w*x+b-y)^2/2`, or several assignments, as nodes and edges."""

from engine.assignments.building import graph_from_text
from engine.assignments.reading import assigns, divided, free_names, parts

__all__ = ["assigns", "divided", "free_names", "graph_from_text", "parts"]
