"""The journal: what is not saved is on the disk, and comes back."""

import itertools
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from orphans import GONE, orphan
from PySide6.QtCore import QStandardPaths, QTimer
from pytestqt.qtbot import QtBot

import engine
from engine.formats import chainrule_file
from engine.formats.contents import Contents
from engine.progress import report
from gui import document_file
from gui.commands import AddNodes, NewNode, SetTitle, SetValue
from gui.document import Document
from gui.safety import journal as journal_module
from gui.safety.entry import entries
from gui.safety.journal import PAUSE, Journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def document(tmp_path: Path) -> Document:
    document = Document()
    document.do(AddNodes([NewNode("k", "constant", {"value": 1.0, "position": (0.0, 0.0)})]))
    document_file.save(document, tmp_path / "one.chainrule")
    return document


def test_an_edit_is_on_the_disk_within_the_pause(folder: Path, qtbot: QtBot) -> None:
    assert PAUSE < 2000
    document = Document()
    journal = Journal(document, folder)
    with qtbot.waitSignal(journal.written):
        document.do(SetTitle("Work"))
    orphan(journal.file)
    [entry] = entries(folder)
    assert entry.title == "Work"
    assert entry.path is None
    assert entry.contents == document.contents()
    journal.close()
    assert list(folder.iterdir()) == []


def test_edits_without_a_rest_do_not_put_the_entry_off(folder: Path, qtbot: QtBot) -> None:
    document = Document()
    journal = Journal(document, folder)
    journal._pause = 100
    titles = itertools.count()
    always = QTimer(interval=0)
    always.timeout.connect(lambda: document.do(SetTitle(str(next(titles)))))
    with qtbot.waitSignal(journal.written):
        always.start()
    always.stop()
    journal.close()


def test_what_is_still_being_written_as_it_is_saved_leaves_no_entry_either(
    folder: Path, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, held = Journal(document, folder), threading.Event()
    put_down = journal._put_down

    def wait_and_put_down(*parts: bytes) -> bool:
        held.wait(30.0)
        return put_down(*parts)

    monkeypatch.setattr(journal, "_put_down", wait_and_put_down)
    document.do(SetValue("k", 7.0))
    journal._tick()
    threading.Timer(0.05, held.set).start()
    document_file.save(document, tmp_path / "one.chainrule")
    journal.close()  # whatever is under way has ended by then
    assert list(folder.iterdir()) == []


def test_a_save_does_not_wait_for_what_is_still_being_written(
    folder: Path, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, held = Journal(document, folder), threading.Event()
    begun, after = threading.Event(), list[bytes]()

    def wait_and_write(contents: Contents) -> bytes:
        begun.set()
        held.wait(30.0)
        report(0.0)
        after.append(chainrule_file.written(contents))
        return after[-1]

    monkeypatch.setattr(journal_module, "written", wait_and_write)
    document.do(SetValue("k", 7.0))
    journal._tick()
    assert begun.wait(30.0)
    document_file.save(document, tmp_path / "one.chainrule")
    assert not held.is_set()  # the save is done, all the same
    held.set()
    journal.close()
    assert after == []  # nobody needs it any more
    assert not journal.file.exists()


def test_what_is_saved_or_undone_leaves_no_entry(
    folder: Path, document: Document, tmp_path: Path
) -> None:
    journal = Journal(document, folder)
    for leave in (document.undo, lambda: document_file.save(document, tmp_path / "one.chainrule")):
        document.do(SetValue("k", 7.0))
        journal.flush()
        assert journal.file.exists()
        leave()
        journal.flush()
        assert not journal.file.exists()
    journal.close()


def test_a_drag_goes_on_while_it_is_written_down(folder: Path, document: Document) -> None:
    journal = Journal(document, folder)
    document.preview(SetValue("k", 8.0))
    journal.flush()
    assert document.graph.attributes("k")["value"] == 8.0
    orphan(journal.file)
    assert chainrule_file.loads(entries(folder)[0].contents).attributes("k")["value"] == 8.0
    document.end_preview()
    journal.close()


def test_the_work_of_a_living_editor_is_not_offered(folder: Path, document: Document) -> None:
    journal = Journal(document, folder)
    document.do(SetValue("k", 2.0))
    journal.flush()
    assert entries(folder) == []
    journal.close()


def test_work_of_another_computer_is_offered_once_it_is_old(
    folder: Path, document: Document
) -> None:
    journal = Journal(document, folder)
    document.do(SetValue("k", 2.0))
    journal.flush()
    elsewhere = {**GONE, "host": "elsewhere"}
    orphan(journal.file, owner=elsewhere)
    assert entries(folder) == []
    orphan(journal.file, owner=elsewhere, time=time.time() - 4000)
    assert len(entries(folder)) == 1
    journal.close()


def test_an_entry_follows_its_file_until_that_is_another(folder: Path, document: Document) -> None:
    journal = Journal(document, folder)
    document_file.save(document, document.path)
    document.do(SetValue("k", 2.0))
    journal.flush()
    orphan(journal.file)
    [entry] = entries(folder)
    assert entry.follows
    newer = engine.Graph()
    engine.save(newer, document.path)
    assert not entry.follows
    document.path.unlink()
    assert not entry.follows
    journal.close()


def test_work_that_was_saved_in_the_last_moment_is_not_offered(
    folder: Path, document: Document
) -> None:
    journal = Journal(document, folder)
    document.do(SetValue("k", 2.0))
    journal.flush()
    orphan(journal.file)
    document.path.write_bytes(document.contents())
    assert entries(folder) == []
    assert not journal.file.exists()
    journal.close()


def test_work_on_a_file_where_nobody_may_look_is_offered(folder: Path, document: Document) -> None:
    journal = Journal(document, folder)
    document.do(SetValue("k", 2.0))
    journal.flush()
    orphan(journal.file, path=str(folder / ("n" * 300) / "one.chainrule"))
    [entry] = entries(folder)
    assert not entry.follows
    journal.close()


@pytest.mark.parametrize(
    "damage", [b"", b"\n", b"null\n", b"{}\n", b"\xff\xfe\n", b'{"owner": {"pid": 1}}\n{}']
)
def test_what_is_no_entry_is_passed_over_and_left_alone(folder: Path, damage: bytes) -> None:
    folder.mkdir()
    (folder / "1-a.journal").write_bytes(damage)
    assert entries(folder) == []
    assert (folder / "1-a.journal").read_bytes() == damage


def test_drafts_that_were_cut_off_go_after_a_while(folder: Path) -> None:
    folder.mkdir()
    for name, age in (("old", 4000), ("new", 0)):
        draft = folder / f".{name}.chainrule-draft"
        draft.touch()
        os.utime(draft, (time.time() - age,) * 2)
    assert entries(folder) == []
    assert [file.name for file in folder.iterdir()] == [".new.chainrule-draft"]


def test_a_journal_that_cannot_be_written_says_so_once(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").touch()
    document = Document()
    journal = Journal(document, tmp_path / "file" / "journal")
    told: list[str] = []
    journal.failed.connect(told.append)
    for title in "ab":
        document.do(SetTitle(title))
        journal.flush()
        qtbot.wait(1)
    assert told == [f"not a directory: '{tmp_path / 'file' / 'journal'}'"]
    journal.close()


def test_an_error_of_our_own_in_writing_is_told_and_the_journal_can_be_closed(
    folder: Path, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> bytes:
        raise MemoryError

    journal = Journal(document, folder)
    monkeypatch.setattr(journal_module, "written", fail)
    with qtbot.waitSignal(journal.failed) as told:
        document.do(SetValue("k", 7.0))
    assert told.args == ["MemoryError"]
    journal.close()
    assert list(folder.glob("*")) == []


def test_the_disk_is_written_outside_the_editors_thread(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    monkeypatch.setattr(
        journal_module, "write_whole", lambda *_: threads.append(threading.current_thread())
    )
    document = Document()
    journal = Journal(document, folder)
    document.do(SetTitle("Work"))
    journal.flush()
    assert threads
    assert threads[0] is not threading.main_thread()
    journal.close()


CRASHING = Path(__file__).parents[2] / "support" / "crashing_editor.py"
ROUNDS = int(os.environ.get("CRASH_ROUNDS", "2"))


def whole_lines(out: Path) -> list[list[str]]:
    """Return the words of each line that was written to its end: a kill may cut the last one."""
    lines = out.read_text().splitlines(keepends=True)
    return [line.split() for line in lines if line.endswith("\n")]


def test_a_line_that_a_kill_cut_is_not_read(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("edit 1 0.5\njournal 1\nedit 2")
    assert whole_lines(out) == [["edit", "1", "0.5"], ["journal", "1"]]


def test_a_killed_editor_loses_nothing_that_its_journal_had(tmp_path: Path) -> None:
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    folder = Path(QStandardPaths.writableLocation(kind)) / "chainrule" / "journal"
    rng = random.Random(7)  # noqa: S311  no secret
    lost = []
    for seed in range(ROUNDS):
        out = tmp_path / f"{seed}.txt"
        with out.open("wb") as file:
            editor = subprocess.Popen([sys.executable, str(CRASHING), str(seed)], stdout=file)
            while not any(line[0] == "journal" for line in whole_lines(out)):
                assert editor.poll() is None
                time.sleep(0.02)
            time.sleep(rng.uniform(0, 2.5))
            editor.send_signal(signal.SIGKILL)
            killed = time.monotonic()
            editor.wait()
        lines = whole_lines(out)
        edits = {int(line[1]): float(line[2]) for line in lines if line[0] == "edit"}
        announced = max(int(line[1]) for line in lines if line[0] == "journal")
        [entry] = entries(folder)
        graph = chainrule_file.loads(entry.contents)
        recovered = int(graph.attributes("k")["value"])
        assert announced <= recovered <= max(edits) + 1
        lost.append(killed - edits.get(recovered + 1, killed))
        entry.discard()
    sys.stdout.write(f"{ROUNDS} kills; at most {max(lost):.2f} s of work lost\n")
