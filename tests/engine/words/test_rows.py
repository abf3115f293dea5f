"""Rows of numbers as cards write them are lists within a list."""

import pytest

from engine.words.rows import nested, unwrapped


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("[1, 2; 3, 4]", "[[1, 2], [3, 4]]"),
        (" [1 2;3   -4] ", "[[1, 2], [3, -4]]"),
        ("[1, 2\n3, 4]", "[[1, 2], [3, 4]]"),
        ("[1; 2]", "[[1], [2]]"),
        ("[1, 2;]", "[[1, 2]]"),
        ("[1 2]", "[1, 2]"),
        ("[1,\n2]", "[1, 2]"),
        ("[\n  1,\n  2\n]", "[1, 2]"),
        ("[1\n, 2]", "[1, 2]"),
        ("[1, 2;\n 3, 4;\n]", "[[1, 2], [3, 4]]"),
        ("[1, 2\n\n3, 4]", "[[1, 2], [3, 4]]"),
        ("[1,,2]", "[1, , 2]"),
        ("[;]", "[;]"),
        ("[1;;2]", "[1;;2]"),
        ("[]", "[]"),
        ("[[1, 2], [3, 4]]", "[[1, 2], [3, 4]]"),
        ("[1, 2", "[1, 2"),
        ("1; 2", "1; 2"),
    ],
)
def test_rows_become_lists_and_all_else_stays(typed: str, read: str) -> None:
    assert nested(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("array([1, 2])", "[1, 2]"),
        ("np.array( [[1], [2]] , dtype = np.float32 , )", "[[1], [2]]"),
        ("torch.tensor([1.], requires_grad=True)", "[1.]"),
        ("array([1], device='cuda:0', )", "array([1], device='cuda:0', )"),
        ("array([1], 2)", "array([1], 2)"),
        ("array([1]", "array([1]"),
        ("array([1", "array([1"),
        ("array(1])", "array(1])"),
        ("f([1])", "f([1])"),
    ],
)
def test_a_list_within_a_call_is_that_list(typed: str, read: str) -> None:
    assert unwrapped(typed) == read


def test_many_blanks_behind_a_list_are_passed_over_at_once() -> None:
    typed = f"array([1]{' ' * 200_000}x"
    assert unwrapped(typed) == typed
