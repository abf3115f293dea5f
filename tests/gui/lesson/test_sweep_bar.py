"""The bar of forward mode offers the leaves and the entries that there are, also after edits."""

import pytest

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
