"""The bar of forward mode offers the leaves and the entries that there are, also after edits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.network import Network
from gui.commands import AddNodes, NewNode, SetAttribute, SetKind, SetValue, delete
from gui.lesson.lesson import Lesson
from gui.lesson.sweep_bar import SweepBar


@pytest.fixture
def bar(lesson: Lesson, qtbot) -> SweepBar:
    bar = SweepBar(lesson.sweep, lesson.evaluation)
    qtbot.addWidget(bar)
    lesson.sweep.begin("w")
    return bar


def offered(bar: SweepBar) -> list[str]:
    return [bar.leaf.itemData(row) for row in range(bar.leaf.count())]


def test_a_leaf_that_comes_is_offered_and_one_that_goes_is_not(lesson, bar) -> None:
    document = lesson.document
    assert offered(bar) == ["w", "b", "x", "y"]
    document.do(AddNodes([NewNode("v", "parameter", {"value": 1.0, "position": (0.0, 0.0)})]))
    assert offered(bar) == ["w", "b", "v", "x", "y"]
    document.do(delete(document.graph, {"b"}, set()))
    assert offered(bar) == ["w", "v", "x", "y"]
    document.undo()
    document.undo()
    assert offered(bar) == ["w", "b", "x", "y"]
    document.do(SetKind("x", "constant"))
    assert offered(bar) == ["w", "b", "y"]
    document.undo()
    assert offered(bar) == ["w", "b", "x", "y"]
    assert bar.leaf.currentData() == "w"


def test_the_entries_are_those_of_the_value_that_the_leaf_holds_now(lesson, bar) -> None:
    def edit(value: object) -> None:
        lesson.document.do(SetValue("w", value))
        lesson.evaluation.flush()

    assert bar.entry.isHidden()
    edit([1.0, 2.0])
    assert not bar.entry.isHidden()
    assert bar.entry.maximum() == 1
    edit([1.0, 2.0, 3.0])
    assert bar.entry.maximum() == 2
    bar.entry.setValue(2)
    assert lesson.sweep.written == "w[2]"
    edit(4.0)
    assert bar.entry.isHidden()
    assert lesson.sweep.written == "w"


def test_a_leaf_is_called_as_the_picture_writes_it_now(lesson, bar) -> None:
    lesson.document.do(SetAttribute("w", "label", "v_1"))
    lesson.evaluation.flush()
    assert bar.leaf.currentText() == "v₁"
    lesson.document.undo()
    lesson.evaluation.flush()
    assert bar.leaf.currentText() == "w"


def test_of_arrays_a_sweep_is_for_an_entry_which_is_told_by_its_row_and_column(lesson, bar) -> None:
    lesson.document.reset(Network((40, 30, 3), loss="cross_entropy", batch=2).build())
    lesson.evaluation.flush()
    lesson.sweep.begin("W1")
    assert bar.counted.text() == (
        "1 of 1,323 sweeps, one for each entry of a parameter. Backward, 1 sweep is for all 1,323."
    )
    assert bar.entry.text() == "[0, 0]"
    bar.entry.stepUp()
    assert bar.entry.text() == "[0, 1]"
    assert bar.counted.text().startswith("2 of 1,323 sweeps")
    bar.entry.selectAll()
    QTest.keyClicks(bar.entry, "39, 29")
    QTest.keyClick(bar.entry, Qt.Key.Key_Return)
    assert lesson.sweep.written == "W1[39, 29]"
    assert bar.entry.text() == "[39, 29]"
    lesson.sweep.choose("b1", 7)
    assert bar.entry.text() == "[7]"


def test_what_is_no_entry_is_not_taken(lesson, bar) -> None:
    lesson.document.reset(Network((4, 3, 2)).build())
    lesson.evaluation.flush()
    lesson.sweep.begin("W1")
    for typed in ("[4, 0]", "2", "x", "1, 1, 1", "[]"):
        bar.entry.selectAll()
        QTest.keyClicks(bar.entry, typed)
        QTest.keyClick(bar.entry, Qt.Key.Key_Return)
        assert lesson.sweep.written == "W1[0, 0]"
