"""Copy, cut, paste and duplicate by keys, across documents, and what comes from elsewhere."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from engine import Group
from engine.formats.chainrule_file import dumps, loads
from gui import mime
from gui.canvas.deleting import delete_selection_healing
from gui.commands import group
from gui.picture.shown import place_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _clipboard_of_nobody(qapp):
    qapp.clipboard().clear()


def test_copied_nodes_are_pasted_at_the_pointer_in_one_step(unit):
    before = dumps(unit.graph)
    unit.canvas.select({"w", "x", "c"})
    unit.key(Qt.Key.Key_C, CTRL)
    assert dumps(unit.graph) == before
    at = unit.canvas.viewpoint.to_picture(unit.canvas.viewport().rect().center().toPointF())
    at = at.x(), at.y() + 250.0
    unit.move(at)
    unit.key(Qt.Key.Key_V, CTRL)
    assert unit.canvas.selection.nodes == {"w2", "x2", "c2"}
    assert unit.graph.inputs("c2") == ("w2", "x2")
    places = [place_of(unit.graph, name) for name in ("w2", "x2", "c2")]
    xs, ys = zip(*places, strict=True)
    assert (min(xs) + max(xs)) / 2 == pytest.approx(at[0], abs=12.0)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(at[1], abs=12.0)
    unit.key(Qt.Key.Key_V, CTRL)  # once more, aside of the first
    assert place_of(unit.graph, "w3") != place_of(unit.graph, "w2")
    assert unit.canvas.document.history.count() == 2
    unit.key(Qt.Key.Key_Z, CTRL)
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_ctrl_shift_v_keeps_what_led_to_the_originals(unit):
    unit.canvas.select({"c"})
    unit.key(Qt.Key.Key_C, CTRL)
    unit.key(Qt.Key.Key_V, CTRL)
    assert unit.graph.inputs("c2") == (None, None)
    unit.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert unit.graph.inputs("c3") == ("w", "x")


def test_cut_nodes_are_on_the_clipboard_and_gone(unit):
    before = dumps(unit.graph)
    unit.canvas.select({"w", "x"})
    unit.key(Qt.Key.Key_X, CTRL)
    assert not {"w", "x"} & set(unit.graph.nodes())
    assert unit.canvas.document.history.undoText() == "Cut 2 nodes"
    unit.key(Qt.Key.Key_V, CTRL)
    assert {"w", "x"} <= set(unit.graph.nodes())
    unit.key(Qt.Key.Key_Z, CTRL)
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_what_is_copied_goes_to_another_document(unit, hands):
    unit.graph.groups = [Group("group1", "Product", ("w", "x", "c"), True)]
    unit.canvas.document.reset(unit.graph)
    unit.canvas.window().activateWindow()
    unit.canvas.setFocus()
    unit.click(unit.canvas.picture.centres[unit.canvas.picture.index["c"]])
    unit.key(Qt.Key.Key_C, CTRL)
    hands.canvas.clipboard.paste()
    assert hands.graph.groups[0].folded
    assert len(hands.canvas.picture.names) == 1
    data = QGuiApplication.clipboard().mimeData()
    assert loads(bytes(data.data(mime.GRAPH).data())).nodes() == ["w", "x", "c"]
    assert loads(data.text().encode()).nodes() == ["w", "x", "c"]


def test_what_is_pasted_is_all_in_view_where_all_of_the_graph_was(unit, hands):
    unit.canvas.select_all()
    unit.canvas.clipboard.put(unit.canvas.clipboard.contents())
    hands.canvas.resize(400, 300)
    hands.canvas.clipboard.paste()
    assert len(hands.graph) == 8
    assert hands.canvas.sees_all()


def test_a_files_text_is_pasted_and_laid_out(hands):
    text = """{"graph": {"format": "chainrule", "version": 1}, "nodes": [
        {"id": "w", "op": "parameter", "value": 2}, {"id": "s", "op": "square"}],
        "edges": [{"source": "w", "target": "s", "key": 0}]}"""
    QGuiApplication.clipboard().setText(text)
    hands.canvas.clipboard.paste()
    assert hands.graph.inputs("s") == ("w",)
    assert place_of(hands.graph, "w")[0] < place_of(hands.graph, "s")[0]


def test_an_expression_that_is_pasted_opens_quick_add(unit):
    QGuiApplication.clipboard().setText("q = c * x")
    unit.key(Qt.Key.Key_V, CTRL)
    QTest.keyClick(unit.canvas.entry.prompt.line, Qt.Key.Key_Return)
    assert unit.graph.inputs("q") == ("c", "x")


def test_assignments_on_lines_of_their_own_are_pasted_as_such(unit):
    QGuiApplication.clipboard().setText("q = c * x\n\nr = q + a\n")
    unit.key(Qt.Key.Key_V, CTRL)
    QTest.keyClick(unit.canvas.entry.prompt.line, Qt.Key.Key_Return)
    assert unit.graph.inputs("r") == ("q", "a")


def test_an_expression_broken_over_lines_is_pasted_whole(unit):
    QGuiApplication.clipboard().setText("q = c *\n  x")
    unit.key(Qt.Key.Key_V, CTRL)
    QTest.keyClick(unit.canvas.entry.prompt.line, Qt.Key.Key_Return)
    assert unit.graph.inputs("q") == ("c", "x")


BAD = [
    (
        "{",
        "The clipboard holds no graph: damaged or cut off at line 1, column 2: a name",
    ),
    (
        '{"graph": {"format": "chainrule", "version": 1}, "edges": [], "nodes":'
        ' [{"id": "m", "op": "mutliply"}]}',
        "The clipboard holds no graph: nodes[0]: unknown op 'mutliply'; did you mean 'multiply'?",
    ),
    (
        '{"graph": {"format": "chainrule", "version": 1}, "edges": [], "nodes": []}',
        "The clipboard holds no graph: it is empty",
    ),
    ("", "The clipboard holds neither nodes nor text"),
    ("1\t2\n3\t4\n", "This is a table: select a leaf for it, or paste it into the panel Train."),
    ("{\ud800", "The clipboard holds no graph: damaged or cut off"),
]


@pytest.mark.parametrize(("text", "sentence"), BAD)
def test_what_is_pasted_is_trusted_no_more_than_a_file(unit, text, sentence):
    before = dumps(unit.graph)
    sentences = unit.listen()
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    unit.key(Qt.Key.Key_V, CTRL)
    assert len(sentences) == 1
    assert sentences[0].startswith(sentence)
    assert dumps(unit.graph) == before


def test_damaged_bytes_of_our_own_type_are_refused(unit):
    sentences = unit.listen()
    data = QMimeData()
    data.setData(mime.GRAPH, b"\xff\xfe")
    QGuiApplication.clipboard().setMimeData(data)
    unit.key(Qt.Key.Key_V, CTRL)
    assert sentences == [
        "The clipboard holds no graph: from byte 1 on this is no text in UTF-8: damaged, or the "
        "file of another program"
    ]


def test_ctrl_d_duplicates_beside_the_originals_and_leaves_the_clipboard_alone(unit):
    QGuiApplication.clipboard().setText("mine")
    before = dumps(unit.graph)
    unit.canvas.select({"d", "y"})
    unit.key(Qt.Key.Key_D, CTRL)
    assert unit.canvas.selection.nodes == {"d2", "y2"}
    assert unit.graph.inputs("d2") == (None, "y2")
    ways = [np.subtract(place_of(unit.graph, f"{n}2"), place_of(unit.graph, n)) for n in "dy"]
    assert ways[0].tolist() == ways[1].tolist()
    assert ways[0][0] == 0.0
    assert ways[0][1] > 0.0
    assert covered(unit.canvas.picture, {"d2", "y2"}) == []
    assert unit.canvas.document.history.undoText() == "Duplicate 2 nodes"
    assert QGuiApplication.clipboard().text() == "mine"
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def covered(picture, names: set[str]) -> list[str]:
    """Return what the cards of `names` lie on: cards, edges that do not lead to them, frames."""
    boxes = dict(zip(picture.names, picture.rectangles(), strict=True))
    mine = np.array([boxes[name] for name in names])
    others = {name: box for name, box in boxes.items() if name not in names}
    others |= {frame.group.title: np.array(frame.box) for frame in picture.frames()}
    found = [
        name
        for name, box in others.items()
        if ((mine[:, :2] < box[2:]) & (mine[:, 2:] > box[:2])).all(axis=1).any()
    ]
    for edge, line in zip(picture.edges, picture.lines, strict=True):
        if names.isdisjoint(edge[:2]):
            steps = np.linspace(line[:-1], line[1:], 20).reshape(-1, 1, 2)
            if ((steps > mine[:, :2]) & (steps < mine[:, 2:])).all(axis=2).any():
                found.append(f"{edge.source}→{edge.target}")
    return found


@pytest.mark.parametrize("chosen", [{"w"}, {"c"}, {"a", "b"}, {"w", "x", "c"}, set("wxcbadyJ")])
def test_copies_cover_nothing_and_go_on_in_one_direction(unit, chosen):
    graph, known = unit.graph, set(unit.graph.nodes())
    unit.canvas.select(chosen)
    steps, latest = [], chosen
    for _ in range(3):
        unit.key(Qt.Key.Key_D, CTRL)
        copies = set(graph.nodes()) - known
        known |= copies
        assert unit.canvas.selection.nodes == copies
        assert len(copies) == len(chosen)
        assert covered(unit.canvas.picture, copies) == []
        middles = [np.mean([place_of(graph, n) for n in some], axis=0) for some in (latest, copies)]
        steps.append(middles[1] - middles[0])
        latest = copies
    directions = np.sign(np.round(steps))
    assert (directions == directions[0]).all()
    assert np.abs(directions[0]).sum() == 1.0
    assert steps[1] == pytest.approx(steps[2])  # evenly


def test_copies_of_other_nodes_go_their_own_way(unit):
    unit.canvas.select({"c"})
    unit.key(Qt.Key.Key_D, CTRL)
    first = np.subtract(place_of(unit.graph, "c2"), place_of(unit.graph, "c"))
    unit.canvas.select({"c"})
    unit.key(Qt.Key.Key_D, CTRL)
    assert covered(unit.canvas.picture, {"c3"}) == []
    assert place_of(unit.graph, "c3") != tuple(place_of(unit.graph, "c") + first)


def test_a_copy_of_a_node_in_a_group_stands_off_the_frame(unit):
    unit.canvas.document.do(group(unit.graph, {"w", "x", "c"}, "Product"))
    unit.canvas.select({"c"})
    unit.key(Qt.Key.Key_D, CTRL)
    assert covered(unit.canvas.picture, {"c2"}) == []


@pytest.mark.parametrize("keys", [CTRL, CTRL | SHIFT])
def test_what_is_pasted_over_cards_stands_beside_them(unit, keys):
    unit.canvas.select({"w", "x", "c"})
    unit.key(Qt.Key.Key_C, CTRL)
    for _ in range(2):
        known = set(unit.graph.nodes())
        unit.move(unit.middle("a"))
        unit.key(Qt.Key.Key_V, keys)
        assert covered(unit.canvas.picture, set(unit.graph.nodes()) - known) == []


def test_a_copy_out_of_view_is_shown(unit):
    unit.canvas.look_at(QPointF(*unit.middle("c")), 4.0)
    unit.canvas.select(set("wxcbadyJ"))
    unit.key(Qt.Key.Key_D, CTRL)
    view = unit.canvas.viewport().rect()
    picture = unit.canvas.picture
    rows = [picture.index[name] for name in unit.canvas.selection.nodes]
    assert any(view.intersects(unit.canvas.view_rect(row)) for row in rows)


def test_that_some_of_many_are_in_view_is_asked_of_all_at_once(unit, monkeypatch):
    canvas, asked = unit.canvas, []
    view_rect = type(canvas).view_rect
    monkeypatch.setattr(
        type(canvas), "view_rect", lambda view, row: asked.append(row) or view_rect(view, row)
    )
    names, looked_at = unit.graph.nodes(), []
    canvas.moved_beneath.connect(lambda: looked_at.append(True))
    canvas.show_some(names)
    canvas.show_some([])
    assert not asked
    assert not looked_at
    canvas.centre_at(QPointF(99_000.0, 0.0))
    looked_at.clear()
    canvas.show_some(names)
    assert looked_at
    assert len(asked) == 1
    assert canvas.viewport().rect().intersects(view_rect(canvas, canvas.picture.index[names[0]]))


@pytest.mark.parametrize("key", [Qt.Key.Key_V, Qt.Key.Key_D])
def test_more_nodes_than_a_graph_may_have_are_refused_with_that_reason(unit, monkeypatch, key):
    before, said = dumps(unit.graph), unit.listen()
    unit.canvas.select({"w", "x", "c"})
    unit.key(Qt.Key.Key_C, CTRL)
    monkeypatch.setattr("engine.formats.chainrule_file.MAX_NODES", 8)
    unit.key(key, CTRL)
    assert said == ["a graph has 8 nodes at most"]
    assert dumps(unit.graph) == before
    assert unit.canvas.selection.nodes == {"w", "x", "c"}


def test_ctrl_del_heals(unit):
    unit.canvas.select({"a"})
    unit.key(Qt.Key.Key_Delete, CTRL)
    assert unit.graph.inputs("d") == ("c", "y")
    unit.key(Qt.Key.Key_Z, CTRL)
    assert unit.graph.inputs("d") == ("a", "y")


def test_the_keys_belong_to_the_text_while_one_is_edited(unit):
    unit.canvas.select({"c"})
    unit.key(Qt.Key.Key_C, CTRL)
    before = dumps(unit.graph)
    unit.canvas.in_place.rename("c")
    QTest.keyClick(unit.canvas.entry.editor, Qt.Key.Key_D, CTRL)
    QTest.keyClick(unit.canvas.entry.editor, Qt.Key.Key_X, CTRL)
    assert unit.canvas.entry.editor.text() == ""
    assert QGuiApplication.clipboard().text() == "c"
    unit.canvas.entry.editor.finish(keep=False)
    assert dumps(unit.graph) == before


def test_without_a_selection_nothing_is_copied_cut_or_duplicated(unit):
    before = dumps(unit.graph)
    unit.canvas.select(set())
    unit.key(Qt.Key.Key_C, CTRL)
    unit.key(Qt.Key.Key_X, CTRL)
    unit.canvas.clipboard.duplicate()
    delete_selection_healing(unit.canvas)
    assert dumps(unit.graph) == before
    assert QGuiApplication.clipboard().text() == ""


def test_a_copied_table_becomes_the_value_of_the_selected_leaf(unit):
    sentences = unit.listen()
    unit.canvas.select({"w"})
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n")
    unit.key(Qt.Key.Key_V, CTRL)
    assert unit.graph.value("w").tolist() == [[1.0, 2.0], [3.0, 4.0]]
    QGuiApplication.clipboard().setText("1\t2\n3\tx\n")
    unit.key(Qt.Key.Key_V, CTRL)
    assert sentences == ["row 2, cell 2: ‘x’ is not a number"]
    assert unit.graph.value("w").tolist() == [[1.0, 2.0], [3.0, 4.0]]
