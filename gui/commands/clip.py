"""What is copied and pasted: a part of a graph as a file's text, read with a file's distrust."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import engine
from engine.formats import chainrule_file
from engine.formats.chainrule_rows import EDGE_KEYS
from engine.graph.dicts import successors_of
from engine.graph.kept import others
from engine.graph.subgraph import entering, subgraph
from engine.progress import watched
from gui.commands.attributes import SetOutput
from gui.commands.groups import SetGroups, unique_ids
from gui.commands.new_names import new_names
from gui.commands.nodes import AddNodes, NewNode
from gui.commands.own_ops import knowing
from gui.commands.several import Several
from gui.commands.wording import nodes_text
from gui.document import Command
from gui.language import count_text, tr

__all__ = ["Clip", "clip_of", "paste", "read_clip", "written_clip"]

_INCOMING = "incoming"  # the graph attribute with the edges that led to what was copied
_INCOMING_KINDS = [str, str, int], [str, str, int, dict]  # the last holds what a file says else


@dataclass(frozen=True)
class Clip:
    """A part of a graph, and the edges that led to it from elsewhere.

    `more` is what else a file says of these.
    """

    graph: engine.Graph
    incoming: tuple[engine.Edge, ...] = ()
    more: Mapping[engine.Edge, Mapping[str, Any]] = field(default_factory=dict)


def clip_of(graph: engine.Graph, names: Collection[str]) -> Clip:
    """Return the nodes `names` with the edges and groups among them, and what is the output."""
    part = subgraph(graph, names)
    if graph.output in part:
        part.output = graph.output
    incoming = tuple(entering(graph, names))
    said = ((edge, graph.network.get_edge_data(*edge)) for edge in incoming)
    return Clip(part, incoming, {edge: dict(more) for edge, more in said if more})


def written_clip(clip: Clip) -> bytes:
    """Return the text that `read_clip` reads; it is a Chainrule file, too."""
    clip.graph.network.graph[_INCOMING] = [
        [*edge, clip.more[edge]] if edge in clip.more else list(edge) for edge in clip.incoming
    ]
    return chainrule_file.dumps(clip.graph)


def read_clip(data: bytes) -> Clip:
    """Return what a text holds; raises FileError with the sentence and place as for a file."""
    graph = chainrule_file.loads(data)
    listed = graph.network.graph.pop(_INCOMING, [])
    if not isinstance(listed, list):
        raise engine.FileError(f"graph.{_INCOMING}: {tr('expected a list')}")
    edges, more = [], {}
    for i, entry in enumerate(listed):
        kinds = [type(part) for part in entry] if isinstance(entry, list) else []
        if kinds not in _INCOMING_KINDS or entry[1] not in graph:
            said = tr("expected an edge to one of the nodes")
            raise engine.FileError(f"graph.{_INCOMING}[{i}]: {said}")
        edges.append(engine.Edge(*entry[:3]))
        if len(entry) > 3:
            more[edges[-1]] = others(entry[3], EDGE_KEYS)
    return Clip(graph, tuple(edges), more)


def paste(
    graph: engine.Graph, clip: Clip, *, joined: bool = False, text: str = ""
) -> tuple[Command, tuple[str, ...]]:
    """Return the one step that adds a clip, and the names its nodes get.

    Names that are taken are counted on; an empty graph takes the output, too. With `joined` what
    led to the originals leads to the copies, as far as it is there. The clip is used up.
    """
    part, groups, most = clip.graph, clip.graph.groups, chainrule_file.MAX_NODES
    if len(graph) + len(part) > most:
        said = tr("a graph has {n} nodes at most").format(n=count_text(most))
        raise engine.LimitError(said)
    edges = _joining(graph, clip) if joined else []
    part.groups = ()  # renamed at once below
    own = new_names(part.nodes(), graph)
    for name in watched(part.nodes(), 0.5, 1.0):
        part.rename_node(name, own[name])
    names = tuple(part.nodes())
    copies = [NewNode.of(part, name) for name in names]
    nodes, own_steps = knowing(graph, copies, part.own_ops, unused=True)
    joining = {edge: engine.Edge(edge.source, own[edge.target], edge.port) for edge in edges}
    text = text or nodes_text(tr("Paste {nodes}"), names)
    inside, leaving = part.edges(), successors_of(part)
    more = {edge: leaving[edge.source][edge.target][edge.port] for edge in inside}
    more |= {led: dict(clip.more[edge]) for edge, led in joining.items() if edge in clip.more}
    added: Command = AddNodes(nodes, [*inside, *joining.values()], text, more)
    steps = [added, *own_steps]
    if groups:
        ids = unique_ids(graph.groups)
        framed = [
            replace(group, id=next(ids), members=tuple(map(own.__getitem__, group.members)))
            for group in groups
        ]
        steps.append(SetGroups([*graph.groups, *framed], text))
    if part.output is not None and not len(graph):
        steps.append(SetOutput(part.output))
    return Several(text, steps) if len(steps) > 1 else added, names


def _joining(graph: engine.Graph, clip: Clip) -> list[engine.Edge]:
    """Return those incoming edges whose source is there and whose port is free."""
    more = Counter(edge.target for edge in clip.incoming)
    return [
        edge
        for edge in clip.incoming
        if edge.source in graph and _takes(clip.graph, edge, more[edge.target])
    ]


def _takes(part: engine.Graph, edge: engine.Edge, more: int) -> bool:
    """Tell whether a port is free, or one that `more` edges may let a variadic op grow."""
    ports = part.inputs(edge.target)
    if 0 <= edge.port < len(ports):
        return ports[edge.port] is None
    grows = not part.is_leaf(edge.target) and part.operation(edge.target).variadic
    return grows and 0 <= edge.port < len(ports) + more
