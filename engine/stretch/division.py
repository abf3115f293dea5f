"""Where a program is cut into stretches: by level and op, where they are wide enough."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import chain, groupby

from engine.ops import OPS, Op
from engine.progress import watched
from engine.schedule import Schedule
from engine.stretch.batches import Batches, Stretch
from engine.stretch.likeness import Likeness, likeness
from engine.stretch.loop import Loop
from engine.stretch.products import products_of
from engine.stretch.tracing import PORTS

__all__ = ["WIDE", "scalar_part"]

WIDE = 48  # nodes of one op on one level from which a batch is faster than the loop
# What a stretch takes forward and backward, in edges that the loop computes in the same time.
_CALLS, _SUMS, _ENTERED = 40, 20, 50
_LAST = 2**62  # the level of what runs after all scalars
_SMALL = 512  # nodes below which a group costs mostly the calls that it takes

Groups = dict[tuple[int, Likeness], list[int]]  # op nodes by level and by what they compute


def scalar_part(plan: Schedule, numbers: list[int], seeded: set[int]) -> Loop | Batches:
    """Return the scalar nodes `numbers`, inputs before what they feed, as loop or batches.

    To `seeded` nodes a derivative may come from outside, as to the output.
    """
    leaves = [number for number in numbers if plan.operations[number] is None]
    relevant = set(plan.relevant)
    groups = _levels(plan, numbers)
    wide = {key for key, group in groups.items() if _is_wide(plan, group, key[1])}
    if not wide:
        return Loop(plan, numbers, relevant)
    order = sorted(groups, key=lambda key: (key[0], key in wide))
    for is_wide, keys in groupby(order, key=wide.__contains__):
        if not is_wide:
            wide.update(_quicker_in_batches(groups, list(keys)))
    port = _ports_of_sums(plan, [n for key in wide for n in groups[key]])
    stretches: list[Stretch] = []
    at: dict[int, int] = {}  # in which order batches compute the nodes so far
    for key in order:
        group = groups[key]
        if key not in wide:
            if stretches and not stretches[-1][1]:
                stretches[-1][0].extend(group)
            else:
                stretches.append((list(group), False))
            continue
        _order(plan, group, port, at)
        # what the output does not depend on stays apart: the backward pass never enters it
        parts = [n for n in group if n in relevant], [n for n in group if n not in relevant]
        stretches += [(part, True) for part in parts if part]
        at.update({number: k for k, number in enumerate(chain(*parts), len(at))})
    return Batches(plan, stretches, leaves, seeded)


def _order(
    plan: Schedule, group: list[int], port: Mapping[int, int], at: Mapping[int, int]
) -> None:
    """Sort a batch: nodes that feed many come first, as the sums over their edges want them.

    Then by the port of the sum of many that they feed, which so finds what it adds up row by row;
    then as their first inputs stand, `at`, so that what is read next lies near.
    """

    def key(number: int) -> tuple[int, int, int]:
        first = next(iter(plan.inputs[number]), -1)
        return -len(plan.consumers[number]), port.get(number, 0), at.get(first, -1)

    group.sort(key=key)


def _ports_of_sums(plan: Schedule, numbers: list[int]) -> dict[int, int]:
    """Return at which port nodes feed the first of those among `numbers` that are sums of many."""
    found: dict[int, int] = {}
    for number in numbers:
        sources, op = plan.inputs[number], plan.operations[number]
        if op is not None and op.passes_on and len(sources) > PORTS:
            for port, source in enumerate(sources):
                found.setdefault(source, port)
    return found


def _is_wide(plan: Schedule, group: list[int], like: Likeness) -> bool:
    """Tell whether a batch is faster: of long sums it is one with as many edges as nodes else.

    Their ports are added at once, and multiplied before; those of no other op are.
    """
    ports = like[2]
    op: Op = plan.operations[group[0]]  # type: ignore[assignment]  # no leaf
    at_once = (op.passes_on and ports > PORTS) or products_of(op, ports) is not None
    return (len(group) * ports if at_once else len(group)) >= WIDE


def _quicker_in_batches(
    groups: Groups, run: list[tuple[int, Likeness]]
) -> Iterable[tuple[int, Likeness]]:
    """Return those of a run of narrow groups that are batches after all: all of them or none.

    To leave the batches for a loop takes time too, more than a few batches of few nodes.
    """
    loop = _ENTERED + sum(len(groups[key]) * key[1][2] for key in run)
    batches = sum(_SUMS if OPS[key[1][0]].passes_on else _CALLS for key in run)
    return run if batches < loop else ()


def _levels(plan: Schedule, numbers: list[int]) -> Groups:
    """Return the op nodes by level (the longest way from a leaf) and by what they compute."""
    level: dict[int, int] = {}
    groups: Groups = {}
    for number in watched(numbers, 0.6, 0.8):
        operation, sources = plan.operations[number], plan.inputs[number]
        if operation is None:
            level[number] = 0
            continue
        level[number] = depth = 1 + max([level[k] for k in sources], default=0)
        groups.setdefault((depth, likeness(operation, len(sources))), []).append(number)
    return _joined(plan, groups, level)


def _joined(plan: Schedule, groups: Groups, level: dict[int, int]) -> Groups:
    """Return the groups with the nodes of small ones moved into later ones of the same kind.

    A node may wait until just before the first that it feeds. So sums that are needed at the end
    alone, say, are added in one go, wherever on the way what they add up was ready.
    """
    depths: dict[Likeness, list[int]] = {}
    for depth, like in groups:
        depths.setdefault(like, []).append(depth)
    for found in depths.values():
        found.sort()
    joined: Groups = {}
    for depth, like in sorted(groups, key=lambda key: key[0], reverse=True):
        group, possible = groups[depth, like], depths[like]
        if len(group) >= _SMALL or len(possible) == 1:
            joined.setdefault((depth, like), []).extend(group)
            continue
        for number in group:
            limit = min([level.get(k, _LAST) for k in plan.consumers[number]], default=_LAST)
            level[number] = last = possible[bisect_left(possible, limit) - 1]
            joined.setdefault((last, like), []).append(number)
    return joined
