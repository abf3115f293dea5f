"""Adding nodes: by an op's name, or by typing into quick-add, which keys and dropped edges open."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial, reduce

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen

import engine
from gui.canvas.drawn import overlay
from gui.canvas.entry import Entry
from gui.canvas.in_place import InPlace
from gui.canvas.insertion import insert, middle
from gui.canvas.offers.naming import first_node, own_node
from gui.canvas.offers.offer import Join, Offer, node_offer
from gui.canvas.offers.quick_add import offers
from gui.canvas.places.placing import (
    free_place,
    leaves_wait,
    middle_of,
    place_dropped,
    place_to_add,
    places_of,
)
from gui.canvas.places.room import joining, with_room_for_sums
from gui.canvas.prompt import WIDTH
from gui.canvas.view import View
from gui.canvas.walk import LINE_MIDDLE, Walk
from gui.commands import AddNodes, NewNode, Several, knowing
from gui.document import Command
from gui.language import tr
from gui.own_ops import own_key
from gui.picture.array_room import making_room, setting
from gui.picture.grid import on_grid
from gui.picture.item import Item
from gui.picture.lettering import colour
from gui.picture.measure import LEAD, LINE, OUTPUT_ARROW
from gui.picture.name_text import ends_text, input_text, name_text
from gui.theme import Kind

__all__ = ["COMMANDS", "Adding"]

_NUMBER = OUTPUT_ARROW + 14.0  # units to the right of an end for its arrow and number
_BESIDE = LEAD + 40.0  # units from a dropped edge's end to the middle of the card it gets
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""Keys that make a command of a letter, where else it would be typed."""


class Adding(QObject):
    """Adds nodes to the document of a view, and shows them there."""

    def __init__(self, view: View, entry: Entry, in_place: InPlace, walk: Walk) -> None:
        super().__init__(view)
        self._view, self._entry, self._in_place, self._walk = view, entry, in_place, walk
        self._open_end: Join | None = None
        entry.prompt_closed.connect(self._forget_end)

    def place(self, op: str) -> str:
        """Add a node of `op` in the middle, and return its name."""
        return self._place(self._new_node(op), free_place(self._view))

    def drop(
        self,
        op: str,
        point: QPointF,
        into: engine.Edge | None = None,
        *,
        exact: bool = False,
        port: tuple[str, int] | None = None,
    ) -> str:
        """Add a node of `op` at a point of the picture, and return its name.

        With `into` it is inserted into that edge, with a `port` it feeds that and stands before it.
        Else it stands beside a card that it would lie on, unless it is to be `exact` there.
        """
        made, free = self._new_node(op), exact or into is not None
        if port is not None:
            return self._feed(made, port)
        at = point if free else place_dropped(made, self._view, point)
        return self._place(made, at, into)

    def _feed(self, made: NewNode, port: tuple[str, int]) -> str:
        """Add a node that feeds a port, and return its name."""
        asks = made.op in engine.ops.LEAVES
        item = Item(made.op, made.name, made.name, Kind.OP, None, "", "")  # of a list that is none
        at = QPointF(*self._view.picture.entering_point(*port)) - QPointF(_BESIDE, 0.0)
        offer = node_offer(made, item, Join(into=port), asks=asks)
        step, names = self._adding_all(offer, at, dropped=True)
        if not self._view.attempt(step):
            return ""
        self._choose({made.name})
        self._view.setFocus()
        self._show_added(offer, names)
        return made.name

    def _place(self, made: NewNode, at: QPointF, into: engine.Edge | None = None) -> str:
        """Add a node at a point of the picture or into an edge, and return its name."""
        view, graph = self._view, self._view.document.graph
        name = made.name
        command = self._adding(made, at, into)
        if not view.attempt(command):
            return ""
        self._choose({name})  # a lesson follows to that, by what was computed
        view.setFocus()
        if graph.is_leaf(name):
            self._in_place.edit_value(name)
        return name

    def ask(
        self,
        point: QPointF | None = None,
        join: Join | None = None,
        text: str = "",
        into: engine.Edge | None = None,
        lead: str = "",
    ) -> None:
        """Open quick-add: ask what to place at a point of the picture, by default at the pointer.

        With `join` it is joined to the open end of an edge; a single op goes `into` an edge. Where
        neither a point nor an end is given, it feeds the missing input at which the walk stands.
        `lead` is the letter of the key that opens it, which may have been meant to be typed.
        """
        view = self._view
        port = self._walk.port
        if point is None and join is None and port is not None:
            join = Join(into=port)
            point = self._walk.asks_at(*port)
        nowhere = point is None and view.meant is None
        point = place_to_add(view) if point is None else point
        beside_leaves = nowhere and leaves_wait(view.document.graph)
        begin = middle_of(view) if beside_leaves else point
        self._entry.ask(
            view.viewpoint.to_view(point).toPoint(),
            tr("Op, value or expression"),
            lambda typed: self._offers(typed, join, into),
            partial(self._take, point, begin, join or Join(), into),
            text,
            lead=lead,
            hold=_hold(join),
            goal=_goal(view.document.graph, join, into),
        )
        self._open_end = join

    def ask_into(self, edge: engine.Edge) -> None:
        """Open quick-add upon an edge: ask what goes into it."""
        self.ask(middle(self._view.picture, edge), into=edge)

    def _offers(self, typed: str, join: Join | None, into: engine.Edge | None) -> list[Offer]:
        """Return what is offered for a text; before any, nothing that cannot go `into` an edge."""
        found = offers(self._view.document.graph, typed, join, self._view.own_ops)
        return found if into is None or typed.strip() else list(filter(_is_op, found))

    def ask_by_key(self, event: QKeyEvent, join: Join | None = None) -> bool:
        """Open quick-add on Tab or any character, and tell whether it was opened."""
        if event.modifiers() & COMMANDS:
            return False
        typed = event.text()
        if event.key() == Qt.Key.Key_Tab:
            typed = ""
        elif not typed.isprintable() or not typed.strip():
            return False
        self.ask(join=join, text=typed)
        return True

    def hear(self, event: QKeyEvent) -> bool:
        """Open quick-add on Shift+A, before its menu entry does; tell whether it was that.

        The entry would not know that a key was pressed, and the key may have been meant to be
        typed, as in `A = [1, 2]`.
        """
        held = event.modifiers()
        if event.key() != Qt.Key.Key_A or held != Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self.ask(lead=event.text())
        return True

    def paint(self, painter: QPainter) -> None:
        """Draw over the picture the edge that waits for what quick-add will place."""
        join, first = self._open_end, self._entry.held
        if join is None or first is None:
            return
        picture, theme, last = self._view.picture, self._view.theme, first
        if join.source is not None:
            first = QPointF(*picture.leaving_point(join.source))
        elif join.into is not None:
            last = QPointF(*picture.entering_point(*join.into))
        painter.setPen(QPen(colour(theme.accent), LINE * 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(overlay.draft_path(first, last))

    def _new_node(self, op: str) -> NewNode:
        """Return a node of an op, a leaf or an own op, under a name that is free."""
        own = next((one for one in self._view.own_ops if own_key(one.name) == op), None)
        graph = self._view.document.graph
        return first_node(graph, op) if own is None else own_node(graph, own)

    def _adding(self, node: NewNode, at: QPointF, into: engine.Edge | None) -> Command:
        """Return the step that adds a node at a point of the grid, or inserts it into an edge."""
        view = self._view
        placed = node.having(position=(on_grid(at.x()), on_grid(at.y())))
        (node,), steps = knowing(view.document.graph, [placed], view.own_ops)
        if into is None:
            return _after(steps, AddNodes([node]))
        command = _after(steps, insert(view.picture, node, into, new=True))
        return making_room(view.document.graph, view.evaluation, command)

    def _take(
        self, point: QPointF, begin: QPointF, join: Join, into: engine.Edge | None, offer: Offer
    ) -> None:
        """Place what was chosen, as one step; raises GraphError where it cannot be.

        A single op goes `into` an edge, or finds its place from `begin` on.
        """
        is_op = _is_op(offer)
        if not offer.nodes and offer.edges:
            (edge,) = offer.edges
            self._do(joining(self._view, edge), {offer.main})
        elif not offer.nodes:
            graph, evaluation = self._view.document.graph, self._view.evaluation
            self._do(setting(graph, evaluation, offer.values), set(offer.values))
        elif is_op and into is not None and not offer.edges:
            self._do(self._adding(offer.nodes[0], point, into), {offer.main})
        else:
            beside = _BESIDE * ((join.source is not None) - (join.into is not None))
            at = (begin if is_op else point) + QPointF(beside, 0.0)
            step, names = self._adding_all(offer, at, dropped=join != Join())
            self._do(step, {offer.main})
            self._show_added(offer, names)

    def _do(self, command: Command, names: set[str]) -> None:
        """Do a step, and select what it was about."""
        self._view.document.do(command)
        self._entry.close_prompt()
        self._choose(names)

    def _choose(self, names: set[str]) -> None:
        """Select what a step was about: in view where it was, as wide as its numbers are."""
        self._view.evaluation.flush()
        self._view.select(names)

    def _adding_all(self, offer: Offer, at: QPointF, *, dropped: bool) -> tuple[Command, set[str]]:
        """Return the step that places the nodes of an offer around a point, and their names."""
        view = self._view
        places = places_of(offer, view, at, dropped=dropped)
        nodes = [node.having(position=places[node.name]) for node in offer.nodes]
        nodes, steps = knowing(view.document.graph, nodes, view.own_ops)
        added: Command = AddNodes(nodes, offer.edges)
        if offer.edges:
            added = with_room_for_sums(view.picture, added)
        made = making_room(view.document.graph, view.evaluation, _after(steps, added))
        return made, set(places)

    def _show_added(self, offer: Offer, names: set[str]) -> None:
        """Show all of an offer's new nodes, and ask for the value of one that has none yet."""
        self._show_all(names)
        if offer.asks:
            self._in_place.edit_value(offer.main)

    def _show_all(self, names: set[str]) -> None:
        """Bring the new nodes into view, from farther away where they are more than it holds."""
        view, picture = self._view, self._view.picture
        if view.sees_all():
            return
        rows = [picture.index[name] for name in names]
        lead = round(_NUMBER * view.viewpoint.scale)  # an end's own number stands to its right
        consumers = view.document.graph.consumers
        boxes = (
            view.view_rect(row).adjusted(0, 0, 0 if consumers(picture.names[row]) else lead, 0)
            for row in rows
        )
        every, before = reduce(QRect.united, boxes), replace(view.viewpoint)
        if not view.bring(every):
            view.show_box(view.viewpoint.transform().inverted()[0].mapRect(QRectF(every)))
        if view.viewpoint != before:
            view.moved_itself.emit(before)

    def _forget_end(self) -> None:
        self._open_end = None


def _after(steps: Sequence[Command], command: Command) -> Command:
    """Return what does a command after some steps, as one that is called as it is."""
    return Several(command.text, [*steps, command]) if steps else command


def _is_op(offer: Offer) -> bool:
    return len(offer.nodes) == 1 and offer.nodes[0].op not in engine.ops.LEAVES


def _goal(graph: engine.Graph, join: Join | None, into: engine.Edge | None) -> str:
    """Return what quick-add says of the port that is fed by what is typed, or of its edge."""
    if into is not None:
        return tr("goes into {edge}").format(edge=ends_text(graph, into))
    if join is None or join.into is None:
        return ""
    name, port = name_text(graph, join.into[0]), input_text(graph, *join.into)
    return tr("feeds {node}: {port}").format(node=name, port=port)


def _hold(join: Join | None) -> QPoint:
    """Return where in quick-add the pointer is: at the end of the edge that was dropped."""
    if join is None:
        return QPoint(0, 0)
    return QPoint(WIDTH if join.into is not None else 0, LINE_MIDDLE)
