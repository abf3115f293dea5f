"""Deleting what is selected, as one step."""

from gui.canvas.view import View
from gui.commands import delete, delete_healing

__all__ = ["delete_selection", "delete_selection_healing"]


def delete_selection(view: View) -> None:
    """Delete the selected nodes with their edges, and the selected edges."""
    chosen = view.selection
    if chosen:
        view.attempt(delete(view.document.graph, chosen.nodes, chosen.edges))


def delete_selection_healing(view: View) -> None:
    """Delete the selection so that the edges through it close again."""
    chosen = view.selection
    if chosen:
        view.attempt(delete_healing(view.document.graph, chosen.nodes, chosen.edges))
