"""Point 20: files dropped and opened, several windows, and windows that come back as they were."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from dragging import dragged_in
from examples import UNIT
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QRect,
    QSettings,
    QSize,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.actions.file import open_file, open_path
from gui.commands import AddNodes, NewNode, SetTitle
from gui.dialogs import choose, message
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from gui.window.standing import clamped, first_size, first_sizes
from gui.window.windows import Windows


class Desk:
    """The windows of one process; a question would fail the test."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.appearance = Appearance(self.settings)
        self.windows = Windows()

    def window(self) -> MainWindow:
        window = MainWindow(self.settings, self.appearance, self.windows)
        window.show_welcome()
        window.show()
        return window

    def open(self) -> list[MainWindow]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.windows.all()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    def ask(*_: object) -> message.Answer:
        raise AssertionError("nothing was to be asked")

    monkeypatch.setattr(message, "ask_unsaved", ask)
    desk = Desk(tmp_path)
    yield desk
    for window in desk.open():
        window.document.mark_saved(tmp_path / "given-up", window.document.contents())
        window.close()
    desk.open()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [Path(shutil.copy(UNIT, tmp_path / f"{name}.chainrule")) for name in "abc"]


def drop(target: QWidget, paths: list[Path]) -> None:
    events = dragged_in(target, paths, Qt.DropAction.CopyAction)
    assert events[0].isAccepted()


def part_of(window: MainWindow, onto: str) -> QWidget:
    """Return what lies in the window where files are dropped: canvas, welcome page or itself."""
    if onto == "canvas":
        window.show_canvas()
    places = {
        "canvas": window.canvas.viewport(),
        "welcome": window.welcome.viewport(),
        "window": window,
    }
    return places[onto]


@pytest.mark.parametrize("onto", ["canvas", "welcome", "window"])
def test_point_20_a_dropped_file_is_opened(desk: Desk, files: list[Path], onto: str) -> None:
    window = desk.window()
    drop(part_of(window, onto), files[:1])
    assert window.document.path == files[0]
    assert window.canvas.isVisible()
    assert desk.settings.recent == files[:1]


@pytest.mark.parametrize("onto", ["canvas", "welcome", "window"])
def test_point_20_a_dropped_file_is_copied_never_moved(
    desk: Desk, files: list[Path], onto: str
) -> None:
    """A file manager offers both, and deletes what it is told was moved."""
    window = desk.window()
    copy, move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
    events = dragged_in(
        part_of(window, onto), files[:1], copy | move, keys=Qt.KeyboardModifier.ShiftModifier
    )
    assert [event.dropAction() for event in events] == [copy] * 3
    assert window.document.path == files[0]


@pytest.mark.parametrize("onto", ["canvas", "welcome", "window"])
def test_point_20_a_page_of_the_web_is_not_taken(desk: Desk, onto: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/unit.chainrule")])
    args = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(20, 20), *args, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(part_of(desk.window(), onto), event)
    assert not event.isAccepted()


@pytest.mark.parametrize("onto", ["canvas", "welcome", "window"])
def test_point_20_a_file_that_could_only_be_moved_is_not_taken(
    desk: Desk, files: list[Path], onto: str
) -> None:
    window = desk.window()
    events = dragged_in(part_of(window, onto), files[:1], Qt.DropAction.MoveAction)
    assert not any(event.isAccepted() for event in events)
    assert window.document.path is None


def test_point_20_of_several_dropped_files_each_gets_a_window(
    desk: Desk, files: list[Path]
) -> None:
    window = desk.window()
    drop(window, files)
    assert [w.document.path for w in desk.open()] == files


def test_point_20_a_dropped_file_that_opens_nowhere_leaves_no_window(
    desk: Desk, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(message, "tell_failure", lambda _, *said: told.append(said[0]))
    bad = files[0].with_name("bad.chainrule")
    bad.write_text("nonsense")
    window = desk.window()
    drop(window, [bad, files[0], bad, files[1], files[0]])
    assert [w.document.path for w in desk.open()] == files[:2]
    assert told == ["bad.chainrule cannot be opened:"] * 2


def test_point_20_unsaved_work_stays_and_a_file_opens_in_another_window(
    desk: Desk, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window()
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    monkeypatch.setattr(choose, "file_to_open", lambda *_: files[0])
    open_file(window)
    first, second = desk.open()
    assert first.document.graph.nodes() == ["k"]
    assert second.document.path == files[0]
    assert (second.pos() - first.pos()).manhattanLength() > 0


def test_point_20_unsaved_work_stays_and_a_new_graph_begins_in_another_window(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.window()
    window.show_canvas()
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.canvas, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    first, second = desk.open()
    assert first.document.graph.nodes() == ["k"]
    assert second.document.graph.nodes() == []
    assert second.canvas.isVisible()
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    QTest.keyClick(second.canvas, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.open() == [first, second]  # it had nothing to lose


def test_point_20_a_file_that_cannot_be_opened_leaves_no_window(
    desk: Desk, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(message, "tell_failure", lambda *words: told.append(words[-1]))
    window = desk.window()
    window.document.do(SetTitle("Unsaved"))
    files[0].write_text("{")
    assert not open_path(window, files[0])
    assert len(told) == 1
    assert desk.open() == [window]


@pytest.mark.parametrize("name", ["plain.png", "notes.txt", "own.chainrule"])
def test_point_20_what_keeps_a_file_from_being_opened_is_told_over_the_window_in_hand(
    desk: Desk, files: list[Path], name: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second window with a welcome page appeared behind the box, and went with it."""
    file = files[0].with_name(name)
    if name == "plain.png":
        QImage(8, 8, QImage.Format.Format_RGB32).save(str(file))
    elif name == "notes.txt":
        file.write_text("Tuesday: the chain rule")
    else:
        shutil.copy(files[0], file)
    window = desk.window()
    if name == "own.chainrule":
        assert open_path(window, file)
    window.show_canvas()
    window.document.do(SetTitle("Unsaved"))
    seen: list[tuple[object, list[MainWindow]]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.parent(), window.windows))
        QTest.keyClick(box, Qt.Key.Key_Escape)

    monkeypatch.setattr(choose, "file_to_open", lambda *_: file)
    qtbot.waitUntil(window.isActiveWindow)
    QTimer.singleShot(30, look)
    QTest.keyClick(window.canvas, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert seen == [(window, [window])]
    assert desk.open() == [window]
    assert window.document.title == "Unsaved"


def test_point_20_of_several_dropped_files_what_is_no_graph_brings_no_window(
    desk: Desk, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[object, int]] = []
    window = desk.window()
    monkeypatch.setattr(
        message, "tell_failure", lambda over, *_: seen.append((over, len(window.windows)))
    )
    bad = files[0].with_name("bad.chainrule")
    bad.write_text("nonsense")
    drop(window, [files[0], bad, files[1]])
    assert seen == [(window, 1)]
    assert [w.document.path for w in desk.open()] == files[:2]


def test_point_20_a_file_that_is_open_comes_forward(
    desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    first, second = desk.window(), desk.window()
    assert open_path(first, files[0])
    second.activateWindow()
    assert open_path(second, files[0].parent / "." / files[0].name)
    assert second.document.path is None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is first)


def test_point_20_closing_one_window_leaves_the_others(
    desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    first = desk.window()
    open_path(first, files[0])
    first.activateWindow()
    first.canvas.setFocus()
    qtbot.waitUntil(first.isActiveWindow)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(first.canvas, Qt.Key.Key_N, keys)
    first, second = desk.open()
    assert second.welcome.isVisible()
    first.close()
    assert desk.open() == [second]
    assert second.isVisible()
    assert open_path(second, files[0])


def test_point_20_the_panes_come_back_as_they_were(desk: Desk) -> None:
    window = desk.window()
    window.bars.actions["view.palette"].trigger()
    assert window.panel("palette").isHidden()
    window.close()
    again = desk.window()
    assert again.panel("palette").isHidden()
    assert not again.panel("inspector").isHidden()
    assert not again.bars.actions["view.palette"].isChecked()


def test_a_new_window_has_the_panels_of_the_one_it_was_opened_from(desk: Desk) -> None:
    window = desk.window()
    window.bars.actions["view.palette"].trigger()
    window.close()
    again = desk.window()
    again.bars.actions["view.palette"].trigger()
    again.bars.actions["view.inspector"].trigger()
    another = again.another()
    assert not another.panel("palette").isHidden()
    assert another.panel("inspector").isHidden()


def test_windows_that_are_opened_from_one_stand_on_none_of_the_others(desk: Desk) -> None:
    window = desk.window()
    window.resize(480, 400)
    window.move(0, 0)
    places = [window.another().pos() for _ in range(3)]
    assert len({(place.x(), place.y()) for place in (window.pos(), *places)}) == 4


def test_point_20_a_window_comes_back_onto_a_screen(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(700, 600)
    window.close()
    again = MainWindow(desk.settings, desk.appearance, desk.windows)
    again.move(screen.right() + 3000, screen.bottom() + 3000)
    again.show()
    qtbot.waitUntil(lambda: screen.contains(again.frameGeometry()))
    assert (again.width(), again.height()) == (700, 600)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(-300, -50, 800, 600), QRect(0, 0, 800, 600)),
        (QRect(1800, 900, 800, 600), QRect(1920, 424, 800, 600)),
        (QRect(2000, 100, 800, 600), QRect(2000, 100, 800, 600)),
        (QRect(9000, 9000, 800, 600), QRect(1120, 480, 800, 600)),
        (QRect(10, 10, 4000, 3000), QRect(0, 0, 1920, 1080)),
    ],
)
def test_a_frame_is_moved_onto_the_screen_it_is_most_on(frame: QRect, expected: QRect) -> None:
    screens = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)]
    assert clamped(frame, screens) == expected
    assert clamped(frame, []) == frame


def test_a_new_window_leaves_room_for_its_title_on_a_small_screen() -> None:
    assert first_size(QSize(1280, 800)) == QSize(1264, 752)
    assert first_size(QSize(2560, 1440)) == QSize(1380, 860)


@pytest.mark.parametrize("width", [800, 1024, 1179, 1180, 1380, 2560])
def test_the_canvas_has_half_of_a_new_window(width: int) -> None:
    palette, canvas, column = first_sizes(width)
    assert palette + canvas + column == width
    assert canvas >= min(0.5 * width, width - 400)


def menu_of(window: MainWindow, title: str) -> QMenu:
    """Return a menu of the bar, opened once."""
    bar = window.menuBar().actions()
    menu: QMenu = next(action.menu() for action in bar if action.text().replace("&", "") == title)
    menu.aboutToShow.emit()
    return menu


def in_front(window: MainWindow) -> bool:
    return QTest.qWaitForWindowActive(window, 60_000)


def test_the_window_menu_lists_the_open_windows_and_goes_to_them(
    desk: Desk, tmp_path: Path
) -> None:
    first, second = desk.window(), desk.window()
    first.document.do(SetTitle("Salt & pepper"))
    second.document.do(SetTitle("Second"))
    menu = menu_of(first, "Window")
    listed = [(a.text(), a.isChecked()) for a in menu.actions() if a.text().startswith("&1")]
    assert listed == [("&1 Salt && pepper*", True)]
    assert [a.text() for a in menu.actions()][-2:] == ["&1 Salt && pepper*", "&2 Second*"]
    first.activateWindow()
    assert in_front(first)
    menu.actions()[-1].trigger()
    assert in_front(second)
    second.document.mark_saved(tmp_path / "given-up", second.document.contents())
    second.close()
    desk.open()
    assert [a.text() for a in menu_of(first, "Window").actions()][-1] == "&1 Salt && pepper*"


def test_keys_go_from_window_to_window_and_round(desk: Desk) -> None:
    windows = [desk.window() for _ in range(3)]
    keys = Qt.KeyboardModifier.ControlModifier
    windows[0].activateWindow()
    for now, then in pairwise((0, 1, 2, 0)):
        assert in_front(windows[now])
        QTest.keyClick(windows[now], Qt.Key.Key_F6, keys)
        assert in_front(windows[then])
    QTest.keyClick(windows[0], Qt.Key.Key_F6, keys | Qt.KeyboardModifier.ShiftModifier)
    assert in_front(windows[2])


def test_a_window_fills_the_screen_and_stands_as_before(desk: Desk) -> None:
    window = desk.window()
    assert in_front(window)
    action = window.bars.actions["window.full"]
    QTest.keyClick(window, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    assert window.isFullScreen()
    assert window.menuBar().isVisible()
    assert action.isChecked()
    QTest.keyClick(window, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    assert not window.isFullScreen()
    assert not action.isChecked()
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.isMinimized()
