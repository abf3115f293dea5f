"""Places as patterns: the same entries as place by place."""

import numpy as np
import pytest

from engine.stretch.place import (
    Gathered,
    Pattern,
    gather,
    gather_all,
    pattern_of,
    place_of,
    steady_rows,
)

ARRAY = np.arange(500.0) * 1.5
TILE, REPEAT = np.tile(np.arange(20, 30), 4), np.repeat(np.arange(20, 30), 8)


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ([7], 1),
        ([7, 8, 9], 1),
        ([9, 7, 5], 1),
        ([4, 4, 4, 4], 1),
        (TILE, 4),
        (TILE[::-1], 4),
        (REPEAT, 10),
        (np.add.outer(np.arange(0, 90, 30), np.arange(8)), 3),
        ([3, 1, 4, 1, 5], None),
        (TILE[:-1], None),  # the last line is too short
        ([*TILE[:20], *TILE[1:11]], None),
        (np.tile(np.arange(3), 4), None),  # lines too short to be worth it
    ],
)
def test_a_place_reads_what_its_numbers_say(numbers, lines):
    numbers = np.ravel(numbers).astype(np.intp)
    place, out = place_of(numbers), np.full(len(numbers), np.nan)
    function, arguments = gather(ARRAY, place, out)
    function(*arguments)
    assert out.tolist() == ARRAY[numbers].tolist()
    assert (place.lines if isinstance(place, Pattern) else None) == lines
    if lines:
        some = np.array([0, len(numbers) - 1, len(numbers) // 2])
        assert place.at(some).tolist() == numbers[some].tolist()


@pytest.mark.parametrize(
    ("pattern", "length", "lines"),
    [
        (Pattern(3, 1, 12, 0, 1), 4, 3),
        (Pattern(3, 1, 12, 0, 0), 4, 3),
        (Pattern(40, 1, 12, 0, -3), 6, 2),
        (Pattern(3, 1, 12, 0, 1), 12, 1),
        (Pattern(3, 3, 4, 50, 2), 4, 3),
        (Pattern(3, 3, 4, 50, 2), 6, None),
        (Pattern(3, 1, 12, 0, 1), 5, None),
    ],
)
def test_places_fall_into_lines_of_another_length_or_not(pattern, length, lines):
    folded = pattern.folded(length)
    assert (folded and folded.lines) == lines
    if folded is not None:
        assert folded.length == length
        assert folded.of(ARRAY).ravel().tolist() == pattern.of(ARRAY).ravel().tolist()


def test_a_table_has_a_pattern_or_none():
    table = 400 - 20 * np.arange(5)[:, None] + 3 * np.arange(4)
    assert pattern_of(table).of(ARRAY).tolist() == ARRAY[table].tolist()
    table[3, 2] += 1
    assert pattern_of(table) is None


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (np.arange(24).reshape(4, 6), 4),
        (100 + 50 * np.arange(3)[:, None] + np.arange(6), 3),
        ([[0, 1], [2, 3], [9, 4]], 2),
        ([[0, 1], [2, 3], [9, 10]], 2),
        ([[0, 1], [2, 4], [6, 7]], None),
        ([[0, 2], [4, 5]], None),
        ([[0, 1, 2], [1, 2, 3], [2, 3, 4]], None),  # lines that share places
        ([[4], [3], [2], [7]], 3),
        ([[4]], None),
    ],
)
def test_the_first_rows_that_lie_like_a_block(table, lines):
    table = np.array(table)
    found = steady_rows(table)
    assert (found and found.lines) == lines
    if lines:
        assert found.of(ARRAY).tolist() == ARRAY[table[:lines]].tolist()


def test_rooms_that_follow_each_other_are_filled_by_one_call():
    numbers = np.array([[3, 1, 4, 1, 5], [9, 2, 6, 5, 35], [8, 9, 7, 9, 32], [3, 8, 4, 6, 26]])
    rooms = np.full((5, 5), np.nan)
    wanted = [Gathered(n, rooms[k]) for n, k in zip(numbers, (0, 1, 2, 4), strict=True)]
    calls = gather_all(ARRAY, [*wanted, Gathered(place_of(np.arange(5)), rooms[3])])
    for function, arguments in calls:
        function(*arguments)
    assert len(calls) == 3
    assert rooms.tolist() == ARRAY[[*numbers[:3], np.arange(5), numbers[3]]].tolist()
