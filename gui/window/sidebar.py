"""The right column: the inspector, and beside it what else can be done with the graph."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTabWidget, QWidget

from gui.theme import LIGHT, Theme

__all__ = ["SIDEBAR_WIDTH", "Sidebar"]

SIDEBAR_WIDTH = 310  # pixels, at first and at least


class Sidebar(QTabWidget):
    """Panels behind tabs; while there is one panel alone there is no bar of tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Panels"))
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.setMinimumWidth(SIDEBAR_WIDTH)
        self.tabBar().setExpanding(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setUsesScrollButtons(False)
        self._theme: Theme = LIGHT
        self._panels: dict[str, QWidget] = {}
        self._later: dict[str, tuple[QWidget, Callable[[], QWidget]]] = {}  # places held, makers
        self.currentChanged.connect(self._make_current)

    @property
    def made(self) -> Collection[str]:
        """The names of the panels that are made."""
        return self._panels.keys()

    def add(self, name: str, title: str, panel: QWidget) -> None:
        """Add a panel behind a tab of its own; the window knows it as `name`."""
        self._panels[name] = panel
        panel.setAccessibleName(title)
        self.addTab(panel, title)

    def add_later(self, name: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a tab whose panel is made when it is first shown or asked for."""
        place = QWidget(self)
        self._later[name] = place, make
        self.addTab(place, title)

    def panel(self, name: str) -> QWidget:
        """Return the panel `name`, which is made if nobody has needed it yet."""
        if name in self._later:
            self._make(name)
        return self._panels[name]

    def turn_to(self, name: str) -> None:
        """Show the panel `name`, also where the column was hidden."""
        panel = self.panel(name)
        self.show()
        self.setCurrentWidget(panel)
        panel.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw every panel in `theme`."""
        self._theme = theme
        for panel in self._panels.values():
            panel.set_theme(theme)  # type: ignore[attr-defined]  # all panels of this column can

    def _make_current(self) -> None:
        for name, (place, _) in self._later.items():
            if place is self.currentWidget():
                self._make(name)
                return

    def _make(self, name: str) -> None:
        """Put the panel where its place was held; a tab that is in front stays there."""
        place, make = self._later.pop(name)
        panel = self._panels[name] = make()
        panel.set_theme(self._theme)  # type: ignore[attr-defined]  # all panels of this column can
        at, in_front = self.indexOf(place), self.currentWidget() is place
        with QSignalBlocker(self):
            title = self.tabText(at)
            panel.setAccessibleName(title)
            self.removeTab(at)
            self.insertTab(at, panel, title)
            if in_front:
                self.setCurrentIndex(at)
        place.deleteLater()
