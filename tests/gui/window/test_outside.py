"""Files that others open, change and remove while a window has them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import engine
from gui.actions.file import open_path, save, save_as
from gui.commands import SetValue
from gui.dialogs import choose, message
from gui.safety.lock import lock_file
from gui.window.main_window import MainWindow
from resources import resource

UNIT = resource("examples/linear-unit.chainrule")


class Asked(Desk):
    """A desk on which every question about files gets a known answer."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self.told: list[str] = []
        self.asked: list[str] = []
        self.copy = False
        self.outside = message.Outside.LATER
        self.path: Path | None = None
        monkeypatch.setattr(message, "ask_unsaved", lambda *_: message.Answer.DISCARD)
        monkeypatch.setattr(message, "ask_copy", self._ask_copy)
        monkeypatch.setattr(message, "ask_outside", self._ask_outside)
        monkeypatch.setattr(
            message, "tell_failure", lambda _w, *text: self.told.append(" ".join(text))
        )
        monkeypatch.setattr(choose, "file_to_save", lambda *_: self.path)

    def _ask_copy(self, _parent: QWidget, name: str, _since: float, _computer: str) -> bool:
        self.asked.append(name)
        return self.copy

    def _ask_outside(self, _parent: QWidget, name: str, *, unsaved: bool) -> message.Outside:
        self.asked.append(f"{name} {unsaved}")
        return self.outside


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    desk = Asked(tmp_path, monkeypatch)
    yield desk
    desk.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(UNIT, tmp_path / "unit.chainrule"))


def theirs(file: Path, value: float = 9.0, *, keep_time: bool = True) -> bytes:
    """Replace the file as another program would; its time may even stay."""
    time = file.stat().st_mtime_ns
    graph = engine.load(file)
    graph.set_attribute("w", "value", value)
    engine.save(graph, file)
    if keep_time:
        os.utime(file, ns=(time, time))
    return file.read_bytes()


def value(window: MainWindow) -> object:
    return window.document.graph.attributes("w")["value"]


# --- two windows, one file


def test_a_second_window_may_look_at_a_copy(desk: Asked, file: Path) -> None:
    desk.another(file)
    second = desk.another(file)
    assert desk.asked == ["unit.chainrule"]
    assert second.document.graph.nodes() == []
    desk.copy = True
    assert open_path(second, file)
    assert second.document.path is None
    assert value(second) == 2.0


@pytest.mark.parametrize("path", [UNIT, resource("lessons/xor.chainrule")])
def test_a_shipped_graph_is_nobodys(desk: Asked, path: Path) -> None:
    assert [desk.another(path).document.path for _ in range(2)] == [path, path]
    assert not lock_file(path).exists()


def test_a_second_window_cannot_save_over_the_first(desk: Asked, file: Path) -> None:
    desk.another(file)
    desk.copy, desk.path = True, file
    second = desk.another(file)
    second.document.do(SetValue("w", 5.0))
    before = file.read_bytes()
    assert not save_as(second)
    assert "it is open in another window" in desk.told[0]
    assert second.document.modified
    assert file.read_bytes() == before


def test_a_file_that_was_left_is_free_again(desk: Asked, file: Path, tmp_path: Path) -> None:
    first, second = desk.another(file), desk.another()
    desk.path = tmp_path / "two.chainrule"
    assert save_as(first)
    assert open_path(second, file)
    second.close()
    first.close()
    assert list(tmp_path.glob(".*lock")) == []


def test_a_file_that_cannot_be_opened_is_not_held(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    bad = file.with_name("bad.chainrule")
    bad.write_text("{")
    assert not open_path(window, bad)
    assert not lock_file(bad).exists()
    assert lock_file(file).exists()


def test_the_same_window_can_open_its_file_again(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    assert open_path(window, file)
    assert window.document.path == file
    assert desk.asked == []
    assert lock_file(file).exists()


def test_a_read_only_folder_works_without_a_lock(desk: Asked) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        file = folder / "unit.chainrule"
        shutil.copy(UNIT, file)
        file.chmod(0o666)
        folder.chmod(0o555)
        user = os.geteuid()
        window = desk.another()  # what the program is made of may be for its owner alone
        os.seteuid(65534 if user == 0 else user)
        try:
            assert open_path(window, file)
            window.document.do(SetValue("w", 5.0))
            assert not save(window)
            assert "no permission to write there" in desk.told[0]
            assert window.document.modified
            assert window.document.path == file
            assert not lock_file(file).exists()
        finally:
            os.seteuid(user)
            folder.chmod(0o755)


# --- a file that becomes another one


def test_a_change_is_noticed_by_content_though_the_time_stays(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    theirs(file)
    window.guard.check()
    assert desk.asked == ["unit.chainrule False"]
    window.guard.check()  # asked once for one content
    assert len(desk.asked) == 1
    theirs(file, 10.0)
    window.guard.check()
    assert len(desk.asked) == 2


def test_a_file_that_was_only_touched_is_no_change(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    file.write_bytes(file.read_bytes())
    window.guard.check()
    window.guard.eventFilter(window, QEvent(QEvent.Type.WindowActivate))
    assert desk.asked == []


def test_a_change_is_noticed_without_anyone_asking(desk: Asked, file: Path, qtbot: QtBot) -> None:
    window = desk.another(file)
    window.guard._poll.setInterval(20)
    for count in (1, 2):  # an atomic replace makes watchers fall silent; ours looks again
        theirs(file, 20.0 + count, keep_time=False)
        qtbot.waitUntil(lambda count=count: len(desk.asked) == count)


def test_coming_back_to_the_window_looks_at_the_file(desk: Asked, file: Path, qtbot: QtBot) -> None:
    window = desk.another(file)
    theirs(file)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: len(desk.asked) == 1)


def test_mine_is_kept_unsaved_until_it_is_saved(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    other = theirs(file)
    desk.outside = message.Outside.MINE
    window.guard.check()
    assert window.document.modified
    assert window.isWindowModified()
    assert file.read_bytes() == other
    assert save(window)
    assert engine.load(file).attributes("w")["value"] == 2.0
    assert len(desk.asked) == 1


def test_theirs_replaces_mine(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    window.document.do(SetValue("w", 5.0))
    theirs(file)
    desk.outside = message.Outside.THEIRS
    window.guard.check()
    assert desk.asked == ["unit.chainrule True"]
    assert value(window) == 9.0
    assert not window.document.modified


def test_theirs_that_cannot_be_read_leaves_mine(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    file.write_text("{")
    desk.outside = message.Outside.THEIRS
    window.guard.check()
    assert "unit.chainrule cannot be opened" in desk.told[0]
    assert value(window) == 2.0
    assert not save(window)  # asked again before anything is replaced
    assert file.read_text() == "{"


def test_mine_can_go_elsewhere(desk: Asked, file: Path, tmp_path: Path) -> None:
    window = desk.another(file)
    window.document.do(SetValue("w", 5.0))
    other = theirs(file)
    desk.outside, desk.path = message.Outside.SAVE_AS, tmp_path / "mine.chainrule"
    assert save(window)
    assert window.document.path == desk.path
    assert file.read_bytes() == other
    assert engine.load(desk.path).attributes("w")["value"] == 5.0


def test_a_save_asks_before_it_replaces_what_others_wrote(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    window.document.do(SetValue("w", 5.0))
    other = theirs(file)
    assert not save(window)
    assert file.read_bytes() == other
    assert window.document.modified


def test_a_file_that_came_to_hold_the_document_counts_as_saved(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    window.document.do(SetValue("w", 9.0))
    file.write_bytes(window.document.snapshot())
    window.guard.check()
    assert desk.asked == []
    assert not window.document.modified


def test_a_removed_file_makes_the_document_unsaved(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    file.unlink()
    window.guard.check()
    assert window.document.modified
    assert "was removed" in window.status.said.text()
    assert save(window)
    assert file.exists()
    assert not window.document.modified


def test_a_vanished_folder_is_told_and_the_work_stays(desk: Asked, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    window = desk.another(Path(shutil.copy(UNIT, folder / "unit.chainrule")))
    window.document.do(SetValue("w", 5.0))
    shutil.rmtree(folder)
    assert not save(window)
    assert "there is no such folder" in desk.told[0]
    assert window.document.modified
    folder.mkdir()
    assert save(window)


def test_a_link_and_its_mode_stay(desk: Asked, file: Path) -> None:
    file.chmod(0o640)
    link = file.with_name("link.chainrule")
    link.symlink_to(file.name)
    window = desk.another(link)
    window.document.do(SetValue("w", 5.0))
    assert save(window)
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    window.guard.check()
    assert desk.asked == []


def test_the_question_waits_for_the_window_to_be_in_front(
    desk: Asked, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.another(file)
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: False)
    theirs(file)
    window.guard.check()
    assert desk.asked == []
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: True)
    window.guard.check()
    assert len(desk.asked) == 1
