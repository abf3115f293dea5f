"""Long work: the event loop goes on running, and what is given up leaves everything as it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import engine
from engine.formats.chainrule_file import dumps, loads
from engine.formats.text import TEXTS
from engine.network import Form, Network
from gui.actions import graph as graph_actions
from gui.actions.file import open_path, save
from gui.commands import AddNodes, NewNode, SetOutput, SetValue
from gui.dialogs.export_picture import ExportPicture
from gui.dialogs.export_text import ExportText
from gui.dialogs.waiting import Waiting, is_waiting, wait_for
from gui.evaluation import LARGE, Evaluation
from gui.settings import Settings
from gui.trainer import Setting
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 5,000 nodes without positions."""
    path = tmp_path_factory.mktemp("network") / "network.chainrule"
    engine.save(Network((40, 40, 40, 40, 4), form=Form.NEURONS).build(), path)
    return path


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    window = MainWindow(settings, Appearance(settings, qapp))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.evaluation.stop()
    window.document.mark_saved(tmp_path / "given-up", window.document.contents())
    window.close()


class Heart:
    """Counts how often the event loop comes round while the window waits."""

    def __init__(self, window: MainWindow, each: Callable[[], None] | None = None) -> None:
        self.beats = 0
        self._window, self._each = window, each
        self._timer = QTimer(window, interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        if is_waiting(self._window):
            self.beats += 1
            if self._each is not None and self.beats > 3:
                self._each()


def waiting(window: MainWindow) -> Waiting:
    found = window.findChild(Waiting)
    assert found is not None
    return found


def test_the_loop_runs_while_a_large_file_is_opened_laid_out_and_saved(
    window: MainWindow, network: Path, tmp_path: Path
) -> None:
    shares: list[int] = []
    heart = Heart(window, lambda: shares.append(waiting(window).bar.value()))
    assert open_path(window, network)
    assert heart.beats > 3
    assert shares == sorted(shares)
    assert len(set(shares)) > 3
    graph = window.document.graph
    assert len(graph) > LARGE
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


@pytest.mark.parametrize("give_up", ["button", "esc", "close"])
def test_opening_can_be_given_up(window: MainWindow, network: Path, give_up: str) -> None:
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    window.document.mark_saved(network.with_name("k.chainrule"), window.document.contents())

    def stop() -> None:
        if give_up == "button":
            waiting(window).cancel.click()
        elif give_up == "esc":
            QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
        else:
            window.close()

    heart = Heart(window, stop)
    assert not open_path(window, network)
    assert window.isVisible()
    assert window.document.graph.nodes() == ["k"]
    assert window.settings.recent == []
    assert heart.beats > 3


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


def test_a_window_that_waits_takes_no_input(window: MainWindow, network: Path) -> None:
    window.show_canvas()

    def type_and_click() -> None:
        QTest.keyClicks(window.canvas, "w=2\r")
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        QTest.mouseDClick(window.canvas.viewport(), Qt.MouseButton.LeftButton)
        assert window.canvas.entry.prompt is None
        assert window.document.graph.nodes() == []

    heart = Heart(window, type_and_click)
    assert open_path(window, network)
    assert heart.beats > 3


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


def test_a_large_graph_is_compiled_beside_the_loop(
    window: MainWindow, network: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    evaluation = window.evaluation
    before = evaluation.readings
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    assert evaluation.working
    assert evaluation.readings is before
    assert window.status.working.isVisible()
    qtbot.waitUntil(lambda: not evaluation.working)
    assert evaluation.readings.value("k") == 7.0
    assert not window.status.working.isVisible()


def test_an_edit_stops_what_is_being_compiled_and_nothing_stale_is_shown(
    window: MainWindow, network: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    evaluation: Evaluation = window.evaluation
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    assert evaluation.working
    window.document.do(SetValue("k", 8.0))
    assert not evaluation.working
    qtbot.waitUntil(lambda: evaluation.readings.value("k") == 8.0)
    window.document.undo()
    window.document.undo()
    qtbot.waitUntil(lambda: evaluation.readings.value("k") is None)
    assert window.document.history.isClean()


@pytest.mark.parametrize("how", ["button", "esc"])
def test_computing_is_given_up_and_taken_up_again(
    window: MainWindow, network: Path, qtbot: QtBot, how: str
) -> None:
    assert open_path(window, network)
    evaluation, status = window.evaluation, window.status
    name = next(n for n in window.document.graph.nodes() if window.document.graph.is_leaf(n))
    assert evaluation.readings.value(name) is not None
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    assert evaluation.working
    assert status.cancel.isVisible()
    if how == "button":
        qtbot.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not evaluation.working
    assert not status.cancel.isVisible()
    assert evaluation.readings.value(name) is None  # no number from before the edit
    assert "given up" in status.message.text()
    window.canvas.viewport().repaint()
    assert not evaluation.working  # drawing does not begin it again
    assert status.resume.isVisible()
    qtbot.mouseClick(status.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evaluation.readings.value("k") == 7.0)
    assert not status.resume.isVisible()
    assert status.message.text() == ""


def test_another_graph_is_not_the_one_that_was_given_up(window: MainWindow, network: Path) -> None:
    assert open_path(window, network)
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    window.evaluation.flush()
    window.evaluation.give_up()
    assert window.status.resume.isVisible()
    window.document.undo()
    window.evaluation.flush()
    window.evaluation.give_up()
    window.document.mark_saved(network, window.document.contents())
    assert open_path(window, network)
    assert not window.evaluation.given_up
    assert not window.status.resume.isVisible()


def test_an_edit_takes_up_what_was_given_up(
    window: MainWindow, network: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    evaluation = window.evaluation
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    evaluation.give_up()
    window.canvas.select({"k"})
    window.document.do(SetValue("k", 8.0))
    qtbot.waitUntil(lambda: evaluation.readings.value("k") == 8.0)
    assert not evaluation.given_up
    assert not window.status.resume.isVisible()


def test_a_large_selection_is_copied_beside_the_loop_and_can_be_given_up(
    window: MainWindow, network: Path
) -> None:
    assert open_path(window, network)
    window.canvas.select_all()
    QApplication.clipboard().clear()
    heart = Heart(window, lambda: waiting(window).cancel.click())
    window.bars.actions["edit.cut"].trigger()
    heart._timer.stop()
    assert not QApplication.clipboard().text()
    count = len(window.document.graph)
    heart = Heart(window)
    window.bars.actions["edit.copy"].trigger()
    assert heart.beats > 3
    assert len(loads(QApplication.clipboard().text().encode())) == count
    window.bars.actions["edit.cut"].trigger()
    assert len(window.document.graph) == 0


def test_a_large_picture_is_copied_beside_the_loop_and_can_be_given_up(
    window: MainWindow,
) -> None:
    window.document.reset(Network((8, 8, 2), form=Form.NEURONS).build())
    window.evaluation.flush()
    QApplication.clipboard().setText("from before")
    heart = Heart(window, lambda: waiting(window).cancel.click())
    window.bars.actions["edit.copy_picture"].trigger()
    heart._timer.stop()
    assert QApplication.clipboard().text() == "from before"
    heart = Heart(window)
    window.bars.actions["edit.copy_picture"].trigger()
    assert heart.beats > 3
    assert QApplication.clipboard().mimeData().hasImage()


def test_the_image_for_the_preview_of_an_export_is_drawn_beside_the_loop(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.document.reset(Network((8, 8, 2), form=Form.NEURONS).build())
    monkeypatch.setattr("gui.dialogs.export_preview._AT_ONCE", 50)
    heart = Heart(window)
    dialog = ExportPicture(
        window.document.graph, tmp_path / "g.chainrule", window.settings, parent=window
    )
    assert heart.beats > 3  # over the window, for the dialog is not there yet
    dialog.show()
    assert not dialog.preview.picture.pixmap().isNull()
    heart.beats = 0
    dialog.choices.changed.emit()  # what was drawn is kept, its image is made anew
    assert heart.beats > 0
    dialog.deleteLater()


def test_a_long_text_is_written_beside_the_loop_and_shown_in_part(
    window: MainWindow, network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = engine.load(network)
    monkeypatch.setattr("gui.dialogs.export_text._MOST_SHOWN", 20)
    heart = Heart(window)
    dialog = ExportText(graph, network, window)
    assert heart.beats > 3
    assert dialog.text.toPlainText().count("\n") == 20
    assert "of which the first 20 are shown" in dialog.told.text()
    dialog.copy()
    assert QApplication.clipboard().text() == TEXTS[dialog.format.currentData()].write(graph)
    heart = Heart(window, lambda: waiting(window).cancel.click())
    dialog.format.setCurrentIndex(1)
    heart._timer.stop()
    assert dialog.text.toPlainText() == ""
    assert not dialog.go.isEnabled()
    dialog.deleteLater()


def test_a_large_graphs_steps_are_found_beside_the_loop_and_can_be_given_up(
    window: MainWindow, network: Path
) -> None:
    assert open_path(window, network)
    heart = Heart(window, lambda: waiting(window).cancel.click())
    window.bars.actions["lesson.present"].trigger()
    window.bars.actions["lesson.forward"].trigger()
    heart._timer.stop()
    assert not window.lesson.on
    assert not window.presenting
    heart = Heart(window)
    window.bars.actions["lesson.toggle"].trigger()
    assert heart.beats > 3
    assert window.lesson.on
    assert window.lesson.walk.last > 3
    heart.beats = 0
    window.bars.actions["lesson.forward"].trigger()
    assert window.lesson.sweep.on
    assert heart.beats > 0
    window.lesson.stop()


def test_training_a_large_graph_is_made_ready_beside_the_loop(
    window: MainWindow, network: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    trainer, said = window.trainer, []
    trainer.changed.connect(lambda: said.append(trainer.playing))
    trainer.choose(replace(trainer.setting, steps=2, rate=1e-6))
    trainer.play()
    assert trainer.playing
    assert trainer.training is None
    trainer.pause()
    assert not trainer.playing
    trainer.play()
    window.document.do(SetValue("w1_1_1", 0.5))  # what is made would be of another graph
    assert not trainer.playing
    assert said[-1] is False
    trainer.play()
    trainer.choose(replace(trainer.setting, rate=1e-7))
    assert not trainer.playing
    trainer.play()
    window.document.end_preview()  # it could have changed something
    assert trainer.playing
    with trainer.resting():
        assert not trainer.playing
    assert trainer.playing
    qtbot.waitUntil(lambda: trainer.steps == 2 and not trainer.playing)
    trainer.reset()
    trainer.step()
    qtbot.waitUntil(lambda: trainer.steps == 1)
    trainer.reset()
    graph = window.document.graph
    given = next(name for name in graph.nodes() if graph.op_of(name) == "input")
    window.document.do(SetOutput(given))  # it depends on no parameter
    trainer.play()
    qtbot.waitUntil(lambda: bool(trainer.problem))
    assert not trainer.playing
