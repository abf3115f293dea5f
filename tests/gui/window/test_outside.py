"""Files that others open, change and remove while a window has them."""

import hashlib
import shutil
from pathlib import Path

import pytest
from examples import UNIT
from orphans import orphan
from outside_desk import Asked, desk, file, theirs, value
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

import engine
from gui import document_file
from gui.actions.file import open_path, save, save_as
from gui.commands import SetValue
from gui.dialogs import message
from gui.safety.entry import entries
from gui.safety.guard import Outside
from gui.window.main_window import MainWindow

__all__ = ["desk", "file"]


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


def test_what_was_put_back_and_is_changed_again_is_asked_about_anew(
    desk: Asked, file: Path
) -> None:
    window, before = desk.another(file), file.read_bytes()
    other = theirs(file)
    for count, contents in ((1, other), (1, before), (2, other)):
        file.write_bytes(contents)
        window.guard.check()
        assert len(desk.asked) == count


def test_what_was_saved_here_is_no_change_however_the_document_goes_on(
    desk: Asked, file: Path
) -> None:
    window = desk.another(file)
    window.document.do(SetValue("w", 3.0))
    assert save(window)
    window.document.do(SetValue("w", 4.0))
    window.guard.check()
    assert desk.asked == []


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
    desk.outside = message.Whose.MINE
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
    desk.outside = message.Whose.THEIRS
    window.guard.check()
    assert desk.asked == ["unit.chainrule True"]
    assert value(window) == 9.0
    assert not window.document.modified


def test_theirs_that_cannot_be_read_leaves_mine(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    file.write_text("{")
    desk.outside = message.Whose.THEIRS
    window.guard.check()
    assert "unit.chainrule cannot be opened" in desk.told[0]
    assert value(window) == 2.0
    assert not save(window)  # asked again before anything is replaced
    assert file.read_text() == "{"


def test_mine_can_go_elsewhere(desk: Asked, file: Path, tmp_path: Path) -> None:
    window = desk.another(file)
    window.document.do(SetValue("w", 5.0))
    other = theirs(file)
    desk.outside, desk.path = message.Whose.SAVE_AS, tmp_path / "mine.chainrule"
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


def test_what_is_only_previewed_counts_as_no_document(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    window.document.preview(SetValue("w", 9.0))
    file.write_bytes(window.document.snapshot())
    window.guard.check()
    assert desk.asked == ["unit.chainrule True"]
    window.document.end_preview()
    assert window.guard.outside() is Outside.CHANGED


def test_a_change_while_the_file_is_read_is_noticed_and_work_on_it_does_not_follow(
    desk: Asked, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: Path) -> engine.Graph:
        graph = engine.load(path)
        theirs(path)
        return graph

    monkeypatch.setattr(document_file, "read_graph", read)
    window = desk.another(file)
    assert window.guard.outside() is Outside.CHANGED
    window.document.do(SetValue("w", 3.0))
    window.journal.flush()
    orphan(window.journal.file)
    [left] = entries(window.journal.file.parent)
    assert not left.follows


def test_a_files_contents_are_summed_up_once_as_it_is_opened(
    desk: Asked, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, read = desk.another(), []
    digest = hashlib.file_digest
    monkeypatch.setattr(
        "gui.document.fingerprint.hashlib.file_digest", lambda *a: read.append(a) or digest(*a)
    )
    assert open_path(window, file)
    assert len(read) == 1


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


def test_a_file_opened_by_a_relative_path_is_the_same_where_it_is_saved_by_its_whole_path(
    desk: Asked, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    window = desk.another(Path(file.name))
    window.document.do(SetValue("w", 5.0))
    before, desk.path = theirs(file), file
    assert not save_as(window)
    assert desk.asked == ["unit.chainrule True"]
    assert file.read_bytes() == before


def test_a_file_that_is_gone_leaves_the_recent_ones_by_a_relative_path_too(
    desk: Asked, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.settings.add_recent(file)
    file.unlink()
    monkeypatch.chdir(file.parent)
    desk.another(Path(file.name))
    assert desk.settings.recent == []
