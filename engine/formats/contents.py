"""All that a graph's file says, copied: the graph may change while it is written."""

from collections.abc import Collection, Generator, Mapping
from typing import Any, NamedTuple

import numpy as np

from engine.graph import Graph
from engine.graph.dicts import attributes_of, predecessors_of
from engine.value import Array

__all__ = ["Contents", "complete", "copied", "copied_again", "copied_in_slices"]


class Contents(NamedTuple):
    """All that a graph's file says, apart from the graph, which may change meanwhile."""

    own: dict[str, Any]
    nodes: list[tuple[str, dict[str, Any]]]
    edges: list[tuple[str, str, int, dict[str, Any]]]
    numbers: tuple[tuple[str, ...], Array] | None = None
    """What leaves hold in place of what `nodes` says, where `complete` has not said so there."""
    newer: Mapping[str, dict[str, Any]] = {}
    """What is to be said of some nodes in place of what `nodes` says, before these numbers."""


def copied(graph: Graph) -> Contents:
    """Return what the file of `graph` will say; to write it out takes ten times as long."""
    steps = copied_in_slices(graph, len(graph))
    while True:
        try:
            next(steps)
        except StopIteration as done:
            whole: Contents = done.value
            return whole


def copied_in_slices(graph: Graph, size: int = 500) -> Generator[None, None, Contents]:
    """Return what the file of `graph` will say, copied by so many nodes between two `yield`s.

    Nodes and edges must not come, go or be renamed meanwhile. Other edits made then may be missing
    from what is returned: `copied_again` makes them good.
    """
    names, nodes, edges = graph.nodes(), [], []
    for first in range(0, len(names), max(size, 1)):
        # asked for each time: the graph may have become an edited copy
        known, into = attributes_of(graph), predecessors_of(graph)
        some = names[first : first + size]
        nodes += [(name, known[name].copy()) for name in some]
        edges += [(s, t, k, into[t][s][k].copy()) for s, t, k in graph.edges(some)]
        yield
    return Contents(_own(graph), nodes, edges)


def copied_again(
    graph: Graph, contents: Contents, names: Collection[str], revalued: tuple[str, ...] = ()
) -> Contents:
    """Return `contents` with the nodes `names`, and what is the graph's own, as they are now.

    So are the numbers of the leaves `revalued`, which are many. Whoever writes the contents puts
    all that is newer in its place.
    """
    later = None
    if revalued:  # else the graph would look up none, and forget those that it looked up last
        numbers = graph.values_of(revalued)
        if isinstance(numbers, np.ndarray):
            later = revalued, numbers
        else:
            names = {*names, *revalued}
    known = attributes_of(graph)
    newer = {name: known[name].copy() for name in names if name in known}
    return Contents(_own(graph), contents.nodes, contents.edges, later, newer)


def complete(contents: Contents) -> Contents:
    """Return the same contents with all that is newer, and all numbers, in their places."""
    own, nodes, edges, numbers, newer = contents
    if newer:
        nodes = [(name, newer.get(name, kept)) for name, kept in nodes]
    if numbers is not None:
        now = dict(zip(numbers[0], numbers[1].tolist(), strict=True))
        nodes = [
            (name, kept | {"value": now[name]} if name in now else kept) for name, kept in nodes
        ]
    return Contents(own, nodes, edges)


def _own(graph: Graph) -> dict[str, Any]:
    own = dict(graph.network.graph)
    if graph.groups:
        own["groups"] = [group.plain() for group in graph.groups]
    if graph.own_ops:
        own["ops"] = [op.plain() for op in graph.own_ops]
    return own
