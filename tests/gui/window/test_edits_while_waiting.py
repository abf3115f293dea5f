"""What comes while a large edit is waited for, or just before: typing, previews, other edits."""

from pathlib import Path

import pytest
from long_work import Heart, assert_shown, network, small, waiting, window
from PySide6.QtTest import QTest

from engine.formats.chainrule_file import dumps
from gui.actions.file import open_path
from gui.commands import DeleteNodes, MoveNodes, SetTitle, SetValue, SetValues
from gui.training.trainer import Setting
from gui.window.main_window import MainWindow

__all__ = ["network", "small", "window"]

WEIGHT, OTHER = "w1_1_1", "w1_1_2"


def _type_title(window: MainWindow, title: str) -> None:
    line = window.inspector.graph_page.title.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, title)


def _assert_taken_back(window: MainWindow, before: bytes) -> None:
    """Assert that each step that was made can be taken back."""
    while window.document.history.canUndo():
        window.document.undo()
    assert dumps(window.document.graph) == before


def test_a_rate_that_is_typed_is_kept_where_training_is_taken_back(small: MainWindow) -> None:
    document, panel = small.document, small.side.train
    before = dumps(document.graph)
    small.trainer.choose(Setting(rate=1e-3, steps=100))
    small.trainer.step()
    training = small.trainer.training
    assert training is not None
    assert training.values() != training.start
    small.turn_to("train")
    line = panel.rate.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "0.5")
    panel.again.click()
    assert {name: document.graph.value(name) for name in training.start} == training.start
    assert small.trainer.setting.rate == 0.5
    _assert_taken_back(small, before)


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_step_that_comes_before_an_undo_or_redo_stays(small: MainWindow, way: str) -> None:
    document = small.document
    before = dumps(document.graph)
    document.do(SetValue(WEIGHT, 3.0))
    if way == "redo":
        document.undo()
    _type_title(small, "Typed")
    getattr(document, way)()
    assert document.title == "Typed"
    assert document.history.undoText() == "Change the title"
    _assert_taken_back(small, before)


def test_a_value_that_is_typed_while_something_is_previewed_is_kept(small: MainWindow) -> None:
    document = small.document
    before = dumps(document.graph)
    small.canvas.select({WEIGHT})
    line = small.inspector.node_page.value.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "7")
    document.preview(SetValues({WEIGHT: 1.5, OTHER: 1.5}))
    document.do(SetValue(OTHER, 2.0))
    assert (document.graph.value(WEIGHT), document.graph.value(OTHER)) == (7.0, 2.0)
    _assert_taken_back(small, before)


def test_a_preview_is_taken_back_before(small: MainWindow) -> None:
    document = small.document
    before = dumps(document.graph)
    document.preview(SetValue("w1_1_1", 9.0))
    document.do(MoveNodes({"w1_1_1": (5.0, 5.0)}))
    assert not document.previewing
    document.preview(SetValue("w1_1_1", 9.0))
    document.undo()
    assert dumps(document.graph) == before
    assert_shown(small)


def test_a_preview_is_seen_until_a_large_edit_takes_its_place_or_is_given_up(
    small: MainWindow,
) -> None:
    document, canvas = small.document, small.canvas
    row, before = canvas.picture.index["w1_1_1"], dumps(document.graph)
    heights: set[float] = set()

    def note() -> None:
        heights.add(float(canvas.picture.centres[row, 1]))

    document.preview(MoveNodes({"w1_1_1": (500.0, 500.0)}))
    heart = Heart(small, note, after=0)
    document.do(MoveNodes({"w1_1_1": (500.0, 600.0)}))
    heart._timer.stop()
    note()
    assert heights == {500.0, 600.0}
    document.undo()
    assert dumps(document.graph) == before
    document.preview(MoveNodes({"w1_1_1": (500.0, 500.0)}))
    heart = Heart(small, lambda: waiting(small).cancel.click(), after=0)
    assert not canvas.attempt(MoveNodes({"w1_1_1": (500.0, 600.0)}))
    heart._timer.stop()
    assert not document.previewing
    assert dumps(document.graph) == before
    document.preview(MoveNodes({"w1_1_1": (500.0, 500.0)}))
    document.do(SetTitle(document.graph.title))  # touches nothing, and ends the preview
    assert dumps(document.graph) == before
    assert document.history.index() == 0
    assert_shown(small)


def test_numbers_that_come_amid_a_large_move_are_shown(small: MainWindow) -> None:
    document, canvas = small.document, small.canvas
    document.do(SetValue("w1_1_1", 7.0), at_once=True)  # not evaluated yet
    document.do(MoveNodes({"w1_1_1": (5.0, 5.0)}))
    assert small.evaluation.readings.value("w1_1_1") == 7.0
    assert canvas.picture.readings.value("w1_1_1") == 7.0
    assert_shown(small)


def test_an_edit_amid_the_waiting_is_not_lost(small: MainWindow) -> None:
    document = small.document

    def edit() -> None:  # as own ops that another window changes
        if document.title != "Amid":
            document.do(SetTitle("Amid"), at_once=True)

    heart = Heart(small, edit, after=0)
    done = small.canvas.attempt(MoveNodes({"w1_1_1": (5.0, 5.0)}))
    heart._timer.stop()
    assert document.title == "Amid"
    assert not done
    assert document.graph.attributes("w1_1_1").get("position") != (5.0, 5.0)


def test_what_changes_the_graph_while_it_is_copied_goes_first(
    window: MainWindow, network: Path
) -> None:
    assert open_path(window, network)
    document, names = window.document, window.document.graph.nodes()
    document._large = -1
    waited = list[str]()

    def delete() -> None:
        if not waited:
            waited.append("once")
            document.do(DeleteNodes(names[::2]), at_once=True)

    heart = Heart(window, delete, after=0)
    assert not window.canvas.attempt(MoveNodes({names[1]: (5.0, 5.0)}))
    heart._timer.stop()
    assert waited
    assert document.graph.nodes() == names[1::2]
    assert document.graph.attributes(names[1])["position"] != (5.0, 5.0)


def test_a_file_that_is_changed_meanwhile_keeps_no_edit_from_being_made(
    small: MainWindow, tmp_path: Path
) -> None:
    document = small.document
    document.mark_saved(tmp_path / "a.chainrule", document.contents())
    heart = Heart(small, document.mark_unsaved, after=0)
    document.do(MoveNodes({WEIGHT: (5.0, 5.0)}))
    heart._timer.stop()
    assert heart.beats
    assert document.graph.attributes(WEIGHT)["position"] == (5.0, 5.0)
    document.undo()
    assert document.modified
    document.mark_saved(tmp_path / "a.chainrule", document.contents())
    assert not document.modified
