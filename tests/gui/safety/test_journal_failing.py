"""The journal where the disk refuses, and of work that was taken over: nothing goes too early."""

from pathlib import Path

import pytest
from orphans import orphan
from pytestqt.qtbot import QtBot

from gui.commands import AddNodes, NewNode, SetTitle, SetValue
from gui.document import Document
from gui.safety import journal as journal_module
from gui.safety.entry import Entry, entries
from gui.safety.journal import PAUSE, Journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def document() -> Document:
    document = Document()
    document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    return document


class Disk:
    """A disk that refuses while it is `full`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self._write = journal_module.write_whole
        monkeypatch.setattr(journal_module, "write_whole", self.write)

    def write(self, path: Path, data: bytes) -> None:
        if self.full:
            raise OSError("full")
        self._write(path, data)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def _left(folder: Path, title: str, at: float) -> Entry:
    """Return the entry of an editor that is gone, which it wrote at that time."""
    document = Document()
    document.do(SetTitle(title))
    journal = Journal(document, folder)
    journal.flush()
    orphan(journal.file, time=at)
    return next(entry for entry in entries(folder) if entry.title == title)


def test_what_was_taken_over_stays_until_it_is_written_down_anew(
    folder: Path, document: Document, disk: Disk
) -> None:
    entry = _left(folder, "Work", 1_000_000.0)
    journal = Journal(document, folder)
    journal.take_over(entry)
    disk.full = True
    journal.flush()
    assert entry.file.exists()
    disk.full = False
    journal.flush()
    assert not entry.file.exists()
    assert journal.file.exists()
    journal.close()


def test_a_failure_is_told_anew_once_it_has_worked_in_between(
    folder: Path, document: Document, disk: Disk, qtbot: QtBot
) -> None:
    journal, told = Journal(document, folder), []
    journal.failed.connect(told.append)
    journal.flush()
    for count in (1, 2):
        document.do(SetValue("k", 1.0 + count))
        disk.full = True
        journal.flush()
        qtbot.waitUntil(lambda count=count: told == ["full"] * count)
        disk.full = False
        document.undo()  # to what the entry holds still
        with qtbot.waitSignal(journal.written):
            journal.flush()
    journal.close()


def test_the_newest_work_is_offered_first(folder: Path) -> None:
    for title, at in (("second", 2e6), ("third", 3e6), ("first", 1e6)):
        _left(folder, title, at)
    assert [entry.title for entry in entries(folder)] == ["third", "second", "first"]


def test_how_long_it_pauses_follows_the_last_copy_alone(
    folder: Path, document: Document, qtbot: QtBot
) -> None:
    journal = Journal(document, folder)
    journal._spent = 3.0
    with qtbot.waitSignal(journal.written):
        journal._tick()
    assert journal._pause == PAUSE
    journal.close()


def test_no_drag_waits_for_a_graph_that_takes_long_to_copy(
    folder: Path, document: Document
) -> None:
    journal = Journal(document, folder)
    journal._pause = PAUSE + 1
    document.preview(SetValue("k", 3.0))
    journal._tick()
    assert journal._pending is None
    assert journal._timer.interval() < PAUSE
    document.end_preview()
    journal._tick()
    assert journal._pending is not None
    journal.close()
