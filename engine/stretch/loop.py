"""The plain loop: scalar nodes computed one by one on lists of floats.

The loop is a text, made of the definitions of the ops it meets (see `tracing`): a branch for each
kind of op, the most frequent first, and a call for the rare ones.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, MutableSequence, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from engine.ops import SCALAR, Op
from engine.schedule import Schedule
from engine.stretch.called import Called
from engine.stretch.likeness import Likeness, likeness
from engine.stretch.refrain import Refrain, find_refrains
from engine.stretch.tracing import PORTS, function_of, trace_forward, trace_vjp

__all__ = ["Loop", "Steps", "zeros"]

_KINDS = 12  # written into one loop; branches farther down cost as much as a call
_CALLED = -1  # the kind of an op that is called
_PACKED = 1024  # numbers from which an array takes them: so many floats apart miss the cache


Steps = list[tuple[Any, ...]]


def zeros(count: int) -> MutableSequence[float]:
    """Return `count` zeros, where `Loop.backward` may put what flows along edges.

    Few are quickest in a list. Many are in an array: they are written once and hardly read, and
    as objects of their own they would push what is read out of the cache.
    """
    return [0.0] * count if count < _PACKED else array("d", bytes(8 * count))


class _OneByOne(NamedTuple):
    """Nodes in no refrain: their steps forward, and those of them that matter backward."""

    forward: Steps
    backward: Steps


class Loop:
    """Scalar nodes computed one by one, in order, on lists of floats."""

    def __init__(self, plan: Schedule, numbers: Sequence[int], relevant: set[int]) -> None:
        """Take the nodes `numbers`; backward, those that are `relevant` to the output alone."""
        chosen = [(n, op) for n in numbers if (op := plan.operations[n]) is not None]
        likes = [likeness(op, len(plan.inputs[n])) for n, op in chosen]
        written = _written_kinds(likes, [op for _, op in chosen])
        self._run, self._run_back = _loops(written)
        refrains = find_refrains(plan, chosen, likes, relevant)
        kind_of = {kind.like: number for number, kind in enumerate(written)}
        self._forward: dict[int, tuple[Any, ...]] = {}
        called_by: dict[Likeness, Op | Called] = {}
        self._parts: list[_OneByOne | Refrain] = []
        covered = 0
        for at, ((number, op), like) in enumerate(zip(chosen, likes, strict=True)):
            if at in refrains:
                self._parts.append(refrains[at])
                covered = at + len(refrains[at])
            kind = kind_of.get(like, _CALLED)
            ins, edges = plan.inputs[number], plan.edges_into(number)
            called = called_by.get(like)
            if kind == _CALLED and called is None:
                called = called_by[like] = Called(op, len(ins)) if op.name == "formula" else op
            parts = (called.forward, ins) if called is not None else _two(ins)
            step = self._forward[number] = (kind, number, *parts)
            if at < covered:
                continue
            part = self._parts[-1] if self._parts else None
            if not isinstance(part, _OneByOne):
                part = _OneByOne([], [])
                self._parts.append(part)
            part.forward.append(step)
            if number in relevant:
                ports = (*parts, *_two(edges))
                parts = ports if called is None else (called.vjp, ins, edges, None)
                part.backward.append((kind, number, *parts))
        for each in self._parts:
            if isinstance(each, _OneByOne):
                each.backward.reverse()

    def forward(self, values: list[Any], steps: Steps | None) -> None:
        """Compute all nodes, or the `some` that `steps` were made for, into `values`."""
        if steps is not None:
            self._run(SCALAR, values, steps)
            return
        for part in self._parts:
            if isinstance(part, Refrain):
                part.forward(values)
            else:
                self._run(SCALAR, values, part.forward)

    def some(self, stale: Iterable[int], *, exactly: bool = False) -> Steps:
        """Return the steps that compute the nodes of `stale` alone; others are left out."""
        del exactly  # they always are
        return [self._forward[number] for number in stale if number in self._forward]

    def backward(
        self, values: list[Any], derivatives: list[Any], edges: MutableSequence[Any]
    ) -> None:
        """Add to the derivatives of all inputs, and set those along the edges."""
        for part in reversed(self._parts):
            if isinstance(part, Refrain):
                part.backward(values, derivatives, edges)
            else:
                self._run_back(SCALAR, values, derivatives, edges, part.backward)


class _Kind(NamedTuple):
    """Ops that are written alike: their likeness and the branches of the two loops."""

    like: Likeness
    forward: tuple[str, ...]
    backward: tuple[str, ...]


def _two(parts: Sequence[int]) -> tuple[int | None, int | None]:
    first, second = (*parts, None, None)[:2]
    return first, second


def _written_kinds(likes: list[Likeness], operations: list[Op]) -> tuple[_Kind, ...]:
    """Return the kinds that are written into the loop, the most frequent first."""
    examples = dict(zip(likes, operations, strict=True))
    small = Counter(like for like in likes if like[2] <= PORTS)
    chosen = [like for like, _ in small.most_common(_KINDS)]
    return tuple(_Kind(like, *_branches(examples[like], like[2])) for like in chosen)


def _branches(op: Op, ports: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that compute one op, and those that carry its derivative back."""
    lines, result = trace_forward(op, ports)
    loads = [f"x{port} = values[{'ab'[port]}]" for port in range(ports)]
    forward = (*loads, *lines, f"values[out] = {result}")
    lines, flows, read = trace_vjp(op, ports)
    loads = [line for line in ("y = values[out]", *loads) if line.split()[0] in read]
    stores = [
        f"edges[{'ef'[port]}] = flow = {flow}; derivatives[{'ab'[port]}] += flow"
        for port, flow in enumerate(flows)
    ]
    return forward, (*loads, *lines, *stores) or ("pass",)


_FORWARD = """
def run(SCALAR, values, steps):
    for kind, out, a, b in steps:
        {branches}:
            values[out] = a(SCALAR, *[values[k] for k in b])
"""
_BACKWARD = """
def run(SCALAR, values, derivatives, edges, steps):
    for kind, out, a, b, e, f in steps:
        g = derivatives[out]
        {branches}:
            for source, edge, flow in zip(
                b, e, a(SCALAR, g, values[out], *[values[k] for k in b]), strict=True
            ):
                edges[edge] = flow
                derivatives[source] += flow
"""


@lru_cache(maxsize=64)
def _loops(kinds: tuple[_Kind, ...]) -> tuple[Any, Any]:
    """Return the loops forward and backward for these kinds."""
    forward = _choice([kind.forward for kind in kinds])
    backward = _choice([kind.backward for kind in kinds])
    return (
        function_of(_FORWARD.format(branches=forward)),
        function_of(_BACKWARD.format(branches=backward)),
    )


def _choice(branches: list[tuple[str, ...]]) -> str:
    """Return the branches as one if-chain that ends in an else, without its colon."""
    indent = "\n            "
    chain = "".join(
        f"if kind == {number}:{indent}{indent.join(lines)}\n        el"
        for number, lines in enumerate(branches)
    )
    return f"{chain}se" if chain else "if True"
