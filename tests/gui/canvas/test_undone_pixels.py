"""Whatever was kept for undo, and whatever was done meanwhile: shown is what drawing anew shows."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from hands import Hands
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_pictures import SMALL, large
from shown import furthest, pixels

import engine
from gui.canvas.drawn.still import Still
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    MoveNodes,
    NewNode,
    RenameNode,
    SetGroups,
    SetOutput,
    SetValue,
)
from gui.lesson.lesson import Lesson
from gui.picture import visible
from gui.picture.number_layer import NumberLayer
from gui.picture.numbers import DIGITS, write_digits
from gui.theme import DARK, LIGHT

WORST = 16  # of 255: what is clipped is rounded otherwise

some = st.integers(0, SMALL - 1).map(lambda k: f"n{k}")
places = st.tuples(st.integers(0, 1400), st.integers(0, 800)).map(lambda at: tuple(map(float, at)))
edits = st.one_of(
    st.builds(lambda at: AddNodes([NewNode("x", "add", {"position": at})], []), places),
    st.builds(DeleteNodes, st.lists(some, min_size=1, max_size=3)),
    st.builds(Connect, some, some, st.integers(0, 2)),
    st.builds(RenameNode, some, st.sampled_from(["z", "a_rather_long_name"])),
    st.builds(SetValue, some, st.sampled_from([0.5, -1234567.25, np.array([1.0, 2.0])])),
    st.builds(SetOutput, some),
    st.builds(lambda name, at: MoveNodes({name: at}), some, places),
    st.builds(
        lambda names, folded: SetGroups([engine.Group("g", "G", tuple(names), folded)], "Group"),
        st.lists(some, min_size=2, max_size=3, unique=True),
        st.booleans(),
    ),
)
back = st.tuples(st.sampled_from(["undo", "undo", "redo"]), st.none())
acts = st.one_of(
    st.tuples(st.just("do"), edits),
    back,
    back,
    st.tuples(st.just("preview"), edits),
    st.tuples(st.just("theme"), st.sampled_from([LIGHT, DARK])),
    st.tuples(st.just("open"), st.floats(-9.0, 9.0)),
    st.tuples(st.just("digits"), st.sampled_from([2, DIGITS])),
    st.tuples(st.just("select"), st.sets(some, max_size=3)),
    st.tuples(st.sampled_from(["begin", "next", "end"]), st.none()),
)


def file(value: float) -> engine.Graph:
    """Return a graph with the same names and states as every other, but for a value."""
    graph = large(SMALL, 8)
    graph.set_attribute("n0", "value", value)
    return graph


@contextmanager
def nothing_kept(hands: Hands) -> Iterator[None]:
    """Let all be drawn as if nothing of it was drawn before; what was kept is kept for later."""
    layers = hands.canvas._layers
    kept = layers._still, layers._numbers
    layers._still, layers._numbers = Still(), NumberLayer()
    yield
    layers._still, layers._numbers = kept


def worst(hands: Hands) -> int:
    """Return how far a pixel is from what it would be if all were drawn anew."""
    shown = pixels(hands)
    with nothing_kept(hands), pytest.MonkeyPatch.context() as patch:
        patch.setattr(visible, "_AT_ONCE", 1000)
        anew = pixels(hands)
    return furthest(anew, shown)


def do(hands: Hands, lesson: Lesson, act: str, what: object) -> None:
    canvas, document = hands.canvas, hands.canvas.document
    match act:
        case "do":
            document.do(what)
        case "preview":
            document.preview(what)
        case "undo" | "redo":
            getattr(document, act)()
        case "theme":
            canvas.set_theme(what)
        case "open":
            document.reset(file(what))
        case "digits":
            write_digits(what)
            canvas.show_numbers(canvas.numbers, anew=True)
        case "select":
            canvas.select({name for name in what if name in document.graph})
        case "begin":
            lesson.start()
        case "next" if lesson.on:
            lesson.next()
        case "end":
            lesson.stop()


@given(st.lists(acts, min_size=4, max_size=10), st.booleans())
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_shown_is_what_drawing_anew_shows(hands: Hands, done: list, sliced: bool) -> None:
    canvas = hands.canvas
    canvas.resize(800, 500)
    canvas.document.reset(file(1.0))
    canvas.set_theme(LIGHT)
    canvas.select(set())
    canvas.fit()
    canvas.finish_drawing()
    lesson = Lesson(canvas.document, canvas.evaluation)
    lesson.lit_changed.connect(lambda: canvas.light(lesson.lit))
    with pytest.MonkeyPatch.context() as patch:
        if sliced:
            patch.setattr(visible, "_AT_ONCE", 1)
        try:
            for act, what in done:
                try:
                    do(hands, lesson, act, what)
                except engine.GraphError:
                    continue
                canvas.finish_drawing()
                assert worst(hands) <= WORST, act
        finally:
            write_digits(DIGITS)
            lesson.stop()
            canvas.show_numbers(canvas.numbers, anew=True)
            canvas.light(None)


def test_undo_and_redo_show_again_what_was_drawn(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas, document = hands.canvas, hands.canvas.document
    document.reset(file(1.0))
    canvas.fit()
    canvas.finish_drawing()
    steps = MoveNodes({"n30": (9.0, 7.0)}), SetValue("n0", 2.5), DeleteNodes(["n41"])
    for edit in steps:
        document.do(edit)
        canvas.finish_drawing()
    monkeypatch.setattr(canvas._layers, "_fill", lambda *_: pytest.fail("it was drawn"))
    for turn in (document.undo, document.undo, document.redo, document.undo, document.undo):
        turn()
        hands.view.repaint()


def test_images_of_former_states_are_few_and_go_with_the_view(hands: Hands) -> None:
    canvas, document = hands.canvas, hands.canvas.document
    document.reset(file(1.0))
    canvas.fit()
    for k in range(20):
        document.do(MoveNodes({"n30": (9.0 * k, 7.0)}))
        hands.view.repaint()
    assert 1 < len(canvas._still._past._kept) <= 6
    document.reset(file(2.0))
    assert not canvas._still._past._kept


def test_of_a_huge_view_one_image_is_kept(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.canvas.drawn.still._ROOM", 1)
    canvas, document = hands.canvas, hands.canvas.document
    document.reset(file(1.0))
    for k in range(4):
        document.do(MoveNodes({"n30": (9.0 * k, 7.0)}))
        hands.view.repaint()
    assert len(canvas._still._past._kept) == 1
