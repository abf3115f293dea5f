"""The order of a lesson: the forward pass step by step, then the backward pass.

Forward, a step evaluates one op; backward, a step takes the output's derivative by one node. For
a linear unit these are n and n + p steps, with one more for each input that is no parameter. In a
large graph a step is a whole level: all nodes that lie equally far from the leaves, or from the
output.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from engine.graph import Graph
from engine.progress import report, stage
from engine.schedule import Schedule, schedule

__all__ = ["MOST_SINGLE", "Direction", "Step", "steps"]

MOST_SINGLE = 60  # nodes; in a larger graph a step is a level

_RANK = {"parameter": 1, "input": 2}  # after the ops, through which the way goes on


class Direction(Enum):
    """What a step does: name what is given, evaluate forward, or differentiate backward."""

    GIVEN = "given"
    FORWARD = "forward"
    BACKWARD = "backward"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the nodes whose values, or whose derivatives, are known from here on."""

    direction: Direction
    nodes: tuple[str, ...]


def steps(graph: Graph, output: str | None, *, single: int = MOST_SINGLE) -> list[Step]:
    """Return the steps of a lesson on `graph`; without an `output` there is no way back.

    The first gives the leaves; the backward pass begins with the output's derivative by itself.
    Nodes that cannot be computed take no step, nor what the output does not depend on, nor,
    backward, constants. A graph of more than `single` nodes goes by levels.

    >>> g = Graph()
    >>> c = g.op("multiply", g.parameter("w", 2.0), g.input("x", -2.0), name="c")
    >>> [(step.direction.value, *step.nodes) for step in steps(g, c)][:4]
    [('given', 'w', 'x'), ('forward', 'c'), ('backward', 'c'), ('backward', 'w')]
    """
    with stage(0.0, 0.5):
        plan = schedule(graph, output, partial=True)
    by_level = len(plan.names) > single
    rank = {name: place for place, name in enumerate(graph.nodes())}
    known = plan.output is not None and plan.output not in plan.problems
    told = plan.relevant if known else range(len(plan.names))
    leaves = [name for name in (plan.names[number] for number in told) if graph.is_leaf(name)]
    found = [Step(Direction.GIVEN, tuple(sorted(leaves, key=rank.__getitem__)))]
    for direction, levels in (
        (Direction.FORWARD, _forward_levels(plan, told)),
        (Direction.BACKWARD, _backward_levels(plan)),
    ):
        report(0.7 if direction is Direction.FORWARD else 0.9)
        named = [(level, plan.names[number]) for number, level in levels.items()]
        kept = [pair for pair in named if graph.op_of(pair[1]) != "constant" or pair[1] == output]
        ordered = sorted(
            kept, key=lambda pair: (pair[0], _RANK.get(graph.op_of(pair[1]), 0), rank[pair[1]])
        )
        found += [Step(direction, nodes) for nodes in _grouped(ordered, by_level=by_level)]
    return found


def _forward_levels(plan: Schedule, told: Iterable[int]) -> dict[int, int]:
    """Return how far each op of `told` that can be computed lies from the leaves, the longest way.

    With a node all that it depends on is among `told`, in their order.
    """
    level: dict[int, int] = {}
    for number in told:
        if plan.operations[number] is not None:
            behind = (level.get(source, 0) for source in plan.inputs[number])
            level[number] = 1 + max(behind, default=0)
    return level


def _backward_levels(plan: Schedule) -> dict[int, int]:
    """Return how far each node that the output depends on lies from it, by the longest way."""
    level = dict.fromkeys(plan.relevant, 0)
    for number in reversed(plan.relevant):
        for source in plan.inputs[number]:
            level[source] = max(level[source], level[number] + 1)
    return level


def _grouped(ordered: list[tuple[int, str]], *, by_level: bool) -> list[tuple[str, ...]]:
    if not by_level:
        return [(name,) for _, name in ordered]
    groups: dict[int, list[str]] = {}
    for level, name in ordered:
        groups.setdefault(level, []).append(name)
    return [tuple(group) for group in groups.values()]
