"""Starting the editor."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gui import fonts
from gui.actions.file import open_path
from gui.settings import Settings
from gui.window import recovery
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from gui.window.rescue import Rescue

__all__ = ["open_window", "start"]


def start(paths: Sequence[str | Path] = ()) -> int:
    """Open a window for each path, or a welcome page; return the exit code once all are closed."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Chainrule")
    application.setDesktopFileName("chainrule")
    application.setStyle("Fusion")
    fonts.load()
    application.setFont(QFont("Inter", 10))
    settings = Settings()
    appearance = Appearance(settings, application)
    rescue = Rescue()
    sys.excepthook = rescue.catch

    def window(path: str | Path = "") -> MainWindow:
        opened = open_window(settings, appearance, path)
        rescue.watch(opened)
        return opened

    windows = [window(path) for path in paths or ("",)]
    recovery.offer(windows[0], window)
    return application.exec()


def open_window(settings: Settings, appearance: Appearance, path: str | Path = "") -> MainWindow:
    """Return a shown window with the graph in `path`, or with the welcome page."""
    window = MainWindow(settings, appearance)
    window.show_welcome()
    window.show()
    if path:
        open_path(window, Path(path))
    return window
