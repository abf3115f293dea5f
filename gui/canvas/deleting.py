"""Deleting what is selected, as one step."""

from gui.canvas.places.room import with_room_for_sums
from gui.canvas.view import View
from gui.commands import delete, delete_healing
from gui.picture.array_room import making_room

__all__ = ["delete_selection", "delete_selection_healing"]


def delete_selection(view: View) -> None:
    """Delete the selected nodes with their edges, and the selected edges."""
    chosen = view.selection
    if chosen:
        view.attempt(delete(view.document.graph, chosen.nodes, chosen.edges))


def delete_selection_healing(view: View) -> None:
    """Delete the selection so that the edges through it close again, with their room."""
    chosen = view.selection
    if chosen:
        graph, evaluation = view.document.graph, view.evaluation
        command = delete_healing(graph, chosen.nodes, chosen.edges)
        made = with_room_for_sums(view.picture, command)
        view.attempt(making_room(graph, evaluation, made))
