"""A lesson: what it hides and lights, how it steps, plays and ends."""

from threading import Event, Timer, get_ident

import numpy as np
import pytest
from captions import said
from PySide6.QtTest import QSignalSpy

import engine
from engine.lesson.steps import Direction
from gui.commands import AddNodes, NewNode, SetValue, delete
from gui.readings import HIDDEN


def test_a_lesson_hides_what_has_not_come_and_shows_all_at_its_end(lesson):
    lesson.start()
    assert lesson.on
    assert lesson.evaluation.seen.value("c") is HIDDEN
    lesson.next()
    assert lesson.evaluation.seen.value("c") == -4.0
    assert lesson.evaluation.readings.derivative("w") == -4.0  # what computes sees everything
    lesson.last()
    assert lesson.evaluation.seen.derivative("w") == -4.0
    lesson.stop()
    assert lesson.evaluation.seen is lesson.evaluation.readings
    assert lesson.lit is None


def test_steps_stay_within_the_lesson(lesson):
    lesson.back()
    lesson.start()
    lesson.back()
    assert lesson.place == 0
    lesson.last()
    lesson.next()
    assert lesson.place == lesson.walk.last == 12
    lesson.first()
    assert lesson.place == 0
    lesson.go(99)
    assert lesson.place == 12


def test_it_plays_to_its_end_and_from_there_anew(lesson, qtbot):
    lesson.start()
    lesson.clock.set_speed(1000.0)
    played = QSignalSpy(lesson.played)
    lesson.play()
    qtbot.waitUntil(lambda: not lesson.playing)
    assert lesson.place == lesson.walk.last
    assert [played.at(k)[0] for k in range(played.count())] == [True, False]
    lesson.play()
    assert lesson.place == 0
    lesson.toggle_playing()
    assert not lesson.playing
    lesson.toggle_playing()
    lesson.clock.set_speed(2.0)
    assert lesson.playing
    lesson.stop()
    assert not lesson.playing
    lesson.play()
    assert not lesson.playing


def test_light_runs_only_when_a_step_is_taken_on(lesson):
    lesson.start()
    lesson.next()
    assert lesson.lit.progress < 1.0
    lesson.settle()
    assert lesson.lit.progress == 1.0
    lesson.go(5)
    assert lesson.lit.progress == 1.0


def test_a_jump_goes_to_the_node_in_the_pass_one_is_in(lesson):
    lesson.jump_to("a")
    assert not lesson.on
    lesson.start()
    lesson.jump_to("a")
    assert said(lesson) == "a = c + b = −4 + 8 = 4"
    assert lesson.node == "a"
    lesson.last()
    lesson.jump_to("a")
    assert said(lesson).startswith("∂J/∂a = ")
    lesson.jump_to("gone")
    assert said(lesson).startswith("∂J/∂a = ")


def test_a_new_value_is_followed_at_the_same_step(lesson):
    lesson.start()
    lesson.go(2)
    lesson.document.do(SetValue("b", 9.0))
    lesson.evaluation.flush()
    assert said(lesson) == "a = c + b = −4 + 9 = 5"
    assert lesson.place == 2


def test_a_value_of_another_shape_finds_the_steps_anew(lesson):
    lesson.start()
    lesson.last()
    lesson.document.do(SetValue("x", np.array([1.0, 2.0])))
    lesson.evaluation.flush()
    # no number comes out any more, of which there are derivatives
    assert lesson.place == lesson.walk.last == 4
    assert lesson.walk.steps[lesson.place].direction is Direction.FORWARD
    lesson.document.undo()
    lesson.evaluation.flush()
    assert lesson.walk.last == 12


def test_an_edit_of_the_graph_finds_the_steps_anew(lesson):
    lesson.start()
    lesson.last()
    lesson.document.do(delete(lesson.document.graph, {"w"}, set()))
    lesson.evaluation.flush()
    assert lesson.on
    assert lesson.place == lesson.walk.last == 0  # nothing can be computed any more
    lesson.document.undo()
    lesson.evaluation.flush()
    assert lesson.walk.last == 12
    lesson.document.do(AddNodes([NewNode("k", "square", {})]))
    lesson.evaluation.flush()
    assert lesson.on


def test_the_steps_of_a_large_graph_are_found_anew_beside_the_loop(lesson, qtbot, monkeypatch):
    threads, found = [], lesson.found

    def find():
        threads.append(get_ident())
        return found()

    lesson.start()
    lesson.go(3)
    monkeypatch.setattr("gui.lesson.lesson.LARGE", 0)
    monkeypatch.setattr(lesson, "found", find)
    lesson.document.do(delete(lesson.document.graph, {"d"}, set()))
    lesson.evaluation.flush()
    assert lesson.caption == ()  # as long as the steps are those from before
    lesson.next()
    qtbot.waitUntil(lambda: lesson.walk.last == 2)
    assert get_ident() not in threads
    assert lesson.caption
    lesson.document.undo()
    lesson.evaluation.flush()
    lesson.stop()  # nobody asks for them any more
    count = len(threads)
    lesson.start()
    assert lesson.walk.last == 12
    assert len(threads) <= count + 1


@pytest.mark.parametrize("large", [False, True])
def test_steps_that_were_found_while_an_edit_was_run_are_not_those_from_before_it(
    lesson, qtbot, monkeypatch, large
):
    lesson.document.do(delete(lesson.document.graph, {"d"}, set()))
    found = lesson.found()  # beside the loop, which goes on meanwhile
    assert found.output == "J"
    lesson.evaluation.flush()
    monkeypatch.setattr("gui.lesson.lesson.LARGE", 0 if large else 1000)
    lesson.start(found)
    qtbot.waitUntil(lambda: bool(lesson.caption))
    assert lesson.walk.steps == lesson.found().steps
    assert lesson.walk.output != "J"


def test_another_leaf_chosen_while_steps_are_found_is_the_one_they_are_by(
    lesson, qtbot, monkeypatch
):
    by_w, go_on, find, main = Event(), Event(), lesson.found, get_ident()

    def found():
        steps = find()
        by_w.set()
        assert get_ident() == main or go_on.wait(10.0)
        return steps

    lesson.sweep.begin("w")
    lesson.start()
    monkeypatch.setattr("gui.lesson.lesson.LARGE", 0)
    monkeypatch.setattr(lesson, "found", found)
    lesson.document.do(AddNodes([NewNode("k", "constant", {"value": 3.0})]))
    lesson.evaluation.flush()
    qtbot.waitUntil(by_w.is_set)  # and they are not taken yet
    Timer(0.02, go_on.set).start()  # of a thread: the loop stands until they are given up
    lesson.sweep.choose("b")
    qtbot.waitUntil(lambda: bool(lesson.caption))
    qtbot.wait(50)
    assert lesson.walk.leaf == "b"


def test_the_steps_by_another_leaf_of_a_large_graph_are_found_beside_the_loop(
    lesson, qtbot, monkeypatch
):
    threads, find = [], lesson.found

    def found():
        threads.append(get_ident())
        return find()

    lesson.sweep.begin("w")
    lesson.start()
    lesson.next()
    monkeypatch.setattr("gui.lesson.lesson.LARGE", 0)
    monkeypatch.setattr(lesson, "found", found)
    lesson.sweep.choose("b")
    assert lesson.caption == ()  # as long as the steps are those by the leaf before
    qtbot.waitUntil(lambda: bool(lesson.caption))
    assert lesson.walk.leaf == "b"
    assert threads
    assert get_ident() not in threads


def test_another_leaf_amid_the_run_of_an_edit_tells_no_numbers_from_before_it(
    lesson, qtbot, monkeypatch
):
    lesson.sweep.begin("w")
    lesson.start()
    lesson.next()
    may_run = Event()
    compiled = engine.compile

    def compile_later(*args, **kwargs):
        may_run.wait(30.0)
        return compiled(*args, **kwargs)

    monkeypatch.setattr("engine.compile", compile_later)
    monkeypatch.setattr("gui.evaluation.LARGE", 0)
    lesson.document.do(AddNodes([NewNode("q", "parameter")], [engine.Edge("q", "a", 2)]))
    lesson.evaluation.flush()
    assert lesson.evaluation.working
    lesson.sweep.choose("b")
    told = lesson.caption
    may_run.set()
    assert told == ()
    qtbot.waitUntil(lambda: bool(lesson.caption))
    assert lesson.walk.leaf == "b"


def test_a_step_taken_right_after_an_edit_is_one_of_the_new_graph(lesson):
    lesson.start()
    lesson.go(3)
    lesson.document.do(delete(lesson.document.graph, {"d"}, set()))
    assert lesson.caption == ()
    assert lesson.lit is None
    lesson.next()
    assert said(lesson) == "a = c + b = −4 + 8 = 4"
    assert lesson.lit is not None


def test_the_last_step_right_after_an_edit_is_that_of_the_new_graph(lesson):
    lesson.start()
    lesson.document.do(AddNodes([NewNode("k", "square", {})], [engine.Edge("J", "k", 0)]))
    lesson.last()
    assert lesson.place == lesson.walk.last == 14  # k is the output now
    assert lesson.evaluation.seen.derivative("w") is not HIDDEN


def test_a_node_chosen_right_after_an_edit_is_gone_to_in_the_new_graph(lesson):
    lesson.start()
    nodes = [NewNode("k", "square", {})]
    lesson.document.do(AddNodes(nodes, [engine.Edge("J", "k", 0)]))
    lesson.jump_to("k")
    assert lesson.node == "k"


def test_another_document_ends_it(lesson):
    lesson.start()
    lesson.document.reset(engine.Graph())
    assert not lesson.on


def test_another_lens_ends_it(lesson):
    lesson.start()
    toggled = QSignalSpy(lesson.toggled)

    def other(readings):
        return readings

    lesson.evaluation.look_through(other)
    assert not lesson.on
    assert lesson.evaluation.lens is other
    assert toggled.count() == 1
    with pytest.raises(RuntimeError):
        lesson.walk  # noqa: B018  it is asking that raises
