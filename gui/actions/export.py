"""Exporting: a picture, a program or a text of the graph, and under which name."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog

from gui.actions.action import Editor, has_nodes, shown_lens
from gui.actions.beside import given_up_by_edits
from gui.dialogs.modal import ask
from gui.language import tr
from gui.readings import asks
from gui.widgets.unfinished import take_typed

__all__ = ["export", "export_code", "may_be_told", "proposed_path"]


def proposed_path(editor: Editor) -> Path:
    """Return the document's file, or one named after its title: `one-linear-unit.chainrule`."""
    document = editor.document
    if document.path is not None:
        return document.path
    words = "".join(c.lower() if c.isalnum() else " " for c in document.title).split()
    return editor.settings.folder / f"{'-'.join(words)[:80] or 'untitled'}.chainrule"


def export(editor: Editor) -> None:
    """Ask how the picture shall look and write it."""
    from gui.dialogs.export_picture import ExportPicture

    take_typed(editor.widget)
    graph, selected = editor.document.graph, editor.canvas.selection.nodes
    selection = tuple(graph.in_order(selected))
    proposal = proposed_path(editor)
    lens = shown_lens(editor)
    with editor.trainer.resting():  # what is seen is what is written, of one step of training
        dialog = ExportPicture(graph, proposal, editor.settings, selection, editor.widget, lens)
        _ask(editor, dialog)
    _tell_written(editor, dialog.written)


def _ask(editor: Editor, dialog: QDialog) -> None:
    """Ask with a dialog that reads the graph; once it is left no edit meets its thread."""
    with given_up_by_edits(editor.document, dialog):
        ask(dialog)


def _tell_written(editor: Editor, files: Sequence[Path]) -> None:
    """Say which files were written, where any were."""
    if len(files) == 1:
        editor.canvas.tell(tr("Wrote {file}").format(file=files[0].name))
    elif files:
        said = tr("Wrote {first} to {last}")
        editor.canvas.tell(said.format(first=files[0].name, last=files[-1].name))


def export_code(editor: Editor) -> None:
    """Ask which program or text the graph shall be, show it, and copy or write it."""
    from gui.dialogs.export_text import ExportText

    take_typed(editor.widget)
    with editor.trainer.resting():
        dialog = ExportText(editor.document.graph, proposed_path(editor), editor.widget)
        _ask(editor, dialog)
    _tell_written(editor, dialog.written)


def may_be_told(editor: Editor) -> bool:
    """Return whether there is a graph whose numbers may be told: no quiz asks for them."""
    return has_nodes(editor) and not asks(editor.evaluation.seen)
