from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gui import fonts
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    """A shown main window with settings of its own and nothing unsaved at the end."""
    fonts.load()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    window = MainWindow(settings, Appearance(settings, qapp))
    window.resize(1400, 900)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.document.mark_saved(tmp_path / "given-up.chainrule", window.document.contents())
    window.close()
    QApplication.processEvents()
