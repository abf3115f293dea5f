"""From a graph to its program."""

from dataclasses import replace
from typing import Literal, overload

from engine.collection import without_collection
from engine.errors import GraphError
from engine.graph import Graph
from engine.program.partial import PartialProgram
from engine.program.program import Program
from engine.schedule import Schedule, schedule

__all__ = ["compile"]


@overload
def compile(graph: Graph, output: str | None = None) -> Program: ...  # noqa: A001  as below
@overload
def compile(  # noqa: A001  as below
    graph: Graph, output: str | None = None, *, partial: Literal[True]
) -> PartialProgram: ...


@without_collection()
def compile(  # noqa: A001  the engine's name for it, fixed by its API
    graph: Graph, output: str | None = None, *, partial: bool = False
) -> Program:
    """Return the program of `graph`, with the derivatives of `output` (by default its own).

    Raises OutputError or IncompleteError; with `partial` what can be is computed.
    """
    if not partial:
        return Program(graph, schedule(graph, graph.resolve_output(output), partial=False))
    try:
        chosen = graph.resolve_output(output)
    except GraphError:
        plan = schedule(graph, None, partial=True)
        return PartialProgram(graph, replace(plan, output=_evident_output(graph, plan)))
    return PartialProgram(graph, schedule(graph, chosen, partial=True))


def _evident_output(graph: Graph, plan: Schedule) -> int | None:
    """Return the only sink that computes something, where leaves and unfinished ops lie about."""
    sinks = [
        number
        for number, operation in enumerate(plan.operations)
        if operation is not None and not graph.consumers(plan.names[number])
    ]
    return sinks[0] if len(sinks) == 1 else None
