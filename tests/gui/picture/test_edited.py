"""The picture of a graph is kept up with edits: it is the one that would be made anew."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from gui.canvas.canvas import Canvas
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    Disconnect,
    MoveNodes,
    NewNode,
    RenameNode,
    SetAttribute,
    SetGroups,
    SetOutput,
    SetValue,
)
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.edited import _rows_after, picture_after
from gui.picture.picture import ROUTED, Picture
from gui.picture.runs import plain_text
from gui.run import read

NODES = ROUTED + 20
SMALL = 60


def large(nodes: int = NODES, wide: int = 20) -> engine.Graph:
    """Return a graph of sums and products of earlier nodes, with some constants and gaps."""
    rng = np.random.default_rng(5)
    graph = engine.Graph()
    for k in range(nodes):
        place = (k % wide * 200.0, k // wide * 110.0)
        if k < 20:
            graph.add_node(f"n{k}", ("parameter", "constant")[k % 2], value=k / 4, position=place)
            continue
        a, b = (f"n{i}" for i in rng.integers(0, k, 2).tolist())
        graph.op(("add", "multiply")[k % 2], a, b, name=f"n{k}", position=place)
    graph.remove_edge(graph.inputs("n40")[0], "n40", 0)
    graph.output = f"n{nodes - 1}"
    return graph


@pytest.fixture
def canvas(qtbot) -> Canvas:
    document = Document()
    canvas = Canvas(document, Evaluation(document))
    qtbot.addWidget(canvas)
    return canvas


def same(one: Picture, other: Picture) -> None:
    """Check that two pictures are alike in all that is drawn."""
    assert one.names == other.names
    assert one.index == other.index
    assert one.edges == other.edges
    assert one.edge_index == other.edge_index
    assert one.missing_ports() == other.missing_ports()
    arrow, anew = one.output_arrow(), other.output_arrow()
    assert (arrow is None) is (anew is None)
    if arrow is not None and anew is not None:  # with a live number it only grows
        assert arrow[0] == anew[0]
        assert arrow[1] >= anew[1]
    for array in ("centres", "sizes", "kinds", "leads", "boxes"):
        np.testing.assert_array_equal(getattr(one, array), getattr(other, array), array)
    for line, way in zip(one.lines, other.lines, strict=True):
        np.testing.assert_array_equal(line, way)
    assert [plain_text(card.text) for card in one.cards] == [
        plain_text(card.text) for card in other.cards
    ]
    assert {k: v for k, v in one._written.items() if v} == {
        k: v for k, v in other._written.items() if v
    }
    rows = range(len(one.edges))
    assert one.labels_of(rows) == other.labels_of(rows)
    rows = range(len(one.names))
    assert list(map(one.sum_label, rows)) == list(map(other.sum_label, rows))


node = st.integers(0, NODES - 1).map(lambda k: f"n{k}")
near = st.integers(0, 45).map(lambda k: f"n{k}")  # leaves, and what is fed by them
acts = st.one_of(
    st.builds(
        lambda name, source: AddNodes(
            [NewNode(name, "add", {"position": (7.0, 9.0)})], [engine.Edge(source, name, 0)]
        ),
        st.sampled_from(["x", "y", "n3"]),
        node,
    ),
    st.builds(DeleteNodes, st.lists(st.one_of(node, near), min_size=1, max_size=3)),
    st.builds(Connect, node, near, st.integers(0, 2)),
    st.builds(Disconnect, node, node, st.integers(0, 1)),
    st.builds(RenameNode, near, st.sampled_from(["z", "alpha", "n7"])),
    st.builds(SetAttribute, near, st.just("label"), st.sampled_from(["w_1", "a^{[1]}", None])),
    st.builds(SetValue, near, st.floats(-9, 9)),
    st.builds(SetOutput, node),
    st.builds(lambda name: MoveNodes({name: (5.0, -70.0)}), node),
    st.sampled_from(["undo", "redo"]),
)


@given(st.lists(acts, min_size=1, max_size=6))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_after_any_edits_it_is_the_picture_made_anew(canvas: Canvas, edits: list) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    document.reset(large())
    evaluation.flush()
    for edit in edits:
        try:
            getattr(document, edit)() if isinstance(edit, str) else document.do(edit)
        except engine.GraphError:
            continue
        evaluation.flush()
    same(canvas.picture, Picture(document.graph, evaluation.seen))


some = st.integers(0, SMALL - 1).map(lambda k: f"n{k}")
vectors = st.sampled_from([0.5, -1234567.25, [1.0, 2.0], [[1.0, 2.0], [3.0, 4.0]]])
small_acts = st.one_of(
    st.builds(
        lambda name, source, x, y: AddNodes(
            [NewNode(name, "multiply", {"position": (x, y)})], [engine.Edge(source, name, 0)]
        ),
        st.sampled_from(["x", "y", "n3"]),
        some,
        st.integers(0, 1400).map(float),
        st.integers(0, 800).map(float),
    ),
    st.builds(DeleteNodes, st.lists(some, min_size=1, max_size=3)),
    st.builds(Connect, some, some, st.integers(0, 2)),
    st.builds(Disconnect, some, some, st.integers(0, 1)),
    st.builds(RenameNode, some, st.sampled_from(["z", "alpha", "n7", "a_rather_long_name"])),
    st.builds(SetValue, some, vectors.map(lambda v: v if isinstance(v, float) else np.array(v))),
    st.builds(SetOutput, some),
    st.builds(
        lambda name, x, y: MoveNodes({name: (x, y)}),
        some,
        st.integers(0, 1400).map(float),
        st.integers(0, 800).map(float),
    ),
    st.builds(
        lambda names: SetGroups([engine.Group("g", "Group", tuple(names))], "Group"),
        st.lists(some, min_size=2, max_size=3, unique=True),
    ),
    st.sampled_from(["undo", "redo"]),
)


@given(st.lists(small_acts, min_size=1, max_size=8))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_small_picture_too_after_every_edit_of_nodes_and_edges(
    canvas: Canvas, edits: list
) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    document.reset(large(SMALL, 8))
    evaluation.flush()
    for edit in edits:
        before = canvas.picture
        try:
            getattr(document, edit)() if isinstance(edit, str) else document.do(edit)
        except engine.GraphError:
            continue
        if canvas.picture is not before:  # else cards moved, and only what they touch follows
            anew = Picture(document.graph, evaluation.seen)
            canvas.picture.settle()
            same(canvas.picture, anew)
            assert canvas.picture.special == anew.special
            assert canvas.picture.frames() == anew.frames()
        evaluation.flush()


places = st.tuples(st.integers(0, 1400), st.integers(0, 800)).map(lambda at: tuple(map(float, at)))


@given(st.lists(st.dictionaries(some, places, min_size=1, max_size=2), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_while_cards_are_dragged_ways_are_those_found_anew(moves: list) -> None:
    graph = large(SMALL, 8)
    picture = Picture(graph, read(graph))
    for move in moves:
        picture.move(move)
        owed = picture._owed.copy()
        anew = picture.aside()
        anew._owed = owed.copy()
        anew._alone.clear()
        anew.reroute()
        ways = zip(lines_alone(picture), lines_alone(anew), strict=True)
        assert all(owed | [np.array_equal(*both) for both in ways])
    picture.settle()
    for line, way in zip(picture.lines, anew.lines, strict=True):
        np.testing.assert_array_equal(line, way)
    np.testing.assert_array_equal(picture.boxes, anew.boxes)
    assert picture.special == anew.special


def lines_alone(picture: Picture) -> list[np.ndarray]:
    """Return the edges as they run before those on one line are set apart."""
    plain = picture.plain_lines(np.arange(len(picture.edges)))
    led = picture._alone
    return [led[i].line if i in led else line for i, line in enumerate(plain)]


def test_ways_that_a_dragged_card_leaves_alone_are_not_made_again() -> None:
    graph = large(SMALL, 8)
    picture = Picture(graph, read(graph))
    before = dict(picture._led)
    x, y = picture.centres[picture.index["n30"]]
    picture.move({"n30": (x + 5.0, y)})
    hanging = set(np.flatnonzero(picture._hanging([picture.index["n30"]])).tolist())
    other = {i for i, led in picture._led.items() if led is not before.get(i)}
    assert len(before) > 70
    assert len(other - hanging) < 10


def test_a_way_that_an_edit_opens_is_found_between_two_events(canvas: Canvas, qtbot) -> None:
    document = canvas.document
    document.do(
        AddNodes(
            [
                NewNode("a", "parameter", {"value": 1.0, "position": (0.0, 0.0)}),
                NewNode("wall", "parameter", {"value": 1.0, "position": (300.0, 0.0)}),
                NewNode("b", "relu", {"position": (600.0, 0.0)}),
            ],
            [engine.Edge("a", "b", 0)],
        )
    )
    around = canvas.picture.lines[0]
    assert canvas.picture.special == {0}
    document.do(DeleteNodes(["wall"]))
    assert canvas.picture.lines[0] is around
    qtbot.waitUntil(lambda: not canvas._settling.isActive())
    same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))
    assert not canvas.picture.special


def test_numbers_have_the_room_of_the_way_that_is_found_at_last(canvas: Canvas) -> None:
    document = canvas.document
    nodes = [
        NewNode("a", "parameter", {"value": -123456.5, "position": (0.0, 0.0)}),
        NewNode("wall", "parameter", {"value": 1.0, "position": (300.0, 0.0)}),
        NewNode("b", "relu", {"position": (600.0, 0.0)}),
        NewNode("c", "relu", {"position": (900.0, 0.0)}),
    ]
    document.do(AddNodes(nodes, [engine.Edge("a", "b", 0), engine.Edge("b", "c", 0)]))
    canvas.evaluation.flush()
    document.do(DeleteNodes(["wall"]))
    canvas.evaluation.flush()
    picture = canvas.picture
    assert picture.owes
    list(picture.labels())  # as they are drawn meanwhile
    picture.settle()
    anew = Picture(document.graph, canvas.evaluation.seen)
    edges = np.arange(2)
    rooms = picture._rooms_before(edges, picture.ends_of(edges))
    np.testing.assert_array_equal(rooms, anew._rooms_before(edges, anew.ends_of(edges)))


def test_a_card_that_comes_onto_an_edge_is_led_around_at_once(canvas: Canvas) -> None:
    document = canvas.document
    ends = NewNode("a", "parameter"), NewNode("b", "relu", {"position": (600.0, 0.0)})
    document.do(AddNodes([*ends], [engine.Edge("a", "b", 0)]))
    assert not canvas.picture.special
    document.do(AddNodes([NewNode("wall", "add", {"position": (300.0, 0.0)})], []))
    assert canvas.picture.special == {0}


def test_from_nothing_to_nothing(canvas: Canvas) -> None:
    canvas.document.do(AddNodes([NewNode("x", "add", {"position": (3.0, 4.0)})], []))
    same(canvas.picture, Picture(canvas.document.graph, canvas.evaluation.seen))
    canvas.document.do(DeleteNodes(["x"]))
    same(canvas.picture, Picture(canvas.document.graph, canvas.evaluation.seen))


def test_what_an_edit_leaves_alone_is_taken_over(canvas: Canvas) -> None:
    document = canvas.document
    document.reset(large())
    before = canvas.picture
    names, lines = list(before.names), before.lines
    document.do(DeleteNodes(["n30"]))
    after = canvas.picture
    anew = [name for name in after.names if after.cards[after.index[name]] not in before.cards]
    assert set(anew) <= {*(e.target for e in before.edges if e.source == "n30"), NODES}
    assert before.names == names  # who holds the one before draws what was
    assert all(map(np.array_equal, before.lines, lines))


def test_what_is_left_of_a_large_graph_is_taken_over_too(canvas: Canvas) -> None:
    document = canvas.document
    document.reset(large(5000, 70))
    before = canvas.picture
    gone = [f"n{k}" for k in range(2500, 5000)]
    document.do(DeleteNodes(gone))
    assert set(canvas.picture.cards) <= {*before.cards, canvas.picture.cards[2499]}
    same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))
    document.undo()
    assert set(canvas.picture.cards[:2000]) <= set(before.cards)
    same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))


def test_one_changed_too_often_is_drawn_anew(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.graph.structure._MOST_TOUCHED", 4096)
    document = canvas.document
    document.reset(large())
    before = canvas.picture
    for _ in range(3000):
        document.graph.remove_edge(*before.edges[0])
        document.graph.add_edge(*before.edges[0])
    after = picture_after(before, canvas.evaluation.seen)
    assert not set(map(id, before.cards)) & set(map(id, after.cards))
    same(after, Picture(document.graph, canvas.evaluation.seen))


class Asked(dict):
    """Rows by name; `names` are those that were asked for."""

    def __init__(self, *rows) -> None:
        super().__init__(*rows)
        self.names: list[str] = []

    def get(self, name, default=None):
        self.names.append(name)
        return super().get(name, default)


@pytest.mark.parametrize(
    ("after", "asked"),
    [
        ("abcdef", ""),
        ("abcdefgh", "gh"),
        ("abcd", ""),
        ("abXdef", "X"),
        ("acdef", ""),
        ("afXbcde", "fXbcde"),
        ("", ""),
        ("XYZ", "XYZ"),
        ("bcdefa", "bcdefa"),
    ],
)
def test_only_what_is_between_is_looked_for(after: str, asked: str) -> None:
    rows = {name: row for row, name in enumerate("abcdef")}
    before = SimpleNamespace(names=list("abcdef"), index=Asked(rows))
    index, was = _rows_after(before, list(after))
    assert index == {name: row for row, name in enumerate(after)}
    assert was.tolist() == ["abcdef".find(name) for name in after]
    assert before.index.names == list(asked)
    assert before.index == rows
