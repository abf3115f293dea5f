"""A desk with windows that share their settings, for tests of what lies between windows."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtTest import QTest
from shiboken6 import isValid

from gui.actions.file import open_path
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow


class Desk:
    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.windows: list[MainWindow] = []

    def another(self, path: Path | None = None) -> MainWindow:
        window = MainWindow(self.settings, Appearance(self.settings))
        window.show()
        self.windows.append(window)
        if path is not None:
            open_path(window, path)
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window, 60_000)
        return window

    def clear(self) -> None:
        for window in self.windows:
            if isValid(window):
                window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
