"""What every panel of the right column is: a column that scrolls up and down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

__all__ = ["Panel"]


class Panel(QScrollArea):
    """Scrolls what it holds, which is as wide as itself."""

    def __init__(self, name: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, widget: QWidget) -> None:  # noqa: N802  Qt's own name
        """Scroll `widget`; what is too long in it is cut off, not the margin at its right."""
        widget.setMinimumWidth(1)
        super().setWidget(widget)
