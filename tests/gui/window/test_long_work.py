"""Long work: the event loop goes on running, and what is given up leaves everything as it was."""

import gc
import time
import weakref
from pathlib import Path
from threading import Event

import pytest
from long_work import Heart, give_up, held, network, waiting, window
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import engine
from engine.formats.chainrule_file import dumps
from engine.network import Form, Network
from engine.progress import report
from gui.actions import graph as graph_actions
from gui.actions import loading
from gui.actions.file import open_path, save
from gui.commands import AddNodes, NewNode
from gui.dialogs.waiting import is_waiting, wait_for
from gui.threads.work import Cancelled
from gui.training.trainer import Setting
from gui.window.main_window import MainWindow

__all__ = ["held", "network", "window"]


def test_the_loop_runs_while_a_large_file_is_opened_laid_out_and_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    network = Network((28, 28, 28, 28, 4), form=Form.NEURONS).build()
    engine.save(network, tmp_path / "network.chainrule")
    shares: list[int] = []
    heart = Heart(window, lambda: shares.append(waiting(window).bar.value()))
    assert open_path(window, tmp_path / "network.chainrule")
    assert heart.beats > 3
    assert shares == sorted(shares)
    assert len(set(shares)) > 3
    graph = window.document.graph
    assert len(graph) == len(network)
    assert not window.document.modified
    assert window.evaluation.readings.derivative("w1_1_1") is not None
    assert window.canvas.picture.graph is graph

    heart.beats = 0
    graph_actions.arrange(window)
    assert heart.beats > 0

    heart.beats = 0
    window.document.path = tmp_path / "saved.chainrule"
    assert save(window)
    assert heart.beats > 0
    assert (tmp_path / "saved.chainrule").read_bytes() == dumps(graph)
    assert not is_waiting(window)


def test_training_rests_while_it_is_saved_and_goes_on(
    window: MainWindow, network: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    trainer, document = window.trainer, window.document
    document.path = tmp_path / "saved.chainrule"
    trainer.choose(Setting(rate=1e-3, steps=1_000_000))
    trainer.play()
    heart = Heart(window)
    assert save(window)
    assert heart.beats > 0
    assert trainer.steps == 0
    assert document.path.read_bytes() == dumps(document.graph)
    assert trainer.playing
    trainer.step()
    qtbot.waitUntil(lambda: document.modified)


@pytest.mark.parametrize("how", ["button", "esc", "close"])
def test_opening_can_be_given_up(window: MainWindow, network: Path, how: str) -> None:
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    window.document.mark_saved(network.with_name("k.chainrule"), window.document.contents())

    heart = Heart(window, lambda: give_up(window, how), after=0)
    assert not open_path(window, network)
    assert heart.beats
    assert window.isVisible()
    assert window.document.graph.nodes() == ["k"]
    assert window.settings.recent == []


def test_nothing_goes_on_after_work_that_failed(window: MainWindow, qtbot: QtBot) -> None:
    def fail() -> None:
        raise engine.GraphError("no graph")

    with pytest.raises(engine.GraphError) as kept:  # and with it the frame that waited
        wait_for(window, "Opening", fail)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    later = QTimer(singleShot=True, interval=60)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert str(kept.value) == "no graph"


def test_what_work_had_made_when_it_failed_is_let_go(window: MainWindow) -> None:
    """Of a file with too many nodes that is some hundred megabytes, while its sentence is read."""
    made: list[weakref.ref[Tree]] = []

    def refuse(tree: Tree) -> None:
        raise ValueError(len(tree))

    def fail() -> None:
        tree = Tree()
        made.append(weakref.ref(tree))
        try:
            refuse(tree)
        except ValueError as error:
            raise engine.GraphError("too many nodes") from error

    with pytest.raises(engine.GraphError) as kept:
        wait_for(window, "Opening", fail)
    assert made[0]() is None
    assert str(kept.value) == "too many nodes"


class Tree(list[int]):
    """What is read of a file."""

    refused: engine.GraphError | None = None


@pytest.mark.parametrize("is_kept", [False, True])
def test_work_that_failed_keeps_nothing_of_who_waited_for_it(
    window: MainWindow, *, is_kept: bool
) -> None:
    """Their frames know the window and its graph; only who keeps the error needs a collection."""

    def wait(tree: Tree) -> None:
        def refuse() -> None:
            raise engine.GraphError(f"{len(tree)} inputs have no edge yet")

        try:
            wait_for(window, "Writing", refuse)
        except engine.GraphError as error:
            tree.refused = error if is_kept else None

    tree = Tree()
    ghost = weakref.ref(tree)
    wait(tree)
    del tree
    if is_kept:
        gc.collect()
    assert ghost() is None


def test_a_window_that_waits_takes_no_input(window: MainWindow, network: Path) -> None:
    window.show_canvas()

    def type_and_click() -> None:
        QTest.keyClicks(window.canvas, "w=2\r")
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        QTest.mouseDClick(window.canvas.viewport(), Qt.MouseButton.LeftButton)
        assert window.canvas.entry.prompt is None
        assert window.document.graph.nodes() == []

    heart = Heart(window, type_and_click, after=0)
    assert open_path(window, network)
    assert heart.beats


def test_what_takes_longer_shows_how_far_it_is(
    window: MainWindow, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 0)
    seen: list[bool] = []

    def look() -> None:
        shown = waiting(window)
        seen.append(shown.isVisible() and shown.cancel.hasFocus())
        assert window.rect().contains(shown.geometry())

    heart = Heart(window, look)
    assert open_path(window, network)
    assert heart.beats > 3
    assert seen[-1]
    assert window.canvas.hasFocus()


class Paints(QObject):
    """Counts how often a widget is drawn."""

    count = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_no_step_of_the_bar_draws_what_lies_beneath(
    window: MainWindow, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 0)
    assert open_path(window, network)
    window.canvas.finish_drawing()
    QApplication.processEvents()
    canvas, bar = Paints(), Paints()
    window.canvas.viewport().installEventFilter(canvas)

    drawn = Event()
    seen = 0

    def work() -> None:
        for k in range(20):
            report(k / 20)
            assert drawn.wait(30.0)
            drawn.clear()

    def look() -> None:
        nonlocal seen
        if bar.count == 0:
            waiting(window).bar.installEventFilter(bar)
            waiting(window).bar.update()  # it may have been drawn before somebody counted
        canvas.count *= bar.count > 3  # where the frame came to lie is drawn once
        if bar.count > seen:
            seen = bar.count
            drawn.set()

    heart = Heart(window, look)
    wait_for(window, "Working", work)
    heart._timer.stop()
    assert bar.count > 10
    assert canvas.count == 0


def test_much_is_pasted_and_duplicated_beside_the_loop_and_can_be_given_up(
    window: MainWindow, network: Path, held: Event
) -> None:
    held.set()
    assert open_path(window, network)
    graph = window.document.graph
    count = len(graph)
    window.canvas.select_all()
    window.bars.actions["edit.copy"].trigger()
    heart = Heart(window, lambda: waiting(window).cancel.click(), after=0)
    for action in ("edit.paste", "edit.duplicate"):
        window.bars.actions[action].trigger()
        assert len(graph) == count
    heart._timer.stop()
    heart = Heart(window, held.set)
    for k, action in enumerate(("edit.paste", "edit.duplicate"), 2):
        heart.beats = 0
        held.clear()
        window.bars.actions[action].trigger()
        assert heart.beats > 3
        assert len(window.canvas.selection.nodes) == count
        assert len(graph) == k * count


def test_the_end_of_the_program_gives_up_what_is_waited_for(
    window: MainWindow, qapp: QApplication
) -> None:
    def work() -> str:
        for _ in range(60_000):
            report(0.5)
            time.sleep(0.001)
        return "done"

    heart = Heart(window, lambda: QApplication.exit(0), after=0)
    with pytest.raises(Cancelled):
        wait_for(window, "Writing", work)
    heart._timer.stop()
    QTimer.singleShot(0, lambda: QApplication.exit(0))
    qapp.exec()  # else Qt would run no other loop


@pytest.mark.parametrize("layers", [(6, 8, 2), (1, 1)])
def test_what_takes_longer_than_a_blink_is_opened_and_built_beside_the_loop(
    window: MainWindow, held: Event, tmp_path: Path, layers: tuple[int, ...]
) -> None:
    network = Network(layers, form=Form.NEURONS)
    path, is_small = tmp_path / "some.chainrule", len(layers) == 2
    engine.save(network.build(), path)
    for begin in (
        lambda: loading.waited(window, path),
        lambda: loading.built(window, network.build, network.nodes),
    ):
        held.clear()
        heart = Heart(window, held.set)
        picture = begin().picture
        assert len(picture.names) == network.nodes
        assert (heart.beats == 0) is is_small
