"""Training with the canvas live: the steps a second that play reaches, and what one takes."""

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from parts.screenless import application
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication

from engine.network import Form, Network
from gui.picture.layout import place_all
from gui.settings import Settings
from gui.training.trainer import Setting
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow

SECONDS = 3.0
NETWORK = Network((13, 21, 9, 1), activation="tanh", form=Form.OPERATIONS)
TARGET = 60


def window_with_network(app: QApplication) -> MainWindow:
    """Return a shown window with a network of about 1,000 nodes."""
    store = QSettings(str(Path(tempfile.mkdtemp()) / "s.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    window = MainWindow(settings, Appearance(settings, app))
    window.resize(1400, 900)
    window.show()
    graph = NETWORK.build()
    place_all(graph)
    window.document.reset(graph)
    window.show_canvas()
    window.turn_to("train")
    app.processEvents()
    window.trainer.choose(Setting(optimizer="adam", rate=1e-3, steps=1_000_000))
    return window


class Frames(QObject):
    """Counts how often a widget is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def played(app: QApplication, window: MainWindow) -> tuple[float, float, float]:
    """Play for some seconds; return steps and frames a second, and the processor's ms a frame."""
    frames = Frames()
    window.canvas.viewport().installEventFilter(frames)
    window.trainer.play()
    app.processEvents()
    first, start, used = window.trainer.steps, time.perf_counter(), time.process_time()
    while time.perf_counter() - start < SECONDS:
        app.processEvents()
        time.sleep(0.0002)
    took, used = time.perf_counter() - start, time.process_time() - used
    window.trainer.pause()
    window.canvas.viewport().removeEventFilter(frames)
    steps = window.trainer.steps - first
    return steps / took, frames.count / took, used / max(frames.count, 1) * 1e3


def main() -> None:
    app = application()
    window = window_with_network(app)
    graph = window.document.graph
    print(f"{len(graph)} nodes, {len(graph.edges())} edges, {NETWORK.parameters} parameters")
    print(f"{'':<14}{'steps a second':>16}{'target':>8}{'frames':>10}{'ms of a processor':>20}")
    for name, scale in (("all of it", None), ("at 50 %", 0.5), ("at 100 %", 1.0)):
        if scale is None:
            window.canvas.fit()
        else:
            window.canvas.zoom_to(scale)
        speed, frames, used = played(app, window)
        mark = " " if speed >= TARGET * 0.95 else " !"
        print(f"{name:<14}{speed:>16.1f}{TARGET:>8}{frames:>10.1f}{used:>20.1f}{mark}")
    window.document.mark_saved(Path("x"), window.document.contents())
    window.close()


if __name__ == "__main__":
    main()
