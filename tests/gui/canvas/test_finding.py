"""Point 18: Ctrl+F finds a node by its name, label, op or formula."""

import math

import pytest
from hands import Hands
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

import engine
from gui.canvas.finding import finding, found
from gui.canvas.finding.find_bar import FindBar
from gui.canvas.finding.found import matches
from gui.commands import RenameNode, SetAttribute, SetValue, SetValues
from gui.theme import DARK

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def bar(hands: Hands) -> FindBar:
    assert hands.canvas.finding.bar is not None
    return hands.canvas.finding.bar


def seek(hands: Hands, text: str) -> None:
    hands.canvas.finding.open()
    QTest.keyClicks(bar(hands).line, text)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("w", ["w", "c"]),
        ("d", ["d", "a", "J"]),
        ("W * X", ["c"]),
        ("w*x", ["c"]),
        ("subtract", ["d"]),
        ("param", ["w", "b"]),
        ("^2", ["J"]),
        ("", []),
        ("  ", []),
        ("nothing", []),
        ("a", ["a", "w", "b", "d"]),
        ("form", ["J"]),
        ("f", []),
    ],
)
def test_point_18_name_op_and_formula_are_looked_through(
    linear_unit: Hands, text: str, found: list[str]
) -> None:
    assert matches(linear_unit.graph, text) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("w_11", ["w11", "c"]),
        ("w₁₁", ["w11", "c"]),
        ("W11", ["w11", "c"]),
        ("x₁", ["x_1", "c"]),
        ("x1", ["x_1", "c"]),
        ("θ", ["theta"]),
        ("a^[1]", ["z"]),
        ("a[1]", ["z"]),
        ("w11·x_1", ["c"]),
        ("tanh²", []),
        ("-4", ["theta"]),
        ("−4", ["theta"]),
        ("1/2", ["x_1"]),
        ("theta = -4", ["theta"]),
        ("θ=−4", ["theta"]),
        ("w11 = -4", []),
        ("nan", ["n"]),
        ("Multi", ["c"]),
        ("twice", ["z"]),
    ],
)
def test_a_node_is_found_as_it_looks_and_by_its_value(text: str, names: list[str]) -> None:
    graph = engine.Graph()
    graph.parameter("w11", 2.0)
    graph.input("x_1", 0.5)
    graph.parameter("theta", -4.0)
    graph.input("n", math.nan)
    graph.input("v", [-4.0, 0.5])
    graph.op("multiply", "w11", "x_1", name="c")
    made = {"formula": "2*u", "inputs": ["u"], "own": "twice", "label": "a^{[1]}"}
    graph.op("formula", "c", name="z", **made)
    assert matches(graph, text) == names


def test_what_is_sought_by_its_value_follows_an_edit(linear_unit: Hands) -> None:
    seek(linear_unit, "7")
    assert linear_unit.canvas.finding.found == []
    linear_unit.canvas.document.do(SetValue("w", 7.0))
    assert linear_unit.canvas.finding.found == ["w"]


def test_an_edited_leaf_alone_is_asked_whether_it_holds_what_is_sought(
    linear_unit: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each frame of a scrub asked all nodes, and those of a training none."""
    do, seeking = linear_unit.canvas.document.do, linear_unit.canvas.finding
    do(RenameNode("b", "b7"))
    seek(linear_unit, "7")
    known = seeking.found
    assert known == matches(linear_unit.graph, "7") == ["b7", "a"]
    monkeypatch.setattr(finding, "matches", None)
    do(SetValue("w", 3.0))
    do(SetValues({"w": 4.0, "b7": 5.0}, "Train"))
    assert seeking.found is known
    for command in (
        SetValue("w", 7.0),
        SetValues({"x": 7.0, "y": 7.0, "b7": 7.0}, "Train"),
        SetValues({"x": 7.0, "w": 1.0, "b7": 1.0}, "Train"),
        SetValue("x", [7.0, 7.0]),
        SetValue("y", math.nan),
    ):
        do(command)
        assert seeking.found == matches(linear_unit.graph, "7")
        count = len(seeking.found)
        assert bar(linear_unit).count.text().endswith(f" of {count}")


def test_what_looks_as_it_is_typed_comes_first() -> None:
    graph = engine.Graph()
    graph.parameter("w_12", 1.0)
    graph.parameter("w1", 1.0)
    assert matches(graph, "w_1") == ["w1", "w_12"]
    assert matches(graph, "w₁") == ["w1", "w_12"]
    graph.parameter("1", 0.0)
    assert matches(graph, "1") == ["1", "w_12", "w1"]


def test_point_18_a_label_is_looked_through(linear_unit: Hands) -> None:
    linear_unit.canvas.document.do(SetAttribute("c", "label", "z^{[1]}"))
    assert matches(linear_unit.graph, "z^") == ["c"]


def test_point_18_matches_are_walked_and_the_last_one_stays_selected(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    seek(linear_unit, "input")
    assert canvas.selection.nodes == {"x"}
    assert bar(linear_unit).count.text() == "1 of 2"
    line = bar(linear_unit).line
    QTest.keyClick(line, Key.Key_Return)
    assert canvas.selection.nodes == {"y"}
    QTest.keyClick(line, Key.Key_Return)
    assert canvas.selection.nodes == {"x"}
    QTest.keyClick(line, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.selection.nodes == {"y"}
    QTest.keyClick(line, Key.Key_Escape)
    assert canvas.finding.bar is None
    assert canvas.selection.nodes == {"y"}
    assert canvas.document.history.count() == 0


def test_point_18_the_match_is_brought_into_view(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(4.0)
    seek(linear_unit, "J")
    assert canvas.viewport().rect().contains(canvas.view_rect(canvas.picture.index["J"]).center())


def test_point_18_the_rest_steps_back(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas

    def ink(name: str) -> QColor:
        box = canvas.view_rect(canvas.picture.index[name])
        image = canvas.viewport().grab(box).toImage()
        darkest = min(
            image.pixelColor(x, y).lightness()
            for x in range(4, image.width() - 4)
            for y in range(4, image.height() - 4)
        )
        return QColor(darkest, darkest, darkest)

    before = {name: ink(name).lightness() for name in ("c", "a")}
    seek(linear_unit, "w*x")
    assert ink("c").lightness() <= before["c"] + 2
    assert ink("a").lightness() > before["a"] + 60
    QTest.keyClick(bar(linear_unit).line, Key.Key_Escape)
    assert ink("a").lightness() == before["a"]


def test_point_18_nothing_found_is_said_and_the_matches_follow_edits(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    seek(linear_unit, "bias")
    assert bar(linear_unit).count.text() == "none"
    assert bar(linear_unit).line.property("refused")
    canvas.document.do(RenameNode("b", "bias"))
    assert bar(linear_unit).count.text().endswith("of 2")
    assert not bar(linear_unit).line.property("refused")
    canvas.finding.open()
    assert bar(linear_unit).line.selectedText() == "bias"


def test_the_matches_follow_an_edit_that_moves_other_cards_too(linear_unit: Hands) -> None:
    finding = linear_unit.canvas.finding
    seek(linear_unit, "relu")
    linear_unit.drop("relu", linear_unit.edge("a", 0))
    assert finding.found == ["e"]
    linear_unit.canvas.document.undo()
    assert finding.found == []
    assert bar(linear_unit).count.text() == "none"


def test_a_node_found_from_afar_is_seen_so_that_it_can_be_read(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(0.1)
    seek(linear_unit, "d")
    assert canvas.viewpoint.scale == 1.0
    middle = canvas.view_rect(canvas.picture.index["d"]).center() - linear_unit.view.rect().center()
    assert middle.manhattanLength() <= 3
    canvas.zoom_to(0.8)
    QTest.keyClick(bar(linear_unit).line, Key.Key_Return)
    assert canvas.viewpoint.scale == 0.8


def test_a_formula_is_written_once_for_several_letters(
    linear_unit: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    real = found.words_of
    for module in (finding, found):
        monkeypatch.setattr(module, "words_of", lambda g, n: written.append(n) or real(g, n))
    seek(linear_unit, "d^2")
    graph = linear_unit.graph
    assert sorted(written) == sorted(graph.nodes())
    linear_unit.canvas.document.do(SetValue("w", 3.0))  # nothing is written for a value
    assert len(written) == len(graph)
    linear_unit.canvas.document.do(RenameNode("d", "e"))
    assert linear_unit.canvas.finding.found == []


def test_what_a_large_graphs_nodes_are_found_by_is_read_in_slices(
    linear_unit: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_AT_ONCE", 3)
    monkeypatch.setattr(finding, "_SLICE", 0.0)
    read: list[str] = []
    words = found.words_of
    for module in (finding, found):
        monkeypatch.setattr(
            module, "words_of", lambda *asked: read.append(asked[1]) or words(*asked)
        )
    canvas = linear_unit.canvas
    canvas.finding.open()
    QTest.keyClicks(bar(linear_unit).line, "input")
    assert canvas.finding.found == []
    assert len(read) < len(linear_unit.graph.nodes())
    canvas.finding.next()
    canvas.document.do(SetValue("w", 7.0))
    while canvas.finding._reading.isActive():
        before = len(read)
        canvas.finding._read_on()
        assert len(read) <= before + 3  # one, and what an edit made to be read anew
    assert canvas.finding.found == ["x", "y"]
    assert canvas.selection.nodes == {"x"}
    assert bar(linear_unit).count.text() == "1 of 2"
    canvas.document.do(RenameNode("y", "t"))
    assert canvas.finding._reading.isActive()
    bar(linear_unit).close_it()
    assert not canvas.finding._reading.isActive()


def test_values_that_training_moves_do_not_hold_up_the_reading(
    linear_unit: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_AT_ONCE", 1)
    monkeypatch.setattr(finding, "_SLICE", 0.0)
    canvas = linear_unit.canvas
    canvas.finding.open()
    QTest.keyClicks(bar(linear_unit).line, "w")
    for value in range(len(linear_unit.graph) + 1):  # a step before each slice
        canvas.document.do(SetValues({"w": float(value), "b": float(value)}, "Train"))
        canvas.finding._read_on()
    assert not canvas.finding._reading.isActive()
    assert canvas.finding.found[0] == "w"
    canvas.document.do(SetAttribute("b", "label", "w0"))
    while canvas.finding._reading.isActive():
        canvas.finding._read_on()
    assert "b" in canvas.finding.found


def test_the_bar_has_the_theme_that_is_chosen_while_it_is_open(linear_unit: Hands) -> None:
    seek(linear_unit, "c")
    buttons = bar(linear_unit).findChildren(QToolButton)
    icons = [button.icon().pixmap(18).toImage() for button in buttons]
    linear_unit.canvas.set_theme(DARK)
    dark = [button.icon().pixmap(18).toImage() for button in buttons]
    assert len(icons) == 3
    assert icons != dark


@pytest.mark.parametrize("selected", ["", "J", "d"])
def test_a_node_that_is_called_just_so_is_what_the_first_enter_shows(
    linear_unit: Hands, selected: str
) -> None:
    canvas = linear_unit.canvas
    canvas.select({selected} - {""})
    seek(linear_unit, "d")
    assert canvas.selection.nodes == {"d"}
    line = bar(linear_unit).line
    shown = []
    for _ in range(4):
        QTest.keyClick(line, Key.Key_Return)
        shown.append((*canvas.selection.nodes, bar(linear_unit).count.text()))
    assert shown == [("d", "1 of 3"), ("a", "2 of 3"), ("J", "3 of 3"), ("d", "1 of 3")]


@pytest.mark.parametrize("way", ["button", "down"])
def test_the_next_match_is_the_next_at_once(linear_unit: Hands, way: str) -> None:
    seek(linear_unit, "d")
    if way == "down":
        QTest.keyClick(bar(linear_unit).line, Key.Key_Down)
    else:
        bar(linear_unit)._buttons["arrow-down"].click()
    assert linear_unit.canvas.selection.nodes == {"a"}
    QTest.keyClick(bar(linear_unit).line, Key.Key_Return)
    assert linear_unit.canvas.selection.nodes == {"J"}


def test_the_search_that_is_opened_again_goes_on_from_what_is_selected(linear_unit: Hands) -> None:
    seek(linear_unit, "d")
    QTest.keyClick(bar(linear_unit).line, Key.Key_Down)
    QTest.keyClick(bar(linear_unit).line, Key.Key_Escape)
    linear_unit.canvas.finding.open()
    assert linear_unit.canvas.selection.nodes == {"a"}
    QTest.keyClick(bar(linear_unit).line, Key.Key_Return)
    assert linear_unit.canvas.selection.nodes == {"J"}


def test_capitals_tell_two_names_apart(linear_unit: Hands) -> None:
    linear_unit.canvas.document.do(RenameNode("x", "C"))
    assert matches(linear_unit.graph, "C")[:2] == ["C", "c"]
    assert matches(linear_unit.graph, "c")[:2] == ["c", "C"]


def test_enter_amid_the_reading_of_a_large_graph_is_the_first(
    linear_unit: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_AT_ONCE", 3)
    monkeypatch.setattr(finding, "_SLICE", 0.0)
    canvas = linear_unit.canvas
    canvas.select({"J"})
    canvas.finding.open()
    QTest.keyClicks(bar(linear_unit).line, "d")
    QTest.keyClick(bar(linear_unit).line, Key.Key_Return)
    while canvas.finding._reading.isActive():
        canvas.finding._read_on()
    assert canvas.selection.nodes == {"d"}
    QTest.keyClick(bar(linear_unit).line, Key.Key_Return)
    assert canvas.selection.nodes == {"a"}


@pytest.mark.parametrize("opened", [Key.Key_Tab, Key.Key_K])
def test_ctrl_f_finds_while_a_prompt_is_open(unit: Hands, opened: Key):
    """The prompt kept the key, and nothing came of it."""
    keys = Qt.KeyboardModifier.NoModifier if opened == Key.Key_Tab else CTRL
    unit.canvas.select({"c"})
    unit.key(opened, keys)
    line = unit.prompt.line
    QTest.keyClicks(line, "re")
    QTest.keyClick(line, Key.Key_A, CTRL)  # its own keys stay its own
    assert line.selectedText() == "re"
    QTest.keyClick(line, Key.Key_F, CTRL)
    QApplication.processEvents()
    assert unit.canvas.entry.prompt is None
    assert bar(unit).line.hasFocus()
    QTest.keyClicks(bar(unit).line, "J")
    QApplication.processEvents()
    assert unit.canvas.selection.nodes == {"J"}
    assert unit.steps == 0


def test_tab_goes_from_the_line_of_the_bar_to_its_buttons_and_round(linear_unit: Hands) -> None:
    """A reader's user hears of the buttons by Tab; it was the canvas's, and asked what to add."""
    seek(linear_unit, "w")
    shown = bar(linear_unit)
    buttons = shown.findChildren(QToolButton)
    for place in (*buttons, shown.line):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        assert QApplication.focusWidget() is place
    for place in (*reversed(buttons), shown.line):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Backtab)
        assert QApplication.focusWidget() is place
    assert linear_unit.canvas.entry.prompt is None


@pytest.mark.parametrize("keys", [Qt.KeyboardModifier.AltModifier, CTRL])
def test_an_arrow_that_means_nothing_in_the_bar_moves_no_card(linear_unit: Hands, keys) -> None:
    seek(linear_unit, "w")
    for place in (bar(linear_unit).line, *bar(linear_unit).findChildren(QToolButton)):
        place.setFocus()
        for key in (Key.Key_Left, Key.Key_Right):
            QTest.keyClick(place, key, keys)
    assert linear_unit.steps == 0


def test_a_letter_typed_on_a_button_of_the_bar_adds_no_node(linear_unit: Hands) -> None:
    seek(linear_unit, "w")
    button = bar(linear_unit).findChildren(QToolButton)[0]
    button.setFocus()
    QTest.keyClick(button, Key.Key_Q)
    assert linear_unit.canvas.entry.prompt is None
    QTest.keyClick(button, Key.Key_Escape)
    assert linear_unit.canvas.finding.bar is None
    assert linear_unit.canvas.selection.nodes == {"w"}


def test_which_match_is_shown_and_that_there_is_none_is_heard(linear_unit: Hands, qtbot) -> None:
    QAccessible.setActive(True)
    try:
        heard: list[str] = []
        linear_unit.canvas.voice.said.connect(heard.append)
        seek(linear_unit, "w")
        qtbot.waitUntil(lambda: heard == ["w, parameter, 1 of 2"])
        QTest.keyClick(bar(linear_unit).line, Key.Key_Down)
        qtbot.waitUntil(lambda: heard[1:] == ["c = w*x, 2 of 2"])
        QTest.keyClicks(bar(linear_unit).line, "zz")
        qtbot.waitUntil(lambda: heard[2:] == ["Nothing is found"])
        qtbot.wait(300)
        assert len(heard) == 3
    finally:
        QAccessible.setActive(False)


def test_the_keyboard_goes_from_the_bar_straight_to_the_canvas(linear_unit: Hands, qtbot) -> None:
    seek(linear_unit, "w")
    went: list[object] = []
    linear_unit.canvas.activateWindow()
    bar(linear_unit).line.setFocus()
    qtbot.waitUntil(bar(linear_unit).line.hasFocus)
    heard = QApplication.instance().focusChanged.connect(lambda _, now: went.append(now))
    QTest.keyClick(bar(linear_unit).line, Key.Key_Escape)
    QObject.disconnect(heard)  # of the application: it would keep what has the keyboard later
    assert went == [linear_unit.canvas]
