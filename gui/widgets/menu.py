"""A menu whose entries say why they cannot be taken."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

__all__ = ["Menu"]


class Menu(QMenu):
    """A menu; where the pointer rests on an entry that is greyed, its status tip comes up."""

    def event(self, event: QEvent) -> bool:
        """Show what an entry that cannot be taken waits for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.actionAt(event.pos())
            greyed = entry is not None and not entry.isEnabled()
            text = entry.statusTip() if greyed else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
