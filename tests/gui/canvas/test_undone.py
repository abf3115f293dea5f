"""Undo and redo show the picture and the numbers that were there, without making them again."""

import numpy as np
import pytest
from hands import Hands
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_pictures import NODES, SMALL, canvas, large, same
from pytestqt.qtbot import QtBot

import engine
from gui.canvas.canvas import Canvas
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    MoveNodes,
    NewNode,
    RenameNode,
    SetGroups,
    SetOutput,
    SetTitle,
    SetValue,
)
from gui.evaluation import Lens
from gui.picture.numbers import DIGITS, write_digits
from gui.picture.picture import ROUTED, Picture
from gui.readings import Numbers
from gui.run import read

__all__ = ["canvas"]

some = st.integers(0, SMALL - 1).map(lambda k: f"n{k}")
places = st.tuples(st.integers(0, 1400), st.integers(0, 800)).map(lambda at: tuple(map(float, at)))
values = st.sampled_from([0.5, -1234567.25, np.array([1.0, 2.0])])
acts = st.one_of(
    st.builds(lambda at: AddNodes([NewNode("x", "add", {"position": at})], []), places),
    st.builds(DeleteNodes, st.lists(some, min_size=1, max_size=3)),
    st.builds(Connect, some, some, st.integers(0, 2)),
    st.builds(RenameNode, some, st.sampled_from(["z", "a_rather_long_name"])),
    st.builds(SetValue, some, values),
    st.builds(SetOutput, some),
    st.builds(SetTitle, st.sampled_from(["A", "B"])),
    st.builds(lambda name, at: MoveNodes({name: at}), some, places),
    st.builds(
        lambda names, folded: SetGroups([engine.Group("g", "G", tuple(names), folded)], "Group"),
        st.lists(some, min_size=2, max_size=3, unique=True),
        st.booleans(),
    ),
)
steps = st.tuples(st.sampled_from(["do", "try", "undo", "undo", "redo", "redo"]), acts)


def at_rest(canvas: Canvas) -> Picture:
    """Return the picture with its numbers, every edge on its way."""
    canvas.evaluation.flush()
    canvas.picture.settle()
    return canvas.picture


@given(st.lists(steps, min_size=2, max_size=14), st.booleans())
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_where_undo_and_redo_lead_back_to_all_is_as_it_was(
    canvas: Canvas, done: list, hurried: bool
) -> None:
    document = canvas.document
    document.reset(large(SMALL, 8))
    seen = {document.state: at_rest(canvas).kept()}
    for act, command in done:
        try:
            if act == "do":
                document.do(command)
            elif act == "try":  # as a drag does, and gives up
                document.preview(command)
                if not hurried:
                    at_rest(canvas)
                document.end_preview()
            else:
                getattr(document, act)()
        except engine.GraphError:
            continue
        if hurried and act == "do":
            continue
        now = at_rest(canvas)
        before = seen.setdefault(document.state, now.kept())
        same(now, before)
        assert now.special == before.special
        assert now.frames() == before.frames()
        anew = Picture(document.graph, canvas.evaluation.seen)
        assert [now.edge_texts(i) for i in range(len(now.edges))] == [
            anew.edge_texts(i) for i in range(len(anew.edges))
        ]


def test_neither_picture_nor_program_is_made_again(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = canvas.document
    document.reset(large(SMALL, 8))
    at_rest(canvas)
    edits = DeleteNodes(["n30", "n31"]), Connect("n20", "n50", 2), MoveNodes({"n40": (9.0, 7.0)})
    for edit in edits:
        document.do(edit)
        at_rest(canvas)

    def made(*_: object, **__: object) -> None:
        raise AssertionError("it was known")

    for what in (
        "gui.evaluation.engine.compile",
        "gui.canvas.pictures.picture_after",
        "gui.picture.picture.Picture.reroute",
        "gui.picture.picture.Picture.show",
    ):
        monkeypatch.setattr(what, made)
    for turn in (*[document.undo] * 3, *[document.redo] * 3, document.undo):
        turn()
        at_rest(canvas)


def test_numbers_that_come_to_rest_leave_the_ways_of_edges_that_have_room(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas.document.reset(large(SMALL, 8))
    at_rest(canvas)
    with monkeypatch.context() as patch:
        patch.setattr(Picture, "find_all", lambda _: pytest.fail("all ways are found anew"))
        canvas.begin_moving()
        canvas.document.do(SetValue("n2", 1234567.0))
        canvas.rest()
        settled = at_rest(canvas)
    same(settled, Picture(canvas.document.graph, canvas.evaluation.seen))


def test_what_grows_beyond_routed_edges_and_back_finds_its_picture_again(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas.document.reset(large(ROUTED - 1))
    before = at_rest(canvas)
    more = [NewNode(f"k{k}", "constant", {"value": 1.0}) for k in range(9)]
    canvas.document.do(AddNodes(more))
    assert len(at_rest(canvas).names) > ROUTED
    monkeypatch.setattr(Picture, "find_all", lambda _: pytest.fail("its ways were known"))
    canvas.document.undo()
    same(at_rest(canvas), before)


def test_no_large_picture_is_kept_where_little_is_left(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas.document.reset(large())
    at_rest(canvas)
    monkeypatch.setattr(Picture, "kept", lambda _: pytest.fail("it takes as long as it is large"))
    canvas.document.do(DeleteNodes(canvas.document.graph.nodes()))
    assert not canvas.picture.names


def test_an_edit_of_a_small_graph_takes_its_numbers_along(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = canvas.document
    document.reset(large(SMALL, 8))
    canvas.evaluation.flush()
    told = []
    canvas.evaluation.evaluated.connect(lambda: told.append(1))
    document.do(DeleteNodes(["n59"]))
    assert canvas.picture.readings is canvas.evaluation.readings
    assert "n59" not in canvas.evaluation.readings.program
    assert not told
    monkeypatch.setattr(Picture, "show", lambda *_: pytest.fail("the numbers were followed twice"))
    canvas.evaluation.flush()
    assert told == [1]


def test_a_frame_does_not_wait_for_the_panels(hands: Hands, qtbot: QtBot) -> None:
    document, evaluation = hands.canvas.document, hands.canvas.evaluation
    document.reset(large(SMALL, 8))
    hands.canvas.finish_drawing()
    told = []
    evaluation.evaluated.connect(lambda: told.append(1))
    for edit in (lambda: document.do(DeleteNodes(["n59"])), document.undo, document.redo):
        told.clear()
        edit()
        hands.view.repaint()
        assert not told
        qtbot.waitUntil(lambda: told == [1])
        assert hands.canvas.picture.readings is evaluation.readings


def test_the_frame_after_two_edits_shows_the_numbers_of_both(hands: Hands) -> None:
    document = hands.canvas.document
    document.reset(large(SMALL, 8))
    hands.canvas.finish_drawing()
    for edit in (SetOutput("n58"), SetOutput("n57")):  # no turn of the loop between them
        document.do(edit)
    hands.view.repaint()
    assert hands.canvas.picture.readings.output == read(document.graph).output == "n57"


@pytest.mark.parametrize("lens", [None, lambda readings: readings])
def test_another_file_s_edges_have_the_room_of_its_own_numbers(
    hands: Hands, lens: Lens | None
) -> None:
    document = hands.canvas.document
    hands.canvas.evaluation.look_through(lens)  # a bump's stays where another file is opened
    wide, narrow = large(SMALL, 8), large(SMALL, 8)
    for name in ("n0", "n2", "n4"):
        wide.set_attribute(name, "value", -1234567.25)
    for graph in (wide, narrow):
        document.reset(graph)
        hands.canvas.finish_drawing()
    same(hands.canvas.picture, Picture(narrow, read(narrow)))


def test_what_was_run_ahead_is_told_also_where_nothing_is_painted(
    canvas: Canvas, qtbot: QtBot
) -> None:
    document = canvas.document
    document.reset(large(SMALL, 8))
    canvas.evaluation.flush()
    for edit in (lambda: document.do(DeleteNodes(["n59"])), document.undo):
        with qtbot.waitSignal(canvas.evaluation.evaluated):
            edit()


def test_numbers_that_were_hidden_since_are_hidden_where_undo_leads_back_to(canvas: Canvas) -> None:
    document = canvas.document
    document.reset(large(SMALL, 8))
    document.do(MoveNodes({"n30": (9.0, 7.0)}))
    at_rest(canvas)
    canvas.show_numbers(Numbers.VALUES)
    document.undo()
    anew = Picture(canvas.document.graph, canvas._pictures.shown())
    assert at_rest(canvas).edge_texts(3) == anew.edge_texts(3)


@pytest.mark.parametrize("live", [True, False])
def test_other_numbers_on_the_edges_leave_the_cards_and_are_as_if_drawn_anew(
    canvas: Canvas, live: bool
) -> None:
    document = canvas.document
    document.reset(large(SMALL, 8))
    at_rest(canvas)
    for numbers in (Numbers.NEITHER, Numbers.VALUES, Numbers.DERIVATIVES, Numbers.BOTH):
        if live:  # cards and leads that only grow are as they must be afterwards
            document.preview(SetValue("n2", 1234567.0))
            at_rest(canvas)
            document.end_preview()
            at_rest(canvas)
        cards = canvas.picture.cards
        canvas.show_numbers(numbers)
        same(at_rest(canvas), Picture(canvas.document.graph, canvas._pictures.shown()))
        assert canvas.picture.cards[20:] == cards[20:]


def test_undo_in_a_file_just_opened_takes_no_numbers_of_the_one_before(canvas: Canvas) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    opened = large(SMALL, 8)
    opened.set_attribute("n0", "value", 3.0)
    for graph in (large(SMALL, 8), opened):
        if graph is opened:
            evaluation.expect(graph, read(graph))  # as a file that was read in a thread
        document.reset(graph)
        evaluation.flush()
        document.do(DeleteNodes(["n59"]))
        evaluation.flush()
    document.undo()
    at_rest(canvas)
    assert evaluation.readings.value("n0") == 3.0
    same(canvas.picture, Picture(document.graph, read(document.graph)))


def test_other_digits_stand_where_undo_leads_back_to_from_a_larger_graph(canvas: Canvas) -> None:
    document = canvas.document
    document.reset(large(SMALL, 8))
    for edit in (SetValue("n0", 3.14159), MoveNodes({"n30": (9.0, 7.0)})):
        document.do(edit)
        at_rest(canvas)
    more = [
        NewNode(f"x{k}", "constant", {"value": 1.0, "position": (k * 20.0, -200.0)})
        for k in range(NODES - SMALL)
    ]
    document.do(AddNodes(more))
    at_rest(canvas)
    write_digits(2)
    try:
        canvas.show_numbers(canvas.numbers, anew=True)
        document.undo()
        document.undo()
        now, anew = at_rest(canvas), Picture(document.graph, canvas.evaluation.seen)
        assert [now.edge_texts(i) for i in range(len(now.edges))] == [
            anew.edge_texts(i) for i in range(len(anew.edges))
        ]
    finally:
        write_digits(DIGITS)


def test_that_computing_was_given_up_does_not_come_back_with_undo(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    with monkeypatch.context() as patch:
        patch.setattr("gui.evaluation.LARGE", 10)
        document.reset(large(SMALL, 8))
        evaluation.flush()
        assert evaluation.working
        evaluation.give_up()
        document.do(MoveNodes({"n30": (9.0, 7.0)}))
    document.do(DeleteNodes(["n59"]))
    evaluation.flush()
    document.undo()
    evaluation.flush()
    assert evaluation.readings.value("n0") == 0.0
