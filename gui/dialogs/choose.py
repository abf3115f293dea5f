"""Choosing a file to open or to write."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

__all__ = ["file_to_open", "file_to_save", "picture_to_write"]


def file_to_open(parent: QWidget, folder: Path) -> Path | None:
    """Return the graph's file the user chose, None when nothing was chosen."""
    name, _ = QFileDialog.getOpenFileName(parent, _tr("Open"), str(folder), _graphs())
    return Path(name) if name else None


def file_to_save(parent: QWidget, proposal: Path) -> Path | None:
    """Return where the graph shall be saved, None when nothing was chosen."""
    name, _ = QFileDialog.getSaveFileName(parent, _tr("Save as"), str(proposal), _graphs())
    return Path(name) if name else None


def picture_to_write(parent: QWidget, proposal: Path) -> Path | None:
    """Return where the picture shall be written, None when nothing was chosen."""
    kinds = _tr("Pictures (*.png)")
    name, _ = QFileDialog.getSaveFileName(parent, _tr("Export picture"), str(proposal), kinds)
    return Path(name) if name else None


def _graphs() -> str:
    return ";;".join((_tr("Chainrule graphs (*.chainrule)"), _tr("All files (*)")))


def _tr(text: str) -> str:
    return QCoreApplication.translate("choose", text)
