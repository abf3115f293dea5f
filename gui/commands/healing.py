"""Deleting nodes so that the edges through them close again."""

from collections.abc import Collection, Iterable

import engine
from gui.commands.edges import Connect
from gui.commands.several import Several, delete
from gui.document import Command
from gui.language import tr

__all__ = ["delete_healing"]


def delete_healing(
    graph: engine.Graph, nodes: Iterable[str], edges: Iterable[engine.Edge]
) -> Command:
    """Return the command that deletes and leads what fed a node on to what it fed.

    Of several inputs the first that comes from a node that stays takes the place.
    """
    gone = set(nodes)
    ordered = graph.in_order(gone)
    sources = _sources(graph, ordered, gone)
    healed = []
    for name in ordered:
        source = sources[name]
        if source is not None:
            outward = [edge for edge in graph.consumers(name) if edge.target not in gone]
            healed += [Connect(source, edge.target, edge.port) for edge in outward]
    command = delete(graph, gone, edges)
    if not healed:
        return command
    return Several(tr("{delete} and heal").format(delete=command.text), [command, *healed])


def _sources(
    graph: engine.Graph, names: Iterable[str], gone: Collection[str]
) -> dict[str, str | None]:
    """Return for each node that goes the first that stays and feeds it, through others that go."""
    found: dict[str, str | None] = {}
    for name in names:
        stack = [name]
        while stack:
            at = stack.pop()
            if at in found:
                continue
            inputs = [source for source in graph.inputs(at) if source is not None]
            asked = [source for source in inputs if source in gone and source not in found]
            if asked:
                stack += [at, *asked]  # once they are known
                continue
            through = (found.get(source, source) for source in inputs)
            found[at] = next((source for source in through if source is not None), None)
    return found
