"""Cards go aside for names and labels that become longer, in the step that makes them so."""

from collections.abc import Callable

import pytest
from faults import pairs
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from retyped import retype
from windows import unit, window

from gui.commands import fold, group
from gui.window.main_window import MainWindow

__all__ = ["unit", "window"]

LONG = "weight_of_the_first_layer"
TITLE = "One linear layer with its bias"


def in_place(window: MainWindow, name: str) -> None:
    window.canvas.in_place.rename(name)
    Hands(window.canvas).type(LONG)


def over_its_value(window: MainWindow, name: str) -> None:
    window.canvas.in_place.edit_value(name)
    Hands(window.canvas).type(f"{LONG} = 3")


def in_the_inspector(window: MainWindow, _name: str) -> None:
    retype(window.inspector.node_page.name.line, LONG)


def as_a_label(window: MainWindow, _name: str) -> None:
    retype(window.inspector.node_page.label.line, LONG)


@pytest.mark.parametrize("way", [in_place, in_the_inspector, as_a_label])
@pytest.mark.parametrize("name", ["w", "x", "c", "b", "a", "d", "J"])
def test_no_card_lies_on_another(
    window: MainWindow, unit: Hands, way: Callable[[MainWindow, str], None], name: str
) -> None:
    unit.canvas.select({name})
    before = window.document.contents()
    way(window, name)
    QApplication.processEvents()
    assert LONG.encode() in window.document.contents()
    assert pairs(unit.canvas.picture.rectangles()) == 0
    assert unit.steps == 1
    QTest.keyClick(unit.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.contents() == before


@pytest.mark.parametrize("name", ["w", "b"])
def test_nor_where_the_name_is_typed_with_the_value(
    window: MainWindow, unit: Hands, name: str
) -> None:
    over_its_value(window, name)
    assert unit.graph.value(LONG) == 3.0
    assert pairs(unit.canvas.picture.rectangles()) == 0
    assert unit.steps == 1


def test_a_name_as_long_as_before_moves_nothing(window: MainWindow, unit: Hands) -> None:
    def places() -> list[object]:
        return [unit.graph.attributes(name)["position"] for name in unit.graph.nodes()]

    before = places()
    window.canvas.in_place.rename("c")
    unit.type("e")
    assert "e" in unit.graph
    assert places() == before


def retitled_in_place(window: MainWindow) -> None:
    QTest.keyClick(window.canvas, Qt.Key.Key_F2)
    Hands(window.canvas).type(TITLE)


def retitled_in_the_inspector(window: MainWindow) -> None:
    retype(window.inspector.group_page.title.line, TITLE)


@pytest.mark.parametrize("way", [retitled_in_place, retitled_in_the_inspector])
def test_nor_does_the_card_of_a_folded_group_under_a_longer_title(
    window: MainWindow, unit: Hands, way: Callable[[MainWindow], None]
) -> None:
    window.document.do(group(unit.graph, {"c", "b", "a"}, "Layer"))
    window.document.do(fold(unit.graph, ["group1"], folded=True))
    unit.canvas.select({"c", "b", "a"})
    QApplication.processEvents()
    before = unit.steps
    way(window)
    assert unit.graph.groups[0].title == TITLE
    assert pairs(unit.canvas.picture.rectangles()) == 0
    assert unit.steps == before + 1
