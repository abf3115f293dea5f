"""Point 11: a part is framed, folded into one card, computed through, saved, unfolded, laid out."""

from itertools import pairwise
from pathlib import Path

import pytest
from framing import INNER, make, title_of
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui.dialogs import choose
from gui.picture.shown import place_of
from gui.window.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


def cards(unit: Hands) -> int:
    """Return how many cards the picture has."""
    return len({unit.canvas.picture.index[name] for name in unit.graph.nodes()})


def test_a_part_is_one_card_that_computes_and_differentiates(unit: Hands, window: MainWindow):
    before, open_cards = dumps(unit.graph), cards(unit)
    group = make(unit, INNER, "Product")
    unit.double_click(title_of(unit, group))
    assert cards(unit) == open_cards - 2
    assert unit.written("a", 0) == ("−4", "2")

    window.canvas.in_place.edit_value("b")
    unit.type("7")
    assert unit.written("a", 0) == ("−4", "1")  # what comes out of the card follows
    readings = window.evaluation.readings
    assert (readings.value("J"), readings.derivative("w")) == (0.5, -2.0)

    unit.key(KEYS.Key_Z, CTRL)
    unit.key(KEYS.Key_Z, CTRL)  # unfolded
    assert cards(unit) == open_cards
    unit.key(KEYS.Key_Z, CTRL)  # no group
    assert dumps(unit.graph) == before
    assert not unit.canvas.picture.frames()


def test_a_folded_group_is_in_the_file_and_comes_back(
    unit: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "folded.chainrule"
    monkeypatch.setattr(choose, "file_to_save", lambda *_: path)
    monkeypatch.setattr(choose, "file_to_open", lambda *_: path)
    make(unit, INNER, "Product")
    unit.key(KEYS.Key_U, CTRL)
    unit.key(KEYS.Key_S, CTRL)
    (group,) = engine.load(path).groups
    assert (group.title, set(group.members), group.folded) == ("Product", INNER, True)
    program = engine.compile(engine.load(path))
    program.forward()
    program.backward()
    assert program.derivative("w") == -4.0

    unit.key(KEYS.Key_N, CTRL)
    assert unit.graph.nodes() == []
    unit.key(KEYS.Key_O, CTRL)
    QApplication.processEvents()
    assert cards(unit) == len(unit.graph) - 2
    unit.key(KEYS.Key_A, CTRL)
    unit.key(KEYS.Key_U, CTRL)
    assert cards(unit) == len(unit.graph)


def test_ctrl_shift_g_leaves_what_was_framed(unit: Hands):
    before = dumps(unit.graph)
    make(unit, INNER)
    unit.click(unit.middle("c"))
    unit.key(KEYS.Key_G, CTRL | SHIFT)
    assert not unit.graph.groups
    assert set(unit.graph.nodes()) >= INNER
    for _ in range(unit.steps):
        unit.key(KEYS.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_what_is_selected_is_lined_up_spread_and_laid_out_and_nothing_by_itself(
    unit: Hands, window: MainWindow
):
    states = [dumps(unit.graph)]
    for name in ("w", "x", "b"):
        unit.click(unit.middle(name), CTRL)
    unit.key(KEYS.Key_Left, CTRL | SHIFT)
    states.append(dumps(unit.graph))
    boxes = unit.canvas.picture.rectangles()
    lefts = [boxes[unit.canvas.picture.index[name]][0] for name in ("w", "x", "b")]
    assert max(lefts) - min(lefts) < 1e-6

    window.bars.actions["align.down"].trigger()
    states.append(dumps(unit.graph))
    boxes = unit.canvas.picture.rectangles()
    rows = sorted(boxes[unit.canvas.picture.index[name]].tolist() for name in ("w", "x", "b"))
    rows.sort(key=lambda box: box[1])
    gaps = [below[1] - above[3] for above, below in pairwise(rows)]
    assert gaps[0] == pytest.approx(gaps[1], abs=0.6)

    x, y = unit.middle("d")
    unit.drag((x, y), (x + 40.0, y + 300.0))
    states.append(dumps(unit.graph))
    moved = place_of(unit.graph, "d")
    unit.drag(unit.out("x"), unit.port("J", 0))  # an edge lays nothing out
    assert place_of(unit.graph, "d") == moved
    states.append(dumps(unit.graph))
    unit.key(KEYS.Key_Escape)
    unit.key(KEYS.Key_L, CTRL)
    assert place_of(unit.graph, "d") != moved
    assert unit.steps == len(states)
    for state in reversed(states):
        unit.key(KEYS.Key_Z, CTRL)
        assert dumps(unit.graph) == state
