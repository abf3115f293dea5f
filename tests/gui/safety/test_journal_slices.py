"""The journal of a large graph: copied in slices, between which the window goes on and edits."""

from pathlib import Path

import pytest
from orphans import orphan
from pytestqt.qtbot import QtBot

import engine
from engine.formats import chainrule_file
from engine.formats.contents import Contents, copied_in_slices
from gui.commands import (
    AddNodes,
    MoveNodes,
    NewNode,
    SetGroups,
    SetOutput,
    SetTitle,
    SetValue,
    SetValues,
)
from gui.document import Document
from gui.safety import journal as journal_module
from gui.safety.entry import entries
from gui.safety.journal import Journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Document:
    """Return a document whose graph is copied in slices, a node at a time."""
    monkeypatch.setattr(journal_module, "PAUSE", 10)
    monkeypatch.setattr(journal_module, "_SOON", 1)
    monkeypatch.setattr(journal_module, "_AT_ONCE", 2)
    monkeypatch.setattr(journal_module, "_SLICE", 1e-9)
    monkeypatch.setattr(
        journal_module, "copied_in_slices", lambda graph: copied_in_slices(graph, 1)
    )
    document = Document()
    nodes = [NewNode(f"k{i}", "constant", {"value": 1.0, "position": (0.0, 0.0)}) for i in range(9)]
    document.do(AddNodes(nodes))
    return document


def _left_by(journal: Journal, folder: Path) -> bytes:
    """Return the contents of the one entry that the next start finds after a crash."""
    orphan(journal.file)
    [entry] = entries(folder)
    return entry.contents


def test_a_large_graph_is_copied_between_events(
    folder: Path, qtbot: QtBot, large: Document
) -> None:
    journal = Journal(large, folder)
    slices: list[bool] = []
    journal._copier.timeout.connect(lambda: slices.append(True))
    with qtbot.waitSignal(journal.written):
        large.do(SetTitle("Work"))
    assert len(slices) > 5
    assert _left_by(journal, folder) == large.contents()
    journal.close()


def test_numbers_places_and_looks_changed_amid_the_copying_are_in_the_same_entry(
    folder: Path, qtbot: QtBot, large: Document
) -> None:
    journal = Journal(large, folder)
    submitted: list[Contents] = []
    submit = journal._submit
    journal._submit = lambda copy: (submitted.append(copy), submit(copy))  # type: ignore[method-assign]
    edits = [
        SetValue("k0", 7.0),
        SetValues({"k2": 3.0, "k5": 4.0}),
        SetValues({"k2": 2.0, "k5": 3.0}),
        SetValues({"k1": 5.0, "k6": 6.0, "k0": 9.0}),
        MoveNodes({"k8": (5.0, 6.0)}),
        SetOutput("k3"),
        SetGroups([engine.Group("g", "G", ("k1",))], "Group"),
    ]

    def edit() -> None:
        if edits:
            large.do(edits.pop())
            assert journal._copier.isActive()

    journal._copier.timeout.connect(edit)
    with qtbot.waitSignal(journal.written):
        large.do(SetTitle("Work"))
    assert not edits
    assert len(submitted) == 1
    assert _left_by(journal, folder) == large.contents()
    journal.close()


def test_nodes_that_come_amid_the_copying_begin_it_anew_soon_and_only_twice(
    folder: Path, qtbot: QtBot, large: Document
) -> None:
    journal = Journal(large, folder)
    added: list[str] = []

    def add() -> None:
        added.append(f"new{len(added)}")
        large.do(AddNodes([NewNode(added[-1], "constant", {"value": 1.0})]))

    journal._copier.timeout.connect(add)
    with qtbot.waitSignal(journal.written):
        large.do(SetTitle("Work"))
    assert len(added) == journal_module._MOST_BROKEN
    assert _left_by(journal, folder) == large.contents()
    journal.close()


def test_a_flush_amid_the_copying_writes_all_and_a_close_nothing(
    folder: Path, qtbot: QtBot, large: Document
) -> None:
    journal = Journal(large, folder)
    large.do(SetTitle("Work"))
    qtbot.waitUntil(lambda: journal._copier.isActive())
    journal.flush()
    assert chainrule_file.dumps(large.graph) in journal.file.read_bytes()
    large.do(SetTitle("More"))
    qtbot.waitUntil(lambda: journal._copier.isActive())
    journal.close()
    assert not journal.file.exists()
    assert not journal._copier.isActive()
