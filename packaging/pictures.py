"""Makes the pictures of the guide with the program itself, so that none is stale.

Run as `python packaging/pictures.py FOLDER`.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QElapsedTimer, QIODevice, QPointF, QSettings, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.assignments import graph_from_text
from gui import fonts
from gui.actions.file import open_path
from gui.picture.layout import place_all
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from resources import resource

_SIZE = (1170, 720)  # as narrow as leaves signs alone to the palette, and room to the graph
_PAUSE = 120  # ms until what was asked for is seen
_TURNS = 10  # of the event loop, however slow: what a panel shows has its place a turn later
_STEPS = 150  # of training; by the clock it would be another picture each time


def window_of(folder: Path, file: str) -> MainWindow:
    """Return a shown window on one of the shipped files, as a first-time user has it."""
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.theme = "light"
    window = MainWindow(settings, Appearance(settings, QApplication.instance()))
    window.resize(*_SIZE)
    window.show()
    open_path(window, resource(file))
    wait(4 * _PAUSE)
    return window


def wait(milliseconds: int = _PAUSE) -> None:
    """Let the window go on for a while."""
    clock = QElapsedTimer()
    clock.start()
    turns = 0
    while clock.elapsed() < milliseconds or turns < _TURNS:
        QApplication.processEvents()
        turns += 1


def take(window: MainWindow, *actions: str) -> None:
    """Take actions of the table, one after the other."""
    for name in actions:
        window.bars.actions[name].trigger()
        wait()


def enter(window: MainWindow, text: str) -> None:
    """Type a text into the field on the canvas, which takes it."""
    field = window.canvas.entry.editor
    if field is None:
        raise SystemExit(f"there is no field for {text!r}")
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def editor(window: MainWindow) -> QWidget:
    """Show the window at rest, a node selected."""
    window.canvas.select({"c"})
    return window


def quick_add(window: MainWindow) -> QWidget:
    """Show an op being typed."""
    window.canvas.adding.ask(text="re")
    return window.canvas


def lesson(window: MainWindow) -> QWidget:
    """Show a step of the backward pass."""
    take(window, "lesson.toggle")
    window.lesson.jump_to("c")
    window.lesson.go(len(window.lesson.walk) - 3)
    take(window, "view.fit")  # all of it; in a window so narrow the view is gliding to the step
    return window


def bump(window: MainWindow) -> QWidget:
    """W is bumped."""
    window.canvas.select({"w"})
    take(window, "bump.panel")
    return window


def train(window: MainWindow) -> QWidget:
    """Show XOR, somewhat trained."""
    take(window, "train.panel")
    for _ in range(_STEPS):
        window.trainer.step()
        wait(1)
    return window


def quiz(window: MainWindow) -> QWidget:
    """Show a quiz whose first two questions are answered, with a hint for the third."""
    take(window, "quiz.panel")
    window.side.quiz.begin.click()
    for answer in ("-4", "4"):
        wait()
        enter(window, answer)
    wait()
    window.side.quiz.hint.click()
    return window


def group(window: MainWindow) -> QWidget:
    """Show a layer framed and a layer folded."""
    window.resize(_SIZE[0], 470)
    for layer in ("1", "2"):
        window.canvas.select({f"t{layer}", f"z{layer}", f"a{layer}"})
        take(window, "graph.group")
        enter(window, f"Layer {layer}")
    take(window, "graph.fold")
    window.canvas.select(set())
    take(window, "graph.arrange")
    return window.canvas


def refused(window: MainWindow) -> QWidget:
    """Show an edge in the hand, over a port where it would make a cycle."""
    window.resize(_SIZE[0], 470)
    wait()
    canvas = window.canvas
    ends = (
        canvas.picture.out_point(canvas.picture.index["a"]),
        canvas.picture.entering_point("c", 0),
    )
    start, end = (canvas.viewpoint.to_view(QPointF(*end)).toPoint() for end in ends)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in ((start + end) / 2, end):
        QTest.mouseMove(canvas.viewport(), at)
        wait()
    return canvas


def incomplete(window: MainWindow) -> QWidget:
    """Show where a number is none, and a port that waits for its edge."""
    window.resize(_SIZE[0], 520)
    graph = graph_from_text("z = w*x; a = ln(z); d = a - y; J = d^2/2", {"w": 2, "x": -2, "y": 1})
    place_all(graph)
    graph.remove_edge("y", "d", 1)
    window.document.reset(graph)
    window.choose_theme("dark")
    take(window, "view.fit")
    return window


def sliders(window: MainWindow) -> QWidget:
    """Show two parameters with sliders."""
    window.resize(_SIZE[0], 520)
    for name in ("w", "b"):
        window.canvas.select({name})
        take(window, "graph.slider")
    window.canvas.select(set())
    return window


def forward(window: MainWindow) -> QWidget:
    """Show forward mode, by w."""
    window.canvas.select({"w"})
    take(window, "lesson.forward")
    return window


STATES: tuple[tuple[str, Callable[[MainWindow], QWidget]], ...] = (
    ("examples/linear-unit.chainrule", editor),
    ("examples/linear-unit.chainrule", quick_add),
    ("examples/linear-unit.chainrule", refused),
    ("examples/linear-unit.chainrule", incomplete),
    ("examples/linear-unit.chainrule", sliders),
    ("examples/two-layer-network.chainrule", group),
    ("lessons/linear-unit.chainrule", lesson),
    ("examples/linear-unit.chainrule", forward),
    ("examples/linear-unit.chainrule", bump),
    ("lessons/xor.chainrule", train),
    ("examples/linear-unit.chainrule", quiz),
)


def save(widget: QWidget, path: Path) -> None:
    """Write what a widget shows as a small PNG: 256 colours are enough for a window."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def main(guide: Path) -> None:
    """Make all pictures."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    fonts.load()
    application.setFont(QFont("Inter", 10))
    for file, state in STATES:
        with tempfile.TemporaryDirectory() as folder:
            window = window_of(Path(folder), file)
            shown = state(window)
            wait()
            save(shown, guide / f"{state.__name__.replace('_', '-')}.png")
            window.document.mark_saved(Path(folder) / "x.chainrule", window.document.contents())
            window.close()
            wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
