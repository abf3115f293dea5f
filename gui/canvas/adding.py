"""Adding nodes by typing: quick-add is opened by keys, a double click or a dropped edge."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

import engine
from engine import ops
from gui.canvas import overlay
from gui.canvas.grid import point_on_grid
from gui.canvas.grouping import Grouping
from gui.canvas.offer import Join, Offer
from gui.canvas.prompt import WIDTH
from gui.canvas.quick_add import offers
from gui.commands import AddNodes, Several, knowing
from gui.document import Command, Document
from gui.evaluation import Evaluation
from gui.picture.layout import lay_out
from gui.picture.lettering import colour
from gui.picture.measure import LEAD, LINE, OUTPUT_ARROW

__all__ = ["COMMANDS", "Adding"]

_ASIDE, _BELOW = 140.0, 70.0  # units within which a card stands in the way of a new one
_ON = (80.0, 50.0)  # units within which a card would lie on another
_AFTER = 180.0  # units from a leaf to the op beside it
_MOST_TRIES = 100
_NUMBER = OUTPUT_ARROW + 14.0  # units to the right of an end for its arrow and number
_BESIDE = LEAD + 40.0  # units from a dropped edge's end to the middle of the card it gets
_LINE_MIDDLE = 22  # pixels below quick-add's top
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""Keys that make a command of a letter, where else it would be typed."""


class Adding(Grouping):
    """Edits with quick-add: what is typed is placed where the pointer is."""

    _open_end: tuple[Join, QPointF] | None = None

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.entry.prompt_closed.connect(self._forget_end)

    def open_quick_add(
        self, point: QPointF | None = None, join: Join | None = None, text: str = ""
    ) -> None:
        """Ask what to place at a point of the picture, by default at the pointer."""
        if point is None:
            at = self.pointed
            point = self.free_place() if at is None else self.viewpoint.to_picture(at)
        self.entry.ask(
            self.viewpoint.to_view(point).toPoint() - _hold(join),
            self.tr("Op, value or expression"),
            lambda typed: offers(self.document.graph, typed, join, self.own_ops),
            partial(self._take_offer, point, join or Join()),
            text,
        )
        self._open_end = (join, point) if join else None

    def add_by_key(self, event: QKeyEvent, join: Join | None = None) -> bool:
        """Open quick-add on Tab or any character, and tell whether it was opened."""
        if event.modifiers() & COMMANDS:
            return False
        typed = event.text()
        if event.key() == Qt.Key.Key_Tab:
            typed = ""
        elif not typed.isprintable() or not typed.strip():
            return False
        self.open_quick_add(join=join, text=typed)
        return True

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's own name
        """Leave Tab to `keyPressEvent`; Shift+Tab goes to the widget before."""
        return False if next else super().focusNextPrevChild(next)

    def paint_above(self, painter: QPainter) -> None:
        """Draw over the picture the edge that waits for what quick-add will place."""
        if self._open_end is None:
            return
        join, first = self._open_end
        last = first
        if join.source is not None:
            first = QPointF(*self.picture.leaving_point(join.source))
        elif join.into is not None:
            last = QPointF(*self.picture.entering_point(*join.into))
        painter.setPen(QPen(colour(self.theme.accent), LINE * 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(overlay.draft_path(first, last))

    def _take_offer(self, point: QPointF, join: Join, offer: Offer) -> None:
        """Place what was chosen, as one step; raises GraphError where it cannot be."""
        beside = _BESIDE * ((join.source is not None) - (join.into is not None))
        places = self._places(offer, point + QPointF(beside, 0.0))
        nodes = [node.having(position=places[node.name]) for node in offer.nodes]
        nodes, steps = knowing(self.document.graph, nodes, self.own_ops)
        added: Command = AddNodes(nodes, offer.edges)
        self.document.do(Several(added.text, [*steps, added]) if steps else added)
        self.entry.close_prompt()
        self.select({offer.main})
        self._show_all(set(places))
        if offer.asks:
            self.edit_value(offer.main)

    def _places(self, offer: Offer, at: QPointF) -> dict[str, tuple[float, float]]:
        """Return where the nodes of an offer stand: laid out around `at`, on no other card."""
        drafted = {offer.main: (0.0, 0.0)}
        if len(offer.nodes) > 1:
            drafted = lay_out(_draft(offer))
        new = {node.name: drafted[node.name] for node in offer.nodes}
        xs, ys = [x for x, _ in new.values()], [y for _, y in new.values()]
        way = at - QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        alone = len(new) == 1
        way = point_on_grid(way if alone else self._behind_inputs(offer, way, new))
        for _ in range(_MOST_TRIES):
            if not any(self._taken(x + way.x(), y + way.y(), alone) for x, y in new.values()):
                break
            # An op comes after what it may take, a leaf below the other leaves.
            aside = alone and offer.nodes[0].op not in ops.LEAVES
            way = way + (QPointF(_AFTER, 0.0) if aside else QPointF(0.0, _BELOW))
        return {name: (x + way.x(), y + way.y()) for name, (x, y) in new.items()}

    def _behind_inputs(
        self, offer: Offer, way: QPointF, new: Mapping[str, tuple[float, float]]
    ) -> QPointF:
        """Return the way that takes new cards to the right of those that feed them.

        Their edges would lead back over all of it; where they do not anyway, `way` stays.
        """
        index, centres = self.picture.index, self.picture.centres
        rows = sorted({index[edge.source] for edge in offer.edges if edge.source in index})
        left, ys = min(x for x, _ in new.values()), [y for _, y in new.values()]
        if not rows or centres[rows, 0].max() + _AFTER <= left + way.x():
            return way
        middle = (min(ys) + max(ys)) / 2
        x, y = centres[rows, 0].max() + _AFTER - left, centres[rows, 1].mean() - middle
        return QPointF(float(x), float(y))

    def _taken(self, x: float, y: float, alone: bool) -> bool:
        """Return whether a card stands near; one that comes alone only keeps from lying on it."""
        near = abs(self.picture.centres - (x, y)) < (_ON if alone else (_ASIDE, _BELOW))
        return bool(near.all(axis=1).any())

    def _show_all(self, names: set[str]) -> None:
        """Show the new nodes; the whole graph where they do not lie in view."""
        rows = [self.picture.index[name] for name in names]
        lead = round(_NUMBER * self.viewpoint.scale)  # an end's own number stands to its right
        ends = self.document.graph.network.out_degree
        boxes = [
            self.view_rect(row).adjusted(0, 0, 0 if ends(self.picture.names[row]) else lead, 0)
            for row in rows
        ]
        if not all(self.viewport().rect().contains(box) for box in boxes):
            self.evaluation.flush()  # which node is the output, and so where numbers stand
            self.fit()

    def _forget_end(self) -> None:
        self._open_end = None


def _hold(join: Join | None) -> QPoint:
    """Return where in quick-add the pointer is: at the end of the edge that was dropped."""
    if join is None:
        return QPoint(0, 0)
    return QPoint(WIDTH if join.into is not None else 0, _LINE_MIDDLE)


def _draft(offer: Offer) -> engine.Graph:
    """Return a graph of the offer alone; what it uses of the document stands in as inputs."""
    graph = engine.Graph()
    own = {node.name for node in offer.nodes}
    edges = [edge for edge in offer.edges if edge.target in own]
    for edge in edges:
        if edge.source not in own and edge.source not in graph:
            graph.input(edge.source)
    for node in offer.nodes:
        graph.add_node(node.name, node.op, **node.attributes)
    for edge in edges:
        graph.add_edge(*edge)
    return graph
