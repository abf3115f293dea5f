"""On a desktop that has fonts of its own for labels, menus and buttons, all is in the editor's."""

import json
import os
import subprocess
import sys
from pathlib import Path

from screens import display

__all__ = ["display"]

ROOT = Path(__file__).parents[2]
EDITOR = """
import json, sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QPushButton, QWidget
application = QApplication([])
before = application.font("QLabel").family()
from gui import fonts
from gui.settings import Settings
from gui.window.appearance import Appearance
fonts.load()
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
appearance, told = Appearance(settings, application), [before]
window = QWidget()
parts = QLabel("a", window), QMenuBar(window), QPushButton("a", window)
window.show()
for theme in ("light", "dark"):
    appearance.choose(theme)
    told.append([(part.font().family(), part.font().pixelSize()) for part in parts])
print(json.dumps(told))
"""


def test_labels_menus_and_buttons_are_in_the_editors_font(display: str, tmp_path: Path):
    gnome = {"XDG_CURRENT_DESKTOP": "GNOME", "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    process = subprocess.run(
        [sys.executable, "-c", EDITOR, tmp_path / "settings.ini"],
        env={**os.environ, **gnome, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=True,
    )
    desktop, light, dark = json.loads(process.stdout)
    assert desktop != "Inter"
    assert light == dark == [["Inter", 13]] * 3
