"""A node's derivative where several edges leave it: the sum over the edges, written out."""

from collections.abc import Sequence

import numpy as np

import engine
from gui.fonts import Face
from gui.picture.labels import reading_label
from gui.picture.measure import NUMBER
from gui.picture.name_text import name_text
from gui.picture.numbers import as_written, equals, number_text, value_text
from gui.picture.runs import Typeset, set_text
from gui.readings import Reading, Seen, Words
from gui.theme import Ink

__all__ = ["outputs_sum_text", "sum_sign", "sum_text", "written_sum"]

_WRITTEN_OUT = 4  # terms; more are not read any more
_LEAST = 2  # ems that the sum of one output takes at the least


def sum_text(
    graph: engine.Graph,
    readings: Seen,
    name: str,
    room: float = float("inf"),
    size: int = NUMBER,
) -> Typeset | None:
    """Return `6 + 2 = 8` for a node with several outgoing edges, None for the others.

    An output that several edges leave has its own derivative, 1, from none of them.
    Where that is wider than `room`, `Σ = 8`.
    """
    count = graph.consumer_count(name)
    total = readings.derivative(name)
    if count < 2 or total is None or not readings.adds_up:
        return None
    if name == readings.output and isinstance(total, float):
        own_name = name_text(graph, name)  # what no edge carries
        return _set(f"∂{own_name}/∂{own_name} = {number_text(total)}", size)
    if isinstance(total, Words):
        return _set(f"Σ = {total}", size) if total else None
    told = value_text(total)
    if count > _WRITTEN_OUT:
        return _set(f"Σ = {told}", size)
    edges = graph.consumers(name)
    terms = [readings.edge_derivative(e.source, e.target, e.port) for e in edges]
    scalars = [float(term) for term in terms if term is not None and np.ndim(term) == 0]
    if len(scalars) == len(terms):
        written = _set(f"{written_sum(scalars)}{sum_sign(scalars, total)}{told}", size)
        if written.width <= room:
            return written
    return _set(f"Σ = {told}", size)


def outputs_sum_text(
    graph: engine.Graph,
    readings: Seen,
    names: Sequence[str],
    room: float,
    size: int = NUMBER,
) -> Typeset | None:
    """Return the sums of those outputs of a folded group that several edges leave.

    A single one is written as any sum, several as `Σ a = 8`; None where there is none, or no
    `room` for all.
    """
    if not readings.adds_up:
        return None
    totals = {name: readings.derivative(name) for name in names}
    told = {name: reading_label(total) for name, total in totals.items() if total is not None}
    known = {name: text for name, text in told.items() if text}
    if not known:
        return None
    if len(known) == 1:
        return sum_text(graph, readings, next(iter(known)), room, size)
    if len(known) * _LEAST * size > room:
        return None  # without writing thousands out
    sums = (f"Σ {name_text(graph, name)} = {total}" for name, total in known.items())
    text = _set("   ".join(sums), size)
    return text if text.width <= room else None


def _set(text: str, size: int) -> Typeset:
    return set_text(text, Face.SANS, size, Ink.DERIVATIVE)


def written_sum(terms: Sequence[float]) -> str:
    """Return `6 + 2` or `6 − 2`."""
    text = number_text(terms[0])
    for term in terms[1:]:
        written = number_text(term)
        minus = written.startswith("−")
        text += f" − {written[1:]}" if minus else f" + {written}"
    return text


def sum_sign(terms: Sequence[float], total: Reading) -> str:
    """Return ` = `, or ` ≈ ` where the terms as they are written add up to another number."""
    return equals(sum(map(as_written, terms)), total)
