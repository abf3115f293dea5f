"""Garbage is collected in the windows' own thread, the old of it while the hands rest."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.collector import Collector
from gui.work import Task


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self, found: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: found.append(threading.get_ident()))


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    gc.enable()
    collector = Collector(qapp, rest=0.0)
    yield collector
    collector.end()
    collector.deleteLater()
    assert gc.isenabled()


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
    for _ in range(4000):
        junk = [Ring([]) for _ in range(800)]
        del junk
        collector.collect()
        if found:
            break
    assert found


def test_a_graph_is_looked_through_only_once_the_hands_rest(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is not None)
    collector = Collector(qapp, rest=0.2)
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
        qtbot.waitUntil(lambda: collector.resting)
        collector.collect()
        assert found
    finally:
        collector.end()
        collector.deleteLater()
    assert gc.get_freeze_count() == 0


def test_a_key_or_a_movement_ends_the_rest_and_a_closed_window_does_not_matter(
    collector: Collector, qapp: QApplication, qtbot: QtBot
) -> None:
    window = QWidget()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is not None)
    collector._rest = 0.05
    qtbot.waitUntil(lambda: collector.resting)
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert not collector.resting
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton)
    collector._rest = 3600.0
    window.close()
    window.deleteLater()
    del window
    qtbot.waitUntil(lambda: collector.resting)


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


def test_beside_a_large_graph_all_is_looked_through_once_much_has_come(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.collector._QUICK", 10)
    gc.collect()
    edit = [[k] for k in range(60_000)]
    collector.collect()  # it is kept aside
    collector.collect()  # and all is looked through, for the first time
    kept = gc.get_freeze_count()
    assert kept >= 60_000
    found: list[int] = []
    Ring(found)
    grown = [edit]
    while not found:
        grown.append([[k] for k in range(60_000)])
        collector.collect()
        collector.collect()
    assert gc.get_freeze_count() >= 1.4 * kept


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


def test_what_is_kept_is_counted_in_another_turn_of_the_loop(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def noted(word: str, function: Callable[..., int]) -> Callable[..., int]:
        def call(*arguments: int) -> int:
            asked.append(word)
            return function(*arguments)

        return call

    monkeypatch.setattr(gc, "collect", noted("collect", gc.collect))
    monkeypatch.setattr(gc, "get_freeze_count", noted("count", gc.get_freeze_count))
    graph = [[k] for k in range(60_000)]
    collector.collect()
    collector.collect()
    assert asked == ["collect"]
    collector.collect()
    assert asked == ["collect", "count"]
    assert collector._kept >= len(graph)
