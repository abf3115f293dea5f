"""The paths from one node to another: their edges, how many there are, and each by itself."""

from collections.abc import Iterable, Iterator, Sequence

from engine.graph.dicts import predecessors_of, successors_of
from engine.graph.edge import Edge
from engine.graph.structure import Structure
from engine.reach import reached

__all__ = ["count_paths", "dependents", "edges_between", "feeding", "paths"]


def dependents(graph: Structure, name: str) -> set[str]:
    """Return the nodes whose value depends on that of `name`, itself included."""
    return reached(successors_of(graph), name)


def feeding(graph: Structure, names: Iterable[str]) -> set[str]:
    """Return the nodes whose values those of `names` depend on, themselves included."""
    before = predecessors_of(graph)
    found = set(names)
    stack = list(found)
    while stack:
        fresh = before[stack.pop()].keys() - found
        found |= fresh
        stack += fresh
    return found


def edges_between(graph: Structure, start: str, end: str) -> list[Edge]:
    """Return the edges that lie on some path from `start` to `end`, in the order of their sources.

    A node has no path to itself.
    """
    down = dependents(graph, start)
    if end not in down:
        return []
    up = reached(predecessors_of(graph), end)
    both = down & up
    succ = successors_of(graph)
    return [
        Edge(name, target, port)
        for name in graph.nodes()
        if name in both
        for target, ports in succ[name].items()
        if target in both
        for port in ports
    ]


def count_paths(edges: Sequence[Edge], start: str, end: str) -> int:
    """Return how many paths the `edges` between two nodes make, two edges of one pair being two."""
    waiting: dict[str, int] = {}
    leaving: dict[str, list[str]] = {}
    for edge in edges:
        waiting[edge.target] = waiting.get(edge.target, 0) + 1
        leaving.setdefault(edge.source, []).append(edge.target)
    count = dict.fromkeys(waiting, 0)
    count[start] = 1
    ready = [start]
    while ready:
        name = ready.pop()
        for target in leaving.get(name, ()):
            count[target] += count[name]
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return count.get(end, 0) if end != start else 0


def paths(edges: Sequence[Edge], start: str, end: str) -> Iterator[tuple[Edge, ...]]:
    """Yield the paths that the `edges` between two nodes make, the first edges first."""
    leaving: dict[str, list[Edge]] = {}
    for edge in edges:
        leaving.setdefault(edge.source, []).append(edge)
    path: list[Edge] = []
    open_ends = [iter(leaving.get(start, ()))]
    while open_ends:
        found = next(open_ends[-1], None)
        if found is None:
            open_ends.pop()
            if path:
                path.pop()
            continue
        path.append(found)
        if found.target == end:
            yield tuple(path)
            path.pop()
        else:
            open_ends.append(iter(leaving.get(found.target, ())))
