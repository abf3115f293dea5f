"""What nobody needs is taken apart; what somebody still knows stays as it is."""

from pytestqt.qtbot import QtBot

import engine
from gui import parting
from gui.parting import part_with


class _Thing:
    count = 0

    def __init__(self) -> None:
        _Thing.count += 1

    def __del__(self) -> None:
        _Thing.count -= 1


def test_a_graph_and_lists_are_taken_apart_once_nobody_knows_them(
    qtbot: QtBot,
) -> None:
    graph = engine.Graph()
    graph.op("square", graph.parameter("w"))
    things, known = [_Thing() for _ in range(9)], [_Thing()]
    part_with(things, known, graph=graph)
    qtbot.waitUntil(lambda: not len(graph))
    assert _Thing.count == 10
    assert len(things) == 9
    del things
    qtbot.waitUntil(lambda: _Thing.count == 1)
    assert len(known) == 1


def test_what_is_known_for_long_is_left_alone(monkeypatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(parting, "_PATIENCE", 0.2)
    known, other = [_Thing()], [_Thing()]
    part_with(other, known)
    del other
    qtbot.waitUntil(lambda: _Thing.count == 1)
    assert len(known) == 1
