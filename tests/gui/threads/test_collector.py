"""Garbage is collected in the windows' own thread, the old of it while the hands rest."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from clock import Clock
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.threads.collector import Collector
from gui.threads.work import Task, under_way


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self, found: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: found.append(threading.get_ident()))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch, "gui.threads.collector")


@pytest.fixture
def collector(qapp: QApplication, qtbot: QtBot, clock: Clock) -> Iterator[Collector]:
    del clock
    qtbot.waitUntil(lambda: not under_way())  # what an earlier test began
    gc.enable()
    collector = Collector(qapp, rest=0.0)
    yield collector
    collector.end()
    collector.deleteLater()
    assert gc.isenabled()


def is_found(found: list[int], collector: Collector, *, turns: int) -> bool:
    """Tell whether what leaves something in `found` is collected while more garbage comes."""
    for _ in range(turns):
        junk = [Ring([]) for _ in range(800)]
        del junk
        collector.collect()
        if found:
            return True
    return False


def test_no_other_thread_collects_and_the_windows_own_does(
    collector: Collector, qtbot: QtBot
) -> None:
    found: list[int] = []

    def litter() -> None:
        for _ in range(3000):
            Ring(found)

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert found == []
    qtbot.waitUntil(lambda: len(found) == 3000)
    assert set(found) == {threading.get_ident()}
    assert not gc.isenabled()
    del collector


def test_old_garbage_is_found_in_the_end(collector: Collector) -> None:
    found: list[int] = []
    gc.collect()
    Ring(found)
    assert is_found(found, collector, turns=4000)


def test_a_graph_is_looked_through_only_once_the_hands_rest(
    qapp: QApplication, qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.threads.collector._QUICK", 10**9)  # whatever other tests have loaded
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is not None)
    collector = Collector(qapp)
    try:
        found: list[int] = []
        Ring(found)
        graph = [[k] for k in range(60_000)]
        before = gc.get_freeze_count()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        assert not collector.resting
        collector.collect()
        assert gc.get_freeze_count() >= before + len(graph)
        assert not found
        clock.now += 4.0
        qtbot.waitUntil(lambda: collector.resting)  # no task of an earlier test runs either
        collector.collect()
        assert found
    finally:
        collector.end()
        collector.deleteLater()
    assert gc.get_freeze_count() == 0


def test_a_graph_that_takes_the_place_of_another_is_not_looked_through(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.threads.collector._QUICK", 0)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is not None)
    before = [[k] for k in range(60_000)]
    collector = Collector(qapp)
    try:
        found: list[int] = []
        Ring(found)
        graph = [[k] for k in range(60_000)]
        before.clear()
        graph += [[k] for k in range(1000)]
        assert gc.get_count()[0] < 50_000
        kept = gc.get_freeze_count()
        collector.collect()
        assert gc.get_freeze_count() >= kept + 60_000 - len(before)
        assert not found
    finally:
        collector.end()
        collector.deleteLater()


def test_a_key_or_a_movement_ends_the_rest_and_a_closed_window_does_not_matter(
    collector: Collector, clock: Clock, qapp: QApplication, qtbot: QtBot
) -> None:
    window = QWidget()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is not None)
    handle = window.windowHandle()
    collector._rest = 4.0
    for touch in (
        lambda: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda: QTest.mousePress(handle, Qt.MouseButton.LeftButton),
        lambda: QTest.mouseMove(handle, QPoint(5, 5)),
        lambda: QTest.mouseRelease(handle, Qt.MouseButton.LeftButton),
    ):
        clock.now += 4.0
        assert collector.resting
        touch()
        assert not collector.resting
    window.close()
    window.deleteLater()
    del window
    qtbot.waitUntil(lambda: collector._watched is None)
    assert not collector.resting  # a dialog closes, and its window is in front in a moment
    clock.now += 2.0
    assert collector.resting


def test_a_window_that_goes_behind_another_does_not_end_the_watch(
    collector: Collector, qapp: QApplication, qtbot: QtBot
) -> None:
    behind, front = QWidget(), QWidget()
    qtbot.addWidget(front)
    for window in (behind, front):
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda window=window: qapp.focusWindow() is window.windowHandle())
    collector._rest = 3600.0
    handle = behind.windowHandle()
    with qtbot.waitSignal(handle.destroyed):
        behind.deleteLater()
    assert not collector.resting


@pytest.fixture
def in_front(qapp: QApplication, qtbot: QtBot) -> QWidget:
    """A window with the focus, which nobody touches."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is not None)
    return window


def test_beside_a_large_graph_all_is_looked_through_once_no_window_is_in_front(
    in_front: QWidget, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.threads.collector._QUICK", 10)
    found: list[int] = []
    Ring(found)
    graphs = []
    for _ in range(8):  # each is kept aside, the ring with the first
        graphs.append([[k] for k in range(60_000)])
        collector.collect()
        assert collector.resting
        collector.collect()
    assert not found
    in_front.close()
    collector._watch(None)
    collector.collect()
    assert found
    assert gc.get_freeze_count() > 8 * 60_000


@pytest.mark.usefixtures("in_front")
def test_beside_a_large_graph_what_came_since_is_looked_through_at_rest(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.threads.collector._QUICK", 10)
    collector._timer.stop()
    graph = [[k] for k in range(60_000)]
    collector.collect()
    kept = gc.get_freeze_count()
    ring = Ring(found := [])
    gc.collect(1)  # it is old already when nobody knows it any more
    del ring
    assert is_found(found, collector, turns=400)
    assert gc.get_freeze_count() >= kept  # nothing of the graph was looked through
    del graph


def test_nothing_old_is_looked_through_while_work_is_done_beside_the_event_loop(
    collector: Collector,
) -> None:
    found: list[int] = []
    done = threading.Event()
    Ring(found)
    graph = [[k] for k in range(60_000)]
    task = Task(done.wait)
    task.start()
    try:
        collector._timer.stop()
        collector.collect()  # the graph is kept aside
        collector.collect()
        assert not found
    finally:
        done.set()
        task.stop()
    collector.collect()
    assert found
    del graph
