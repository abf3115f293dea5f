"""Choosing a file to open or to write."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.dialogs import message
from gui.dialogs.modal import ask
from gui.language import tr
from gui.paths import is_there

__all__ = ["export_to_write", "file_to_open", "file_to_save", "table_to_open"]

_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]*")


def file_to_open(parent: QWidget, folder: Path) -> Path | None:
    """Return the graph's file the user chose, None when nothing was chosen."""
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open"), str(folder), _graphs_and_pictures())
    return Path(name) if name else None


def table_to_open(parent: QWidget, folder: Path) -> Path | None:
    """Return the table's file the user chose, None when nothing was chosen."""
    kinds = ";;".join((tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")))
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open a table"), str(folder), kinds)
    return Path(name) if name else None


def file_to_save(parent: QWidget, proposal: Path) -> Path | None:
    """Return where the graph shall be saved, None when nothing was chosen."""
    return _file_to_write(parent, tr("Save as"), proposal, _graphs(), "chainrule")


def export_to_write(dialog: QWidget, proposal: Path, kind: str) -> Path | None:
    """Return where a dialog shall write a file of this `kind`, told by the proposal's suffix."""
    suffix = proposal.suffix
    kinds = f"{kind} (*{suffix})"
    return _file_to_write(dialog, dialog.windowTitle(), proposal, kinds, suffix[1:])


def _file_to_write(
    parent: QWidget, title: str, proposal: Path, kinds: str, suffix: str
) -> Path | None:
    """Return the chosen file; a name without a suffix gets one before the dialog asks to replace.

    A suffix added only afterwards could replace a file that nobody was asked about.
    """
    chosen = _named(parent, title, proposal, kinds, suffix)
    while chosen is not None and not _SUFFIX.fullmatch(chosen.suffix):
        meant = chosen.with_name(f"{chosen.name}.{suffix}")  # of “unit 1.2”, .2 is no suffix
        if not is_there(meant) or _may_replace(parent, meant):
            return meant
        chosen = _named(parent, title, meant, kinds, suffix)
    return chosen


def _named(parent: QWidget, title: str, proposal: Path, kinds: str, suffix: str) -> Path | None:
    """Return the file that the user named, None when nothing was chosen."""
    dialog = QFileDialog(parent, title, str(proposal.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposal.name)
    chosen = dialog.selectedFiles() if ask(dialog) else []
    return Path(chosen[0]) if chosen else None


def _may_replace(parent: QWidget, path: Path) -> bool:
    """Return whether a file may be replaced that the dialog could not know of."""
    question = tr("{file} is there already.").format(file=path.name)
    remark = tr("To go on replaces what it holds.")
    return message.ask_sure(parent, question, remark, tr("&Replace"))


def _graphs_and_pictures() -> str:
    both = tr("Graphs, and pictures that hold one (*.chainrule *.png *.svg)")
    return ";;".join((both, tr("All files (*)")))


def _graphs() -> str:
    return ";;".join((tr("Chainrule graphs (*.chainrule)"), tr("All files (*)")))
