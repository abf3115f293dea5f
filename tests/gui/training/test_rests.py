"""What training gives way to: a drag, and work that reads the graph."""

from collections.abc import Callable

import pytest
from training_desk import Desk, desk

import engine
from gui.commands import MoveNodes, SetAttribute, SetTitle, SetValue
from gui.document import Command

__all__ = ["desk"]


def test_a_drag_that_is_given_up_costs_training_nothing(desk: Desk) -> None:
    desk.trainer.step()
    history, traces = desk.trainer.history, desk.trainer.traces
    desk.trainer.play()
    desk.document.preview(SetValue("x", 5.0))
    assert not desk.trainer.playing  # it would take the value out of the hand
    desk.document.preview(SetValue("x", 6.0))
    desk.document.end_preview()
    assert desk.trainer.history is history
    assert desk.trainer.traces is traces
    desk.trainer.step()
    assert desk.trainer.steps == 2
    desk.document.preview(SetValue("x", 5.0))
    desk.document.do(SetValue("x", 5.0))
    assert desk.trainer.history == []


@pytest.mark.parametrize(
    "edit", [SetAttribute("w", "label", "w_1"), MoveNodes({"d": (300.0, 500.0)}), SetTitle("Unit")]
)
def test_an_edit_of_the_look_that_ends_a_drag_costs_training_nothing(
    desk: Desk, edit: Command
) -> None:
    desk.trainer.step()
    history = desk.trainer.history
    desk.document.preview(SetValue("x", 5.0))
    desk.document.do(edit)
    assert desk.trainer.history is history
    desk.trainer.step()
    assert desk.trainer.steps == 2


def test_training_rests_while_a_card_is_dragged(desk: Desk) -> None:
    desk.choose(rate=0.01, speed=60, steps=1000)
    desk.trainer.play()
    desk.qtbot.waitUntil(lambda: desk.trainer.steps > 2)
    desk.document.preview(MoveNodes({"d": (300.0, 500.0)}))
    steps = desk.trainer.steps
    desk.qtbot.wait(50)
    assert desk.trainer.steps == steps
    assert desk.document.graph.attributes("d")["position"] == (300.0, 500.0)
    desk.document.do(MoveNodes({"d": (300.0, 500.0)}))
    desk.qtbot.waitUntil(lambda: desk.trainer.steps > steps)
    desk.trainer.pause()


def test_steps_that_a_long_drag_kept_from_being_taken_are_not_made_up_for(desk: Desk) -> None:
    desk.choose(rate=0.01, speed=60, steps=1_000_000)
    desk.trainer.play()
    desk.qtbot.waitUntil(lambda: desk.trainer.steps > 0)
    desk.document.preview(MoveNodes({"d": (300.0, 500.0)}))
    desk.trainer._since -= 1000.0  # seconds that the card has been in the hand
    desk.trainer._tick()
    desk.document.end_preview()
    assert desk.trainer._due() < 500 * 60
    desk.trainer.pause()


def test_it_goes_on_once_nobody_asks_for_rest_any_more(desk: Desk) -> None:
    desk.choose(rate=1e-3, steps=1_000_000)
    desk.trainer.play()
    with desk.trainer.resting():
        with desk.trainer.resting():
            assert not desk.trainer.playing
        assert not desk.trainer.playing
        steps = desk.trainer.steps
        desk.qtbot.wait(50)
        assert desk.trainer.steps == steps
    desk.qtbot.waitUntil(lambda: desk.trainer.steps > steps)
    desk.trainer.pause()


@pytest.mark.parametrize(
    "end",
    [
        lambda desk: desk.trainer.pause(),
        lambda desk: desk.trainer.reset(),
        lambda desk: desk.document.reset(engine.Graph()),
    ],
)
def test_what_ends_it_while_it_rests_ends_it_for_good(
    desk: Desk, end: Callable[[Desk], None]
) -> None:
    desk.choose(rate=1e-3, steps=1_000_000)
    desk.trainer.play()
    with desk.trainer.resting():
        end(desk)
    assert not desk.trainer.playing


def test_what_is_asked_for_while_it_rests_is_done_after_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.training.trainer.LARGE", 1)
    desk.choose(rate=0.1, steps=1)
    with desk.trainer.resting():
        desk.trainer.play()
        desk.qtbot.wait(50)
        assert desk.trainer.training is None
    assert desk.trainer.playing
    with desk.trainer.resting():
        desk.trainer.pause()
    assert not desk.trainer.playing
    desk.trainer.play()
    desk.qtbot.waitUntil(lambda: desk.trainer.steps == 1)
