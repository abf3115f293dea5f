"""The right column: the inspector, and beside it what else can be done with the graph."""

from PySide6.QtWidgets import QTabWidget, QWidget

from gui.theme import Theme

__all__ = ["Sidebar"]

_WIDTH = 310


class Sidebar(QTabWidget):
    """Panels behind tabs; while there is one panel alone there is no bar of tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.setMinimumWidth(_WIDTH)
        self.tabBar().setExpanding(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setUsesScrollButtons(False)
        self._panels: dict[str, QWidget] = {}

    def add(self, name: str, title: str, panel: QWidget) -> None:
        """Add a panel behind a tab of its own; the window knows it as `name`."""
        self._panels[name] = panel
        self.addTab(panel, title)

    def turn_to(self, name: str) -> None:
        """Show the panel `name`, also where the column was hidden."""
        self.show()
        self.setCurrentWidget(self._panels[name])
        self._panels[name].setFocus()

    def shows(self, name: str) -> bool:
        """Tell whether the panel `name` is in front."""
        return not self.isHidden() and self.currentWidget() is self._panels[name]

    def set_theme(self, theme: Theme) -> None:
        """Draw every panel in `theme`."""
        for panel in self._panels.values():
            panel.set_theme(theme)  # type: ignore[attr-defined]  # all panels of this column can
