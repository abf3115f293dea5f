"""A crash, the next start, and the work is back."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from examples import UNIT
from long_work import Heart, waiting
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

import engine
from gui.actions import loading
from gui.actions.file import open_path
from gui.commands import AddNodes, NewNode, SetValue
from gui.dialogs import message
from gui.dialogs.recover import Recover
from gui.dialogs.waiting import Waiting
from gui.language import speak
from gui.safety.entry import entries
from gui.threads.work import Cancelled
from gui.window import recovery
from gui.window.main_window import MainWindow
from gui.window.recovery import offer

ROLES = QDialogButtonBox.ButtonRole


class Crashed(Desk):
    """A desk on which editors die."""

    def crash(self, path: Path, value: float, name: str) -> Path:
        """Leave the journal of an editor that died over an edit of `path`."""
        window = self.another()
        assert open_path(window, path)
        window.document.do(SetValue("w", value))
        left = self.leave(window, name)
        window.document.undo()
        window.close()
        return left

    def leave(self, window: MainWindow, name: str) -> Path:
        """Let a journal of what is in `window` lie as that of an editor that died."""
        window.journal.flush()
        line, _, contents = window.journal.file.read_bytes().partition(b"\n")
        head = json.loads(line)
        head["owner"]["started"] = "before"
        left = window.journal.file.with_name(name)
        left.write_bytes(json.dumps(head).encode() + b"\n" + contents)
        return left

    def answer(self, role: QDialogButtonBox.ButtonRole, untick: int | None = None) -> None:
        def act() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, Recover)
            if untick is not None:
                dialog.list.item(untick).setCheckState(Qt.CheckState.Unchecked)
            box = dialog.buttons
            next(b for b in box.buttons() if box.buttonRole(b) is role).click()

        QTimer.singleShot(30, act)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crashed]:
    monkeypatch.setattr(message, "ask_unsaved", lambda *_: message.Answer.DISCARD)
    desk = Crashed(tmp_path)
    yield desk
    desk.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(UNIT, tmp_path / "unit.chainrule"))


def test_two_works_of_one_minute_without_a_title_are_told_apart(
    desk: Crashed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both stood there as `Untitled`, of the same minute, and no more was said."""
    for number, text in enumerate(("q = a*b", "J = (w*x + b - y)^2/2")):
        window = desk.another()
        window.show_canvas()
        for key in text:
            QTest.keyClick(QApplication.focusWidget(), key)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        desk.leave(window, f"1-{number}.journal")
        window.document.history.setClean()
    seen: list[str] = []

    def read(dialog: Recover) -> None:
        seen.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))

    monkeypatch.setattr("gui.window.recovery.ask", read)
    offer(desk.another(), desk.another)
    assert [text.partition("\n")[0] for text in seen] == ["Untitled"] * 2
    assert {text.split(" · ")[1] for text in seen} == {
        "3 nodes (a, b, q)",
        "9 nodes (w, x, c, b, …)",
    }


def test_work_comes_back_unsaved_into_its_own_file(desk: Crashed, file: Path) -> None:
    left = desk.crash(file, 5.0, "1-a.journal")
    before = file.read_bytes()
    window = desk.another()
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    assert window.document.path == file
    assert window.document.modified
    assert window.document.graph.attributes("w")["value"] == 5.0
    assert file.read_bytes() == before
    assert not left.exists()
    assert window.journal.file.exists()


def test_each_work_gets_a_window_and_unticked_work_stays(desk: Crashed, file: Path) -> None:
    lefts = [desk.crash(file, 5.0 + i, f"1-{i}.journal") for i in range(3)]
    window = desk.another()
    count = len(desk.windows)
    desk.answer(ROLES.AcceptRole, untick=1)
    offer(window, desk.another)
    assert len(desk.windows) == count + 1
    assert [left.exists() for left in lefts].count(True) == 1


def test_newer_work_in_the_file_is_not_in_danger(desk: Crashed, file: Path) -> None:
    desk.crash(file, 5.0, "1-a.journal")
    graph = engine.load(file)
    graph.set_attribute("w", "value", 9.0)
    engine.save(graph, file)
    window = desk.another()
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    assert window.document.path is None
    assert window.document.graph.attributes("w")["value"] == 5.0
    assert "unit.chainrule was changed or removed since" in window.status.said.text()
    assert engine.load(file).attributes("w")["value"] == 9.0


def test_the_original_is_not_needed(desk: Crashed, file: Path) -> None:
    desk.crash(file, 5.0, "1-a.journal")
    file.unlink()
    window = desk.another()
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    assert window.document.graph.attributes("w")["value"] == 5.0


def test_a_large_work_comes_back_beside_the_loop_and_goes_once_it_is_written_down(
    desk: Crashed, file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    left = desk.crash(file, 5.0, "1-a.journal")
    monkeypatch.setattr(loading, "_LONG_FILE", 0)
    monkeypatch.setattr(recovery, "LARGE", 1)
    window = desk.another()
    heart = Heart(window)
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    heart._timer.stop()
    assert heart.beats
    assert window.document.graph.attributes("w")["value"] == 5.0
    assert window.document.modified
    assert left.exists()
    with qtbot.waitSignal(window.journal.written):
        pass
    assert window.journal.file.exists()
    assert not left.exists()


@pytest.mark.parametrize("end", ["saved elsewhere", "given up", "put away"])
def test_a_large_work_that_is_done_with_at_once_is_not_offered_again(
    desk: Crashed, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    left = desk.crash(file, 5.0, "1-a.journal")
    monkeypatch.setattr(loading, "_LONG_FILE", 0)
    monkeypatch.setattr(recovery, "LARGE", 1)
    window = desk.another()
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    assert left.exists()
    own = window.journal.file
    if end == "saved elsewhere":
        window.document.mark_saved(tmp_path / "other.chainrule", window.document.contents())
    elif end == "given up":
        window.close()
    else:
        window.put_away()
    assert not left.exists()
    assert own.exists() is (end == "put away")


def test_work_whose_recovery_is_given_up_is_kept(
    desk: Crashed, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lefts = [desk.crash(file, 5.0 + i, f"1-{i}.journal") for i in range(2)]
    monkeypatch.setattr(loading, "_LONG_FILE", 0)
    window = desk.another()
    assert open_path(window, file)
    given_up: list[Waiting] = []

    def give_up_each() -> None:
        if waiting(window) not in given_up:
            given_up.append(waiting(window))
            waiting(window).cancel.click()

    heart = Heart(window, give_up_each, after=0)
    windows = len(desk.windows)
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    assert heart.beats > 0
    assert len(given_up) == len(lefts)
    assert all(left.exists() for left in lefts)
    assert len(desk.windows) == windows


def test_a_window_that_was_closed_meanwhile_gets_no_work(
    desk: Crashed, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lefts = [desk.crash(file, 5.0 + i, f"1-{i}.journal") for i in range(2)]
    window, recovered = desk.another(), loading.recovered

    def closed(place: MainWindow, *what: Any) -> loading.Loaded:
        if place is window:
            window.close()
            raise Cancelled
        return recovered(place, *what)

    monkeypatch.setattr(loading, "recovered", closed)
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    assert [left.exists() for left in lefts].count(True) == 1  # it was given up
    assert desk.windows[-1] is not window
    assert desk.windows[-1].document.graph.value("w") in (5.0, 6.0)
    assert desk.windows[-1].journal.file.exists()


@pytest.mark.parametrize(("role", "stays"), [(ROLES.RejectRole, 1), (ROLES.DestructiveRole, 0)])
def test_later_keeps_and_discard_forgets(
    desk: Crashed, file: Path, role: QDialogButtonBox.ButtonRole, stays: int
) -> None:
    left = desk.crash(file, 5.0, "1-a.journal")
    window = desk.another()
    desk.answer(role)
    offer(window, desk.another)
    assert window.document.graph.nodes() == []
    assert len(entries(left.parent)) == stays


def test_nothing_is_asked_when_nothing_is_left(
    desk: Crashed, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Recover] = []
    monkeypatch.setattr("gui.window.recovery.ask", asked.append)
    offer(desk.another(), desk.another)
    assert not asked


def test_work_that_cannot_be_read_is_told_and_kept(
    desk: Crashed, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = desk.crash(file, 5.0, "1-a.journal")
    left.write_bytes(left.read_bytes()[:-20])
    told: list[str] = []
    monkeypatch.setattr(message, "tell_failure", lambda _w, *texts: told.extend(texts))
    window = desk.another()
    desk.answer(ROLES.AcceptRole)
    offer(window, desk.another)
    assert told[0] == "“One linear unit” cannot be recovered:"
    assert left.exists()


def test_work_that_cannot_be_read_makes_no_window(
    desk: Crashed, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = desk.crash(file, 5.0, "1-a.journal")
    left.write_bytes(left.read_bytes()[:-20])
    desk.crash(file, 6.0, "2-b.journal")
    monkeypatch.setattr(message, "tell_failure", lambda *_: None)
    window = desk.another()
    assert open_path(window, file)
    made: list[MainWindow] = []

    def another() -> MainWindow:
        made.append(desk.another())
        return made[-1]

    desk.answer(ROLES.AcceptRole)
    offer(window, another)
    assert [place.document.graph.value("w") for place in made] == [6.0]


def test_closing_leaves_no_journal(desk: Crashed, file: Path) -> None:
    window = desk.another()
    assert open_path(window, file)
    window.document.do(SetValue("w", 5.0))
    window.journal.flush()
    assert window.close()
    assert list(window.journal.file.parent.iterdir()) == []


def test_the_list_cannot_be_acted_on_with_nothing_ticked(desk: Crashed, file: Path) -> None:
    left = desk.crash(file, 5.0, "1-a.journal")
    dialog = Recover(entries(left.parent))
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    enabled = {dialog.buttons.buttonRole(b): b.isEnabled() for b in dialog.buttons.buttons()}
    assert enabled == {
        ROLES.AcceptRole: False,
        ROLES.DestructiveRole: False,
        ROLES.RejectRole: True,
    }


def test_work_without_a_name_is_told_in_the_language_that_is_spoken_now(
    desk: Crashed, qapp: QApplication
) -> None:
    window = desk.another()
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    desk.leave(window, "left.journal")
    window.document.undo()
    window.close()
    translators = speak(qapp, "de")
    try:
        rows: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, Recover)
            rows.append(dialog.list.item(0).text())
            dialog.reject()

        again = desk.another()
        QTimer.singleShot(30, look)
        offer(again, desk.another)
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    title, told = rows[0].splitlines()
    assert title == "Unbenannt"
    assert re.match(r"\d\d\.\d\d\.\d\d \d\d:\d\d · 1 Knoten \(k\)", told)
