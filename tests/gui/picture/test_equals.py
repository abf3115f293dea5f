"""Whoever multiplies and adds the numbers that are written finds what follows the `=`."""

import re
from collections.abc import Iterator

import pytest
from captions import caption_text

from engine.assignments import graph_from_text
from gui.picture.chain import Ways, edge_rows, node_rows, way_rows
from gui.picture.forward_seen import ForwardSeen
from gui.picture.numbers import number_text
from gui.picture.plain_text import plain_text
from gui.picture.step import walk
from gui.picture.sums import sum_text
from gui.picture.written import Written
from gui.run import read

THIRDS = {"w": 1 / 3, "x": 1 / 7, "b": 2.718281828, "y": -1.414213562}
GRAPHS = {
    "unit": "c = w*x; a = c + b; d = a - y; J = d^2/2",
    "twice": "c = w*x; a = tanh(c); d = a*w + b*a; J = (d - y)*d/3",
    "constants": "c = 0.1234567*w*6098 + x; a = c*0.98765432 + b; d = a - y; J = d^2/2",
    "square": "p = w + x; q = x + b; d = p*q; J = d^2",
    "sums": "c = x*w; p = c*b; q = c*y; r = c*x; J = p + q + r",
}
_NUMBERS = re.compile(r"[0-9e.·+−()½ ]+")


def number_in(text: str) -> float:
    return float(text.replace("−", "-"))


def lines_of(text: str) -> Iterator[str]:
    """Yield all that is written about a graph: its steps, both ways, its edges, nodes, sums."""
    graph = graph_from_text(text, {k: v for k, v in THIRDS.items() if k in text})
    readings = read(graph)
    steps = walk(graph, readings)
    yield from (caption_text(steps, place, readings) for place in range(len(steps)))
    seen = ForwardSeen(readings, readings.by_leaf_of("w", None), "w")
    sweep = walk(graph, seen, "w")
    yield from (caption_text(sweep, place, seen) for place in range(len(sweep)))
    written = Written(graph, readings)
    rows = [row for edge in graph.edges() for row in edge_rows(written, edge)]
    for node in graph.nodes():
        rows += node_rows(written, node)
        rows += way_rows(written, Ways.of(graph, "J", node))
        under = sum_text(graph, readings, node)
        if under is not None:
            yield plain_text(under)
    yield from (plain_text(line) for row in rows for line in row.lines)


def worked(text: str) -> Iterator[tuple[float, str, float]]:
    """Yield what numbers give that stand before a sign, the sign, and the number behind it."""
    for line in "\n".join(lines_of(text)).split("\n"):
        before, *rest = re.split(r" ([=≈]) ", line.removeprefix("= "))
        for sign, after in zip(rest[::2], rest[1::2], strict=True):
            operated = re.search(r" [·+−] ", before) is not None
            if operated and _NUMBERS.fullmatch(before) and _NUMBERS.fullmatch(after):
                python = before.replace("−", "-").replace("·", "*").replace("½", "0.5*")
                if not re.search(r" [·+−] ", after):
                    computed = eval(python)  # noqa: S307 -- only numbers and signs, as matched
                    yield computed, sign, number_in(after)
            before = after


@pytest.mark.parametrize("text", GRAPHS.values(), ids=GRAPHS)
def test_numbers_that_give_another_one_are_about_what_follows(text):
    found = list(worked(text))
    assert {sign for _, sign, _ in found} == {"=", "≈"}
    assert len(found) > 12
    for computed, sign, told in found:
        same = number_in(number_text(computed)) == told
        assert (sign == "=") == same, (computed, sign, told)
