"""Asking with a dialog that is made for the one question."""

from PySide6.QtWidgets import QDialog

__all__ = ["ask"]


def ask(dialog: QDialog) -> bool:
    """Show the dialog until it is answered, and let it go; return whether it was accepted."""
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
