"""Laying a graph out with the room its numbers need."""

from collections.abc import Iterable, Mapping

import numpy as np

import engine
from gui.picture.arrange import arrange
from gui.picture.packing import USUAL, Packing
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import place_of
from gui.readings import Seen
from gui.run import Readings, read

__all__ = ["lay_out", "moved_to", "place_all"]


def lay_out(
    graph: engine.Graph,
    readings: Seen | None = None,
    *,
    page: tuple[float, float] | None = None,
    names: Iterable[str] | None = None,
    packing: Packing = USUAL,
) -> dict[str, tuple[float, float]]:
    """Return a place (the card's centre) for every node or those of some cards, as `arrange`.

    There is room for what `readings` show of it.
    """
    leads = pitches = None  # in a large picture no numbers are measured, all room is the least
    if len(graph) <= ROUTED:
        picture = Picture(graph, readings or read(graph), packing)
        leads, pitches = picture.lead_of(), picture.pitch_of()
    return arrange(graph, leads=leads, pitches=pitches, page=page, names=names, packing=packing)


def moved_to(
    graph: engine.Graph, places: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Return `places` moved so that their middle is that of the same nodes as they stand now."""
    if not places:
        return {}
    now = np.array([place_of(graph, name) for name in places])
    new = np.array(list(places.values()))
    way = (now.min(axis=0) + now.max(axis=0) - new.min(axis=0) - new.max(axis=0)) / 2
    moved = new + np.round(way)
    return {name: (float(x), float(y)) for name, (x, y) in zip(places, moved, strict=True)}


def place_all(
    graph: engine.Graph,
    readings: Readings | None = None,
    *,
    page: tuple[float, float] | None = None,
) -> None:
    """Give every node of `graph`, which comes to `readings` where these are known, its place."""
    graph.set_positions(lay_out(graph, readings, page=page))
