"""Groups under the hands: framed, titled, moved, grown, given up."""

from threading import get_ident

import pytest
from framing import INNER, make, title_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.formats.chainrule_file import dumps
from gui.commands import Disconnect, RenameNode, SetOutput
from gui.picture.shown import composite_of, place_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_ctrl_g_frames_the_selection_and_asks_for_the_title_in_one_step(unit):
    before = dumps(unit.graph)
    unit.canvas.select(INNER)
    unit.key(Qt.Key.Key_G, CTRL)
    assert unit.canvas.entry.editor.text() == "Group"
    assert len(unit.canvas.picture.frames()) == 1  # shown already
    unit.type("w times x")
    (group,) = unit.graph.groups
    assert (group.title, set(group.members), group.folded) == ("w times x", INNER, False)
    assert unit.canvas.document.history.count() == 1
    assert unit.canvas.selection.nodes == INNER
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


@pytest.mark.parametrize("names", [{"c", "a"}, {"a", "d"}, {"c", "a", "d"}])
def test_what_a_frame_would_lie_on_gives_way_as_the_same_step(unit, names):
    before, steps = dumps(unit.graph), unit.steps
    unit.canvas.select(names)
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("Neuron")
    picture = unit.canvas.picture
    (frame,) = picture.frames()
    for row, (left, top, right, bottom) in enumerate(picture.rectangles()):
        apart = left >= frame.box[2] or right <= frame.box[0]
        apart |= top >= frame.box[3] or bottom <= frame.box[1]
        assert bool(apart) is not (row in frame.rows), picture.names[row]
    assert unit.steps == steps + 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_what_stands_between_two_nodes_of_a_group_stays_in_its_frame(unit):
    before = {name: place_of(unit.graph, name) for name in ("c", "a", "d")}
    unit.canvas.select({"c", "d"})
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("Ends")
    assert {name: place_of(unit.graph, name) for name in ("c", "a", "d")} == before


def test_the_title_under_the_pointer_lights_its_frame(unit):
    """Nothing told that a press there takes the group, and a double click folds it."""
    group = make(unit, INNER)
    unit.canvas.select(set())
    unit.canvas.zoom_to(2.0)  # the line is as wide as a pixel
    unit.canvas.centre_on("w")
    (frame,) = unit.canvas.picture.frames()
    left, top, *_ = frame.box
    border = (left, top + 50.0)
    plain, accent = unit.ink(border), unit.canvas.theme.accent
    unit.move((left + 5.0, top + 50.0))
    assert unit.ink(border) == plain != accent
    unit.move(title_of(unit, group))
    assert unit.ink(border) == accent
    unit.move((left - 40.0, top - 20.0))
    assert unit.ink(border) == plain


@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_a_title_is_typed_where_it_stands(unit, scale):
    """The field had it in the middle, and it jumped to the left when it was taken."""
    make(unit, INNER, "Product")
    unit.canvas.zoom_to(scale)
    unit.canvas.centre_on("w")
    unit.key(Qt.Key.Key_F2)
    (frame,) = unit.canvas.picture.frames()
    stands = unit.pixel(*frame.title_place).x()
    editor = unit.canvas.entry.editor
    for text in ("Product", "A product of two leaves, the first of which is trained"):
        editor.setText(text)
        editor.home(False)
        begins = editor.mapTo(unit.view, editor.cursorRect().center()).x()
        assert abs(begins - stands) <= 2
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_esc_in_the_title_leaves_no_group(unit):
    unit.canvas.select(INNER)
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("nothing", end=Qt.Key.Key_Escape)
    assert unit.graph.groups == ()
    assert unit.canvas.picture.frames() == ()
    assert unit.canvas.document.history.count() == 0


def test_an_empty_title_is_refused_where_it_is_typed(unit):
    unit.canvas.select(INNER)
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("  ")
    assert unit.canvas.entry.editor.reason == "a group needs a title"
    assert len(unit.canvas.picture.frames()) == 1
    unit.type("Product")
    assert unit.graph.groups[0].title == "Product"


def test_half_of_a_group_is_no_group(unit):
    make(unit, INNER)
    sentences = unit.listen()
    unit.canvas.select({"c", "a"})
    unit.key(Qt.Key.Key_G, CTRL)
    assert unit.canvas.entry.editor is None
    assert sentences[-1].startswith("a part of the group ‘Product’ is selected")


def test_ctrl_shift_g_gives_the_group_up(unit):
    before = dumps(unit.graph)
    make(unit, INNER)
    unit.key(Qt.Key.Key_G, CTRL | SHIFT)
    assert unit.graph.groups == ()
    unit.key(Qt.Key.Key_Z, CTRL)
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_a_frame_moves_with_its_title_and_no_node_is_swallowed(unit):
    group = make(unit, INNER)
    unit.canvas.select(set())
    before = {name: place_of(unit.graph, name) for name in unit.graph.nodes()}
    x, y = title_of(unit, group)
    unit.drag((x, y), (x, y - 60.0))
    after = {name: place_of(unit.graph, name) for name in unit.graph.nodes()}
    assert {name for name in before if before[name] != after[name]} == INNER
    assert len({(after[n][0] - before[n][0], after[n][1] - before[n][1]) for n in INNER}) == 1
    unit.drag(unit.middle("b"), unit.middle("c"), Qt.KeyboardModifier.AltModifier)
    assert unit.graph.groups[0].members == group.members
    unit.key(Qt.Key.Key_Z, CTRL)
    unit.key(Qt.Key.Key_Z, CTRL)
    assert {name: place_of(unit.graph, name) for name in before} == before


def test_a_click_on_the_title_selects_what_the_frame_holds(unit):
    group = make(unit, INNER)
    unit.canvas.select({"J"})
    unit.click(title_of(unit, group))
    assert unit.canvas.selection.nodes == INNER
    unit.click(title_of(unit, group), CTRL)
    assert unit.canvas.selection.nodes == set()
    unit.click(unit.middle("J"))
    unit.click(title_of(unit, group), SHIFT)
    assert unit.canvas.selection.nodes == {*INNER, "J"}


def test_a_node_put_into_an_edge_of_a_group_is_of_the_group(unit):
    make(unit, {"c", "a", "b"}, "Sum")
    before = dumps(unit.graph)
    edge = unit.canvas.picture.edge_index["a", 0]
    line = unit.canvas.picture.lines[edge]
    unit.drop("relu", tuple(map(float, line[len(line) // 2])))
    (added,) = set(unit.graph.nodes()) - set("wxcbadyJ")
    assert set(unit.graph.groups[0].members) == {"c", "a", "b", added}
    assert unit.graph.inputs("a")[0] == added
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_f2_renames_the_group_that_is_selected(unit):
    group = make(unit, INNER)
    unit.key(Qt.Key.Key_F2)
    unit.type("Layer")
    assert unit.graph.groups[0].title == "Layer"
    unit.key(Qt.Key.Key_U, CTRL)
    unit.key(Qt.Key.Key_F2)
    assert unit.canvas.entry.editor.text() == "Layer"
    unit.type("Layer 1")
    assert unit.graph.groups[0].title == "Layer 1"
    assert group.id == unit.graph.groups[0].id


def test_the_inspector_shows_the_group_as_edits_leave_it(window, unit):
    make(unit, INNER)
    page, document = window.inspector.group_page, unit.canvas.document
    inner, loose = ("3 nodes, 0 inputs from outside", ["c"]), ["w", "c"]

    def shown():
        QApplication.processEvents()
        rows = [row for row in page.outputs if row.name.isVisible()]
        return page.counts.text(), [row.name.text() for row in rows]

    assert shown() == inner
    document.do(Disconnect("w", "c", 0))
    assert shown() == ("3 nodes, 1 input from outside", loose)
    document.undo()
    assert shown() == inner
    document.do(SetOutput("x"))
    assert shown() == (inner[0], ["x", "c"])
    document.undo()
    document.do(RenameNode("w", "v"))
    assert shown() == inner


def test_the_inspector_shows_the_group(window, unit):
    make(unit, INNER)
    page = window.inspector.group_page
    assert page.isVisible()
    assert page.counts.text() == "3 nodes, 0 inputs from outside"
    assert [row.name.text() for row in page.outputs] == ["c"]
    assert page.outputs[0].value.text() == "−4"
    page.title.line.setText("Layer")
    QTest.keyClick(page.title.line, Qt.Key.Key_Return)
    assert unit.graph.groups[0].title == "Layer"
    QTest.mouseClick(page.folded, Qt.MouseButton.LeftButton, pos=page.folded.rect().center() / 4)
    assert unit.graph.groups[0].folded
    page.title.line.setText(" ")
    QTest.keyClick(page.title.line, Qt.Key.Key_Return)
    assert unit.graph.groups[0].title == "Layer"
    unit.canvas.document.undo()
    unit.canvas.document.undo()
    make(unit, {"c", "d"} | INNER, "Ends")
    page.folded.click()
    assert not page.folded.isChecked()
    assert page.refusal.text().startswith("Ends cannot be folded")


def test_what_leaves_a_large_group_is_found_beside_the_loop(window, unit, qtbot, monkeypatch):
    monkeypatch.setattr("gui.panels.group_page._AT_ONCE", 0)
    threads = []

    def found(graph, group):
        threads.append(get_ident())
        return composite_of(graph, group)

    monkeypatch.setattr("gui.panels.group_page.composite_of", found)
    make(unit, INNER)
    page = window.inspector.group_page
    qtbot.waitUntil(lambda: page.counts.text() == "3 nodes, 0 inputs from outside")
    assert [row.name.text() for row in page.outputs] == ["c"]
    assert get_ident() not in threads
    unit.canvas.document.do(Disconnect("w", "c", 0))  # what was found is another now
    qtbot.waitUntil(lambda: page.counts.text() == "3 nodes, 1 input from outside")
    assert [row.name.text() for row in page.outputs] == ["w", "c"]


def test_the_ring_of_a_card_lies_on_the_frame_around_it(unit):
    """Frames were drawn after the rings: what was selected in one was told nowhere."""
    make(unit, INNER)
    x, y = unit.middle("c")
    unit.click((x, y + 20))
    picture = unit.canvas.picture
    top = y - float(picture.sizes[picture.index["c"], 1]) / 2
    assert unit.canvas.selection.nodes == {"c"}
    assert unit.ink((x, top - 3)) == unit.canvas.theme.accent
