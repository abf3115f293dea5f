"""Editing in place: a leaf's value, a formula or a name is typed over its card."""

from collections.abc import Callable
from functools import partial
from math import ceil

import engine
from engine import ops
from engine.assignments import divided
from gui.canvas.drawn.overlay import RING_REACH
from gui.canvas.entry import Entry
from gui.canvas.view import View
from gui.commands import RenameNode, Several, typed_formula
from gui.document import Command
from gui.language import tr
from gui.picture.array_room import making_room, setting
from gui.picture.name_text import name_text
from gui.typed.name import name_of
from gui.typed.value import value_of
from gui.typed.value_text import text_of

__all__ = ["InPlace", "is_typed"]


def is_typed(graph: engine.Graph, name: str) -> bool:
    """Tell whether a node is what was typed: a leaf's value, a formula."""
    return graph.op_of(name) in (*ops.LEAVES, "formula")


class InPlace:
    """Lets the nodes of a view be edited over their cards."""

    def __init__(self, view: View, entry: Entry) -> None:
        self._view, self._entry = view, entry

    def edit_value(self, name: str) -> None:
        """Edit a leaf's value or a formula; `b = 8` and `J = d^2/2` name it, too."""
        graph = self._view.document.graph
        if graph.is_leaf(name):
            text = text_of(graph.value(name))
            self._open(tr("Value of {name}"), name, text, partial(self._take_value, name))
        elif is_typed(graph, name):
            text = f"{name} = {graph.attributes(name)['formula']}"
            self._open(tr("Formula of {name}"), name, text, partial(self._take_formula, name))

    def rename(self, name: str) -> None:
        """Edit a node's name."""
        self._open(tr("Name of {name}"), name, name, partial(self._take_name, name))

    def _take_value(self, name: str, typed: str) -> None:
        new, _, text = typed.rpartition("=")
        view = self._view
        graph, value = view.document.graph, value_of(text)
        command = setting(graph, view.evaluation, {name: value})
        self._do_named(command, name, name_of(new, graph, name, value))

    def _take_formula(self, name: str, typed: str) -> None:
        new, text = divided(typed, last=True)
        graph = self._view.document.graph
        formula = typed_formula(graph, name, text.strip(), self._view.own_ops)
        self._do_named(self._grown(formula), name, name_of(new or "", graph, name))

    def _take_name(self, name: str, typed: str) -> None:
        new = name_of(typed, self._view.document.graph, name)
        self._view.document.do(self._grown(RenameNode(name, new)))
        if new != name:
            self._view.select({new})

    def _do_named(self, command: Command, name: str, new: str) -> None:
        """Do an edit of a node that is called `new` from then on, where that is a name."""
        renamed = bool(new) and new != name
        if renamed:
            command = self._grown(Several(command.text, [command, RenameNode(name, new)]))
        self._view.document.do(command)
        self._view.evaluation.flush()
        if renamed:
            self._view.select({new})

    def _grown(self, command: Command) -> Command:
        """Return a command that makes cards wider, with room for them."""
        return making_room(self._view.document.graph, self._view.evaluation, command, grows=True)

    def _open(self, called: str, name: str, text: str, take: Callable[[str], None]) -> None:
        self._entry.close_editor()
        self._view.evaluation.flush()  # what was done before moves nothing beneath the field
        self._view.reveal(name)
        box = self._view.view_rect(self._view.picture.index[name])
        graph = self._view.document.graph
        pill = graph.is_leaf(name)
        if pill:  # covered with its ring, the field is the pill; on a card it is a part of it
            ring = ceil(RING_REACH * self._view.viewpoint.scale)
            box = box.adjusted(-ring, -ring, ring, ring)
        called = called.format(name=name_text(graph, name))
        self._entry.edit(box, called, text, take, pill=pill)
