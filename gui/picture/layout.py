"""Laying a graph out with the room its numbers need."""

from collections.abc import Iterable, Mapping

import numpy as np

import engine
from gui.picture.arrange import arrange
from gui.picture.measure import NUMBER
from gui.picture.packing import READABLE, USUAL, Packing
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import placed, places_of
from gui.readings import Seen
from gui.run import read

__all__ = ["FIRST_VIEW", "lay_out", "lay_out_to_be_read", "moved_to", "place_all"]

FIRST_VIEW = 820.0, 720.0
"""The pixels of the canvas where the editor is opened for the first time: where there is no window,
what is laid out to be read is so for this one, and looks alike wherever it comes from."""

_READ, _AT_EASE = 8.0, 9.0  # pixels of a number that can be read, and of one that all can read
_BEYOND = 200.0  # units that cards and the output's arrow reach beyond their middles


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
        picture = Picture(graph, readings or read(graph), packing, ways=False)
        # where cards stand now says nothing of which will share a column
        leads, pitches = picture.own_leads(), picture.pitch_of()
    return arrange(graph, leads=leads, pitches=pitches, page=page, names=names, packing=packing)


def lay_out_to_be_read(
    graph: engine.Graph, readings: Seen, view: tuple[float, float] | None
) -> dict[str, tuple[float, float]]:
    """Return places as `lay_out`, in rows where one is so long that a `view` of it is unreadable.

    That has a width and a height in pixels; without one, and in a large graph, all is in one row.
    """
    places = lay_out(graph, readings)
    if view is None or not places or len(graph) > ROUTED:
        return places
    xs, ys = np.array(list(places.values())).T
    scale = min(view[0] / (np.ptp(xs) + _BEYOND), view[1] / (np.ptp(ys) + _BEYOND))
    if scale * NUMBER >= _READ:
        return places
    points = READABLE / _AT_EASE  # what is at ease to read on a screen counts as readable on a page
    return lay_out(graph, readings, page=(view[0] * points, view[1] * points))


def moved_to(
    graph: engine.Graph, places: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Return `places` moved so that their middle is that of the same nodes as they stand now."""
    if not places:
        return {}
    now = places_of(graph, places)
    new = np.array(list(places.values()))
    way = (now.min(axis=0) + now.max(axis=0) - new.min(axis=0) - new.max(axis=0)) / 2
    return placed(places, new + np.round(way))


def place_all(graph: engine.Graph, *, page: tuple[float, float] | None = None) -> None:
    """Give every node of `graph` its place."""
    graph.set_positions(lay_out(graph, page=page))
