"""Where a program is cut into stretches: by level and op, where they are wide enough."""

from engine.ops import OPS
from engine.progress import watched
from engine.schedule import Schedule
from engine.stretch.batches import Batches, Stretch
from engine.stretch.likeness import Likeness, likeness
from engine.stretch.loop import PORTS, Loop

__all__ = ["WIDE", "scalar_part"]

WIDE = 48  # nodes of one op on one level from which a batch is faster than the loop


def scalar_part(plan: Schedule, numbers: list[int], seeded: set[int]) -> Loop | Batches:
    """Return the scalar nodes `numbers`, inputs before what they feed, as loop or batches.

    To `seeded` nodes a derivative may come from outside, as to the output.
    """
    leaves = [number for number in numbers if plan.operations[number] is None]
    groups = _levels(plan, numbers)
    wide = {key for key, group in groups.items() if _is_wide(len(group), key[1])}
    if not wide:
        return Loop(plan, numbers)
    relevant = set(plan.relevant)
    stretches: list[Stretch] = []
    for key in sorted(groups, key=lambda key: (key[0], key in wide)):
        group = groups[key]
        if key not in wide:
            if stretches and not stretches[-1][1]:
                stretches[-1][0].extend(group)
            else:
                stretches.append((list(group), False))
            continue
        # nodes that feed many first, as the sums over their edges want them
        group.sort(key=lambda number: -len(plan.consumers[number]))
        # what the output does not depend on stays apart: the backward pass never enters it
        parts = [n for n in group if n in relevant], [n for n in group if n not in relevant]
        stretches += [(part, True) for part in parts if part]
    return Batches(plan, stretches, leaves, seeded)


def _is_wide(nodes: int, like: Likeness) -> bool:
    """Tell whether a batch is faster; a long sum is one already with as many edges as nodes else.

    Its ports are added at once, those of no other op are.
    """
    op, _, ports = like
    long_sum = OPS[op].passes_on and ports > PORTS
    return (nodes * ports if long_sum else nodes) >= WIDE


def _levels(plan: Schedule, numbers: list[int]) -> dict[tuple[int, Likeness], list[int]]:
    """Return the op nodes by level (the longest way from a leaf) and by what they compute."""
    level: dict[int, int] = {}
    groups: dict[tuple[int, Likeness], list[int]] = {}
    for number in watched(numbers, 0.6, 0.8):
        operation, sources = plan.operations[number], plan.inputs[number]
        if operation is None:
            level[number] = 0
            continue
        level[number] = depth = 1 + max([level[k] for k in sources], default=0)
        groups.setdefault((depth, likeness(operation, len(sources))), []).append(number)
    return groups
