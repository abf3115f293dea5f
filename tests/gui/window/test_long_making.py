"""What is made of a large graph, copies, pictures, texts, steps, is made beside the event loop."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from long_work import Heart, drawn_long, held, network, waiting, window
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import engine
from engine.formats.chainrule_file import loads
from engine.formats.text import TEXTS
from gui.actions.file import open_path
from gui.commands import SetOutput, SetValue
from gui.dialogs.export_picture import ExportPicture
from gui.dialogs.export_text import ExportText
from gui.dialogs.waiting import is_waiting
from gui.training.trainer import Setting
from gui.window.main_window import MainWindow

__all__ = ["drawn_long", "held", "network", "window"]


def test_a_large_selection_is_copied_beside_the_loop_and_can_be_given_up(
    window: MainWindow, network: Path, held: Event
) -> None:
    held.set()
    assert open_path(window, network)
    window.canvas.select_all()
    QApplication.clipboard().clear()
    heart = Heart(window, lambda: waiting(window).cancel.click(), after=0)
    window.bars.actions["edit.cut"].trigger()
    heart._timer.stop()
    assert not QApplication.clipboard().text()
    count = len(window.document.graph)
    held.clear()
    heart = Heart(window, held.set)
    window.bars.actions["edit.copy"].trigger()
    assert heart.beats > 3
    assert len(loads(QApplication.clipboard().text().encode())) == count
    window.bars.actions["edit.cut"].trigger()
    assert len(window.document.graph) == 0


def test_a_large_picture_is_copied_beside_the_loop_and_can_be_given_up(
    window: MainWindow, held: Event, drawn_long: engine.Graph
) -> None:
    held.set()
    window.document.reset(drawn_long)
    window.evaluation.flush()
    QApplication.clipboard().setText("from before")
    heart = Heart(window, lambda: waiting(window).cancel.click(), after=0)
    window.bars.actions["edit.copy_picture"].trigger()
    heart._timer.stop()
    assert QApplication.clipboard().text() == "from before"
    held.clear()
    heart = Heart(window, held.set)
    window.bars.actions["edit.copy_picture"].trigger()
    assert heart.beats > 3
    assert QApplication.clipboard().mimeData().hasImage()


def test_the_preview_of_an_export_is_drawn_beside_the_loop_once_the_dialog_is_there(
    window: MainWindow, held: Event, qtbot: QtBot, tmp_path: Path, drawn_long: engine.Graph
) -> None:
    window.document.reset(drawn_long)
    heart = Heart(window, held.set)
    dialog = ExportPicture(
        window.document.graph, tmp_path / "g.chainrule", window.settings, parent=window
    )
    dialog.show()
    assert heart.beats == 0
    qtbot.waitUntil(lambda: bool(dialog.told.text()))
    assert heart.beats > 3  # over the dialog, which is there
    assert not dialog.preview.picture.pixmap().isNull()
    heart.beats = 0
    dialog.choices.changed.emit()  # what was drawn is kept, its image is made anew
    qtbot.waitUntil(lambda: heart.beats > 0)
    qtbot.waitUntil(lambda: not is_waiting(dialog))
    dialog.deleteLater()


def test_a_long_text_is_written_beside_the_loop_and_shown_in_part(
    window: MainWindow, network: Path, held: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = engine.load(network)
    monkeypatch.setattr("gui.dialogs.export_text._MOST_SHOWN", 20)
    heart = Heart(window, held.set)
    dialog = ExportText(graph, network, window)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.told.text()))
    assert heart.beats > 3  # over the dialog, which is there
    assert dialog.text.toPlainText().count("\n") == 20
    assert "of which the first 20 are shown" in dialog.told.text()
    dialog.copy()
    assert QApplication.clipboard().text() == TEXTS[dialog.format.currentData()].write(graph)
    heart = Heart(window, lambda: waiting(window).cancel.click(), after=0)
    dialog.format.setCurrentIndex(1)
    heart._timer.stop()
    assert dialog.text.toPlainText() == ""
    assert not dialog.go.isEnabled()
    dialog.deleteLater()


def test_a_large_graphs_steps_are_found_beside_the_loop_and_can_be_given_up(
    window: MainWindow, network: Path
) -> None:
    assert open_path(window, network)
    heart = Heart(window, lambda: waiting(window).cancel.click(), after=0)
    window.bars.actions["lesson.present"].trigger()
    window.bars.actions["lesson.forward"].trigger()
    heart._timer.stop()
    assert not window.lesson.on
    assert not window.presenting
    heart = Heart(window)
    window.bars.actions["lesson.toggle"].trigger()
    assert heart.beats > 0
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
    with trainer.resting():
        assert not trainer.playing
    qtbot.waitUntil(lambda: trainer.steps == 1)
    assert not trainer.playing  # it was one step that was asked for
    trainer.reset()
    graph = window.document.graph
    given = next(name for name in graph.nodes() if graph.op_of(name) == "input")
    window.document.do(SetOutput(given))  # it depends on no parameter
    trainer.play()
    qtbot.waitUntil(lambda: bool(trainer.problem))
    assert not trainer.playing


@pytest.mark.parametrize(
    "action",
    [
        "edit.paste",
        "edit.duplicate",
        "edit.copy_picture",
        "graph.arrange",
        "lesson.toggle",
        "lesson.forward",
    ],
)
def test_training_rests_while_what_it_changes_is_read_beside_the_loop(
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    drawn_long: engine.Graph,
    action: str,
) -> None:
    window.document.reset(drawn_long)
    window.evaluation.flush()
    for module in ("edit", "lesson"):
        monkeypatch.setattr(f"gui.actions.{module}.LARGE", 4)
    monkeypatch.setattr("gui.actions.graph.LAID_OUT", 4)
    monkeypatch.setattr("gui.canvas.clipboard.LARGE", 4)
    monkeypatch.setattr("gui.canvas.clipboard._LONG_TEXT", 0)
    window.canvas.select_all()
    window.bars.actions["edit.copy"].trigger()
    trainer = window.trainer
    trainer.choose(Setting(rate=1e-3, steps=1_000_000))
    trainer.play()
    qtbot.waitUntil(lambda: trainer.steps > 0)
    playing: list[bool] = []
    heart = Heart(window, lambda: playing.append(trainer.playing), after=0)
    window.bars.actions[action].trigger()
    heart._timer.stop()
    assert playing
    assert not any(playing)
    trainer.pause()
