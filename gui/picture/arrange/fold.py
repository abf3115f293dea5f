"""Where the columns of a long graph are cut into rows below each other."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from gui.picture.arrange.columns import Arc, Box, Columns, Join
from gui.picture.returning import room_of

__all__ = ["between_rows", "even_fold", "row_gaps", "uneven_folds"]

_ROW_GAP = 56.0  # between two rows; the edges from one to the other come back in it
_MOST_RETURNING = 4  # edges between two rows
_LEAST_FIRST = 2  # columns of the first row: from leaves alone edges would have no way back
_FEW_RETURNING = 2  # between two of which one may be much shorter


def even_fold(laid: Columns, boxes: list[Box], rows: int) -> list[Columns]:
    """Return the columns in rows of about the same width, the leftmost columns first.

    None are returned where so many edges would lead from row to row, side by side in a gap, that
    they could not be told apart, or where the first column would be a row of its own.
    """
    cuts = _even(_widths(laid, boxes), rows)
    parts = _cut(laid, boxes, cuts)
    few = _returning(laid, parts) <= _MOST_RETURNING * (rows - 1)
    return parts if few and cuts[0] >= _LEAST_FIRST else []


def uneven_folds(laid: Columns, boxes: list[Box]) -> Iterator[list[Columns]]:
    """Yield the columns in two rows, cut wherever few edges lead from one to the other."""
    for at in range(_LEAST_FIRST, len(laid.columns)):
        parts = _cut(laid, boxes, [at])
        if _returning(laid, parts) <= _FEW_RETURNING:
            yield parts


def row_gaps(laid: Columns, parts: list[Columns]) -> list[float]:
    """Return how far below each row the next begins, 0 for the last: its edges have room there."""
    rows = _rows(parts)
    leaving = Counter(rows[a.source] for a in laid.arcs if rows[a.source] != rows[a.target])
    return [max(_ROW_GAP, room_of(leaving[at])) for at in range(len(parts) - 1)] + [0.0]


def between_rows(laid: Columns, parts: list[Columns]) -> list[Join]:
    """Return the edges that lead from one row to another."""
    rows = _rows(parts)
    return [join for join in laid.joins if rows[join.source] != rows[join.target]]


def _rows(parts: list[Columns]) -> dict[int, int]:
    """Return in which row each vertex is."""
    return {v: at for at, part in enumerate(parts) for column in part.columns for v in column}


def _returning(laid: Columns, parts: list[Columns]) -> int:
    """Return how many edges lead from one row to a later one."""
    return len(laid.arcs) - sum(len(part.arcs) for part in parts)


def _widths(laid: Columns, boxes: list[Box]) -> list[float]:
    """Return how wide each column is with the room before it, the leftmost first."""
    return [
        max((boxes[v].width + boxes[v].lead for v in column if v < laid.cards), default=0.0)
        + laid.packing.bend
        for column in reversed(laid.columns)
    ]


def _even(widths: list[float], rows: int) -> list[int]:
    """Return where to cut columns into rows of about the same width: the first of each but one."""
    wanted = sum(widths) / rows
    cuts: list[int] = []
    filled = begun = 0.0
    for at, width in enumerate(widths):
        if (
            filled + width / 2 > wanted * (len(cuts) + 1)
            and len(cuts) + 1 < rows
            and filled > begun
        ):
            cuts.append(at)
            begun = filled
        filled += width
    return cuts


def _cut(laid: Columns, boxes: list[Box], cuts: list[int]) -> list[Columns]:
    """Return the columns in rows; each but the first begins at the `cuts`, from the left."""
    columns = laid.columns[::-1]
    rows_of = [columns[a:b][::-1] for a, b in pairwise([0, *cuts, len(columns)])]
    return [_part(laid, row) for row in _leaves_with_their_ops(laid, boxes, rows_of)]


def _leaves_with_their_ops(
    laid: Columns, boxes: list[Box], rows: list[list[list[int]]]
) -> list[list[list[int]]]:
    """Return the rows with each leaf at the end of one that feeds only the next moved there."""
    rows = [list(row) for row in rows]
    for row, following in pairwise(rows):
        inside = {vertex for column in following for vertex in column}
        moved = [
            vertex
            for vertex in row[0]
            if vertex < laid.cards
            and boxes[vertex].leaf
            and all(arc.target in inside for arc in laid.outputs[vertex])
        ]
        if moved and len(moved) < len(row[0]):
            row[0] = [vertex for vertex in row[0] if vertex not in moved]
            following.append(moved)
    return rows


def _part(laid: Columns, columns: list[list[int]]) -> Columns:
    """Return some columns by themselves, with the arcs among them."""
    inside = {vertex for column in columns for vertex in column}

    def kept(arcs: list[Arc]) -> list[Arc]:
        return [arc for arc in arcs if arc.source in inside and arc.target in inside]

    return replace(
        laid,
        columns=columns,
        arcs=kept(laid.arcs),
        inputs=[kept(arcs) for arcs in laid.inputs],
        outputs=[kept(arcs) for arcs in laid.outputs],
    )
