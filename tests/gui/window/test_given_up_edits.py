"""A large edit that is given up, begun where something else than the canvas asked for it."""

from functools import partial
from threading import Event

import pytest
from hands import Hands
from long_work import Heart, held, small, waiting, window
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.formats.chainrule_file import dumps
from gui.canvas.offers.edge_offer import edge_offers
from gui.commands import Connect
from gui.window.main_window import MainWindow

__all__ = ["held", "small", "window"]

NODE = "w1_1_1"


class GivenUp:
    """Within it each edit is given up; what it would have changed stays as it was."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._before = window, dumps(window.document.graph)

    def __enter__(self) -> None:
        self._heart = Heart(self._window, lambda: waiting(self._window).cancel.click(), after=0)

    def __exit__(self, *_raised: object) -> None:
        self._heart._timer.stop()
        assert self._heart.beats
        assert dumps(self._window.document.graph) == self._before
        assert not self._window.document.history.count()


def test_the_inspector_shows_which_output_there_still_is(small: MainWindow) -> None:
    choice = small.inspector.graph_page.output
    before = choice.currentIndex()
    with GivenUp(small):
        choice.setCurrentIndex(2)
        choice.activated.emit(2)
    assert choice.currentIndex() == before != 2
    small.canvas.select({NODE})
    QApplication.processEvents()
    box = small.inspector.node_page.output
    with GivenUp(small):
        box.click()
    assert not box.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_name_typed_over_a_card_stays_there_to_be_taken(small: MainWindow, key: Qt.Key) -> None:
    small.canvas.in_place.rename(NODE)
    editor = small.canvas.entry.editor
    assert editor is not None
    editor.setText("other")
    with GivenUp(small):
        QTest.keyClick(editor, key)
    assert small.canvas.entry.editor is editor
    assert (editor.text(), editor.reason) == ("other", "")
    QTest.keyClick(editor, key)
    assert "other" in small.document.graph
    assert small.canvas.entry.editor is None


def test_a_name_typed_over_a_card_that_is_left_is_forgotten(small: MainWindow) -> None:
    small.canvas.in_place.rename(NODE)
    editor = small.canvas.entry.editor
    assert editor is not None
    editor.setText("other")
    with GivenUp(small):
        small.inspector.graph_page.title.line.setFocus()
    assert small.canvas.entry.editor is None


def test_what_is_typed_into_quick_add_stays_there_to_be_taken(
    small: MainWindow, held: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 0)

    def give_up_once_seen() -> None:
        if waiting(small).isVisible():
            waiting(small).cancel.click()
            held.set()

    small.canvas.adding.ask()
    prompt = small.canvas.entry.prompt
    assert prompt is not None
    QTest.keyClicks(prompt.line, "a*b+c")
    heart = Heart(small, give_up_once_seen, after=0)
    QTest.keyClick(prompt.line, Qt.Key.Key_Return)
    heart._timer.stop()
    assert not small.document.history.count()
    assert small.canvas.entry.prompt is prompt
    assert (prompt.line.text(), prompt.reason) == ("a*b+c", "")
    assert prompt.line.hasFocus()
    QTest.keyClick(prompt.line, Qt.Key.Key_Return)
    assert small.canvas.entry.prompt is None
    assert small.document.history.count() == 1


def test_a_click_that_chooses_the_output_chooses_none(small: MainWindow) -> None:
    small.bars.actions["lesson.output"].trigger()
    hands = Hands(small.canvas)
    with GivenUp(small):
        hands.click(hands.middle(NODE))
    assert small.canvas.hand.gesture is None


def test_what_the_graph_refuses_of_a_prompt_after_a_while_is_said_in_it(small: MainWindow) -> None:
    def connect(_offer: object) -> None:
        small.document.do(Connect("J", NODE, 0))

    offers = partial(edge_offers, small.document.graph, "J")
    small.canvas.entry.ask(QPoint(9, 9), "", offers, connect)
    prompt = small.canvas.entry.prompt
    assert prompt is not None
    QTest.keyClick(prompt.line, Qt.Key.Key_Return)
    assert small.canvas.entry.prompt is prompt
    assert "no edge leads into it" in prompt.reason
