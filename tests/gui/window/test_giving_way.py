"""In a narrow window the canvas keeps most of the room; the panels come back with it."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication
from window_desk import Desk

from gui.actions.file import open_path
from gui.picture.measure import NUMBER
from gui.window.main_window import MainWindow
from gui.window.sidebar import SIDEBAR_WIDTH
from resources import resource


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def wide(desk: Desk) -> MainWindow:
    desk.window.show_canvas()
    desk.window.resize(1300, 700)
    settle()
    desk.window.splitter.setSizes([240, 740, 320])
    settle()
    return desk.window


def test_panels_give_way_where_the_window_is_narrow_and_come_back(wide: MainWindow) -> None:
    sizes = wide.splitter.sizes()
    wide.resize(640, 480)
    settle()
    assert wide.canvas.width() > 0.8 * 640
    assert wide.palette_panel.width() == 84
    assert not wide.sidebar.isVisible()
    wide.resize(400, 480)
    settle()
    assert wide.canvas.width() > 0.8 * 400
    wide.resize(800, 480)
    settle()
    assert wide.canvas.width() >= 360
    assert wide.sidebar.isVisible()
    wide.resize(1300, 700)
    settle()
    assert wide.splitter.sizes() == sizes


def test_a_panel_that_is_asked_for_in_a_narrow_window_stays(wide: MainWindow) -> None:
    wide.resize(640, 480)
    settle()
    wide.bars.actions["view.inspector"].trigger()
    wide.resize(630, 480)
    settle()
    assert wide.sidebar.isVisible()


def test_a_panel_that_was_shown_and_hidden_by_hand_in_between_does_not_either(
    wide: MainWindow,
) -> None:
    wide.resize(560, 480)
    settle()
    for _ in range(2):
        wide.bars.actions["view.inspector"].trigger()
        settle()
    assert not wide.sidebar.isVisible()
    wide.resize(1300, 700)
    settle()
    assert not wide.sidebar.isVisible()


def test_a_panel_that_was_hidden_by_hand_does_not_come_with_the_room(wide: MainWindow) -> None:
    wide.bars.actions["view.inspector"].trigger()
    wide.resize(500, 480)
    settle()
    wide.resize(1300, 700)
    settle()
    assert not wide.sidebar.isVisible()
    assert wide.palette_panel.width() == 240
    wide.bars.actions["view.inspector"].trigger()
    settle()
    assert wide.sidebar.width() >= SIDEBAR_WIDTH
    assert wide.palette_panel.width() == 240


def test_what_gave_way_in_the_last_session_comes_back_with_the_room(
    desk: Desk, wide: MainWindow
) -> None:
    wide.resize(640, 480)
    settle()
    assert wide.close()
    again = desk.welcoming()
    again.show_canvas()
    settle()
    assert again.width() == 640
    assert not again.sidebar.isVisible()
    assert again.palette_panel.width() == 84
    again.resize(1300, 700)
    settle()
    assert again.palette_panel.width() == 240
    assert again.sidebar.width() == 320
    again.close()


def test_a_sliver_of_a_former_version_is_not_restored(desk: Desk, wide: MainWindow) -> None:
    wide.resize(640, 480)
    settle()
    wide.sidebar.show()
    wide.splitter.setSizes([250, 80, 310])
    assert wide.close()
    desk.settings.narrow_panels = {}
    again = desk.welcoming()
    again.show_canvas()
    settle()
    assert again.canvas.width() > 0.8 * 640
    again.close()


def test_a_graph_that_opens_with_a_smaller_window_is_laid_out_for_the_room_it_will_have(
    desk: Desk, wide: MainWindow
) -> None:
    panels = wide.splitter.saveState()
    wide.resize(784, 452)
    settle()
    assert wide.close()
    desk.settings.store_bytes("window/panels", panels)  # as of a larger screen
    desk.settings.narrow_panels = {}
    again = desk.welcoming()
    open_path(again, resource("examples/two-layer-network.chainrule"))
    settle()
    assert again.width() == 784
    assert again.canvas.width() >= 360
    assert again.canvas.viewpoint.scale * NUMBER > 5.0
    again.close()


def test_presenting_from_a_narrow_window_shows_no_panel(wide: MainWindow) -> None:
    wide.resize(640, 480)
    settle()
    wide.present(True)
    wide.resize(1300, 700)
    settle()
    assert not wide.sidebar.isVisible()
    wide.present(False)
    wide.resize(640, 480)
    settle()
    assert wide.palette_panel.isVisible()
    assert not wide.sidebar.isVisible()


@pytest.mark.parametrize("ends", [False, True])
def test_a_palette_that_was_hidden_as_signs_comes_back_as_wide_as_there_is_room(
    desk: Desk, wide: MainWindow, *, ends: bool
) -> None:
    window = wide
    window.resize(800, 480)
    settle()
    assert window.palette_panel.width() == 84
    window.bars.actions["view.palette"].trigger()
    settle()
    if ends:
        assert window.close()
        window = desk.welcoming()
        window.show_canvas()
        settle()
    window.resize(1300, 700)
    settle()
    assert not window.palette_panel.isVisible()
    window.bars.actions["view.palette"].trigger()
    settle()
    assert window.palette_panel.width() == 240


def test_a_palette_that_is_hidden_and_shown_in_a_narrow_window_stays(wide: MainWindow) -> None:
    wide.resize(640, 480)
    settle()
    for shown in (False, True):
        wide.bars.actions["view.palette"].trigger()
        settle()
        assert wide.palette_panel.isVisible() is shown
    wide.resize(400, 480)
    settle()
    assert wide.palette_panel.width() == 84
    wide.resize(1300, 700)
    settle()
    assert wide.palette_panel.width() == 240


def test_a_first_window_that_is_narrow_gets_the_words_of_its_palette_with_room(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1000, 700))
    first = desk.welcoming()
    settle()
    assert first.palette_panel.width() == 84
    first.resize(1100, 700)
    settle()
    assert first.palette_panel.width() == 84
    first.resize(1300, 700)
    settle()
    assert first.palette_panel.width() == 250
    assert first.sidebar.width() >= SIDEBAR_WIDTH
    first.resize(1100, 700)
    settle()
    assert first.palette_panel.width() == 250  # there is room for both and the canvas
