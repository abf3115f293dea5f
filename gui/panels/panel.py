"""What every panel of the right column is: a column that scrolls up and down."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.widgets.named import mark

__all__ = ["Panel"]

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Panel(QScrollArea):
    """Scrolls what it holds, which is as wide as itself.

    Where there is something to scroll, Tab stops at it and its bar shows that: arrows scroll it.
    """

    def __init__(self, name: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.verticalScrollBar().rangeChanged.connect(self._take_keys)

    def setWidget(self, widget: QWidget) -> None:  # noqa: N802  Qt's own name
        """Scroll `widget`; what is too long in it is cut off, not the margin at its right."""
        widget.setMinimumWidth(1)
        super().setWidget(widget)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the bar that Tab came here; who clicked, or turned to the panel, knows."""
        super().focusInEvent(event)
        mark(self.verticalScrollBar(), "led", event.reason() in _BY_TAB)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        mark(self.verticalScrollBar(), "led", False)

    def _take_keys(self, first: int, last: int) -> None:
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if last > first else policy.ClickFocus)
