"""A document: when it counts as modified, what a preview leaves, what is told of an edit."""

import gc
import os
import weakref
from pathlib import Path

import pytest

import engine
from engine.formats.chainrule_file import dumps
from engine.formats.json_text import MAX_BYTES
from gui import document_file
from gui.commands import AddNodes, MoveNodes, NewNode, SetTitle, SetValue
from gui.document import Change, Document, Edit
from gui.document.fingerprint import file_fingerprint
from gui.document.history_step import Step


def _add(name: str, value: float = 1.0) -> AddNodes:
    return AddNodes([NewNode(name, "parameter", {"value": value})])


def test_a_new_document_is_not_modified() -> None:
    document = Document()
    assert not document.modified
    assert document.title == "Untitled"


def test_modified_compares_contents_not_steps(tmp_path: Path) -> None:
    document = Document()
    document.do(_add("w"))
    document_file.save(document, tmp_path / "one.chainrule")
    document.do(SetValue("w", 2.0))
    assert document.modified
    document.do(SetValue("w", 1.0))
    assert not document.modified
    document.undo()
    document.undo()
    document.undo()
    assert document.modified


def test_a_saved_document_opens_again_alike(tmp_path: Path) -> None:
    document = Document()
    document.do(_add("w"))
    path = tmp_path / "one.chainrule"
    document_file.save(document, path)
    assert document.path == path
    assert dumps(engine.load(path)) == path.read_bytes() == document.contents()


def test_a_failed_save_leaves_the_document_modified(tmp_path: Path) -> None:
    document = Document()
    document.do(_add("w"))
    with pytest.raises(engine.WriteError):
        document_file.save(document, tmp_path / "missing" / "one.chainrule")
    assert document.modified
    assert document.path is None


def test_a_preview_is_seen_and_leaves_no_trace() -> None:
    document = Document()
    document.do(_add("w"))
    before, told = dumps(document.graph), []
    document.changed.connect(told.append)
    document.preview(SetValue("w", 5.0))
    document.preview(SetValue("w", 6.0))
    assert document.graph.value("w") == 6.0
    assert document.modified
    assert document.contents() == before
    document.preview(SetValue("w", 7.0))
    document.end_preview()
    assert dumps(document.graph) == before
    assert document.history.count() == 1
    assert set(told) == {Change(edited=("w",))}


def test_a_step_takes_the_place_of_its_preview() -> None:
    document = Document()
    document.do(_add("w"))
    document.preview(SetValue("w", 5.0))
    document.do(SetValue("w", 5.0))
    assert document.graph.value("w") == 5.0
    document.undo()
    assert document.graph.value("w") == 1.0
    document.preview(SetValue("w", 9.0))
    document.redo()
    assert document.graph.value("w") == 5.0


def test_an_undo_of_a_preview_only_ends_it_before_going_back() -> None:
    document = Document()
    document.do(_add("w"))
    document.preview(MoveNodes({"w": (1.0, 2.0)}))
    document.undo()
    assert document.graph.nodes() == []


def test_a_reset_forgets_the_history() -> None:
    document, told = Document(), []
    document.do(SetTitle("Old"))
    document.changed.connect(told.append)
    document.reset(engine.Graph(), Path("new.chainrule"))
    assert told == [Change(reset=True)]
    assert document.history.count() == 0
    assert document.title == "new"
    assert not document.modified


def test_recovered_work_counts_as_modified() -> None:
    document = Document()
    document.reset(engine.Graph(), saved=False)
    assert document.modified


def _steps_of(document: Document) -> int:
    """Count its steps that there are; `isinstance` would ask other libraries' objects, too."""
    gc.collect()
    steps = [one for one in gc.get_objects() if type(one) is Step]
    takes = [step._take() for step in steps]
    return sum(take is not None and take.__self__ is document for take in takes)


def test_a_command_that_became_part_of_another_is_let_go() -> None:
    document = Document()
    document.do(_add("w"))
    document.do(SetValue("w", 2.0, burst=1))
    later = SetValue("w", 3.0, burst=1)
    kept = weakref.ref(later)
    document.do(later)
    del later
    assert _steps_of(document) == 2  # its half of Qt's is let go, too
    assert kept() is None
    document.undo()
    assert document.graph.value("w") == 1.0


def test_what_is_typed_as_a_large_undo_begins_is_a_step_and_is_not_undone_for_another() -> None:
    document = Document()
    document.do(_add("w"))
    document.do(SetValue("w", 2.0))

    def beside(_words: str, edit: Edit) -> Change:
        document.do(SetTitle("typed"), at_once=True)  # as a field does that is left
        copy = document.graph.copy()
        change = edit(copy)
        document.become(copy)
        return change

    document.beside, document._large = beside, -1
    assert not document.undo()
    assert (document.graph.title, document.graph.value("w")) == ("typed", 2.0)
    assert document.history.index() == document.history.count() == 3


def test_a_merge_never_reaches_over_a_save(tmp_path: Path) -> None:
    document = Document()
    document.do(_add("w"))
    document.do(SetValue("w", 2.0, burst=1))
    document_file.save(document, tmp_path / "one.chainrule")
    document.do(SetValue("w", 3.0, burst=1))
    assert document.modified
    document.undo()
    assert not document.modified


def test_a_burst_that_was_undone_to_is_not_gone_on_with() -> None:
    document = Document()
    document.do(_add("w"))
    document.do(SetValue("w", 2.0, burst=1))
    document.do(SetTitle("Later"))
    document.undo()
    document.do(SetValue("w", 3.0, burst=1))
    assert not document.history.canRedo()  # it would be done to another graph
    document.undo()
    assert document.graph.value("w") == 2.0


def test_a_step_that_went_on_leads_to_another_state() -> None:
    document = Document()
    document.do(_add("w"))
    document.do(SetValue("w", 2.0, burst=1))
    before = document.state
    document.do(SetValue("w", 3.0, burst=1))
    assert document.state != before  # what is kept of the former is no picture of this one


def test_whoever_hears_of_an_edit_finds_the_history_where_it_led() -> None:
    document, seen = Document(), []
    document.changed.connect(
        lambda _: seen.append((document.history.isClean(), document.history.canRedo()))
    )
    document.do(_add("w"))
    document.undo()
    document.redo()
    document.history.undo()
    assert seen == [(False, False), (True, True), (False, False), (True, True)]


def test_a_large_graph_is_modified_until_it_is_undone_or_saved(tmp_path, monkeypatch):
    monkeypatch.setattr("gui.document.fingerprint._COMPARED", 2)
    graph = engine.Graph()
    for k in range(3):
        graph.parameter(f"w{k}", 1.0)
    document = Document()
    document.reset(graph)
    assert not document.modified
    document.do(SetValue("w0", 2.0))
    assert document.modified
    document.undo()
    assert not document.modified
    document.redo()
    document.mark_saved(tmp_path / "large.chainrule", document.contents())
    assert not document.modified
    document.undo()
    assert document.modified


def test_a_device_is_not_read_to_tell_whether_it_changed() -> None:
    assert file_fingerprint(Path(os.devnull)) == ""


def test_a_file_too_large_to_be_opened_is_not_read_to_tell_whether_it_changed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "large.chainrule"
    for size, told in ((MAX_BYTES, True), (MAX_BYTES + 1, False)):
        with path.open("wb") as file:
            file.truncate(size)
        assert bool(file_fingerprint(path)) is told
