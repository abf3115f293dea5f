"""The keyboard comes back from the menu bar to whoever had it, where Qt forgets who that was."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from gui.widgets.keyboard import give_back
from gui.window.centre import Centre

__all__ = ["MenuKeys"]


class MenuKeys(QObject):
    """Sees to it that the bar has the keyboard only while it is walked.

    Behind an Escape in a menu the bar keeps it until the next Escape, and forgets whose it was as
    soon as a dialog or another window comes in front: it would keep it for good, and the letters
    that are typed would open menus.
    """

    def __init__(self, bar: QMenuBar, centre: Centre) -> None:
        super().__init__(bar)
        self._bar, self._centre = bar, centre
        self._had: QWidget | None = None  # the keyboard, before the bar
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not self._bar:
            return
        if self._bar.activeAction() is None:
            if not give_back(self._had):
                self._centre.take_keys()
        elif before is not None and before.window() is self._bar.window():
            self._had = before
