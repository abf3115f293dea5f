"""The export dialog: what is chosen is shown, written and remembered."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from examples import UNIT
from pptx import Presentation
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QStyle,
    QStyleOptionButton,
)
from pytestqt.qtbot import QtBot

import engine
from engine.assignments import graph_from_text
from gui.dialogs import choose, message
from gui.dialogs.export_picture import ExportPicture
from gui.exports import FORMATS, export
from gui.settings import Settings


class Desk:
    """Opens export dialogs on one folder with its settings, and answers what they ask."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.asked: list[Path] = []
        self.told: list[str] = []
        self.path: Path | None = None

    def open(
        self, selection: tuple[str, ...] = (), graph: engine.Graph | None = None
    ) -> ExportPicture:
        proposal = self.folder / "unit.chainrule"
        dialog = ExportPicture(graph or engine.load(UNIT), proposal, self.settings, selection)
        self.qtbot.addWidget(dialog)
        dialog.show()
        return dialog


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, qtbot)

    def ask(_parent: object, proposal: Path, _kind: str) -> Path | None:
        desk.asked.append(proposal)
        return desk.path

    monkeypatch.setattr(choose, "export_to_write", ask)
    monkeypatch.setattr(message, "tell_failure", lambda _w, *texts: desk.told.extend(texts))
    return desk


def pick(box: QComboBox, data: object) -> None:
    """Choose an entry with the keyboard, as hands do."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(data)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == data


def tick(box: QCheckBox) -> None:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=place.center())


def write_page(dialog: ExportPicture, text: str) -> None:
    field = dialog.choices.page.lineEdit()
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def press_export(dialog: ExportPicture) -> None:
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


def test_why_there_is_no_bump_is_said_beneath_the_picture(desk: Desk) -> None:
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


def test_a_picture_is_written_as_chosen(desk: Desk) -> None:
    dialog = desk.open()
    desk.path = desk.folder / "out.png"
    pick(dialog.choices.measure, "width")
    dialog.choices.amount.setValue(640)
    pick(dialog.choices.theme, "dark")
    tick(dialog.choices.transparent)
    tick(dialog.choices.legend)
    tick(dialog.choices.embed)
    said = dialog.told.text()
    press_export(dialog)
    image = QImage(str(desk.path))
    assert desk.asked == [desk.folder / "unit.png"]
    assert image.width() == 640
    assert said == f"640 × {image.height()} pixels"
    assert image.pixelColor(0, 0).alpha() == 0
    assert dialog.result() == QDialog.DialogCode.Accepted
    with pytest.raises(engine.FileError, match="holds no graph"):
        engine.load(desk.path)


def test_numbers_too_small_on_slides_are_told_as_the_command_tells_them(desk: Desk) -> None:
    text = "J = " + " + ".join(f"tanh(a*x^{k})*b" for k in range(2, 9))
    graph = graph_from_text(text, {"a": 1.0, "b": 2.0, "x": 0.5})
    dialog = desk.open(("a", "x"), graph=graph)
    before = dialog.size()
    pick(dialog.choices.format, ".pptx")
    (remark,) = export(graph, desk.folder / "long.pptx")
    size, told = dialog.told.text().split("\n")
    assert size == "1 slide, shapes and text that can be edited"
    assert told == remark[0].upper() + remark[1:]
    assert dialog.go.isEnabled()
    assert dialog.told.height() >= dialog.told.heightForWidth(dialog.told.width())
    assert dialog.size() == before
    tick(dialog.choices.selected)
    assert dialog.told.text() == size
    tick(dialog.choices.selected)
    pick(dialog.choices.format, ".pdf")
    assert "too small" not in dialog.told.text()


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_every_format_can_be_chosen_and_is_written(desk: Desk, suffix: str) -> None:
    dialog = desk.open()
    desk.path = desk.folder / f"out{suffix}"
    pick(dialog.choices.format, suffix)
    assert dialog.preview.picture.pixmap().width() > 100
    if suffix in (".gif", ".apng"):
        assert not dialog.choices.steps.isEnabled()
        dialog.choices.amount.setValue(0.5)
    press_export(dialog)
    assert not desk.told
    assert desk.asked == [desk.folder / f"unit{suffix}"]
    assert desk.path.stat().st_size > 1000


def test_the_preview_follows_what_is_chosen(desk: Desk) -> None:
    dialog = desk.open(("w", "x", "c"))
    choices = dialog.choices
    acts: list[Callable[[], object]] = [
        lambda: pick(choices.theme, "dark"),
        lambda: tick(choices.transparent),
        lambda: tick(choices.legend),
        lambda: choices.padding.setValue(100),
        lambda: write_page(dialog, "4:3"),
        lambda: tick(choices.steps),
        lambda: dialog.preview.slider.setValue(7),
        lambda: tick(choices.selected),
    ]
    seen = [dialog.preview.picture.pixmap().toImage()]
    for act in acts:
        act()
        seen.append(dialog.preview.picture.pixmap().toImage())
    assert all(a != b for a, b in pairwise(seen))


def test_the_steps_are_counted_and_gone_through(desk: Desk) -> None:
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


def test_a_bump_and_the_count_are_two_slides_more(desk: Desk) -> None:
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


def test_what_makes_no_picture_is_told_and_nothing_is_written(desk: Desk) -> None:
    dialog = desk.open()
    for page, sentence in (("wide", "The page “wide” is neither"), ("99999x9999", "The page")):
        write_page(dialog, page)
        assert dialog.told.text().startswith(sentence)
        assert dialog.told.property("refused")
        assert not dialog.go.isEnabled()
    write_page(dialog, "800x600")
    assert dialog.told.text() == "800 × 600 pixels"
    assert not dialog.choices.amount.isEnabled()
    assert dialog.go.isEnabled()


def test_a_field_that_makes_no_difference_cannot_be_used(desk: Desk) -> None:
    dialog = desk.open()
    choices = dialog.choices
    assert not choices.selected.isEnabled()
    pick(choices.format, ".pptx")
    assert not choices.transparent.isEnabled()
    assert not choices.amount.isEnabled()
    assert choices.steps.isEnabled()
    pick(choices.format, ".svg")
    pick(choices.measure, "dpi")
    assert not choices.amount.isEnabled()


def test_what_was_chosen_is_there_the_next_time(desk: Desk) -> None:
    dialog = desk.open()
    desk.path = desk.folder / "out.svg"
    pick(dialog.choices.format, ".svg")
    pick(dialog.choices.measure, "width")
    dialog.choices.amount.setValue(500)
    write_page(dialog, "16:9")
    tick(dialog.choices.embed)
    before = dialog.choices.choices()
    press_export(dialog)
    assert not desk.told
    again = desk.open()
    assert again.choices.choices() == before
    assert again.choices.options() == dialog.choices.options()


@pytest.mark.parametrize("stored", ["", "[", "[]", '{"format": 3, "page": [], "amount": true}'])
def test_choices_that_are_stored_badly_are_passed_over(desk: Desk, stored: str) -> None:
    store = QSettings(str(desk.folder / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("export/choices", stored)
    store.sync()
    dialog = desk.open()
    assert dialog.choices.suffix == ".png"
    assert dialog.go.isEnabled()


def test_an_export_that_fails_is_told_and_the_dialog_stays(desk: Desk) -> None:
    dialog = desk.open()
    desk.path = desk.folder / "none" / "out.png"
    press_export(dialog)
    assert desk.told[0] == "out.png could not be written."
    assert dialog.isVisible()
    desk.path = None
    press_export(dialog)
    assert len(desk.told) == 2
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_numbered_files_that_are_there_are_replaced_only_by_who_is_sure(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
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


def test_an_animation_leaves_the_wish_for_steps_as_it_was(desk: Desk) -> None:
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
