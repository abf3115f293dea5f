"""Rows of numbers as cards write them are lists within a list."""

import pytest

from engine.words.rows import nested


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
