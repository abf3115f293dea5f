"""Laying a graph out with the room its numbers need."""

from collections.abc import Iterable

import engine
from gui.evaluation import Readings, read
from gui.picture.arrange import arrange
from gui.picture.picture import ROUTED, Picture

__all__ = ["lay_out", "place_all"]


def lay_out(
    graph: engine.Graph,
    readings: Readings | None = None,
    *,
    page: tuple[float, float] | None = None,
    names: Iterable[str] | None = None,
) -> dict[str, tuple[float, float]]:
    """Return a place (the card's centre) for every node; `page` and `names` as in `arrange`."""
    leads = None  # in a large picture no numbers are measured, every lead is the least
    if len(graph) <= ROUTED:
        leads = Picture(graph, readings or read(graph)).lead_of()
    return arrange(graph, leads=leads, page=page, names=names)


def place_all(graph: engine.Graph, *, page: tuple[float, float] | None = None) -> None:
    """Give every node of `graph` its place."""
    for name, place in lay_out(graph, page=page).items():
        graph.set_attribute(name, "position", place)
