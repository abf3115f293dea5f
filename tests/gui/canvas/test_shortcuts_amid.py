"""Every shortcut while something is in the hand: nothing is lost, nothing is half done."""

import os

import pytest
from hands import Hands
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from engine.formats.chainrule_file import dumps
from gui.actions.table import ACTIONS
from gui.dialogs import choose

CTRL = Qt.KeyboardModifier.ControlModifier
_ELSEWHERE = {"file.close", "file.quit", "file.new", "file.new_window", "file.open"}
SHORTCUTS = [
    action
    for action in ACTIONS.values()
    if action.keys and action.id not in _ELSEWHERE and not action.id.startswith("window.")
]


@pytest.fixture(autouse=True)
def _dialogs_are_left(monkeypatch):
    monkeypatch.setattr(choose, "file_to_open", lambda *_: None)
    monkeypatch.setattr(choose, "file_to_save", lambda *_: None)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    timer = QTimer(interval=5)
    timer.timeout.connect(leave)
    timer.start()
    yield
    timer.stop()


def number_of(hands: Hands, name: str) -> tuple[float, float]:
    """Return where the digit of a leaf stands."""
    x, y = hands.middle(name)
    return x + 12.0, y


def card(hands: Hands) -> None:
    x, y = hands.middle("d")
    hands.canvas.select({"d"})
    hands.press((x, y))
    hands.carry((x + 20.0, y + 30.0))
    hands.carry((x + 40.0, y + 60.0))


def band(hands: Hands) -> None:
    left, top, *_ = hands.canvas.picture.bounds()
    hands.press((left - 10.0, top - 10.0))
    hands.carry((left + 60.0, top + 60.0))
    hands.carry(hands.middle("c"))
    assert hands.canvas.selection.nodes


def edge(hands: Hands) -> None:
    hands.press(hands.out("w"))
    x, y = hands.middle("d")
    hands.carry((x, y + 90.0))
    hands.carry((x + 10.0, y + 100.0))


def edge_by_clicks(hands: Hands) -> None:
    hands.click(hands.out("w"))
    x, y = hands.middle("d")
    hands.carry((x, y + 90.0), held=False)


def scrub(hands: Hands) -> None:
    x, y = number_of(hands, "w")
    hands.press((x, y))
    hands.carry((x + 10.0, y))
    hands.carry((x + 20.0, y))
    assert hands.canvas.document.previewing


def typing(hands: Hands) -> None:
    hands.double_click(hands.middle("w"))
    editor = hands.canvas.entry.editor
    editor.selectAll()
    QTest.keyClicks(editor, "7")


def panned_amid(hands: Hands) -> None:
    card(hands)
    at = hands.middle("J")
    hands.press(at, button=Qt.MouseButton.MiddleButton)


# Of two that hold much alike each gets every other shortcut; `make stress` gives all to all.
_EVERY = 1 if os.environ.get("SHORTCUTS") == "all" else 2
BEGUN = [card, panned_amid, edge, edge_by_clicks, scrub, band, typing]


def press_keys(hands: Hands, action) -> None:
    keys = QKeySequence(action.keys[0])[0]
    aim = QApplication.focusWidget() or hands.canvas
    QTest.keyClick(aim, keys.key(), keys.keyboardModifiers())
    for _ in range(3):
        QApplication.processEvents()


def let_go(hands: Hands, window) -> None:
    x, y = hands.middle("d") if "d" in hands.graph else (0.0, 0.0)
    if QApplication.activeModalWidget() is None:
        hands.carry((x + 80.0, y + 120.0))
        hands.release((x + 80.0, y + 120.0), button=Qt.MouseButton.MiddleButton)
        hands.release((x + 80.0, y + 120.0))
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or hands.canvas, Qt.Key.Key_Escape)
        QApplication.processEvents()
    window.lesson.stop()
    hands.canvas.entry.close()
    hands.canvas.hand.cancel()


@pytest.mark.parametrize(
    ("begin", "shortcuts"),
    # what is typed is like nothing else, and has all
    [(begin, SHORTCUTS[k % _EVERY :: _EVERY]) for k, begin in enumerate(BEGUN[:-1])]
    + [(typing, SHORTCUTS)],
    ids=[begin.__name__ for begin in BEGUN],
)
def test_no_shortcut_leaves_anything_half_done(unit, window, begin, shortcuts):
    window.activateWindow()
    window.canvas.setFocus()
    view = window.canvas.viewport()
    view.setUpdatesEnabled(False)  # drawn is what comes of the keys
    for action in shortcuts:
        document = window.document
        while document.history.canUndo():
            document.undo()
        first = dumps(document.graph)
        window.show_canvas()
        window.canvas.setFocus()
        window.canvas.select(set())
        window.canvas.fit()
        QApplication.processEvents()
        begin(unit)
        view.setUpdatesEnabled(True)
        press_keys(unit, action)
        view.setUpdatesEnabled(False)
        let_go(unit, window)
        assert not document.previewing, action.id
        assert unit.canvas.hand.gesture is None, action.id
        assert window.canvas.picture.names == document.graph.nodes(), action.id
        last = dumps(document.graph)
        count = document.history.index()
        while document.history.canUndo():
            document.undo()
        assert dumps(document.graph) == first, action.id
        for _ in range(count):
            document.redo()
        assert dumps(document.graph) == last, action.id


@pytest.mark.parametrize("begin", [card, panned_amid])
def test_what_is_laid_out_is_the_graph_without_the_card_that_is_in_the_hand(unit, window, begin):
    graph = window.document.graph
    unit.key(Qt.Key.Key_L, CTRL)
    wanted = {name: graph.attributes(name)["position"] for name in graph.nodes()}
    window.document.undo()
    window.canvas.select(set())
    window.canvas.fit()
    begin(unit)
    window.canvas.select(set(graph.nodes()))
    unit.key(Qt.Key.Key_L, CTRL)
    let_go(unit, window)
    window.canvas.select(set())
    assert {name: graph.attributes(name)["position"] for name in graph.nodes()} == wanted


def test_a_band_keeps_what_it_selected_where_something_is_done_with_it(unit):
    band(unit)
    chosen = set(unit.canvas.selection.nodes)
    unit.key(Qt.Key.Key_D, CTRL)
    assert len(unit.graph) == 8 + len(chosen)
    x, y = unit.middle("J")
    unit.carry((x, y))
    unit.release((x, y))
    assert unit.canvas.selection.nodes == set(unit.graph.nodes()[8:])


def test_a_band_keeps_it_too_where_one_looks_around_meanwhile(unit):
    band(unit)
    unit.press(unit.middle("c"), button=Qt.MouseButton.MiddleButton)
    chosen = set(unit.canvas.selection.nodes)
    unit.key(Qt.Key.Key_D, CTRL)
    assert len(unit.graph) == 8 + len(chosen)
    assert unit.canvas.hand.gesture is None


def test_one_looks_around_amid_a_drag(unit):
    card(unit)
    before = unit.canvas.viewpoint.scale
    unit.key(Qt.Key.Key_Plus, CTRL)
    unit.key(Qt.Key.Key_Equal, CTRL)
    assert unit.canvas.viewpoint.scale > before
    assert unit.canvas.hand.gesture is not None
    unit.key(Qt.Key.Key_Escape)
