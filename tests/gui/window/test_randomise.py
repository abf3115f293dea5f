"""Random values: seeded, live while they are asked for, one step."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import unit, window

import engine
from engine.formats.chainrule_file import dumps
from gui.canvas.look.viewpoint import rectangle
from gui.commands.randomise import Distribution, randomise
from gui.dialogs.randomise import Randomise

__all__ = ["unit", "window"]


@pytest.fixture
def graph() -> engine.Graph:
    graph = engine.Graph()
    graph.parameter("W", np.zeros((200, 50)))
    graph.parameter("b", 1.0)
    graph.input("x", 2.0)
    return graph


@pytest.mark.parametrize("distribution", Distribution)
def test_the_same_seed_gives_the_same_values_in_the_same_shapes(graph, distribution):
    for seed in (1, 2, 1):
        randomise(graph, ["W", "b"], distribution, 0.5, seed).apply(graph)
        if seed == 1:
            found = graph.value("W"), graph.value("b")
    again = engine.Graph()
    again.parameter("W", np.ones((200, 50)))
    again.parameter("b", 3.0)
    randomise(again, {"b", "W"}, distribution, 0.5, 1).apply(again)
    assert np.array_equal(again.value("W"), found[0])
    assert again.value("b") == found[1]
    assert isinstance(again.value("b"), float)
    assert graph.value("x") == 2.0
    if distribution is Distribution.UNIFORM:
        assert np.abs(found[0]).max() <= 0.5
        assert np.std(found[0]) == pytest.approx(0.5 / 3**0.5, rel=0.05)
    else:
        assert np.std(found[0]) == pytest.approx(0.5, rel=0.05)


def ask(window, *keys: Qt.Key, seed: int, choice: int = 0) -> list[float]:
    """Open the dialog, set a seed, and press keys; return w as it was shown meanwhile."""
    shown: list[float] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Randomise)
        dialog.leaves.setCurrentIndex(choice)
        dialog.seed.setValue(seed)
        shown.append(window.document.graph.value("w"))
        for key in keys:
            QTest.keyClick(dialog, key)

    QTimer.singleShot(0, fill)
    window.bars.actions["graph.randomise"].trigger()
    return shown


def test_all_parameters_get_values_as_one_step(window, unit):
    before = dumps(unit.graph)
    unit.canvas.select(set())
    shown = ask(window, Qt.Key.Key_Return, seed=7)
    assert unit.graph.value("w") == shown[0] != 2.0
    assert unit.graph.value("b") != 8.0
    assert unit.graph.value("x") == -2.0
    assert window.document.history.undoText() == "Randomise 2 values"
    window.document.undo()
    assert dumps(unit.graph) == before


def test_the_selected_leaves_come_first(window, unit):
    unit.canvas.select({"w", "c"})
    ask(window, Qt.Key.Key_Return, seed=7)
    assert window.document.history.undoText() == "Randomise 1 value"
    assert unit.graph.value("w") != 2.0
    assert unit.graph.value("b") == 8.0


def test_given_up_it_leaves_no_trace(window, unit):
    before = dumps(unit.graph)
    shown = ask(window, Qt.Key.Key_Escape, seed=3, choice=1)
    assert shown[0] != 2.0
    assert dumps(unit.graph) == before
    assert window.document.history.count() == 0


@pytest.mark.parametrize("distribution", Distribution)
def test_many_single_numbers_are_those_that_each_leaf_would_draw(distribution):
    graph, mixed = engine.Graph(), engine.Graph()
    names = [graph.parameter(f"w{k}", 1.0) for k in range(50)]
    for k in range(50):
        mixed.parameter(f"w{k}", 1.0)
    mixed.parameter("W", np.zeros(3))  # last: what is drawn before it is the same
    before = dumps(graph)
    command = randomise(graph, set(names), distribution, 0.5, 3)
    command.apply(graph)
    randomise(mixed, {*names, "W"}, distribution, 0.5, 3).apply(mixed)
    assert [graph.value(name) for name in names] == [mixed.value(name) for name in names]
    assert len({graph.value(name) for name in names}) == 50
    command.revert(graph)
    assert dumps(graph) == before


@pytest.mark.parametrize("fitted", [True, False])
def test_all_is_seen_again_where_it_was_though_the_cards_grow(window, unit, fitted):
    canvas = unit.canvas
    canvas.fit()
    if not fitted:
        canvas.zoom_to(5.0)
        canvas.show_box(rectangle(canvas.picture.bounds()))  # as after what is typed
    canvas.finish_drawing()
    canvas.select(set())
    ask(window, Qt.Key.Key_Return, seed=7)
    canvas.finish_drawing()
    assert canvas.sees_all()
    assert canvas.fitted is fitted


def test_from_where_a_part_is_seen_one_looks_on(window, unit):
    canvas = unit.canvas
    canvas.zoom_to(5.0)
    canvas.finish_drawing()
    before = replace(canvas.viewpoint)
    ask(window, Qt.Key.Key_Return, seed=7)
    canvas.finish_drawing()
    assert canvas.viewpoint == before


def heard_of(window, qtbot, *keys: Qt.Key) -> list[str]:
    """Return what a reader hears of the question, once it is answered by keys."""
    QAccessible.setActive(True)
    try:
        heard: list[str] = []
        window.canvas.voice.said.connect(heard.append)
        ask(window, *keys, seed=3)
        qtbot.wait(500)  # which is more than the pause before it is told
    finally:
        QAccessible.setActive(False)
    return heard


@pytest.mark.usefixtures("unit")
def test_random_values_that_are_given_up_are_not_told(window, qtbot):
    """The values from before were read out, as if somebody had given them."""
    assert heard_of(window, qtbot, Qt.Key.Key_Escape) == []
    (told,) = heard_of(window, qtbot, Qt.Key.Key_Return)
    assert told.startswith("w is ")
