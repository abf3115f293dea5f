"""The window as a whole: files, titles, themes, panels; questions are answered in advance."""

import gc
import json
import os
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QSettings,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import engine
from engine.formats.elsewhere import EXPORTED
from gui.actions.file import new, open_path, save, save_as
from gui.commands import AddNodes, NewNode, SetTitle, SetValue
from gui.dialogs import choose, message
from gui.dialogs.new_network import NewNetwork
from gui.exports import Options, export
from gui.exports.export import FORMATS
from gui.mime import OP
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from resources import resource

CYCLES = int(os.environ.get("CYCLES", "4"))  # `make stress` asks for 100
UNIT = resource("examples/linear-unit.chainrule")


class Desk:
    """A window, and what its dialogs are told and answer."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.told: list[str] = []
        self.windows: list[MainWindow] = []
        self.asked = 0
        self.answer = message.Answer.CANCEL
        self.path: Path | None = None
        monkeypatch.setattr(message, "tell_failure", self._tell)
        monkeypatch.setattr(message, "ask_unsaved", self._ask)
        monkeypatch.setattr(choose, "file_to_open", lambda *_: self.path)
        monkeypatch.setattr(choose, "file_to_save", lambda *_: self.path)
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.appearance = Appearance(self.settings)
        self.window = self.another()

    def another(self) -> MainWindow:
        window = MainWindow(self.settings, self.appearance)
        window.show_welcome()
        window.show()
        self.windows.append(window)
        return window

    def _tell(self, _parent: QWidget, *sentences: str) -> None:
        self.told.append(" ".join(sentences))

    def _ask(self, _parent: QWidget, _title: str) -> message.Answer:
        self.asked += 1
        return self.answer


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = Desk(tmp_path, monkeypatch)
    yield desk
    desk.answer = message.Answer.DISCARD
    for window in desk.windows:
        if isValid(window):
            window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _edit(window: MainWindow) -> None:
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0, "position": (0.0, 0.0)})]))


def test_it_begins_with_the_welcome_page_and_gives_way_to_the_first_node(desk: Desk) -> None:
    assert desk.window.centre.pages.currentWidget() is desk.window.welcome
    _edit(desk.window)
    assert desk.window.centre.pages.currentWidget() is desk.window.canvas


def test_there_is_a_way_back_from_the_examples_to_the_graph(desk: Desk) -> None:
    window = desk.window
    window.activateWindow()
    assert not window.welcome.back.isVisible()
    _edit(window)
    for leave in ("esc", "button"):
        QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        assert window.centre.pages.currentWidget() is window.welcome
        if leave == "esc":
            QTest.keyClick(window.welcome.begin, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(window.welcome.back, Qt.MouseButton.LeftButton)
        assert window.centre.pages.currentWidget() is window.canvas
        assert window.document.graph.nodes() == ["k"]


def test_the_title_names_the_graph_and_marks_changes(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    assert open_path(window, UNIT)
    assert window.windowTitle() == "One linear unit[*] — Chainrule"
    assert not window.isWindowModified()
    window.document.do(SetValue("w", 3.0))
    assert window.isWindowModified()
    window.document.do(SetValue("w", 2.0))
    qtbot.waitUntil(lambda: not window.isWindowModified())
    window.document.do(SetTitle("A [*] title"))
    assert window.windowTitle() == "A [*][*] title[*] — Chainrule"


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


def test_a_file_that_cannot_be_opened_is_told_and_nothing_is_lost(desk: Desk) -> None:
    window = desk.window
    _edit(window)
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


def test_a_save_that_fails_is_told_and_the_work_stays_unsaved(desk: Desk) -> None:
    window = desk.window
    _edit(window)
    desk.path = desk.folder / "no such folder" / "one.chainrule"
    assert not save(window)
    assert len(desk.told) == 1
    assert window.document.modified
    assert window.document.path is None


def test_a_graph_is_not_saved_under_the_name_of_a_picture(desk: Desk) -> None:
    _edit(desk.window)
    desk.path = desk.folder / "one.png"
    assert not save(desk.window)
    assert "to have it as .png, export it" in desk.told[0]
    assert not desk.path.exists()
    assert all(suffix in EXPORTED for suffix in FORMATS)


@pytest.mark.parametrize("leave", [new, MainWindow.close], ids=lambda f: f.__name__)
def test_leaving_unsaved_work_asks_and_cancel_keeps_it(
    desk: Desk, leave: Callable[[MainWindow], object]
) -> None:
    window = desk.window
    _edit(window)
    leave(window)
    assert desk.asked == 1
    assert window.isVisible()
    assert window.document.graph.nodes() == ["k"]


def test_new_begins_at_100_percent_however_small_the_last_graph_was_shown(desk: Desk) -> None:
    window = desk.another()
    assert window.status.zoom.text() == "100 %"
    window.canvas.zoom_to(0.05)
    new(window)
    assert (window.canvas.viewpoint.scale, window.status.zoom.text()) == (1.0, "100 %")


def test_leaving_unsaved_work_can_save_it(desk: Desk) -> None:
    window = desk.window
    _edit(window)
    desk.answer, desk.path = message.Answer.SAVE, desk.folder / "one.chainrule"
    new(window)
    assert window.document.graph.nodes() == []
    assert engine.load(desk.folder / "one.chainrule").nodes() == ["k"]


def test_leaving_is_off_when_the_save_was_given_up(desk: Desk) -> None:
    _edit(desk.window)
    desk.answer, desk.path = message.Answer.SAVE, None
    new(desk.window)
    assert desk.window.document.graph.nodes() == ["k"]


def test_unchanged_work_is_left_without_a_question(desk: Desk) -> None:
    _edit(desk.window)
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
    menu = next(
        action.menu()
        for action in desk.window.menuBar().actions()[0].menu().actions()
        if action.menu()
    )
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert len(texts) == 11
    assert texts[0] == "&1 a&&b 11.chainrule"


def test_the_theme_is_chosen_and_kept(desk: Desk) -> None:
    window = desk.window
    window.bars.actions["theme.dark"].trigger()
    assert window.theme.name == "dark"
    assert desk.settings.theme == "dark"
    assert window.bars.actions["theme.dark"].isChecked()
    window.bars.actions["theme.toggle"].trigger()
    assert window.theme.name == "light"


def test_the_theme_follows_the_system(desk: Desk) -> None:
    changed = QGuiApplication.styleHints().colorSchemeChanged
    changed.emit(Qt.ColorScheme.Dark)
    assert desk.window.theme.name == "dark"
    changed.emit(Qt.ColorScheme.Light)
    assert desk.window.theme.name == "light"
    desk.window.choose_theme("light")
    changed.emit(Qt.ColorScheme.Dark)
    assert desk.window.theme.name == "light"


def test_panels_hide_and_come_back(desk: Desk) -> None:
    window, toggle = desk.window, desk.window.bars.actions["view.inspector"]
    assert toggle.isChecked()
    toggle.trigger()
    assert not window.inspector.isVisible()
    assert not toggle.isChecked()
    toggle.trigger()
    assert window.inspector.isVisible()


def test_the_window_comes_back_as_it_was(desk: Desk) -> None:
    desk.window.resize(790, 650)  # the offscreen screen has 800 × 800 pixels
    desk.window.splitter.setSizes([210, 300, 280])
    sizes = desk.window.splitter.sizes()
    assert desk.window.close()
    again = desk.another()
    assert (again.width(), again.height()) == (790, 650)
    assert again.splitter.sizes() == sizes
    again.close()


def test_an_op_dragged_over_the_welcome_page_meets_the_canvas(desk: Desk) -> None:
    data = QMimeData()
    data.setData(OP, b"add")
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.window.welcome.viewport(), event)
    assert desk.window.centre.pages.currentWidget() is desk.window.canvas


def test_the_palette_places_on_the_canvas(desk: Desk) -> None:
    desk.window.palette_panel.chosen.emit("add")
    graph = desk.window.document.graph
    assert [graph.op_of(name) for name in graph.nodes()] == ["add"]
    assert desk.window.inspector.node_page.isVisible()


def test_windows_leave_nothing_behind(desk: Desk) -> None:
    ghosts, counts = [], []
    for _ in range(CYCLES):
        window = desk.another()
        open_path(window, UNIT)
        ghosts += [weakref.ref(part) for part in (window, window.document, window.canvas)]
        window.close()
        desk.windows.remove(window)
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        counts.append(len(gc.get_objects()))
    assert [ghost() for ghost in ghosts if ghost() is not None] == []
    # A window has thousands of objects; those few of each round are this test's own, mostly.
    assert counts[-1] - counts[1] <= 10 * (CYCLES - 2)


def test_a_new_network_is_laid_out_and_has_no_file(desk: Desk, qtbot: QtBot) -> None:
    def create() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewNetwork)
        qtbot.keyClick(dialog.sizes, Qt.Key.Key_Return)

    window = desk.window
    QTimer.singleShot(50, create)
    window.bars.actions["file.new_network"].trigger()
    graph = window.document.graph
    assert graph.title == "Network 2–3–1, 13 parameters"
    assert len({graph.attributes(name)["position"] for name in graph.nodes()}) == len(graph)
    assert window.document.path is None
    assert window.document.modified
    assert window.evaluation.readings.derivative("w1_1_1") is not None


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
    _edit(desk.window)
    assert save(desk.window)
    assert picture.read_bytes() == before
    assert "k" in engine.load(desk.path)


def test_a_picture_without_its_graph_is_told(desk: Desk) -> None:
    picture = desk.folder / "unit.svg"
    export(engine.load(UNIT), picture, Options(embed=False))
    assert not open_path(desk.window, picture)
    assert "unit.svg cannot be opened. this SVG holds no graph" in desk.told[0]


def test_the_picture_is_copied_as_pixels_lines_and_graph(desk: Desk) -> None:
    assert open_path(desk.window, UNIT)
    canvas = desk.window.canvas
    QTest.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | _SHIFT)
    data = QApplication.clipboard().mimeData()
    picture = desk.folder / "pasted.png"
    picture.write_bytes(bytes(data.data("image/png").data()))
    assert engine.load(picture).nodes() == engine.load(UNIT).nodes()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    whole = QApplication.clipboard().image()
    assert whole.pixelColor(0, 0).alpha() == 255
    canvas.select({"w", "x", "c"})
    QTest.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | _SHIFT)
    assert QApplication.clipboard().image().width() < whole.width()
    QTest.keyClick(canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.window.document.graph) == 8 + 3


_SHIFT = Qt.KeyboardModifier.ShiftModifier
