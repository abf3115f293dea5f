"""A picture that takes long is drawn and written while the dialog answers, and can be given up."""

from pathlib import Path
from threading import Event

import pytest
from examples import UNIT
from export_desk import ExportDesk, desk, pick
from long_work import held
from PySide6.QtCore import QSettings, QTimer
from pytestqt.qtbot import QtBot

import engine
from gui.dialogs import choose
from gui.dialogs.export_picture import ExportPicture
from gui.dialogs.waiting import Waiting
from gui.exports import ExportError, Options, duration, export
from gui.exports.duration import long_to_draw, long_to_write
from gui.settings import Settings

__all__ = ["desk", "held"]


@pytest.fixture
def dialog(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, held: Event
) -> ExportPicture:
    held.set()
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    dialog = ExportPicture(engine.load(UNIT), tmp_path / "unit.chainrule", settings)
    qtbot.addWidget(dialog)
    dialog.show()
    for bound in ("_DRAWN", "_STEPPED", "_WRITTEN"):  # the picture is drawn at once, steps are not
        monkeypatch.setattr(duration, bound, 20)
    monkeypatch.setattr(choose, "export_to_write", lambda *_: tmp_path / "out.png")
    return dialog


def give_up(dialog: ExportPicture, held: Event) -> None:
    """Press Cancel as soon as the dialog waits: until then what it waits for does not begin."""
    held.clear()

    def press() -> None:
        waiting = dialog.findChild(Waiting)
        if waiting is None:
            QTimer.singleShot(0, press)
        else:
            waiting.cancel.click()
            held.set()

    press()


def test_steps_that_are_given_up_leave_the_dialog_to_choose_otherwise(
    dialog: ExportPicture, tmp_path: Path, qtbot: QtBot, held: Event
) -> None:
    give_up(dialog, held)
    dialog.choices.steps.click()
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Drawing was given up"))
    assert not dialog.go.isEnabled()
    dialog.choices.steps.click()
    assert dialog.go.isEnabled()
    assert dialog.findChild(Waiting) is None
    dialog.choices.steps.click()
    qtbot.waitUntil(lambda: "13 files" in dialog.told.text())
    give_up(dialog, held)
    dialog.go.click()
    assert dialog.isVisible()
    assert list(tmp_path.glob("*.png")) == []
    dialog.go.click()
    assert len(list(tmp_path.glob("out-*.png"))) == 13
    assert not dialog.isVisible()


def test_what_is_remarked_on_slides_is_waited_for_too(
    dialog: ExportPicture, qtbot: QtBot, held: Event
) -> None:
    slides = dialog.choices.format.findData(".pptx")
    dialog.choices.steps.click()
    give_up(dialog, held)
    dialog.choices.format.setCurrentIndex(slides)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Drawing was given up"))
    dialog.choices.steps.click()
    assert dialog.told.text().startswith("1 slide")


def test_a_picture_of_a_hundred_nodes_is_written_beside_the_loop(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, held: Event
) -> None:
    graph = engine.Graph()
    for k in range(100):
        graph.constant(f"k{k}", 1.0, position=(k * 10.0, 0.0))
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    dialog = ExportPicture(graph, tmp_path / "g.chainrule", settings)
    qtbot.addWidget(dialog)
    dialog.show()
    monkeypatch.setattr(choose, "export_to_write", lambda *_: tmp_path / "out.png")
    give_up(dialog, held)
    dialog.go.click()
    assert list(tmp_path.glob("*.png")) == []


def long_row(count: int = 241) -> engine.Graph:
    graph = engine.Graph()
    names = [graph.parameter("w", 1.0)]
    for k in range(count - 1):
        names.append(graph.op("relu", names[-1], name=f"r{k}"))
    for k, name in enumerate(names):
        graph.set_attribute(name, "position", (400.0 * k, 0.0))
    return graph


def test_what_is_too_large_is_told_before_it_is_drawn(
    desk: ExportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duration, "_DRAWN", 1000)  # before it is shown
    monkeypatch.setattr("gui.exports.subject.draw", lambda *_, **__: pytest.fail("it is drawn"))
    dialog = desk.open(graph=long_row())
    assert dialog.choices.suffix == ".png"
    assert "which is too large" in dialog.told.text()
    assert not dialog.go.isEnabled()


def test_slides_hold_what_has_too_many_pixels_and_is_too_large_for_tex(
    desk: ExportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duration, "_DRAWN", 1000)
    graph = long_row()
    dialog = desk.open(graph=graph)
    for suffix, refused in ((".png", "which is too large"), (".tex", "TeX draws at most 16,000")):
        pick(dialog.choices.format, suffix)
        assert refused in dialog.told.text()
        assert not dialog.go.isEnabled()
        with pytest.raises(ExportError, match=refused):
            export(graph, desk.folder / f"out{suffix}", dialog.choices.options())
    pick(dialog.choices.format, ".pptx")
    assert dialog.go.isEnabled(), dialog.told.text()
    assert not dialog.preview.picture.pixmap().isNull()
    room = dialog.preview.picture.size()
    assert dialog.preview.picture.pixmap().width() <= room.width()
    path = desk.folder / "out.pptx"
    export(graph, path, dialog.choices.options())
    assert path.exists()


def test_a_picture_of_more_cards_than_are_drawn_in_a_tenth_of_a_second_is_drawn_beside_the_loop():
    few, many = long_row(100), long_row(101)
    assert not long_to_draw(few, Options())
    assert long_to_draw(many, Options())
    names = few.nodes()
    assert not long_to_draw(few, Options(selection=tuple(names[:28]), steps=True))
    assert long_to_draw(few, Options(selection=tuple(names[:29]), steps=True))


def test_a_single_card_of_a_large_graph_is_drawn_beside_the_loop_as_the_edges_of_all_find_ways():
    one = Options(selection=("w",))
    assert not long_to_draw(long_row(199), one)
    assert not long_to_write(long_row(199), one)
    assert long_to_draw(long_row(200), one)
    assert long_to_write(long_row(200), one)
