"""The heights of a column's cards: apart, in order, as near to where they want as can be."""

from hypothesis import given
from hypothesis import strategies as st

from gui.picture.arrange.heights import spread


def cost(placed, wanted, weights):
    return sum(w * (p - q) ** 2 for p, q, w in zip(placed, wanted, weights, strict=True))


numbers = st.floats(-1e3, 1e3)
columns = st.lists(
    st.tuples(numbers, st.floats(0.01, 10), st.floats(1, 50)), min_size=1, max_size=8
)


@given(columns)
def test_cards_keep_apart_and_in_order(column):
    wanted, weights, apart = (list(part) for part in zip(*column, strict=True))
    placed = spread(wanted, weights, apart)
    for i in range(len(placed) - 1):
        assert placed[i + 1] - placed[i] >= apart[i] - 1e-6


@given(columns, st.integers(0, 7), st.floats(-5, 5))
def test_no_single_move_is_better(column, which, step):
    wanted, weights, apart = (list(part) for part in zip(*column, strict=True))
    placed = spread(wanted, weights, apart)
    moved = list(placed)
    moved[which % len(moved)] += step
    if all(b - a >= gap for a, b, gap in zip(moved, moved[1:], apart, strict=False)):
        assert cost(moved, wanted, weights) >= cost(placed, wanted, weights) - 1e-4


def test_free_cards_stand_where_they_want():
    assert spread([0.0, 100.0], [1.0, 1.0], [10.0, 10.0]) == [0.0, 100.0]
