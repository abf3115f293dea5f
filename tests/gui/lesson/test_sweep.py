"""Forward mode: by which leaf, with a lesson and without, over edits."""

import numpy as np
import pytest
from captions import said

import engine
from gui.commands import RenameNode, SetValue, delete
from gui.readings import HIDDEN
from gui.run import Readings
from resources import resource


def test_forward_mode_exchanges_the_derivatives_and_gives_them_back(lesson):
    sweep, evaluation = lesson.sweep, lesson.evaluation
    sweep.begin()
    assert (sweep.on, sweep.leaf, sweep.written) == (True, "w", "w")
    assert evaluation.seen.derivative("c") == -2.0
    assert evaluation.readings.derivative("c") == 2.0
    sweep.choose("b")
    assert evaluation.seen.derivative("c") == 0.0
    assert sweep.taken == {("w", 0), ("b", 0)}
    sweep.choose("x")
    assert sweep.taken == {("w", 0), ("b", 0)}  # an input is not trained
    sweep.choose("c")
    assert sweep.leaf == "x"
    sweep.end()
    assert evaluation.seen is evaluation.readings
    sweep.end()
    sweep.begin("b")
    assert sweep.leaf == "b"
    assert sweep.taken == {("b", 0)}


def test_a_new_value_is_swept_anew(lesson):
    lesson.sweep.begin("w")
    lesson.document.do(SetValue("x", 5.0))
    lesson.evaluation.flush()
    assert lesson.evaluation.seen.derivative("c") == 5.0


def test_the_lesson_walks_forward_with_both_numbers(lesson):
    lesson.start()
    lesson.last()
    lesson.sweep.begin("w")
    assert lesson.place == lesson.walk.last == 4
    assert said(lesson).endswith("∂J/∂w = ∂J/∂d · ∂d/∂w = 2 · (−2) = −4")
    lesson.first()
    lesson.next()
    assert lesson.evaluation.seen.derivative("c") == -2.0
    assert lesson.evaluation.seen.derivative("a") is HIDDEN
    lesson.stop()
    assert lesson.evaluation.seen.derivative("a") == -2.0  # forward mode goes on
    lesson.start()
    lesson.sweep.end()
    assert lesson.walk.last == 12
    lesson.stop()
    assert lesson.evaluation.seen is lesson.evaluation.readings


def test_the_leaf_is_followed_under_its_new_name_and_let_go_when_it_is_deleted(lesson):
    sweep, document = lesson.sweep, lesson.document
    sweep.begin("w")
    document.do(RenameNode("w", "v"))
    lesson.evaluation.flush()
    assert sweep.leaf == "v"
    assert lesson.evaluation.seen.derivative("c") == -2.0
    document.do(delete(document.graph, {"v"}, set()))
    assert not sweep.on
    document.undo()
    sweep.begin("v")
    document.reset(engine.Graph())
    assert not sweep.on
    sweep.begin()
    assert not sweep.on


@pytest.mark.parametrize("edit", ["new graph", "leaf and output deleted"])
def test_a_lesson_forward_bears_that_leaf_and_output_go_at_once(lesson, edit):
    lesson.start()
    lesson.sweep.begin("w")
    if edit == "new graph":
        lesson.document.reset(engine.Graph())
    else:
        lesson.document.do(delete(lesson.document.graph, ["w", "J"], ()))
    assert not lesson.sweep.on
    lesson.evaluation.flush()
    assert lesson.on == (edit != "new graph")


def test_of_an_array_one_entry_is_chosen(lesson):
    sweep, document = lesson.sweep, lesson.document
    document.reset(engine.load(resource("lessons/layer-with-a-batch.chainrule")))
    lesson.evaluation.flush()
    sweep.begin("W")
    assert (sweep.index, sweep.shape, sweep.written) == ((0, 0), (4, 3), "W[0, 0]")
    sweep.choose("W", 5)
    assert sweep.written == "W[1, 2]"
    backward = lesson.evaluation.readings.derivative("W")
    assert lesson.evaluation.seen.derivative("J") == pytest.approx(backward[1, 2])
    sweep.choose("W", 99)
    assert sweep.entry == 11
    document.do(SetValue("W", np.ones((2, 3))))
    assert sweep.entry == 5
    document.do(SetValue("W", np.ones((0, 3))))
    assert not sweep.on
    assert sweep.index is None
    assert sweep.shape == ()
    assert sweep.written == ""


def test_another_lens_ends_it(lesson):
    lesson.sweep.begin("w")

    def other(readings):
        return readings

    lesson.evaluation.look_through(other)
    assert not lesson.sweep.on
    assert lesson.evaluation.lens is other


def test_one_sweep_is_for_all_steps_of_a_lesson(lesson, monkeypatch):
    swept = []
    by_leaf_of = Readings.by_leaf_of
    monkeypatch.setattr(
        Readings, "by_leaf_of", lambda *asked: swept.append(asked) or by_leaf_of(*asked)
    )
    lesson.sweep.begin("w")
    lesson.start()
    while lesson.place < lesson.walk.last:
        lesson.next()
        assert lesson.caption
    lesson.stop()
    assert len(swept) == 1
    lesson.sweep.choose("x")
    lesson.sweep.foresee(lesson.evaluation.readings, "x")
    assert len(swept) == 2


def test_a_parameter_counts_once_under_whichever_name_and_not_when_it_is_gone(lesson):
    lesson.sweep.begin("w")
    lesson.sweep.choose("b")
    lesson.document.do(RenameNode("b", "bias"))
    assert lesson.sweep.taken == {("w", 0), ("bias", 0)}
    lesson.document.do(RenameNode("w", "weight"))
    assert lesson.sweep.taken == {("weight", 0), ("bias", 0)}
    lesson.document.do(delete(lesson.document.graph, {"weight"}, set()))
    assert lesson.sweep.taken == {("bias", 0)}
