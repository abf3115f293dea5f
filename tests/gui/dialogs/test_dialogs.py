"""The questions and failures a dialog tells: what is asked, what each answer means."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.dialogs import choose, failure, message
from gui.dialogs.about import About
from gui.dialogs.recover import Recover
from gui.release.version import long_version
from gui.safety.entry import Entry


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def _soon(act: Callable[[QDialog], object]) -> None:
    """Let `act` have the modal dialog that is about to open."""

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        act(dialog)

    QTimer.singleShot(50, meet)


def _click(role: QMessageBox.ButtonRole) -> Callable[[QDialog], object]:
    def click(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        next(b for b in dialog.buttons() if dialog.buttonRole(b) is role).click()

    return click


@pytest.mark.parametrize(
    ("role", "answer"),
    [
        (QMessageBox.ButtonRole.AcceptRole, message.Answer.SAVE),
        (QMessageBox.ButtonRole.DestructiveRole, message.Answer.DISCARD),
        (QMessageBox.ButtonRole.RejectRole, message.Answer.CANCEL),
    ],
)
def test_unsaved_work_is_asked_about(
    parent: QWidget, role: QMessageBox.ButtonRole, answer: message.Answer
) -> None:
    _soon(_click(role))
    assert message.ask_unsaved(parent, "One linear unit") is answer


def test_a_question_begins_where_its_buttons_do(parent: QWidget) -> None:
    """Its lines stood further in, beside the room for an icon that it has not."""
    begins = set[int]()

    def look(dialog: QDialog) -> None:
        texts = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
        buttons = dialog.findChildren(QPushButton)
        begins.update(
            one.mapTo(dialog, QPoint(one.contentsRect().left() + max(one.indent(), 0), 0)).x()
            for one in texts
        )
        begins.add(min(one.mapTo(dialog, QPoint(0, 0)).x() for one in buttons))
        dialog.reject()

    _soon(look)
    message.ask_unsaved(parent, "XOR")
    assert len(begins) == 1


def test_escape_keeps_unsaved_work(parent: QWidget) -> None:
    _soon(lambda dialog: dialog.reject())
    assert message.ask_unsaved(parent, "One linear unit") is message.Answer.CANCEL


@pytest.mark.parametrize(
    ("role", "saved"),
    [
        (QDialogButtonBox.ButtonRole.AcceptRole, True),
        (QDialogButtonBox.ButtonRole.RejectRole, False),
    ],
)
def test_an_error_offers_to_save_and_copies_its_report(
    parent: QWidget, role: QDialogButtonBox.ButtonRole, saved: bool
) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, failure.Failure)
        dialog.copy.click()
        box = dialog.buttons
        next(b for b in box.buttons() if box.buttonRole(b) is role).click()

    _soon(act)
    assert failure.tell_error(parent, "ValueError: <b>", unsaved=True) is saved
    assert QApplication.clipboard().text() == "ValueError: <b>"


def test_a_crash_and_an_error_without_unsaved_work_offer_nothing_to_save(parent: QWidget) -> None:
    seen: list[int] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, failure.Failure)
        seen.append(len(dialog.buttons.buttons()))
        dialog.reject()

    _soon(act)
    failure.tell_crash(parent, "Aborted")
    _soon(act)
    assert not failure.tell_error(parent, "ValueError", unsaved=False)
    assert seen == [2, 2]


def test_a_failure_is_told_as_plain_text(parent: QWidget) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        seen.extend([dialog.text(), dialog.informativeText(), dialog.textFormat().name])
        dialog.accept()

    _soon(look)
    message.tell_failure(parent, "<b>x</b> cannot be opened:", "why")
    assert seen == ["<b>x</b> cannot be opened:", "why", "PlainText"]


@pytest.fixture
def no_native_dialogs() -> Iterator[None]:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def _type_name(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        name.setText(text)
        dialog.accept()

    return act


@pytest.mark.usefixtures("no_native_dialogs")
@pytest.mark.parametrize("typed", ["one", "exercise 1.2", "a=w*2.25", "w.x + b"])
def test_a_name_without_a_suffix_gets_one_before_anything_is_replaced(
    parent: QWidget, tmp_path: Path, typed: str
) -> None:
    _soon(_type_name(typed))
    found = choose.file_to_save(parent, tmp_path / "x.chainrule")
    assert found == tmp_path / f"{typed}.chainrule"
    _soon(lambda dialog: dialog.reject())
    assert choose.export_to_write(parent, tmp_path / "x.png", "PNG picture") is None


@pytest.mark.usefixtures("no_native_dialogs")
@pytest.mark.parametrize(
    ("role", "answer"),
    [(QMessageBox.ButtonRole.AcceptRole, "unit 1.2.png"), (QMessageBox.ButtonRole.RejectRole, "")],
)
def test_what_a_name_with_its_suffix_would_replace_is_asked_about(
    parent: QWidget, tmp_path: Path, role: QMessageBox.ButtonRole, answer: str
) -> None:
    (tmp_path / "unit 1.2.png").touch()

    def ask_again(dialog: QDialog) -> None:
        if not answer:
            _soon(lambda again: again.reject())
        _click(role)(dialog)

    def type_it(dialog: QDialog) -> None:
        _soon(ask_again)
        _type_name("unit 1.2")(dialog)

    _soon(type_it)
    found = choose.export_to_write(parent, tmp_path / "x.png", "PNG picture")
    assert found == (tmp_path / answer if answer else None)


def test_about_names_the_version_and_the_licence_of_all_that_ships(qtbot: QtBot) -> None:
    about = About()
    qtbot.addWidget(about)
    assert f"Version {long_version()}" in about.text.text()
    assert "MIT" in about.text.text()
    table = about.table
    told = {table.item(row, 0).text(): table.item(row, 2).text() for row in range(table.rowCount())}
    assert "BSD-3-Clause" in told["networkx"]
    assert "LGPL-3.0-only" in told["PySide6_Essentials"]
    assert told["Inter"] == "OFL-1.1"
    assert all(told.values())


def test_all_that_ships_is_read_without_a_mouse(qtbot: QtBot) -> None:
    about = About()
    qtbot.addWidget(about)
    about.show()
    about.activateWindow()
    qtbot.waitUntil(about.isActiveWindow)
    about.table.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(about.table.rowCount()):
        qtbot.keyClick(about.table, Qt.Key.Key_Down)
    bar = about.table.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(about.table, Qt.Key.Key_Tab)
    assert not about.table.hasFocus()


@pytest.mark.parametrize(
    ("role", "answer"),
    [
        (QMessageBox.ButtonRole.AcceptRole, message.Whose.MINE),
        (QMessageBox.ButtonRole.DestructiveRole, message.Whose.THEIRS),
        (QMessageBox.ButtonRole.ActionRole, message.Whose.SAVE_AS),
        (QMessageBox.ButtonRole.RejectRole, message.Whose.LATER),
    ],
)
def test_a_change_from_outside_is_asked_about(
    parent: QWidget, role: QMessageBox.ButtonRole, answer: message.Whose
) -> None:
    _soon(_click(role))
    assert message.ask_outside(parent, "unit.chainrule", unsaved=True) is answer
    _soon(lambda dialog: dialog.reject())
    assert message.ask_outside(parent, "unit.chainrule", unsaved=False) is message.Whose.LATER


@pytest.mark.parametrize(
    ("role", "chosen"),
    [(QMessageBox.ButtonRole.AcceptRole, True), (QMessageBox.ButtonRole.RejectRole, False)],
)
def test_a_copy_of_an_open_file_is_offered(
    parent: QWidget, role: QMessageBox.ButtonRole, chosen: bool
) -> None:
    for computer in ("", "elsewhere"):
        _soon(_click(role))
        assert message.ask_copy(parent, "unit.chainrule", 1e9, computer) is chosen


@pytest.mark.parametrize("seconds", [1e18, 1e300])
def test_a_time_that_no_calendar_has_is_left_out(
    parent: QWidget, qtbot: QtBot, seconds: float
) -> None:
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.reject()

    _soon(read)
    assert not message.ask_copy(parent, "unit.chainrule", seconds, "")
    assert told == ["unit.chainrule has been open in another window since —."]
    dialog = Recover([Entry(Path("1.journal"), "Work", None, seconds, "", b"")])
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).text() == "Work\n— · never saved"


def test_a_long_path_hides_neither_when_nor_how_much(qtbot: QtBot) -> None:
    path = Path("/home/someone") / ("of many lectures" * 12) / "unit.chainrule"
    work = Entry(Path("2.journal"), "unit", path, 1e9, "", b"", nodes=12)
    dialog = Recover([Entry(Path("1.journal"), "Work", None, 1e9, "", b""), work])
    qtbot.addWidget(dialog)
    title, told, place = dialog.list.item(1).text().split("\n")
    assert (title, place) == ("unit", str(path))
    assert told.endswith(" · 12 nodes")
    heights = [dialog.list.visualItemRect(dialog.list.item(i)).height() for i in range(2)]
    assert heights[1] > heights[0]
    assert sum(heights) <= dialog.list.viewport().height()
