"""Ten minutes of everything at once: windows opened, hands that draw, saves, training, closing.

Run as `python tests/stress/stress.py MINUTES [SEED]`; prints a line a minute and fails on an
exception, a Qt warning, a window or a file handle that stays, or memory that keeps growing.
"""

import gc
import os
import random
import resource as limits
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType

from hands import Hands
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSettings, Qt, qInstallMessageHandler
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from gui import fonts
from gui.actions.file import open_path
from gui.canvas.deleting import delete_selection
from gui.commands import SetValue
from gui.dialogs import message
from gui.document_file import save
from gui.safety.overrides import guard_overrides
from gui.settings import Settings
from gui.threads.collector import Collector
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from resources import resource

WARM = 4  # rounds before memory is measured: caches fill
MOST_GROWTH = 60.0  # MB that memory may grow over all later rounds
STEPS = 120  # things done in a window before it is closed
OPS = ("relu", "add", "parameter", "multiply", "formula", "square", "log", "input")
TYPED = ("relu", "*", "2.5", "w9=2", "J2=(w*x)^2/2", "x^", "1/0", "zz", "[1,2]")
WORD = "This plugin does not support"


class Stress:
    """One application, many windows one after the other; `done` counts what was done."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311  no secret
        self.folder = folder
        self.done: Counter[str] = Counter()
        self.faults: list[str] = []
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.appearance = Appearance(self.settings)
        shown = [*resource("examples").glob("*"), *resource("lessons").glob("*.chainrule")]
        # Copies: a file that another run has open would be asked about, and nobody answers.
        self.files = [Path(shutil.copy(file, folder)) for file in shown]
        sys.excepthook = self._fail
        qInstallMessageHandler(self._hear)
        message.ask_unsaved = lambda *_: message.Answer.DISCARD
        message.tell_failure = lambda *_: self.done.update(["refusals"])
        message.offer_save_as = lambda *_: self.done.update(["refusals"])

    def round(self) -> None:
        """Open a window on a file, work in it, close it."""
        window = MainWindow(self.settings, self.appearance)
        window.show()
        open_path(window, self.rng.choice(self.files))
        settle()
        self.hands = Hands(window.canvas)
        deeds = [self.drag, self.click, self.type, self.drop, self.key, self.value, self.undo]
        deeds += [self.redo, self.delete, self.save, self.train, self.theme]
        for _ in range(STEPS):
            deed = self.rng.choice(deeds)
            deed(window)
            self.done[deed.__name__] += 1
        window.trainer.pause()
        window.canvas.entry.close_prompt()
        window.canvas.entry.close_editor()
        window.canvas.hand.cancel()
        window.close()
        self.hands = None
        del window
        settle()
        self.done["windows"] += 1

    def point(self, window: MainWindow) -> tuple[float, float]:
        """Return a point on a card, mostly, else anywhere in view."""
        picture = window.canvas.picture
        if picture.names and self.rng.random() < 0.7:
            name = self.rng.choice(picture.names)
            return self.hands.out(name) if self.rng.random() < 0.4 else self.hands.middle(name)
        place = QPointF(self.rng.uniform(20, 700), self.rng.uniform(20, 500))
        at = window.canvas.viewpoint.to_picture(place)
        return at.x(), at.y()

    def drag(self, window: MainWindow) -> None:
        self.hands.drag(self.point(window), self.point(window))

    def click(self, window: MainWindow) -> None:
        self.hands.click(self.point(window))

    def type(self, window: MainWindow) -> None:
        canvas = window.canvas
        if canvas.entry.prompt is None and canvas.entry.editor is None:
            self.hands.key(Qt.Key.Key_Tab)
        field = canvas.entry.editor or (canvas.entry.prompt.line if canvas.entry.prompt else None)
        if field is not None:
            field.setText(self.rng.choice(TYPED))
            QTest.keyClick(field, self.rng.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape]))

    def drop(self, window: MainWindow) -> None:
        self.hands.drop(self.rng.choice(OPS), self.point(window))
        window.canvas.entry.close_editor()

    def key(self, window: MainWindow) -> None:
        del window
        self.hands.key(self.rng.choice([Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Down]))

    def value(self, window: MainWindow) -> None:
        graph = window.document.graph
        leaves = [
            n for n in graph.nodes() if graph.is_leaf(n) and isinstance(graph.value(n), float)
        ]
        if leaves:
            command = SetValue(self.rng.choice(leaves), self.rng.uniform(-3, 3))
            window.canvas.attempt(command)
            window.evaluation.flush()

    def undo(self, window: MainWindow) -> None:
        for _ in range(self.rng.randrange(1, 6)):
            window.document.undo()

    def redo(self, window: MainWindow) -> None:
        window.document.redo()

    def delete(self, window: MainWindow) -> None:
        delete_selection(window.canvas)

    def save(self, window: MainWindow) -> None:
        path = self.folder / "work.chainrule"
        save(window.document, path)
        engine.load(path)

    def train(self, window: MainWindow) -> None:
        window.trainer.pause() if window.trainer.playing else window.trainer.play()

    def theme(self, window: MainWindow) -> None:
        window.choose_theme(self.rng.choice(["light", "dark"]))

    def _fail(self, _: object, error: BaseException, __: TracebackType) -> None:
        self.faults.append(f"{error.__class__.__name__}: {error}")
        traceback.print_exception(error)

    def _hear(self, _kind: object, _context: object, text: str) -> None:
        if not text.startswith(WORD):
            self.faults.append(f"Qt: {text}")


def settle() -> None:
    """Let everything that is due happen, deletions too."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def measured() -> tuple[float, int, int]:
    """Return resident memory in MB, open file handles, and windows."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    handles = sum(1 for _ in Path("/proc/self/fd").iterdir())
    return pages * limits.getpagesize() / 2**20, handles, len(QApplication.topLevelWidgets())


def main(minutes: float, seed: int) -> int:
    """Work for so many minutes and return the exit code."""
    application = QApplication([])
    application.setStyle("Fusion")
    fonts.load()
    application.setFont(QFont("Inter", 10))
    collector = Collector(application)  # as in the editor
    guard_overrides()
    with tempfile.TemporaryDirectory() as folder:
        stress = Stress(Path(folder), seed)
        start = said = time.monotonic()
        first: tuple[float, int, int] | None = None
        while time.monotonic() - start < 60 * minutes and not stress.faults:
            stress.round()
            if stress.done["windows"] == WARM:
                first = measured()
            if time.monotonic() - said > 60:
                said = time.monotonic()
                memory, handles, windows = measured()
                print(
                    f"{stress.done.total():7} deeds {memory:7.1f} MB {handles:4} handles {windows}"
                )
        last = measured()
    collector.end()
    print(", ".join(f"{count} {what}" for what, count in sorted(stress.done.items())))
    for fault in stress.faults:
        print("FAULT", fault)
    if first is None and not stress.faults:
        print(f"FAULT too short: memory is measured after {WARM} windows")
    if stress.faults or first is None:
        return 1
    names = ("MB of memory", "handles", "windows")
    for name, before, after in zip(names, first, last, strict=True):
        print(f"{name}: {before:.0f} → {after:.0f}")
    kept = last[1] > first[1] or last[2] > first[2] or last[0] - first[0] > MOST_GROWTH
    return int(kept)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    code = main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sys.stdout.flush()
    os._exit(code)
