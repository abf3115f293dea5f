"""Choosing a file to open or to write."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.language import tr

__all__ = ["export_to_write", "file_to_open", "file_to_save", "table_to_open"]


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
    dialog = QFileDialog(parent, title, str(proposal.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposal.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _graphs_and_pictures() -> str:
    both = tr("Graphs, and pictures that hold one (*.chainrule *.png *.svg)")
    return ";;".join((both, tr("All files (*)")))


def _graphs() -> str:
    return ";;".join((tr("Chainrule graphs (*.chainrule)"), tr("All files (*)")))
