"""What is still being typed somewhere, before something is done that the typing belongs to."""

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

__all__ = ["take_typed"]


def take_typed(window: QWidget) -> str:
    """Let a field of `window` take what is typed in it, as when it is left; it keeps the keyboard.

    A text that is refused stays there, and is returned.
    """
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QAbstractSpinBox) or field.window() is not window:
        return ""
    field.clearFocus()
    if not (isValid(field) and field.isVisible()):
        return ""
    field.setFocus()
    return field.text() if field.property("refused") else ""
