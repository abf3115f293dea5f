"""Files in a window: opened, saved, left with unsaved work; examples, recent files, pictures."""

import json
import os
import shutil
from pathlib import Path

import pytest
from examples import UNIT
from hands import Hands
from PySide6.QtCore import (
    QMimeData,
    QPoint,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from window_desk import Desk, add_node

import engine
from engine.formats.elsewhere import EXPORTED
from gui.actions.file import open_path, save, save_as
from gui.actions.new import new
from gui.actions.panels import open_table
from gui.commands import SetTitle
from gui.dialogs import choose, message
from gui.dialogs.message import offer_save_as  # which a desk stands in for
from gui.exports import Options, export
from gui.exports.export import FORMATS


def test_opening_and_saving_without_a_change_gives_the_same_bytes(desk: Desk) -> None:
    window = desk.window
    desk.path = desk.folder / "copy.chainrule"
    assert open_path(window, UNIT)
    assert save_as(window)
    first = (desk.folder / "copy.chainrule").read_bytes()
    assert window.document.path == desk.folder / "copy.chainrule"
    assert open_path(window, desk.folder / "copy.chainrule")
    assert save(window)
    assert (desk.folder / "copy.chainrule").read_bytes() == first
    assert desk.settings.recent[0] == desk.folder / "copy.chainrule"


def test_a_file_without_positions_is_laid_out_and_not_modified(desk: Desk) -> None:
    assert open_path(desk.window, UNIT)
    graph = desk.window.document.graph
    assert all("position" in graph.attributes(name) for name in graph.nodes())
    assert not desk.window.document.modified


def test_a_file_without_positions_is_computed_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []
    compile_graph = engine.compile
    monkeypatch.setattr(
        engine, "compile", lambda *a, **k: compiled.append(a[0]) or compile_graph(*a, **k)
    )
    assert open_path(desk.window, UNIT)
    assert compiled == [desk.window.document.graph]


def test_a_file_that_cannot_be_opened_is_told_and_nothing_is_lost(desk: Desk) -> None:
    window = desk.window
    add_node(window)
    desk.answer = message.Answer.DISCARD
    bad = desk.folder / "bad.chainrule"
    data = json.loads(UNIT.read_text())
    data["nodes"][2]["op"] = "mutliply"
    bad.write_text(json.dumps(data))
    desk.settings.add_recent(bad)
    desk.settings.add_recent(desk.folder / "missing.chainrule")
    assert not open_path(window, bad)
    assert not open_path(window, desk.folder / "missing.chainrule")
    assert "did you mean 'multiply'" in desk.told[0]
    assert "missing.chainrule" in desk.told[1]
    assert window.document.graph.nodes() == ["k"]
    assert window.document.modified
    assert desk.settings.recent == [bad]


def test_a_file_where_nobody_may_look_is_told_as_any_other(desk: Desk) -> None:
    assert not open_path(desk.window, desk.folder / f"{'n' * 300}.chainrule")
    [told] = desk.told
    assert told.endswith("cannot be opened: file name too long")


def test_a_pipe_or_a_device_is_not_waited_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    device = Path(os.devnull)
    assert not open_path(desk.window, device)
    monkeypatch.setattr(choose, "table_to_open", lambda *_: device)
    open_table(desk.window)
    reason = "it is a pipe or a device, not a file"
    assert [told.partition(": ")[2] for told in desk.told] == [reason, reason]


def test_a_save_that_fails_is_told_and_the_work_stays_unsaved(desk: Desk) -> None:
    window = desk.window
    add_node(window)
    desk.path = desk.folder / "no such folder" / "one.chainrule"
    assert not save(window)
    assert desk.told == ["one.chainrule could not be saved: there is no such folder"]
    assert window.document.modified
    assert window.document.path is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_save_that_fails_offers_another_place(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    """Who was told that a file is read-only had to find Save as in the menu."""
    window, folder = desk.window, desk.folder / "gone"
    folder.mkdir()
    add_node(window)
    desk.path = folder / "one.chainrule"
    assert save(window)
    window.document.do(SetTitle("Two"))
    shutil.rmtree(folder)
    desk.path = desk.folder / "two.chainrule"
    monkeypatch.setattr(message, "offer_save_as", offer_save_as)
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend((box.text(), box.informativeText()))
        QTest.keyClick(box, key)

    QTimer.singleShot(50, answer)
    QTest.keyClick(window.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said == ["one.chainrule could not be saved:", "there is no such folder"]
    saved = key == Qt.Key.Key_Return
    assert desk.path.exists() is saved
    assert window.document.modified is not saved
    assert window.document.path == (desk.path if saved else folder / "one.chainrule")


def test_a_graph_is_not_saved_under_the_name_of_a_picture(desk: Desk) -> None:
    add_node(desk.window)
    desk.path = desk.folder / "one.png"
    assert not save(desk.window)
    assert "to have it as .png, export it" in desk.told[0]
    assert not desk.path.exists()
    assert all(suffix in EXPORTED for suffix in FORMATS)


def test_leaving_unsaved_work_asks_and_cancel_keeps_it(desk: Desk) -> None:
    window = desk.window
    add_node(window)
    window.close()
    assert desk.asked == 1
    assert window.isVisible()
    assert window.document.graph.nodes() == ["k"]


def test_leaving_unsaved_work_can_save_it(desk: Desk) -> None:
    window = desk.window
    add_node(window)
    desk.answer, desk.path = message.Answer.SAVE, desk.folder / "one.chainrule"
    window.close()
    assert not window.isVisible()
    assert engine.load(desk.folder / "one.chainrule").nodes() == ["k"]


def test_leaving_is_off_when_the_save_was_given_up(desk: Desk) -> None:
    add_node(desk.window)
    desk.answer, desk.path = message.Answer.SAVE, None
    desk.window.close()
    assert desk.window.isVisible()
    assert desk.window.document.graph.nodes() == ["k"]


def test_unchanged_work_is_left_without_a_question(desk: Desk) -> None:
    add_node(desk.window)
    desk.window.document.undo()
    new(desk.window)
    assert desk.asked == 0


def test_an_example_opens_without_a_file_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    qtbot.waitUntil(lambda: all(card.text() for card in window.welcome.examples.cards))
    card = next(c for c in window.welcome.examples.cards if c.path.stem == "linear-unit")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.document.title == "One linear unit"
    assert window.document.path is None
    assert desk.settings.recent == []
    assert window.evaluation.readings.value("J") == 2.0


def test_recent_files_are_offered(desk: Desk) -> None:
    for number in range(12):
        desk.settings.add_recent(desk.folder / f"a&b {number}.chainrule")
    desk.window.show_welcome()
    file = desk.window.menuBar().actions()[0].menu()
    file.aboutToShow.emit()
    menu = next(action.menu() for action in file.actions() if action.menu())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert len(texts) == 11
    assert texts[0] == "&1 a&&b 11.chainrule"


def test_the_first_file_of_all_is_offered_at_once(desk: Desk, qtbot: QtBot) -> None:
    window, bar = desk.window, desk.window.menuBar()
    file = bar.actions()[0]
    recent = next(entry for entry in file.menu().actions() if entry.menu())

    def offered() -> bool:
        """Open the file menu by a press, look, and close it again."""
        place = bar.actionGeometry(file).center()
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(file.menu().isVisible)
        enabled = recent.isEnabled()
        qtbot.keyClick(file.menu(), Qt.Key.Key_Escape)
        return enabled

    assert not offered()
    new(window)
    add_node(window)
    desk.path = desk.folder / "first.chainrule"
    assert save_as(window)
    assert offered()
    desk.settings.clear_recent()
    assert not offered()


def test_a_picture_opens_as_its_graph_and_stays_a_picture(desk: Desk, qtbot: QtBot) -> None:
    picture = desk.folder / "unit.png"
    export(engine.load(UNIT), picture)
    before = picture.read_bytes()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    desk.window.show_canvas()
    Hands(desk.window.canvas).drop_data(data, QPoint(50, 50))
    qtbot.waitUntil(lambda: "J" in desk.window.document.graph)
    assert desk.window.document.path is None
    desk.path = desk.folder / "unit.chainrule"
    add_node(desk.window)
    assert save(desk.window)
    assert picture.read_bytes() == before
    assert "k" in engine.load(desk.path)


def test_a_picture_without_its_graph_is_told(desk: Desk) -> None:
    picture = desk.folder / "unit.svg"
    export(engine.load(UNIT), picture, Options(embed=False))
    assert not open_path(desk.window, picture)
    assert "unit.svg cannot be opened: this SVG holds no graph" in desk.told[0]
    assert not open_path(desk.window, Path())
    assert desk.told[1].startswith(". cannot be opened: it is a folder, not a file")
