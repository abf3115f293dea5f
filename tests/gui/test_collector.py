import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.collector import Collector


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self, found: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: found.append(threading.get_ident()))


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    collector = Collector(qapp)
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
