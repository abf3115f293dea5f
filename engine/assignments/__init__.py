"""Text to graph: `J = (w*x+b-y)^2/2`, or several assignments, as nodes and edges."""

from engine.assignments.building import graph_from_text
from engine.assignments.exponential import exponential_text, is_exponential_text, with_exp
from engine.assignments.reading import assigns, divided, free_names, parts

__all__ = [
    "assigns",
    "divided",
    "exponential_text",
    "free_names",
    "graph_from_text",
    "is_exponential_text",
    "parts",
    "with_exp",
]
