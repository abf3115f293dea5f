"""Which node is the output after an edit: the one that follows from the output before it.

A graph names its output, or leaves that to its only sink. Whoever draws a second one beside it has
not finished with the first: so what was the output is named, and goes on with what is drawn on from
it. `.github/decisions/output.md` says why.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import engine
from engine.graph.dicts import predecessors_of, successors_of
from engine.graph.paths import feeding
from gui.document.change import Change
from gui.document.command import Command

__all__ = ["Before", "Following", "following", "output_after", "output_before"]


@dataclass(frozen=True)
class Before:
    """What is kept of a graph for the time of an edit.

    `output` is the one that others may follow: what is named, if it is a sink or about to go; with
    none `named` the only sink that computes something, or the op that is the only sink and is
    `unfinished`: it waits for an input. `fed_by` are the nodes that stay and fed it, through those
    that go. `mark` tells what the edit touched.
    """

    output: str | None
    named: bool = False
    unfinished: bool = False
    fed_by: frozenset[str] = frozenset()
    mark: int = 0


def following(command: Command) -> Command:
    """Return `command` as one that is followed by the output, where it may make another of it."""
    return Following(command) if command.reshapes else command


class Following(Command):
    """A command, and the output that follows from it: one step."""

    reshapes = True

    def __init__(self, command: Command) -> None:
        self.text, self.removes = command.text, command.removes
        self._command = command
        self._left: tuple[str | None] | None = None  # what the command alone leaves named

    def size(self, graph: engine.Graph) -> int:
        """Return the size of the command."""
        return self._command.size(graph)

    def apply(self, graph: engine.Graph) -> Change:
        """Apply the command, then name the output where another is to be named."""
        before = output_before(graph, self.removes)
        change = self._command.apply(graph)
        name = output_after(before, graph, change)
        self._left = None if name is None else (graph.output,)
        if name is None:
            return change
        graph.output = name
        return change.then(Change(output=True))

    def revert(self, graph: engine.Graph) -> Change:
        """Name what the command left, and revert it."""
        if self._left is None:
            return self._command.revert(graph)
        (graph.output,) = self._left
        return Change(output=True).then(self._command.revert(graph))


def output_before(graph: engine.Graph, removes: Collection[str] = ()) -> Before:
    """Return what is to be known of a graph that is about to be edited and lose `removes`."""
    output = graph.output
    named = output is not None
    if output is None:
        output = _evident(graph)
    elif output not in graph.sinks and output not in removes:
        output = None  # it was chosen amid the graph
    unfinished = output is None and not named
    if unfinished:
        output = _only_op(graph)
    if output is None:
        return Before(None)
    return Before(output, named, unfinished, _feeding(graph, output, removes), graph.mark)


def output_after(before: Before, graph: engine.Graph, change: Change) -> str | None:
    """Return the node to be named as output now that `graph` was edited, None where nothing is.

    It stays while it is a sink. What uses it takes its place, if that leads to one end; if it was
    deleted, what fed it does, or what came instead. Where that leaves none, the evident one does,
    whose derivatives are shown. What the edit itself named, it named.
    """
    if before.output is None or not change.reshapes:
        return None
    was = change.newest(before.output)
    there = was in graph
    if graph.output != (was if there and before.named else None):
        return None
    if graph.output is None and len(graph.sinks) == 1:
        return None  # it need not be named
    fed_by = [name for name in map(change.newest, before.fed_by) if name in graph]
    if not there:
        found = _end_behind(graph, fed_by)
    elif was in graph.sinks:
        stays = not before.unfinished or _stays_unfinished(graph, was)
        found = _taken_over(graph, was, fed_by, before.mark) or (was if stays else None)
    else:
        found = _only_end(graph, [was])
    if found is None and graph.output is None:
        found = _evident(graph)
    return None if found == graph.output else found


def _evident(graph: engine.Graph) -> str | None:
    """Return the only sink that computes something; leaves and unfinished ops may lie about."""
    sinks = graph.sinks
    ends = {name for name in sinks if not graph.is_leaf(name)}
    gaps = {name for name, _ in graph.missing_inputs()} if ends else set()
    if gaps and len(sinks) == 1:
        return None  # all lead to it
    ends -= gaps
    if ends and not gaps <= sinks:
        ends -= _reached(graph, gaps - sinks)
    return ends.pop() if len(ends) == 1 else None


def _only_op(graph: engine.Graph) -> str | None:
    """Return the only sink, where it is an op."""
    only = next(iter(graph.sinks)) if len(graph.sinks) == 1 else None
    return None if only is None or graph.is_leaf(only) else only


def _stays_unfinished(graph: engine.Graph, was: str) -> bool:
    """Tell whether an op that waits for an input stays the output beside other sinks.

    It does beside leaves, which are no ends; and beside ops where something finished led to it:
    that was the output before.
    """
    if all(graph.is_leaf(name) for name in graph.sinks - {was}):
        return True
    gaps = {name for name, _ in graph.missing_inputs()}
    finished = feeding(graph, [was]) - gaps - _reached(graph, gaps)
    return not all(map(graph.is_leaf, finished))


def _reached(graph: engine.Graph, names: Iterable[str]) -> set[str]:
    """Return all that is reached from `names`."""
    following = successors_of(graph)
    found, stack = set[str](), list(names)
    while stack:
        fresh = following[stack.pop()].keys() - found
        found |= fresh
        stack += fresh
    return found


def _feeding(graph: engine.Graph, name: str, removes: Collection[str]) -> frozenset[str]:
    """Return what feeds a node; of one that goes what feeds it through others that go, too."""
    before = predecessors_of(graph)
    gone = set(removes) if name in removes else set()
    found, stack = set[str](), [name]
    while stack:
        fresh = before[stack.pop()].keys() - found
        found |= fresh
        stack += fresh & gone
    return frozenset(found - gone)


def _end_behind(graph: engine.Graph, names: Collection[str]) -> str | None:
    """Return the one op among `names` that is an end now, else the one end that they lead to."""
    ends = [name for name in names if name in graph.sinks and not graph.is_leaf(name)]
    if ends:
        return ends[0] if len(ends) == 1 else None
    return _only_end(graph, names)


def _taken_over(graph: engine.Graph, was: str, fed_by: Iterable[str], mark: int) -> str | None:
    """Return the end that all edges into `was` were led to instead, None where none were."""
    touched = graph.touched_since(mark) or set()
    if was not in touched or any(source is not None for source in graph.inputs(was)):
        return None
    fed = {edge.target for source in fed_by for edge in graph.consumers(source)}
    return _only_end(graph, fed & touched)


def _only_end(graph: engine.Graph, names: Iterable[str]) -> str | None:
    """Return the only op that `names` lead to and that feeds nothing, None for none or several."""
    found = set(names)
    found |= graph.sinks if found and len(graph.sinks) == 1 else _reached(graph, found)
    ends = [name for name in found & graph.sinks if not graph.is_leaf(name)]
    return ends[0] if len(ends) == 1 else None
