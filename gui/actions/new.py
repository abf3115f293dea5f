"""Graphs that are begun anew: an empty one, a network, one of an expression, another window."""

import contextlib
from collections.abc import Callable

import engine
from gui.actions import loading
from gui.actions.action import Editor
from gui.dialogs.modal import ask
from gui.threads.work import Cancelled

__all__ = ["new", "new_expression", "new_network", "new_window"]


def new(editor: Editor) -> None:
    """Begin an empty graph."""
    place = loading.place_for_more(editor)
    loading.clear(place)
    place.canvas.zoom_to(1.0)  # after a large graph the first card would be a speck
    place.show_canvas()


def new_network(editor: Editor) -> None:
    """Ask for a network's layers and begin with it; it has no file yet."""
    from gui.dialogs.new_network import NewNetwork

    dialog = NewNetwork(editor.widget)
    ask(dialog)
    network = dialog.chosen
    if network is not None:
        _begin(editor, network.build, network.nodes)


def new_window(editor: Editor) -> None:
    """Open another window."""
    editor.another()


def new_expression(editor: Editor) -> None:
    """Ask for an expression and begin with its graph; it has no file yet."""
    from gui.dialogs.new_expression import NewExpression

    dialog = NewExpression(editor.canvas.theme, editor.widget, editor.canvas.own_ops)
    ask(dialog)
    graph = dialog.graph
    if graph is not None:
        _begin(editor, lambda: graph, len(graph))


def _begin(editor: Editor, build: Callable[[], engine.Graph], nodes: int) -> None:
    """Begin with the graph of so many nodes that `build` makes, unless it is given up."""
    with contextlib.suppress(Cancelled):
        loaded = loading.built(editor, build, nodes)
        loading.show(loading.place_for_more(editor), loaded, saved=False)
