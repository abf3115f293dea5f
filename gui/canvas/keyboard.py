"""The graph without a mouse: edges made by name, and the selection led along the edges."""

import math
from enum import Enum

from PySide6.QtCore import QPoint

import engine
from gui.canvas.clipping import Clipping
from gui.canvas.edge_offer import EdgeOffer, edge_offers
from gui.commands import Connect

__all__ = ["Keyboard", "Way"]


_BELOW = 8  # pixels from a card to the prompt


class Way(Enum):
    """Where the selection is led: along an edge, or to another input of the same node."""

    ONWARD = "onward"
    BACK = "back"
    UP = "up"
    DOWN = "down"


class Keyboard(Clipping):
    """Edits that need no pointer."""

    _came: tuple[str, str] = ("", "")  # the last edge that was followed, as left and entered

    def connect_by_name(self, name: str) -> None:
        """Ask which node `name` shall be joined with, and through which port."""
        self.reveal(name)
        box = self.view_rect(self.picture.index[name])
        self.entry.ask(
            box.bottomLeft() + QPoint(0, _BELOW),
            self.tr("Connect {name} with").format(name=name),
            lambda typed: edge_offers(self.document.graph, name, typed),
            self._take_edge,
        )

    def follow(self, way: Way) -> None:
        """Select the next node along the edges, from the selected one, else the first node."""
        names = [name for name in self.picture.names if name in self.selection.nodes]
        if not names:
            names, found = [""], self.picture.names[0] if self.picture.names else ""
        else:
            found = self._next(names[0], way)
        if found:
            self._came = (names[0], found)
            self.select(set(self.picture.shown.nodes_of(self.picture.index[found])))
            self.reveal(found)

    def _take_edge(self, offer: EdgeOffer) -> None:
        self.document.do(Connect(*offer.edge))

    def _next(self, name: str, way: Way) -> str:
        """Return the node that lies `way` of another, empty where none does."""
        if way in (Way.ONWARD, Way.BACK):
            return self._along(name, way)
        family = _siblings(self.document.graph, name)
        place = family.index(name) + (1 if way is Way.DOWN else -1)
        if len(family) > 1:
            return family[place] if 0 <= place < len(family) else ""
        return self._nearest(name, way)

    def _along(self, name: str, way: Way) -> str:
        """Return the other end of an edge of `name`: of the one just followed, else the first."""
        graph = self.document.graph
        if way is Way.ONWARD:
            others = [edge.target for edge in graph.consumers(name)]
        else:
            others = [source for source in graph.inputs(name) if source is not None]
        left, entered = self._came
        if entered == name and left in others:
            return left
        return others[0] if others else ""

    def _nearest(self, name: str, way: Way) -> str:
        """Return the nearest card above or below that of `name`."""
        picture, row = self.picture, self.picture.index[name]
        x, y = picture.centres[row]
        best, nearest = "", math.inf
        for other, (cx, cy) in zip(picture.names, picture.centres, strict=True):
            down = float(cy - y) * (1.0 if way is Way.DOWN else -1.0)
            distance = down + 2.0 * abs(float(cx - x))
            if down > 0.0 and distance < nearest:
                best, nearest = other, distance
        return best


def _siblings(graph: engine.Graph, name: str) -> list[str]:
    """Return what feeds the first node that `name` feeds, by port; without one, `name` alone."""
    for edge in graph.consumers(name):
        sources = [source for source in graph.inputs(edge.target) if source is not None]
        return list(dict.fromkeys(sources))
    return [name]
