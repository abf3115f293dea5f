"""An editor of its own on a real screen, for what one process copies and another pastes.

`python clipboard_editor.py copy|hostile|paste SETTINGS` says in a line of JSON what came of it;
what copied stays until its input is closed, as a window does that stays open.
"""

import json
import sys

from examples import example
from hands import Hands
from PySide6.QtCore import QMimeData, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.formats.chainrule_file import dumps
from gui import fonts, mime
from gui.picture.layout import place_all
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
HOSTILE = b'{"nodes":' + b"[" * 100_000


def main(deed: str, settings: str) -> None:
    application = QApplication([])
    fonts.load()
    kept = Settings(QSettings(settings, QSettings.Format.IniFormat))
    window = MainWindow(kept, Appearance(kept, application))
    said: list[str] = []
    window.canvas.message.connect(said.append)
    window.show()
    window.show_canvas()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    hands = Hands(window.canvas)
    if deed == "copy":
        graph = example("linear-unit")
        place_all(graph)
        window.document.reset(graph)
        window.canvas.select({"w", "x", "c"})
        hands.key(Qt.Key.Key_C, CONTROL)
    elif deed == "hostile":
        data = QMimeData()
        data.setData(mime.GRAPH, HOSTILE)
        data.setText("beside it")
        application.clipboard().setMimeData(data)
    else:
        hands.key(Qt.Key.Key_V, CONTROL)
    graph = window.document.graph
    steps = window.document.history.count()
    text = "" if deed != "paste" else dumps(graph).decode()
    tell({"nodes": graph.nodes(), "steps": steps, "said": said, "text": text})
    if deed != "paste":
        while not closed():
            QTest.qWait(20)
    window.document.mark_saved(
        kept.file.with_name("given-up.chainrule"), window.document.contents()
    )
    window.close()


def closed() -> bool:
    """Tell whether the input was closed, without waiting for it."""
    import select

    return bool(select.select([sys.stdin], [], [], 0)[0])


def tell(what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
