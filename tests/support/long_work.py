"""A window with a network large enough to be waited for, and what counts how the loop goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import engine
from engine.network import Form, Network
from gui.dialogs.waiting import Waiting, is_waiting
from gui.picture.picture import Picture
from gui.settings import Settings
from gui.threads.work import Task
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow

# Who asks whether a graph is too large to be waited for: each has the bound it imported.
_BOUNDS = (
    *("gui.actions.edit", "gui.actions.lesson", "gui.actions.loading", "gui.canvas.clipboard"),
    *("gui.canvas.pictures", "gui.dialogs.export_text", "gui.lesson.lesson", "gui.quiz.session"),
    *("gui.training.trainer", "gui.window.recovery"),
    "gui.evaluation",  # at last: who is imported only now takes the true one along, for all tests
)


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 1,000 nodes without positions."""
    path = tmp_path_factory.mktemp("network") / "network.chainrule"
    engine.save(Network((16, 16, 16, 16, 4), form=Form.NEURONS).build(), path)
    return path


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window to which a graph of 700 nodes is large, and an edit of 400."""
    for name in _BOUNDS:
        monkeypatch.setattr(f"{name}.LARGE", 700)
    monkeypatch.setattr("gui.document.document._LARGE", 400)
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    window = MainWindow(settings, Appearance(settings, qapp))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.evaluation.stop()
    window.document.mark_saved(tmp_path / "given-up", window.document.contents())
    window.close()


@pytest.fixture
def drawn_long(monkeypatch: pytest.MonkeyPatch) -> engine.Graph:
    """A graph whose picture counts as one that takes long, though its pixels are few."""
    for bound in ("_DRAWN", "_WRITTEN"):
        monkeypatch.setattr(f"gui.exports.duration.{bound}", 10)
    return Network((3, 3, 1), form=Form.NEURONS).build()


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    """The window with a small network, of which every edit counts as large."""
    window.document.reset(Network((3, 3, 1), form=Form.NEURONS).build())
    window.show_canvas()
    window.evaluation.flush()
    window.document._large = -1
    return window


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """What work waits for that a window waits for: however quick it is, the loop comes round."""
    event = Event()

    class Held(Task[Any]):
        def __init__(self, function: Callable[[], Any]) -> None:
            def wait_and_work() -> Any:
                event.wait(30.0)
                return function()

            super().__init__(wait_and_work)

    monkeypatch.setattr("gui.dialogs.waiting.Task", Held)
    return event


class Heart:
    """Counts how often the event loop comes round while the window waits."""

    def __init__(
        self, window: MainWindow, each: Callable[[], None] | None = None, *, after: int = 3
    ) -> None:
        self.beats = 0
        self._window, self._each, self._after = window, each, after
        self._timer = QTimer(window, interval=1)  # none would take the work its time
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        if is_waiting(self._window):
            self.beats += 1
            if self._each is not None and self.beats > self._after:
                self._each()


def waiting(window: MainWindow) -> Waiting:
    found = window.findChild(Waiting)
    assert found is not None
    return found


def give_up(window: MainWindow, how: str) -> None:
    """Give up what is waited for: by its `button`, by `esc`, or by trying to `close` the window."""
    if how == "button":
        waiting(window).cancel.click()
    elif how == "esc":
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    else:
        window.close()


def assert_shown(window: MainWindow) -> None:
    """Check that the canvas shows the graph as a picture made anew does."""
    canvas, graph = window.canvas, window.document.graph
    canvas.finish_drawing()
    anew = Picture(graph, window.evaluation.readings)
    assert canvas.picture.graph is canvas.picture.shown.graph is graph
    assert canvas.picture.names == anew.names
    assert canvas.picture.edges == anew.edges
    assert (canvas.picture.centres == anew.centres).all()
    assert [str(label) for label in canvas.picture.labels()] == [str(x) for x in anew.labels()]
