"""Starting the editor."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui import fonts
from gui.actions.file import open_paths
from gui.dialogs.failure import tell_crash
from gui.language import speak
from gui.safety.overrides import guard_overrides
from gui.safety.report import CrashLog, reports_left
from gui.settings import Settings
from gui.threads import courtesy, parting
from gui.threads.collector import Collector
from gui.window import recovery
from gui.window.appearance import Appearance
from gui.window.application import Application
from gui.window.beforehand import Beforehand
from gui.window.ending import Ending
from gui.window.main_window import MainWindow
from gui.window.rescue import Rescue
from gui.window.windows import Windows
from resources import resource

__all__ = ["start"]

_WITHOUT_CLIPBOARD = ("eglfs", "linuxfb", "minimal", "offscreen", "vnc")


def start(paths: Sequence[str | Path] = (), *, reset_settings: bool = False) -> int:
    """Open a window for each path, or a welcome page; return the exit code once all are closed.

    With `reset_settings` the editor begins as after its installation; work is kept.
    """
    application, settings = _application(), Settings()
    if reset_settings:
        settings.reset()
    speak(application, settings.language)
    fonts.load()
    crashes = settings.data / "crashes"
    reports, log = reports_left(crashes), CrashLog(crashes)
    appearance = Appearance(settings, application)
    windows = Windows()
    if isinstance(application, Application):
        application.file_asked.connect(lambda path: _take(windows, path))
    sys.excepthook = Rescue(windows).catch
    guard_overrides()

    collector, ending = Collector(application), Ending(windows, application)
    first = _first_window(settings, appearance, windows)
    open_paths(first, (Path(path) for path in paths if path))
    for report in reports:
        tell_crash(first, report)
    recovery.offer(first, lambda: _another(settings, appearance, windows))
    loads = Beforehand(application)
    code = 0 if ending.asked else application.exec()
    loads.close()
    for window in windows.all():  # put away, and not closed by hand
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    ending.close()
    collector.end()
    courtesy.end()
    parting.end()
    log.close()
    _let_go_of_clipboard()
    return code


def _application() -> QApplication:
    """Return the application that there is, or a new one, with our name and looks."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = Application(sys.argv[:1])
    application.setApplicationName("Chainrule")
    application.setDesktopFileName("chainrule")
    application.setWindowIcon(QIcon(str(resource("icons/chainrule.svg"))))
    application.setStyle("Fusion")
    return application


def _another(settings: Settings, appearance: Appearance, windows: Windows) -> MainWindow:
    """Return one more window, aside of one that is open; the first may be closed by now."""
    shown: list[MainWindow] = [window for window in windows.all() if window.isVisible()]
    return shown[0].another() if shown else _first_window(settings, appearance, windows)


def _first_window(settings: Settings, appearance: Appearance, windows: Windows) -> MainWindow:
    """Return a window that stands where the last one did, shown with its welcome page."""
    window = MainWindow(settings, appearance, windows)
    window.show_welcome()
    window.show()
    return window


def _take(windows: Windows, path: str) -> None:
    """Open a file as if it were dropped on the window in front, or on the last."""
    shown = windows.all()
    front = [window for window in shown if window.isActiveWindow()]
    for window in (front or shown)[-1:]:
        window.take_dropped(path)


def _let_go_of_clipboard() -> None:
    """Empty a clipboard that is no system's but Qt's own: it outlives Python, and ends in a crash.

    A system's clipboard keeps what was copied.
    """
    if QApplication.platformName() in _WITHOUT_CLIPBOARD:
        QApplication.clipboard().clear()
