"""Fewer crossings: what is counted is what is seen, wherever an edge leaves and enters a card."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.picture.arrange.columns import Box, Columns, Join, into_columns
from gui.picture.arrange.crossing import count_crossings, reduce_crossings

REACH = 40.0


@st.composite
def columns(draw) -> Columns:
    """Draw cards that feed each other from any height of theirs to any port."""
    count = draw(st.integers(2, 12))
    ports = [draw(st.integers(0, min(k, 3))) for k in range(count)]
    rises = st.sampled_from([-REACH, -10.0, 0.0, 10.0, REACH])
    joins = [
        Join(draw(st.integers(0, target - 1)), target, port, draw(rises))
        for target in range(count)
        for port in range(ports[target])
    ]
    boxes = [
        Box(80.0, REACH, REACH, 64.0, tuple(20.0 * (k - 1) for k in range(held)), leaf=not held)
        for held in ports
    ]
    return into_columns(boxes, joins)


def seen(laid: Columns) -> int:
    """Return how many pairs of arcs cross where the cards of a column stand one below another."""
    heights = {v: i * 1e3 for column in laid.columns for i, v in enumerate(column)}
    at = {v: i for i, column in enumerate(laid.columns) for v in column}
    ends = [
        (at[a.target], heights[a.source] + a.leaves, heights[a.target] + a.enters)
        for a in laid.arcs
    ]
    return sum(a[0] == b[0] and (a[1] - b[1]) * (a[2] - b[2]) < 0 for a, b in combinations(ends, 2))


@given(columns())
@settings(max_examples=200, deadline=None)
def test_the_crossings_counted_are_those_seen(laid):
    assert count_crossings(laid) == seen(laid)


@given(columns())
@settings(max_examples=100, deadline=None)
def test_no_more_arcs_cross_than_before(laid):
    before = seen(laid)
    reduce_crossings(laid)
    assert seen(laid) <= before


def test_a_port_far_below_its_cards_middle_is_nearer_than_the_next_card():
    """What feeds the last port of a tall card stands above what feeds the card below it."""
    fan = range(2, 1002)
    last = 1002
    one, other, again, tall, below = range(1003, 1008)
    leaf, op = (Box(60.0, 20.0, 20.0, 64.0, ports, leaf=not ports) for ports in ((), (0.0,)))
    ports = tuple(44.0 * (k - 499.5) for k in range(len(fan)))
    high = Box(80.0, 22e3, 22e3, 64.0, ports, leaf=False)
    joins = [Join(0, one, 0), Join(1, other, 0), Join(0, again, 0)]
    joins += [Join(k, tall, port) for port, k in enumerate(fan)] + [Join(last, below, 0)]
    laid = into_columns([*[leaf] * one, op, op, op, high, op], joins)
    assert count_crossings(laid) == 1
    reduce_crossings(laid)
    assert count_crossings(laid) == 0
