"""Heights: every card as near as can be to what it is joined to, in the order of its column."""

from itertools import pairwise

from engine.progress import report
from gui.picture.arrange.columns import Arc, Box, Columns

__all__ = ["LANE", "place_heights", "spread"]

LANE = 7.0  # a lane's reach up and down
_ROUNDS = 10
_ROUNDS_LARGE, _LARGE = 2, 20000


def place_heights(laid: Columns, boxes: list[Box], gap: float) -> list[float]:
    """Return the height of every vertex such that no two of a column overlap."""
    heights = [0.0] * len(laid.inputs)
    separations = [_separations(column, laid, boxes, gap) for column in laid.columns]
    for column, apart in zip(laid.columns, separations, strict=True):
        _apply(column, apart, [0.0] * len(column), [1.0] * len(column), heights)
    rounds = _ROUNDS_LARGE if len(heights) > _LARGE else _ROUNDS
    for done in range(rounds):
        for at in range(len(laid.columns) - 1, -1, -1):
            report(done / rounds)
            _settle(laid, boxes, at, separations[at], heights, toward_inputs=True)
        for at in range(len(laid.columns)):
            report((done + 0.5) / rounds)
            _settle(laid, boxes, at, separations[at], heights, toward_inputs=False)
    return heights


def spread(wanted: list[float], weights: list[float], apart: list[float]) -> list[float]:
    """Return the heights nearest to `wanted` that keep `apart[i]` between i and i + 1.

    Least squares with weights, by pooling adjacent violators (Barlow et al., 1972).
    """
    blocks: list[list[float]] = []  # weighted sum, weight, count
    offset, offsets = 0.0, []
    for i, want in enumerate(wanted):
        offset += apart[i - 1] if i else 0.0
        offsets.append(offset)
        blocks.append([(want - offset) * weights[i], weights[i], 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] > blocks[-1][0] * blocks[-2][1]:
            total, weight, count = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += weight
            blocks[-1][2] += count
    placed = [total / weight for total, weight, count in blocks for _ in range(int(count))]
    return [height + offset for height, offset in zip(placed, offsets, strict=True)]


def _settle(
    laid: Columns,
    boxes: list[Box],
    at: int,
    apart: list[float],
    heights: list[float],
    *,
    toward_inputs: bool,
) -> None:
    """Move one column towards its inputs, or towards what it feeds."""
    column = laid.columns[at]
    wanted, weights = [], []
    for vertex in column:
        want, weight = _pull(laid, boxes, vertex, heights, toward_inputs=toward_inputs)
        wanted.append(want)
        weights.append(weight)
    _apply(column, apart, wanted, weights, heights)


def _pull(
    laid: Columns, boxes: list[Box], vertex: int, heights: list[float], *, toward_inputs: bool
) -> tuple[float, float]:
    """Return the height a vertex wants and how much it insists."""
    total = weight = 0.0
    for arc in laid.inputs[vertex] if toward_inputs else laid.outputs[vertex]:
        chain = _is_chain(laid, boxes, arc)
        # A chain of ops stands on one line; what else feeds a port stands at the port's height.
        offset = 0.0 if chain else arc.offset
        other = heights[arc.source] - offset if toward_inputs else heights[arc.target] + offset
        total += arc.weight * other
        weight += arc.weight
    if not weight:
        return heights[vertex], 1e-6
    leaf = vertex < laid.cards and boxes[vertex].leaf
    return total / weight, 1e-3 if leaf else max(weight, 1e-3)


def _is_chain(laid: Columns, boxes: list[Box], arc: Arc) -> bool:
    """Tell whether an arc leads from op to op."""
    if max(arc.source, arc.target) >= laid.cards:
        return False
    source, target = boxes[arc.source], boxes[arc.target]
    return not (source.leaf or source.frame or target.frame)


def _separations(column: list[int], laid: Columns, boxes: list[Box], gap: float) -> list[float]:
    def reach(vertex: int, *, down: bool) -> float:
        if vertex >= laid.cards:
            return LANE
        return boxes[vertex].down if down else boxes[vertex].up

    return [
        reach(a, down=True) + (gap if max(a, b) < laid.cards else LANE) + reach(b, down=False)
        for a, b in pairwise(column)
    ]


def _apply(
    column: list[int],
    apart: list[float],
    wanted: list[float],
    weights: list[float],
    heights: list[float],
) -> None:
    for vertex, height in zip(column, spread(wanted, weights, apart), strict=True):
        heights[vertex] = height
