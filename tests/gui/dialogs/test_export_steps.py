"""The export dialog where there are several pictures: steps, a bump, numbered files."""

import pytest
from examples import UNIT
from export_desk import ExportDesk, desk, pick, press_export, tick
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

import engine
from engine.assignments import graph_from_text
from gui.dialogs import message

__all__ = ["desk"]


def test_why_there_is_no_bump_is_said_beneath_the_picture(desk: ExportDesk) -> None:
    graph = graph_from_text("J = x^2", {"x": 2.0})
    graph.add_node("k", "constant", value=3.0)
    graph.output = "k"
    dialog = desk.open(graph=graph)
    for suffix in (".pdf", ".pptx"):
        pick(dialog.choices.format, suffix)
        dialog.choices.bump.setChecked(True)
        assert "No bump: no parameter or input moves the output" in dialog.told.text()
        dialog.choices.bump.setChecked(False)
        assert "No bump" not in dialog.told.text()


def test_the_steps_are_counted_and_gone_through(desk: ExportDesk) -> None:
    dialog = desk.open()
    assert not dialog.preview.slider.isVisible()
    tick(dialog.choices.steps)
    assert dialog.preview.slider.isVisible()
    assert dialog.preview.step.text() == "1 of 13"
    assert dialog.told.text().endswith("13 files: unit-01.png, …")
    QTest.keyClick(dialog.preview.slider, Qt.Key.Key_End)
    assert dialog.preview.step.text() == "13 of 13"
    pick(dialog.choices.format, ".pptx")
    assert dialog.told.text() == "13 slides, shapes and text that can be edited"
    pick(dialog.choices.format, ".pdf")
    assert dialog.told.text().endswith("13 pages")


def test_a_bump_and_the_count_are_two_slides_more(desk: ExportDesk) -> None:
    dialog = desk.open()
    pick(dialog.choices.format, ".pptx")
    tick(dialog.choices.steps)
    tick(dialog.choices.bump)
    assert dialog.told.text() == "15 slides, shapes and text that can be edited"
    QTest.keyClick(dialog.preview.slider, Qt.Key.Key_End)
    assert dialog.preview.step.text() == "15 of 15"
    desk.path = desk.folder / "out.pptx"
    press_export(dialog)
    assert len(Presentation(desk.path).slides) == 15
    again = desk.open()
    assert again.choices.bump.isChecked()
    pick(again.choices.format, ".png")
    assert not again.choices.bump.isEnabled()
    assert not again.choices.options().bump


def test_numbered_files_that_are_there_are_replaced_only_by_who_is_sure(
    desk: ExportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sure, asked = [False, True], []

    def ask_sure(_parent: object, question: str, *_texts: str) -> bool:
        asked.append(question)
        return sure.pop(0)

    monkeypatch.setattr(message, "ask_sure", ask_sure)
    mine, last = desk.folder / "out-02.png", desk.folder / "out-13.png"
    desk.path = desk.folder / "out.png"
    mine.write_text("mine")
    dialog = desk.open()
    tick(dialog.choices.steps)
    press_export(dialog)
    assert mine.read_text() == "mine"
    assert not last.exists()
    assert dialog.isVisible()
    assert dialog.written == ()
    last.write_text("mine, too")
    press_export(dialog)
    assert asked == ["out-02.png is there already.", "out-02.png to out-13.png are there already."]
    assert not QImage(str(mine)).isNull()
    assert [file.name for file in (dialog.written[0], dialog.written[-1])] == [
        "out-01.png",
        "out-13.png",
    ]


def test_another_document_begins_without_steps_and_the_same_one_keeps_them(
    desk: ExportDesk,
) -> None:
    """A PNG of the next graph was 13 files, for steps of another that were chosen long before."""
    graph = engine.load(UNIT)
    dialog = desk.open(graph=graph)
    pick(dialog.choices.format, ".pptx")
    tick(dialog.choices.steps)
    desk.path = desk.folder / "unit.pptx"
    press_export(dialog)
    assert desk.path.exists()
    for same in (False, True):
        again = desk.open(graph=graph if same else None)
        assert again.choices.suffix == ".pptx"
        assert again.choices.steps.isChecked() == same


def test_an_animation_leaves_the_wish_for_steps_as_it_was(desk: ExportDesk) -> None:
    dialog = desk.open()
    for moving in (".gif", ".apng", ".html"):
        pick(dialog.choices.format, moving)
        assert dialog.choices.steps.isChecked()
        assert not dialog.choices.steps.isEnabled()
        pick(dialog.choices.format, ".png")
        assert not dialog.choices.steps.isChecked()
    tick(dialog.choices.steps)
    pick(dialog.choices.format, ".gif")
    pick(dialog.choices.format, ".pdf")
    assert dialog.choices.steps.isChecked()
