"""Work beside the event loop goes on once the loop has done what it had to do."""

import subprocess
import sys
import threading

import pytest
from clock import Clock
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.progress import report
from gui.threads import courtesy
from gui.threads.courtesy import Courtesy
from gui.threads.work import Task

_LONG = 600.0  # seconds


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let work wait for the loop however long this machine stands still."""
    monkeypatch.setattr(courtesy, "_PATIENCE", _LONG)


class Painted(QWidget):
    """Notes that it is painted."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self._done = done

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        self._done.append("painted")


@pytest.mark.usefixtures("patient")
def test_what_is_begun_works_only_once_the_window_is_painted(qtbot: QtBot) -> None:
    done: list[str] = []
    widget = Painted(done)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.waitUntil(lambda: "painted" in done)
    done.clear()
    task = Task(lambda: done.append("worked"))
    task.start()
    widget.update()
    qtbot.waitUntil(lambda: task.finished)
    assert done[0] == "painted"
    assert done[-1] == "worked"


@pytest.mark.usefixtures("qapp", "patient")
@pytest.mark.parametrize("how", [Task.cancel, Task.result])
def test_what_somebody_waits_for_does_not_wait_for_the_loop(how) -> None:
    task = Task(lambda: report(0.5))
    task.start()  # and the loop does not turn from here on
    waiting = threading.Thread(target=how, args=(task,), daemon=True)
    waiting.start()
    task._thread.join(_LONG / 10)
    assert task.finished
    waiting.join()


@pytest.mark.usefixtures("patient")
def test_it_asks_again_after_a_while_and_not_at_every_step(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    now, asked = [0.0], 0
    monkeypatch.setattr(courtesy.time, "monotonic", lambda: now[0])
    one = Courtesy()
    answering = courtesy._Answering.one
    assert answering is not None

    class Counted(type(answering)):  # type: ignore[misc]  # it is that class
        def ask(self, answered: threading.Event) -> None:
            nonlocal asked
            asked += 1
            super().ask(answered)

    monkeypatch.setattr(courtesy._Answering, "one", Counted())

    def work() -> None:
        for _ in range(10):
            one.go_on()
            now[0] += courtesy._AT_ONCE / 4

    thread = threading.Thread(target=work)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert asked == 3


@pytest.mark.usefixtures("qapp")
def test_where_no_loop_turns_work_goes_on_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "_PATIENCE", 0.0)
    thread = threading.Thread(target=Courtesy().go_on, daemon=True)
    thread.start()
    thread.join(_LONG / 10)
    assert not thread.is_alive()


@pytest.mark.usefixtures("qapp")
def test_a_loop_that_stands_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "_PATIENCE", 1e-3)
    monkeypatch.setattr(courtesy, "_AT_ONCE", 0.0)
    one = Courtesy()
    QApplication.processEvents()
    posted = []
    monkeypatch.setattr(courtesy.QCoreApplication, "postEvent", lambda *event: posted.append(event))
    for _ in range(5):  # in this thread the loop cannot turn meanwhile
        one.go_on()
    assert len(posted) == 1
    assert not courtesy._Answering.one._asked
    courtesy._Answering.one._posted = False


@pytest.mark.usefixtures("qapp")
def test_what_is_urgent_waits_for_a_while_only(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, "gui.threads.courtesy")
    one = Courtesy()
    asked = []

    class Never:
        def ask(self, answered: threading.Event) -> None:
            asked.append(answered)
            answered.set()

    monkeypatch.setattr(courtesy._Answering, "one", Never())
    with one.for_at_most(0.25):
        for _ in range(30):
            one.go_on()
            clock.now += 0.015625
    assert len(asked) == 16
    one.go_on()
    assert len(asked) == 17


@pytest.mark.usefixtures("qapp", "patient")
def test_who_asks_what_has_ended_goes_on() -> None:
    one = Courtesy()
    answering = courtesy._Answering.one
    assert answering is not None
    waiting = threading.Thread(target=one.go_on, daemon=True)
    waiting.start()
    courtesy.end()
    waiting.join(_LONG / 10)
    assert not waiting.is_alive()
    late = threading.Event()
    answering.ask(late)  # found just before it ended
    assert late.is_set()
    assert not answering._asked


ENDS = """
import atexit
atexit.register(lambda: one.go_on())  # known before Qt, it is called after it
from PySide6.QtWidgets import QApplication
from gui.threads.courtesy import Courtesy
application = QApplication([])
one = Courtesy()
"""


def test_who_asks_once_qt_has_gone_goes_on() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDS], capture_output=True, text=True)
    assert not ended.stderr
