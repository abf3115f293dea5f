"""The panes of a window, and the keyboard going round them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

__all__ = ["Panes"]


class Panes:
    """Goes from pane to pane; each gets the keyboard back where it had it last."""

    def __init__(self, panes: Sequence[QWidget]) -> None:
        self._panes = panes
        self._last: dict[QWidget, QWidget] = {}

    def go(self, by: int) -> None:
        """Give the keyboard to the next pane that is shown, or to the one before."""
        focus = QApplication.focusWidget()
        shown = [pane for pane in self._panes if pane.isVisible() and _targets(pane)]
        if not shown:
            return
        at = next((i for i, pane in enumerate(shown) if _holds(pane, focus)), None)
        if at is not None and focus is not None:
            self._last[shown[at]] = focus
        pane = shown[(at + by) % len(shown)] if at is not None else shown[0]
        targets, last = _targets(pane), self._last.get(pane)
        target = last if last in targets else targets[0]
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))


def _targets(pane: QWidget) -> list[QWidget]:
    """Return what in a pane can have the keyboard; of a stack what is in front."""
    front = pane.currentWidget() if isinstance(pane, QStackedWidget) else pane
    parts = [] if front is None else [front, *front.findChildren(QWidget)]
    tab = Qt.FocusPolicy.TabFocus.value
    return [p for p in parts if p.isVisible() and p.isEnabled() and p.focusPolicy().value & tab]
