"""A large graph is written beside the event loop, and what comes amid it is not lost."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, get_ident

import pytest
from long_work import Heart, give_up, waiting, window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from slow_disk import Disk, amid, disk, path

import engine
from engine.errors import WriteError
from engine.formats.chainrule_file import dumps
from gui.actions.file import save
from gui.commands import SetTitle
from gui.dialogs import message
from gui.document_file import Writing
from gui.safety.guard import Outside
from gui.window.main_window import MainWindow

__all__ = ["disk", "path", "window"]


def test_the_loop_goes_on_while_a_large_graph_is_written(
    window: MainWindow, path: Path, disk: Disk
) -> None:
    heart = amid(window, disk, lambda: None)
    assert save(window)
    assert heart.beats
    assert get_ident() not in disk.threads
    assert path.read_bytes() == dumps(window.document.graph)
    assert not window.document.modified
    assert window.guard.outside() is Outside.NOTHING


@pytest.mark.parametrize("how", ["button", "esc"])
def test_a_save_cannot_be_given_up_amid_the_writing(
    window: MainWindow, path: Path, disk: Disk, how: str
) -> None:
    heart = amid(window, disk, lambda: give_up(window, how))
    assert save(window)
    assert path.read_bytes() == dumps(window.document.graph)
    assert not window.document.modified
    assert heart.beats


@pytest.mark.usefixtures("path")
def test_what_is_too_late_to_be_given_up_offers_it_no_more(
    window: MainWindow, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 0)
    offered: list[bool] = []

    def each() -> None:
        if disk.begun.is_set() and waiting(window).isVisible():
            offered.append(waiting(window).cancel.isEnabled())
            if not offered[-1]:
                disk.may_go_on.set()

    window.canvas.setFocus()
    heart = Heart(window, each, after=0)
    assert save(window)
    assert not offered[-1]
    assert window.canvas.hasFocus()
    assert heart.beats


def test_a_save_given_up_before_the_writing_leaves_file_and_document(
    window: MainWindow, path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_copy = Event()
    monkeypatch.setattr("gui.document_file.Writing.write", _late(may_copy))

    def each() -> None:
        if not may_copy.is_set():
            waiting(window).cancel.click()
            may_copy.set()

    heart = Heart(window, each, after=0)
    assert not save(window)
    assert not path.exists()
    assert not disk.threads
    assert window.document.modified
    assert heart.beats


def test_a_window_that_closes_amid_a_save_does_so_after_it(
    window: MainWindow, path: Path, disk: Disk, qtbot: QtBot
) -> None:
    heart = amid(window, disk, lambda: give_up(window, "close"))
    assert save(window)
    assert path.read_bytes() == dumps(window.document.graph)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert heart.beats


def test_a_window_left_with_save_closes_once_it_is_written(
    window: MainWindow, path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message, "ask_unsaved", lambda *_: message.Answer.SAVE)
    said = dumps(window.document.graph)
    heart = amid(window, disk, lambda: give_up(window, "close"))
    window.close()
    assert not window.isVisible()
    assert path.read_bytes() == said
    assert heart.beats


def test_an_edit_amid_the_writing_is_unsaved_afterwards(
    window: MainWindow, path: Path, disk: Disk
) -> None:
    document = window.document
    heart = amid(window, disk, lambda: document.do(SetTitle("Amid"), at_once=True))
    assert save(window)
    assert engine.load(path).title == "Edited"
    assert document.title == "Amid"
    assert document.modified
    assert window.guard.outside() is Outside.NOTHING
    assert save(window)
    assert engine.load(path).title == "Amid"
    assert not document.modified
    assert heart.beats


def test_an_edit_before_the_copying_is_in_the_file(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, may_copy = window.document, Event()
    monkeypatch.setattr("gui.document_file.Writing.write", _late(may_copy))

    def each() -> None:
        if not may_copy.is_set():
            document.do(SetTitle("Amid"), at_once=True)
            may_copy.set()

    heart = Heart(window, each, after=0)
    assert save(window)
    assert engine.load(path).title == "Amid"
    assert not document.modified
    assert heart.beats


def _late(may_copy: Event) -> Callable[[Writing], bool]:
    write = Writing.write

    def wait_and_write(one: Writing) -> bool:
        assert may_copy.wait(10.0)
        return write(one)

    return wait_and_write


@pytest.mark.usefixtures("path")
def test_a_save_amid_a_save_is_not_taken(window: MainWindow, disk: Disk) -> None:
    again: list[bool] = []
    heart = amid(window, disk, lambda: again.append(save(window)))
    assert save(window)
    assert again == [False]
    assert len(disk.threads) == 1
    assert heart.beats


def test_nobody_asks_about_the_file_that_is_just_written(
    window: MainWindow, path: Path, disk: Disk
) -> None:
    told: list[str] = []
    window.guard.noticed.connect(lambda: told.append("another"))
    path.write_bytes(b"what was there")
    window.document.in_file = window.guard._document._found_in_file()

    def look() -> None:
        path.write_bytes(b"half of it")  # as far as anyone can see amid the writing
        for _ in range(3):
            window.guard._look()
        window.guard.check()

    heart = amid(window, disk, look)
    assert save(window)
    assert told == []
    window.guard.check()
    assert told == []
    assert heart.beats


@pytest.mark.usefixtures("path")
def test_a_write_that_fails_beside_the_loop_is_told(
    window: MainWindow, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(message, "offer_save_as", lambda *said: told.append(said[-1]))
    disk.error = WriteError("cannot be written: the disk is full", reason="the disk is full")
    heart = amid(window, disk, lambda: None)
    assert not save(window)
    assert told == ["the disk is full"]
    assert window.document.modified
    assert heart.beats


def test_the_end_of_the_program_waits_for_the_writing(
    window: MainWindow, path: Path, disk: Disk, qapp: QApplication
) -> None:
    heart = amid(window, disk, lambda: QApplication.exit(0))
    assert save(window)
    heart._timer.stop()
    QTimer.singleShot(0, lambda: QApplication.exit(0))
    qapp.exec()  # else Qt would run no other loop
    assert path.read_bytes() == dumps(window.document.graph)
    assert not window.document.modified
    assert heart.beats


def test_a_window_that_is_left_before_the_copying_writes_nothing(
    window: MainWindow, path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.may_go_on.set()
    assert save(window)
    before, may_copy = path.read_bytes(), Event()
    monkeypatch.setattr("gui.document_file.Writing.write", _late(may_copy))

    def each() -> None:
        if not may_copy.is_set():
            window.put_away()  # as where the session ends
            may_copy.set()

    heart = Heart(window, each, after=0)
    assert not save(window)
    assert path.read_bytes() == before
    assert heart.beats


def test_an_edit_amid_the_save_with_which_a_window_is_left_is_asked_about(
    window: MainWindow, path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [message.Answer.SAVE, message.Answer.CANCEL]
    monkeypatch.setattr(message, "ask_unsaved", lambda *_: answers.pop(0))
    document = window.document
    heart = amid(window, disk, lambda: document.do(SetTitle("Amid"), at_once=True))
    window.close()
    assert window.isVisible()
    assert not answers
    assert engine.load(path).title == "Edited"
    assert document.modified
    assert heart.beats
