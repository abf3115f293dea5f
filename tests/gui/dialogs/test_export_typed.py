"""What is typed while a long picture is drawn: the newest choice is the one that counts."""

from threading import Event

import pytest
from export_desk import ExportDesk, desk, press_export
from long_work import drawn_long, held
from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

import engine
from engine.network import Form, Network
from gui.dialogs.export_picture import ExportPicture
from gui.dialogs.waiting import Waiting, is_waiting

__all__ = ["desk", "drawn_long", "held"]


@pytest.fixture
def dialog(desk: ExportDesk, qtbot: QtBot) -> ExportPicture:
    graph = Network((8, 8, 2), form=Form.NEURONS).build()
    assert len(graph) > 100
    dialog = desk.open(graph=graph)
    qtbot.waitUntil(lambda: bool(dialog.told.text()))
    return dialog


def type_by_and_by(qtbot: QtBot, dialog: ExportPicture, field: QLineEdit, text: str) -> list[bool]:
    """Type as hands do, whatever is being drawn; return at which keys something was."""
    field.setFocus()
    field.selectAll()
    drawn: list[bool] = []
    last = QElapsedTimer()

    def press() -> None:
        key = text[len(drawn)]
        drawn.append(is_waiting(dialog))
        last.start()
        if len(drawn) < len(text):
            QTimer.singleShot(0, press_soon)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key)

    def press_soon() -> None:
        """Press while this one's picture is drawn, however fast that is; where none is, too."""
        if is_waiting(dialog) or last.elapsed() > 150:
            press()
        else:
            QTimer.singleShot(0, press_soon)

    QTimer.singleShot(0, press)
    qtbot.waitUntil(lambda: len(drawn) == len(text) and not is_waiting(dialog))
    return drawn


def test_a_padding_is_taken_as_it_was_typed(dialog: ExportPicture, qtbot: QtBot) -> None:
    padding = dialog.choices.padding
    before = dialog.told.text()
    drawn = type_by_and_by(qtbot, dialog, padding.lineEdit(), "120")
    assert any(drawn)
    assert (padding.text(), padding.value()) == ("120", 120)
    assert dialog.choices.options().padding == 120.0
    width = int(before.split(" ")[0]) + 2 * 2 * (120 - 28)
    qtbot.waitUntil(lambda: dialog.told.text().startswith(f"{width} × "))
    assert dialog.go.isEnabled()


def test_a_page_is_taken_as_it_was_typed(dialog: ExportPicture, qtbot: QtBot) -> None:
    line = dialog.choices.page.lineEdit()
    assert line is not None
    drawn = type_by_and_by(qtbot, dialog, line, "1280x720")
    assert any(drawn)
    assert dialog.choices.page.currentText() == "1280x720"
    qtbot.waitUntil(lambda: dialog.told.text().startswith("1280 × 720 pixels"))
    assert dialog.go.isEnabled()


def test_esc_gives_the_drawing_up_amid_typing(dialog: ExportPicture, qtbot: QtBot) -> None:
    field = dialog.choices.padding
    field.setFocus()

    def escape() -> None:
        if is_waiting(dialog):
            QTest.keyClick(field, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(0, escape)

    escape()
    QTest.keyClick(field, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Drawing was given up"))
    assert dialog.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Up)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert field.value() == 36


def test_the_bar_covers_no_field_and_takes_none_its_keys(
    dialog: ExportPicture, held: Event, qtbot: QtBot
) -> None:
    field = dialog.choices.padding
    field.setFocus()
    field.selectAll()
    shown: list[bool] = []

    def go_on() -> None:
        waiting = dialog.findChild(Waiting)
        if waiting is None or not waiting.isVisible():
            QTimer.singleShot(0, go_on)
            return
        left = dialog.choices.mapTo(dialog, QPoint()).x()
        shown.append(field.hasFocus() and 0 <= waiting.x() <= left - waiting.width())
        QTest.keyClicks(field, "20")
        held.set()

    go_on()
    QTest.keyClicks(field, "1")
    qtbot.waitUntil(lambda: bool(shown) and not is_waiting(dialog))
    assert shown == [True]
    assert field.hasFocus()
    assert field.value() == 120


def test_export_writes_what_was_typed_last(
    drawn_long: engine.Graph, desk: ExportDesk, qtbot: QtBot
) -> None:
    dialog = desk.open(graph=drawn_long)
    qtbot.waitUntil(lambda: bool(dialog.told.text()))
    desk.path = desk.folder / "out.png"
    field = dialog.choices.padding.lineEdit()
    field.selectAll()
    QTest.keyClicks(field, "99")
    press_export(dialog)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    width = int(dialog.told.text().split(" ")[0])
    assert QImage(str(desk.path)).width() == width
    assert desk.settings.export["padding"] == 99
