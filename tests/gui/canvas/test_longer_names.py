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

from gui.window.main_window import MainWindow

__all__ = ["unit", "window"]

LONG = "weight_of_the_first_layer"


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
