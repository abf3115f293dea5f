"""What nobody needs is taken apart; what somebody still knows stays as it is."""

import subprocess
import sys
import weakref

from partings import parting_goes_on
from pytestqt.qtbot import QtBot

import engine
from gui.threads import parting
from gui.threads.parting import part_with


class _Thing:
    pass


def test_a_graph_and_lists_are_taken_apart_once_nobody_knows_them(
    qtbot: QtBot,
) -> None:
    graph = engine.Graph()
    graph.op("square", graph.parameter("w"))
    things, known = [_Thing() for _ in range(9)], [_Thing()]
    there = weakref.WeakSet(things)
    part_with(things, known, graph=graph)
    qtbot.waitUntil(lambda: not len(graph))
    assert len(things) == len(there) == 9
    del things
    qtbot.waitUntil(lambda: not there)
    assert len(known) == 1


def test_what_is_known_for_long_is_left_alone(monkeypatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(parting, "_PATIENCE", 0.2)
    known, other = [_Thing()], [_Thing()]
    there = weakref.WeakSet(other)
    part_with(other, known)
    del other
    qtbot.waitUntil(lambda: not there and not parting_goes_on())
    assert len(known) == 1


ENDS = """
import atexit, threading
def once_qt_has_gone():
    assert [thread.name for thread in threading.enumerate()] == ["MainThread"]
    assert known
atexit.register(once_qt_has_gone)  # known before Qt, it is called after it
from PySide6.QtWidgets import QApplication
from gui.threads import parting
application = QApplication([])
known = [object()]
parting._PATIENCE = 600.0
parting.part_with(known)
"""


def test_nothing_is_parted_once_qt_has_gone_with_a_process_that_ends_by_itself() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDS], capture_output=True, text=True)
    assert not ended.stderr
