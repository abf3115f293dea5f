"""What the canvas does to the document besides drags: placing, deleting, editing in place."""

from collections.abc import Callable, Iterator
from itertools import islice, product

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

import engine
from engine import ops
from gui.canvas.entry import Entry
from gui.canvas.grid import on_grid
from gui.canvas.insertion import insert
from gui.canvas.naming import first_node, own_node
from gui.canvas.showing import Showing
from gui.commands import (
    AddNodes,
    NewNode,
    RenameNode,
    SetFormula,
    SetValue,
    Several,
    knowing,
)
from gui.document import Command, Document
from gui.evaluation import Evaluation
from gui.own_ops import own_key, without_calls
from gui.typed_value import text_of, value_of

__all__ = ["Edits"]

_ASIDE, _BELOW = 140.0, 110.0  # units within which a card stands in the way of a new one
_MOST_TRIES = 200


class Edits(Showing):
    """A view whose document can be edited; gestures, actions and keys share these edits."""

    own_ops: tuple[engine.OwnOp, ...] = ()
    """The own ops that can be placed: the user's, and those of the graph."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.entry = Entry(self)

    def place(self, op: str, point: QPointF | None = None, into: engine.Edge | None = None) -> str:
        """Add a node of `op` at a point of the picture or in the middle, and return its name.

        With `into` it is inserted into that edge.
        """
        graph = self.document.graph
        made = self.new_node(op)
        name = made.name
        at = self.free_place() if point is None else point
        placed = made.having(position=(on_grid(at.x()), on_grid(at.y())))
        (node,), steps = knowing(graph, [placed], self.own_ops)
        command = insert(self.picture, node, into, new=True) if into else AddNodes([node])
        if steps:
            command = Several(command.text, [*steps, command])
        if not self.attempt(command):
            return ""
        self.select({name})
        self.setFocus()
        if graph.is_leaf(name):
            self.edit_value(name)
        return name

    def new_node(self, op: str) -> NewNode:
        """Return a node of an op, a leaf or an own op, under a name that is free."""
        own = next((one for one in self.own_ops if own_key(one.name) == op), None)
        graph = self.document.graph
        return first_node(graph, op) if own is None else own_node(graph, own)

    def is_typed(self, name: str) -> bool:
        """Tell whether a node is what was typed: a leaf's value, a formula."""
        return self.document.graph.op_of(name) in (*ops.LEAVES, "formula")

    def edit_value(self, name: str) -> None:
        """Edit a leaf's value or a formula in place; `b = 8` and `J = d^2/2` name it, too."""
        graph = self.document.graph
        if graph.is_leaf(name):
            text = text_of(graph.value(name))
            self._open_editor(name, text, lambda typed: self._take_value(name, typed))
        elif self.is_typed(name):
            text = f"{name} = {graph.attributes(name)['formula']}"
            self._open_editor(name, text, lambda typed: self._take_formula(name, typed))

    def rename(self, name: str) -> None:
        """Edit a node's name in place."""
        self._open_editor(name, name, lambda typed: self._take_name(name, typed))

    def _take_value(self, name: str, typed: str) -> None:
        new, _, text = typed.rpartition("=")
        self._do_named(SetValue(name, value_of(text)), name, new.strip())

    def _take_formula(self, name: str, typed: str) -> None:
        new, _, text = typed.rpartition("=")
        text = text.strip()
        formula = SetFormula(name, without_calls(text, self.own_ops))
        self._do_named(formula, name, new.strip())

    def _do_named(self, command: Command, name: str, new: str) -> None:
        """Do an edit of a node that is called `new` from then on, where that is a name."""
        if new and new != name:
            self.document.do(Several(command.text, [command, RenameNode(name, new)]))
            self.select({new})
        else:
            self.document.do(command)

    def _take_name(self, name: str, typed: str) -> None:
        new = typed.strip()
        self.document.do(RenameNode(name, new))
        if new != name:
            self.select({new})

    def _open_editor(self, name: str, text: str, take: Callable[[str], None]) -> None:
        self.entry.close_editor()
        self.reveal(name)
        self.entry.edit(self.view_rect(self.picture.index[name]), text, take)

    def free_place(self) -> QPointF:
        """Return a place near the middle of the view where no card stands, in view while it can."""
        at = QPointF()
        for at in self._free_candidates():
            near = abs(self.picture.centres - (at.x(), at.y())) < (_ASIDE, _BELOW)
            if not near.all(axis=1).any():
                break
        return at

    def _free_candidates(self) -> Iterator[QPointF]:
        """Yield the places of the view from its middle down, up, and aside; then those below it.

        No more of either than can be tried at once: seen from afar, a view has 10,000s of places.
        """
        view = QRectF(self.viewport().rect())
        middle = self.viewpoint.to_picture(view.center())
        room = (self.viewpoint.to_picture(view.bottomRight()) - middle) - QPointF(
            _ASIDE, _BELOW
        ) / 2
        across, down = (max(int(room.x() / _ASIDE), 0), max(int(room.y() / _BELOW), 0))
        rows = [*range(down + 1), *range(-1, -down - 1, -1)]
        columns = sorted(range(-across, across + 1), key=lambda k: (abs(k), -k))
        for column, row in islice(product(columns, rows), _MOST_TRIES):
            yield middle + QPointF(column * _ASIDE, row * _BELOW)
        for row in range(down + 1, down + 1 + _MOST_TRIES):
            yield middle + QPointF(0.0, row * _BELOW)
