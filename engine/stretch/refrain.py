"""A refrain: a run of the plain loop in which a few kinds of ops come again and again in one order.

A chain, an unrolled recurrence, a long sum of products are such runs. One turn is written as one
loop body: nothing is chosen between, and what one op of the turn hands to the next is not looked
up again. It computes the same, in the same order, as the loop that goes op by op.
"""

import re
from collections.abc import Iterator, MutableSequence, Sequence
from functools import lru_cache
from itertools import count
from typing import Any, NamedTuple

import numpy as np

from engine.ops import Op
from engine.schedule import Schedule
from engine.stretch.likeness import Likeness
from engine.stretch.place import Numbers
from engine.stretch.tracing import PORTS, function_of, trace_forward, trace_vjp

__all__ = ["Refrain", "find_refrains"]

_LONGEST = 8  # ops of one turn
_LEAST = 256  # ops in all; fewer are not worth a text of their own
_OTHER = -1
_OWN = re.compile(r"\b(?:[xt]\d+|[yg])\b")  # what a traced text calls its own


class _Turn(NamedTuple):
    """One turn: its ops, and for each of their ports what feeds it.

    That is the place of an op of the same turn; -1 for a node that is another one in each turn; or
    -2 and below, from the first on, for a node outside the run that feeds all turns.
    """

    ops: tuple[Op, ...]
    fed: tuple[tuple[int, ...], ...]


class Refrain:
    """A run of ops that repeats one turn, computed turn by turn on lists of floats."""

    def __init__(self, run: "_Run", ops: Sequence[Op]) -> None:
        """Take the `run` of nodes; `ops` are those of one turn."""
        self._held, fed = _held(run)
        self._turn = _Turn(tuple(ops), fed)
        self._run, self._run_back = _loops(*_texts(self._turn))
        columns = [*run.outs.T]
        edges = []
        for ins, first, feeders in zip(run.ins, run.first_edges.T, fed, strict=True):
            columns += [ins[:, port] for port, feeder in enumerate(feeders) if feeder == _OTHER]
            edges += [first + port for port in range(len(feeders))]
        self._columns = list(map(_numbers, columns))
        self._columns_back = [_numbers(column[::-1]) for column in (*columns, *edges)]
        self._size = run.outs.size

    def __len__(self) -> int:
        return self._size

    def forward(self, values: list[Any]) -> None:
        """Compute all nodes into `values`."""
        self._run(values, zip(*self._columns, strict=True), self._held)

    def backward(
        self, values: list[Any], derivatives: list[Any], edges: MutableSequence[Any]
    ) -> None:
        """Add to the derivatives of all inputs, and set those along the edges."""
        steps = zip(*self._columns_back, strict=True)
        self._run_back(values, derivatives, edges, steps, self._held)


def _numbers(column: Numbers) -> Sequence[int]:
    """Return numbers as a range where they keep their distance: it has not to be read."""
    first, step = int(column[0]), int(column[1] - column[0])
    if step and (np.diff(column) == step).all():
        return range(first, first + step * len(column), step)
    numbers: list[int] = column.tolist()
    return numbers


def find_refrains(
    plan: Schedule,
    chosen: Sequence[tuple[int, Op]],
    likes: Sequence[Likeness],
    relevant: set[int],
) -> dict[int, Refrain]:
    """Return the refrains among the `chosen` nodes and their ops, by where they begin.

    What is not `relevant` to the output is in none: the backward pass leaves it out.
    """
    found = {}
    for begin, end, turn in _repeated(likes):
        numbers = [number for number, _ in chosen[begin:end]]
        if relevant.issuperset(numbers):
            skipped, run = _run_of(plan, numbers, turn)
            if run.outs.size >= _LEAST:
                first = begin + skipped
                found[first] = Refrain(run, [op for _, op in chosen[first : first + turn]])
    return found


def _repeated(likes: Sequence[Likeness]) -> Iterator[tuple[int, int, int]]:
    """Yield begin, end and turn of each run of `likes` that repeats a turn of few ops."""
    kinds = dict(zip(dict.fromkeys(likes), count(), strict=False))
    codes = np.array([kinds[like] for like in likes], dtype=np.intp)
    long = np.flatnonzero(np.array([like[2] for like in likes]) > PORTS)
    codes[long] = -1 - long  # like no other
    turns = range(1, min(_LONGEST, len(codes) // 2) + 1)
    if not turns:
        return
    lengths = np.stack([_ends(codes, turn) // turn * turn for turn in turns])
    starts = np.flatnonzero(lengths.max(axis=0) >= _LEAST)
    at = 0
    for start in starts.tolist():
        if start >= at:  # not inside the run before
            best = int(lengths[:, start].argmax())
            at = start + int(lengths[best, start])
            yield start, at, turns[best]


def _ends(codes: Numbers, turn: int) -> Numbers:
    """Return how many ops from each on go on repeating the first `turn`, these included."""
    differs = np.flatnonzero(np.append(codes[turn:] != codes[:-turn], True))
    places = np.arange(len(codes))
    last = np.minimum(places, len(codes) - turn)
    ends: Numbers = differs[np.searchsorted(differs, last)] + turn - places
    return ends


class _Run(NamedTuple):
    """Nodes in turns: `outs` and `first_edges` have a row for each turn, a column for each op.

    `ins` has for each op its inputs, a row for each turn; `fed` says which of them is which op of
    the same turn.
    """

    outs: Numbers
    first_edges: Numbers
    ins: list[Numbers]
    fed: list[tuple[int, ...]]


def _run_of(plan: Schedule, numbers: Sequence[int], turn: int) -> tuple[int, _Run]:
    """Return the longest part of a run in which all turns are fed alike, and what comes before."""
    outs = np.array(numbers, dtype=np.intp).reshape(-1, turn)
    first_edges = np.array([plan.first_edges[n] for n in numbers], dtype=np.intp)
    ins = [np.array([plan.inputs[n] for n in column], dtype=np.intp) for column in outs.T.tolist()]
    fed = [np.full(sources.shape, _OTHER) for sources in ins]
    for k, (sources, feeders) in enumerate(zip(ins, fed, strict=True)):
        for place in range(k):
            feeders[sources == outs[:, place, None]] = place
    alike = np.concatenate(fed, axis=1)
    breaks = np.flatnonzero((alike[1:] != alike[:-1]).any(axis=1)) + 1
    edges = np.array([0, *breaks, len(outs)])
    longest = int(np.diff(edges).argmax())
    part = slice(edges[longest], edges[longest + 1])
    run = _Run(
        outs[part],
        first_edges.reshape(-1, turn)[part],
        [sources[part] for sources in ins],
        [tuple(feeders[part][0].tolist()) for feeders in fed],
    )
    return int(edges[longest]) * turn, run


def _held(run: _Run) -> tuple[list[int], tuple[tuple[int, ...], ...]]:
    """Return the nodes that feed all turns from outside, and what feeds each port."""
    constant, other = dict[int, int](), set(run.outs.ravel().tolist())
    for sources in run.ins:
        for column in sources.T:
            if (column == column[0]).all():
                constant.setdefault(int(column[0]), len(constant))
            else:
                other.update(column.tolist())
    held = [node for node in constant if node not in other]
    fed = []
    for sources, feeders in zip(run.ins, run.fed, strict=True):
        firsts = sources[0].tolist()
        fed.append(
            tuple(
                [
                    -2 - held.index(node) if feeder == _OTHER and node in held and all_ else feeder
                    for node, feeder, all_ in zip(
                        firsts, feeders, (sources == sources[0]).all(axis=0), strict=True
                    )
                ]
            )
        )
    return held, tuple(fed)


def _texts(turn: _Turn) -> tuple[str, str]:
    """Return the loops of one turn as texts, forward and backward."""
    places = [f"o{k}" for k in range(len(turn.ops))]
    edges = []
    for k, fed in enumerate(turn.fed):
        places += [f"a{k}_{port}" for port, feeder in enumerate(fed) if feeder == _OTHER]
        edges += [f"e{k}_{port}" for port in range(len(fed))]
    forward = [line for k in range(len(turn.ops)) for line in _forward(turn, k)]
    backward = [line for k in reversed(range(len(turn.ops))) for line in _backward(turn, k)]
    held = range(-1 - min((feeder for fed in turn.fed for feeder in fed), default=0))
    load = [f"h{k} = values[held[{k}]]" for k in held]
    derivatives = [f"d{k} = derivatives[held[{k}]]" for k in held]
    store = [f"derivatives[held[{k}]] = d{k}" for k in held]
    return (
        _function("values, steps, held", load, places, forward, []),
        _function(
            "values, derivatives, edges, steps, held",
            [*load, *derivatives],
            places + edges,
            backward,
            store,
        ),
    )


def _function(
    parameters: str, before: list[str], places: list[str], body: list[str], after: list[str]
) -> str:
    lines = [*before, f"for {', '.join(places)}, in steps:", *(f"    {line}" for line in body)]
    indented = "\n    ".join(lines + after)
    return f"def run({parameters}):\n    {indented}\n"


def _source(k: int, port: int, feeder: int) -> str:
    """Return what names the value at a port."""
    if feeder <= -2:
        return f"h{-2 - feeder}"
    return f"values[a{k}_{port}]" if feeder == _OTHER else f"values[o{feeder}]"


def _forward(turn: _Turn, k: int) -> Iterator[str]:
    fed = turn.fed[k]
    lines, result = trace_forward(turn.ops[k], len(fed))
    for port, feeder in enumerate(fed):
        yield f"x{port}_{k} = " + (f"y_{feeder}" if feeder >= 0 else _source(k, port, feeder))
    for line in lines:
        yield _own(line, k)
    yield f"y_{k} = values[o{k}] = {_own(result, k)}"


def _backward(turn: _Turn, k: int) -> Iterator[str]:
    fed = turn.fed[k]
    lines, flows, read = trace_vjp(turn.ops[k], len(fed))
    later = [feeder for ports in turn.fed[k + 1 :] for feeder in ports]
    yield f"derivatives[o{k}] = g_{k}" if k in later else f"g_{k} = derivatives[o{k}]"
    if "y" in read:
        yield f"y_{k} = values[o{k}]"
    for port, feeder in enumerate(fed):
        if f"x{port}" in read:
            yield f"x{port}_{k} = {_source(k, port, feeder)}"
    for line in lines:
        yield _own(line, k)
    for port, (feeder, flow) in enumerate(zip(fed, flows, strict=True)):
        yield f"edges[e{k}_{port}] = flow = {_own(flow, k)}"
        if feeder <= -2:
            yield f"d{-2 - feeder} += flow"
        elif feeder == _OTHER:
            yield f"derivatives[a{k}_{port}] += flow"
        elif feeder in later or feeder in fed[:port]:
            yield f"g_{feeder} += flow"
        else:
            yield f"g_{feeder} = derivatives[o{feeder}] + flow"


def _own(text: str, k: int) -> str:
    """Return a traced text with names that only the op at place `k` has."""
    return _OWN.sub(lambda found: f"{found[0]}_{k}", text)


@lru_cache(maxsize=64)
def _loops(forward: str, backward: str) -> tuple[Any, Any]:
    return function_of(forward), function_of(backward)
