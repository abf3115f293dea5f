"""Run before the frozen program: tells Qt where its plugins are.

PyInstaller's own hook loads Qt to see whether Qt knows, even for a command that needs none.
"""

import os
import sys

_QT = ("PySide6",) if sys.platform == "win32" else ("PySide6", "Qt")
os.environ["QT_PLUGIN_PATH"] = os.path.join(sys._MEIPASS, *_QT, "plugins")  # noqa: PTH118
