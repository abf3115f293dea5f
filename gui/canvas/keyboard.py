"""The graph without a mouse: cards moved, edges made by name, the selection led along the edges."""

import math
import time
from collections.abc import Iterable
from enum import Enum

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

import engine
from engine.graph.attributes import Position
from gui.canvas.entry import Entry
from gui.canvas.offers.edge_offer import EdgeOffer, edge_offers
from gui.canvas.places.room import joining
from gui.canvas.view import View
from gui.canvas.walk import Walk
from gui.commands import MoveFound
from gui.language import tr
from gui.picture.grid import GRID
from gui.picture.name_text import card_text
from gui.picture.shown import placed, places_of

__all__ = ["Keyboard", "Way"]


_BELOW = 8  # pixels from a card to the prompt
_BURST = 1.0  # seconds within which arrow keys make one step, and a key is taken to be held
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class Way(Enum):
    """Where the selection is led: along an edge, or to another input of the same node."""

    ONWARD = "onward"
    BACK = "back"
    UP = "up"
    DOWN = "down"


class Keyboard:
    """Lets a view be worked on without a pointer."""

    def __init__(self, view: View, entry: Entry, walk: Walk) -> None:
        self._view, self._entry, self._walk = view, entry, walk
        self._came = ("", "")  # the last edge that was followed, as left and entered
        self._burst: tuple[float, int] = (0.0, 0)
        self._stopped: tuple[float, str] = (-math.inf, "")  # when a way was last found to end

    def move(self, event: QKeyEvent) -> bool:
        """Move the selection by an arrow key: a grid step, with Shift a unit; a burst is a step."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None or not self._view.selection.nodes:
            return False
        step = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else GRID
        now = time.monotonic()
        last, number = self._burst
        self._burst = (now, number if now - last < _BURST else number + 1)
        chosen, by = frozenset(self._view.selection.nodes), np.array(way) * step

        def find(graph: engine.Graph) -> dict[str, Position]:
            names = graph.in_order(chosen)
            return placed(names, places_of(graph, names) + by)

        burst = ("arrows", self._burst[1])
        return self._view.attempt(MoveFound(find, tuple(chosen), burst=burst))

    def connect_by_name(self, name: str) -> None:
        """Ask which node `name` shall be joined with, and through which port; F8's comes first."""
        into = self._walk.port
        self._view.reveal(name)
        box = self._view.view_rect(self._view.picture.index[name])
        self._entry.ask(
            box.bottomLeft() + QPoint(0, _BELOW),
            tr("Connect {name} with").format(name=card_text(self._view.document.graph, name)),
            lambda typed: edge_offers(self._view.document.graph, name, typed, into),
            self._take_edge,
        )

    def follow(self, way: Way) -> None:
        """Select the next node along the edges, from the selected one, else the first node.

        Of an edge that is selected alone it is the node at that end. Where the way ends, that is
        said: nothing would come of the key.
        """
        view, picture = self._view, self._view.picture
        names = [name for name in picture.names if name in view.selection.nodes]
        edges = () if names else view.selection.edges
        if len(edges) == 1 and way in (Way.ONWARD, Way.BACK):
            ((source, target, _),) = edges
            names, found = [source, target], target
            if way is Way.BACK:
                names, found = [target, source], source
        elif not names:
            names, found = [""], picture.names[0] if picture.names else ""
        else:
            found = self._next(names[0], way)
        if found:
            self._came = (names[0], found)
            view.select(set(picture.shown.nodes_of(picture.index[found])))
            view.reveal(found)
        elif names[0]:
            self._stop(self._end(names[0], way))

    def _stop(self, sentence: str) -> None:
        """Say why the selection stays; once while the key is held, else each repeat would say it.

        Qt tells a repeat from a press to no action.
        """
        now, (last, said) = time.monotonic(), self._stopped
        self._stopped = (now, sentence)
        if sentence != said or now - last >= _BURST:
            self._view.say(sentence)

    def _end(self, name: str, way: Way) -> str:
        """Return why nothing lies `way` of a node."""
        graph = self._view.document.graph
        if way in (Way.ONWARD, Way.BACK):
            onward, back = tr("no edge leaves {name}"), tr("no edge leads into {name}")
            return (onward if way is Way.ONWARD else back).format(name=card_text(graph, name))
        if len(self._siblings(name)) > 1:
            first = tr("{name} is the first input of {node}")
            last = tr("{name} is the last input of {node}")
            fed = card_text(graph, self._fed_by(name)[0])
            said = first if way is Way.UP else last
            return said.format(name=card_text(graph, name), node=fed)
        above, below = tr("no card lies above {name}"), tr("no card lies below {name}")
        return (above if way is Way.UP else below).format(name=card_text(graph, name))

    def _take_edge(self, offer: EdgeOffer) -> None:
        self._view.document.do(joining(self._view, offer.edge))

    def _next(self, name: str, way: Way) -> str:
        """Return the node that lies `way` of another, empty where none does."""
        if way in (Way.ONWARD, Way.BACK):
            return self._along(name, way)
        family = self._siblings(name)
        place = family.index(name) + (1 if way is Way.DOWN else -1)
        if len(family) > 1:
            return family[place] if 0 <= place < len(family) else ""
        return self._nearest(name, way)

    def _along(self, name: str, way: Way) -> str:
        """Return the other end of an edge of `name`: of the one just followed, else the first."""
        others = self._fed_by(name) if way is Way.ONWARD else self._feeding(name)
        left, entered = self._came
        if entered == name and left in others:
            return left
        return others[0] if others else ""

    def _siblings(self, name: str) -> list[str]:
        """Return what feeds the first card that `name` feeds; where there is none, `name` alone."""
        fed = self._fed_by(name)
        return self._feeding(fed[0]) if fed else [name]

    def _fed_by(self, name: str) -> list[str]:
        """Return the cards that the card of `name` feeds."""
        graph, shown = self._view.document.graph, self._view.picture.shown
        nodes = shown.nodes_of(shown.index[name])
        return self._others(name, (e.target for node in nodes for e in graph.consumers(node)))

    def _feeding(self, name: str) -> list[str]:
        """Return the cards that feed the card of `name`, by port."""
        graph, shown = self._view.document.graph, self._view.picture.shown
        nodes = shown.nodes_of(shown.index[name])
        return self._others(name, (source for node in nodes for source in graph.inputs(node)))

    def _others(self, name: str, nodes: Iterable[str | None]) -> list[str]:
        """Return the cards of `nodes` by their names, once each, without that of `name`."""
        shown = self._view.picture.shown
        rows = dict.fromkeys(shown.index[node] for node in nodes if node is not None)
        rows.pop(shown.index[name], None)
        return [shown.names[row] for row in rows]

    def _nearest(self, name: str, way: Way) -> str:
        """Return the nearest card above or below that of `name`."""
        picture, row = self._view.picture, self._view.picture.index[name]
        x, y = picture.centres[row]
        best, nearest = "", math.inf
        for other, (cx, cy) in zip(picture.names, picture.centres, strict=True):
            down = float(cy - y) * (1.0 if way is Way.DOWN else -1.0)
            distance = down + 2.0 * abs(float(cx - x))
            if down > 0.0 and distance < nearest:
                best, nearest = other, distance
        return best
