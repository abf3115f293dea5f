"""Which theme is shown: the chosen one, or the system's, followed as it changes."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gui.settings import Settings
from gui.theme import DARK, LIGHT, THEMES, Theme
from gui.window.style import palette, sheet, usual_font

__all__ = ["Appearance"]


class Appearance(QObject):
    """The application's theme; `changed` tells that `theme` is another one.

    Each window wears the theme's style sheet itself: an application's one Qt looks up for a widget
    once for each that it lies in, which took a window with all its panels a quarter of a second.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        hints = QGuiApplication.styleHints()
        self._system = hints.colorScheme()
        self.theme = self._wanted()
        hints.colorSchemeChanged.connect(self._follow_system)
        self._dress()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # by a rule of the sheet, each widget would be given it anew with every theme; and for
            # labels, menus and buttons Qt has taken the desktop's own fonts
            application.setFont(usual_font())

    def dress(self, window: QWidget) -> None:
        """Give a window, and all that ever stands on it, the style sheet of the theme."""
        window.setStyleSheet(sheet(self.theme))

    def choose(self, name: str) -> None:
        """Show `light`, `dark` or the `system`'s theme, now and at the next start."""
        self._settings.theme = name
        self._show_wanted()

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._show_wanted()

    def _show_wanted(self) -> None:
        theme = self._wanted()
        if theme is not self.theme:
            self.theme = theme
            self._dress()
            self.changed.emit()

    def _wanted(self) -> Theme:
        chosen = THEMES.get(self._settings.theme)
        if chosen is not None:
            return chosen
        return DARK if self._system is Qt.ColorScheme.Dark else LIGHT

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self.theme))
