"""The export dialog: what is chosen is shown, written and remembered."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from export_desk import ExportDesk, desk, pick, press_export, tick, write_page
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
)

import engine
from engine.assignments import graph_from_text
from gui.exports import FORMATS, export

__all__ = ["desk"]


def test_a_picture_is_written_as_chosen(desk: ExportDesk) -> None:
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


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("typed", ["1.5", "1,5"])
def test_a_point_divides_decimals_also_where_the_system_has_a_comma(
    desk: ExportDesk, typed: str
) -> None:
    dialog = desk.open()
    amount = dialog.choices.amount
    amount.setFocus()
    amount.selectAll()
    QTest.keyClicks(amount, typed)
    assert amount.value() == 1.5
    amount.interpretText()
    assert (amount.text(), amount.value()) == ("× 1.50", 1.5)


def test_no_picture_is_written_while_a_box_holds_no_number(desk: ExportDesk) -> None:
    dialog = desk.open()
    amount = dialog.choices.amount
    amount.setFocus()
    amount.selectAll()
    QTest.keyClicks(amount, "1,000")
    dialog.go.click()
    assert dialog.isVisible()
    assert not dialog.written
    assert (amount.text(), amount.value()) == ("× 1,000", 2.0)
    assert amount.problem == "‘1,000’ is not a number; write 1000 or 1.000"


def test_numbers_too_small_on_slides_are_told_as_the_command_tells_them(desk: ExportDesk) -> None:
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
def test_every_format_can_be_chosen_and_is_written(desk: ExportDesk, suffix: str) -> None:
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


def test_the_preview_follows_what_is_chosen(desk: ExportDesk) -> None:
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


def test_what_shows_through_the_preview_is_as_dark_as_the_theme_wants(desk: ExportDesk) -> None:
    """Pale letters before pale squares could not be read, and stand on a dark slide later."""
    dialog = desk.open()
    tick(dialog.choices.transparent)
    for name, least, most in (("light", 200, 255), ("dark", 0, 60)):
        pick(dialog.choices.theme, name)
        image = dialog.preview.picture.pixmap().toImage()
        seen = {image.pixelColor(x, y).lightness() for x, y in ((2, 2), (12, 2))}
        assert len(seen) == 2
        assert all(least <= lightness <= most for lightness in seen)


def test_what_makes_no_picture_is_told_and_nothing_is_written(desk: ExportDesk) -> None:
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


def test_a_field_that_makes_no_difference_cannot_be_used(desk: ExportDesk) -> None:
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


def test_what_was_chosen_is_there_the_next_time(desk: ExportDesk) -> None:
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
def test_choices_that_are_stored_badly_are_passed_over(desk: ExportDesk, stored: str) -> None:
    store = QSettings(str(desk.folder / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("export/choices", stored)
    store.sync()
    dialog = desk.open()
    assert dialog.choices.suffix == ".png"
    assert dialog.go.isEnabled()


def test_an_export_that_fails_is_told_and_the_dialog_stays(desk: ExportDesk) -> None:
    dialog = desk.open()
    desk.path = desk.folder / "none" / "out.png"
    press_export(dialog)
    assert desk.told[0] == "out.png could not be written:"
    assert dialog.isVisible()
    desk.path = None
    press_export(dialog)
    assert len(desk.told) == 2
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert dialog.result() == QDialog.DialogCode.Rejected
