"""The picture of a graph is kept up with edits: it is the one that would be made anew."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_pictures import NODES, SMALL, canvas, large, same
from leads import lead_of

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
from gui.picture import edges_after
from gui.picture.bump_seen import BumpSeen
from gui.picture.edges_after import EdgesAfter
from gui.picture.edited import _rows_after, picture_after
from gui.picture.picture import Picture
from gui.readings import Numbers

__all__ = ["canvas"]


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
    max_examples=5,
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
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_small_picture_too_after_every_edit_of_nodes_and_edges(
    canvas: Canvas, edits: list
) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    document.reset(large(SMALL, 8))
    evaluation.flush()
    left = {}
    for edit in edits:
        before = canvas.picture
        left[document.state] = before.kept()
        try:
            getattr(document, edit)() if isinstance(edit, str) else document.do(edit)
        except engine.GraphError:
            continue
        if canvas.picture is not before:  # else cards moved, and only what they touch follows
            anew = Picture(document.graph, evaluation.seen)
            canvas.picture.settle()
            known = left.get(document.state, anew)
            known.settle()
            # undo gives back what was drawn: edges that made room for a number as it was typed
            same(canvas.picture, anew if np.array_equal(known.leads, anew.leads) else known)
            assert canvas.picture.special == anew.special
            assert canvas.picture.frames() == anew.frames()
        evaluation.flush()


def two_in_a_column(canvas: Canvas, x: float) -> None:
    """Show two sums, one of wide numbers, the other as far right as `x`."""
    document, graph = canvas.document, engine.Graph()
    graph.parameter("a", -123456.789, position=(0.0, 0.0))
    graph.parameter("b", 1.0, position=(0.0, 200.0))
    graph.op("relu", "a", name="c", position=(300.0, 0.0))
    graph.op("relu", "b", name="d", position=(x, 200.0))
    document.reset(graph)
    canvas.evaluation.flush()


@pytest.mark.parametrize("carried", [False, True])
@pytest.mark.parametrize(("start", "end"), [(500.0, 300.0), (300.0, 500.0)])
def test_a_card_has_the_lead_of_the_column_that_it_comes_to(
    canvas: Canvas, start: float, end: float, carried: bool
) -> None:
    two_in_a_column(canvas, start)
    document, step = canvas.document, MoveNodes({"d": (end, 200.0)})
    before = lead_of(canvas.picture)["d"]
    if carried:
        document.preview(step)
    document.do(step)
    canvas.finish_drawing()
    assert lead_of(canvas.picture)["d"] != before
    same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))


def test_a_card_that_grows_into_a_column_has_its_lead(canvas: Canvas) -> None:
    two_in_a_column(canvas, 300.0)
    document = canvas.document
    for label in ("a wide one", None):
        document.do(SetAttribute("d", "label", label))
        canvas.finish_drawing()
        same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))


def beside_a_wide_array(canvas: Canvas) -> None:
    """Show an array that is wider than there is room for up to the op that takes it."""
    document, graph = canvas.document, engine.Graph()
    graph.parameter("a", np.array([[-123456.789, 1.5, 2.5], [3, 4, 5]]), position=(0.0, 0.0))
    graph.op("relu", "a", name="c", position=(120.0, 0.0))
    document.reset(graph)
    canvas.evaluation.flush()


def test_a_number_whose_fellow_is_hidden_has_the_lead_that_it_needs(canvas: Canvas) -> None:
    beside_a_wide_array(canvas)
    both = lead_of(canvas.picture)
    canvas.show_numbers(Numbers.VALUES)
    canvas.document.do(MoveNodes({"c": (420.0, 0.0)}))
    canvas.finish_drawing()
    assert lead_of(canvas.picture) == both
    same(canvas.picture, Picture(canvas.document.graph, canvas._pictures.shown()))


def test_what_a_bump_writes_has_the_lead_for_which_there_is_room_where_a_card_comes_to(
    canvas: Canvas,
) -> None:
    beside_a_wide_array(canvas)
    evaluation = canvas.evaluation
    evaluation.look_through(lambda read: BumpSeen(read, read.bump("a", 0.001, (0, 0))))
    canvas.document.do(MoveNodes({"c": (420.0, 0.0)}))
    canvas.finish_drawing()
    same(canvas.picture, Picture(canvas.document.graph, evaluation.seen))


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


def test_the_first_edges_of_a_large_graph_and_the_last(canvas: Canvas) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    graph = engine.Graph()
    for k in range(NODES):
        graph.constant(f"n{k}", k / 4, position=(k % 20 * 200.0, k // 20 * 110.0))
    document.reset(graph)
    evaluation.flush()
    new = [NewNode(name, "add", {"position": (7.0, 9.0)}) for name in ("a", "b")]
    document.do(AddNodes(new, [engine.Edge("n7", "a", 0), engine.Edge("n7", "b", 1)]))
    evaluation.flush()
    same(canvas.picture, Picture(graph, evaluation.seen))
    document.undo()
    evaluation.flush()
    assert canvas.picture.edges == []
    same(canvas.picture, Picture(graph, evaluation.seen))


@given(st.lists(st.booleans(), max_size=40), st.lists(st.integers(0, 40), max_size=9))
def test_edges_that_come_and_go_one_by_one_are_those_of_all_gone_through(
    stays: list[bool], places: list[int]
) -> None:
    before = [engine.Edge("x", f"n{k}", 0) for k in range(len(stays))]
    places = sorted(place for place in places if place <= sum(stays))
    fresh = [engine.Edge("y", f"n{k}", 1) for k in range(len(places))]
    kept = [edge for edge, stay in zip(before, stays, strict=True) if stay]
    wanted = [
        edge
        for place in range(len(kept) + 1)
        for edge in (
            *(new for new, at in zip(fresh, places, strict=True) if at == place),
            *kept[place : place + 1],
        )
    ]
    known = before.copy()
    index = {"y": 1} | {f"n{k}": k for k in range(40)}
    kept_ones, at = np.array(stays, dtype=bool), np.array(places, dtype=np.intp)
    with pytest.MonkeyPatch.context() as patch:
        for few in (-1, 64):
            patch.setattr(edges_after, "_FEW", few)
            after = EdgesAfter.of(before, kept_ones, fresh, at, index, np.arange(3))
            assert after.edges == wanted
            assert [after.edges[k] for k in after.came] == fresh
            was = [None if k in after.came else before[i] for k, i in enumerate(after.was)]
            assert [edge for edge in was if edge is not None] == kept
            became = [wanted[k] if k >= 0 else None for k in after.became]
            assert became == [e if s else None for e, s in zip(before, stays, strict=True)]
            assert after.taken(np.zeros(len(before)), 1.0).sum() == len(fresh)
    assert before == known


def test_what_others_write_of_a_node_stays_known_to_the_picture_from_before(
    canvas: Canvas,
) -> None:
    document = canvas.document
    document.reset(large())
    document.do(SetAttribute("n3", "label", "w_1"))
    before, known = canvas.picture, dict(canvas.picture._written)
    assert known["n3"] is not None
    document.do(RenameNode("n3", "z"))
    document.do(DeleteNodes(["z"]))
    assert before._written == known
    assert "n3" not in canvas.picture._written
    assert "z" not in canvas.picture._written


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
