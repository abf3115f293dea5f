"""Deleting nodes so that the edges through them close again."""

from collections.abc import Iterable

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
    healed = []
    for name in graph.nodes():
        if name not in gone:
            continue
        source = _source_of(graph, name, gone)
        outward = [edge for edge in graph.consumers(name) if edge.target not in gone]
        healed += [Connect(source, e.target, e.port) for e in outward if source is not None]
    command = delete(graph, gone, edges)
    if not healed:
        return command
    return Several(tr("{delete} and heal").format(delete=command.text), [command, *healed])


def _source_of(graph: engine.Graph, name: str, gone: set[str]) -> str | None:
    """Return the first node that stays and feeds `name`, through others that go."""
    seen, stack = {name}, [name]
    while stack:
        at = stack.pop()
        if at not in gone:
            return at
        for source in reversed(graph.inputs(at)):
            if source is not None and source not in seen:
                seen.add(source)
                stack.append(source)
    return None
