"""Point 18 in the window: panes, context menus, and every command by its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from framing import make
from hands import Hands
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

import engine
from gui.actions.by_name import entries
from gui.actions.file import open_path
from gui.actions.fuzzy import fit
from gui.actions.table import ACTIONS
from gui.canvas.prompt import Prompt
from gui.commands import SetValue
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from resources import resource

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr("gui.panels.status._SAID_FOR", 3_600_000)  # however long a test takes
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    window = MainWindow(settings, Appearance(settings, qapp))
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    open_path(window, resource("examples/linear-unit.chainrule"))
    QApplication.processEvents()
    yield window
    window.document.mark_saved(tmp_path / "given-up", window.document.contents())
    window.close()


def press(key: Qt.Key, keys=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, keys)
    QApplication.processEvents()


def prompt(window: MainWindow) -> Prompt:
    return next(p for p in window.findChildren(Prompt) if p.isVisible())


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions() if action.objectName()]


def test_point_18_f6_goes_round_the_panes(window: MainWindow) -> None:
    panes = {
        "palette": window.palette_panel,
        "canvas": window.canvas,
        "inspector": window.sidebar,
    }

    def pane() -> str:
        focus = QApplication.focusWidget()
        return next(n for n, p in panes.items() if p is focus or p.isAncestorOf(focus))

    assert pane() == "canvas"
    walked = []
    for _ in range(3):
        press(Key.Key_F6)
        walked.append(pane())
    assert walked == ["inspector", "palette", "canvas"]
    press(Key.Key_F6, SHIFT)
    assert pane() == "palette"
    window.palette_panel.search.setFocus()
    press(Key.Key_F6)
    press(Key.Key_F6, SHIFT)
    assert window.palette_panel.search.hasFocus()
    window.sidebar.hide()
    window.canvas.setFocus()
    press(Key.Key_F6)
    assert pane() == "palette"


def test_esc_brings_the_keyboard_back_to_the_canvas_where_it_means_nothing_else(
    window: MainWindow,
) -> None:
    for part in (window.palette_panel.list, window.sidebar.tabBar()):
        part.setFocus()
        press(Key.Key_Escape)
        assert window.canvas.hasFocus()
    search = window.palette_panel.search
    search.setFocus()
    QTest.keyClicks(search, "relu")
    press(Key.Key_Escape)
    assert search.text() == ""
    assert search.hasFocus()
    press(Key.Key_Escape)
    assert window.canvas.hasFocus()


def test_point_18_every_command_is_found_by_its_name(window: MainWindow) -> None:
    every = entries(window, ACTIONS, "")
    assert {entry.action.id for entry in every if entry.action} == set(ACTIONS)
    enabled = [entry.enabled for entry in every]
    assert enabled == sorted(enabled, reverse=True)
    for action in ACTIONS.values():
        name = next(entry.title for entry in every if entry.action is action)
        assert entries(window, ACTIONS, name)[0].title == name


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("layout", "graph.arrange"),
        ("align left", "align.left"),
        ("align", "align.left"),
        ("powerpoint", "file.export"),
        ("pdf", "file.export"),
        ("pytorch", "file.export_code"),
        ("frame", "graph.group"),
        ("theme", "theme.dark"),
        ("settings", "edit.preferences"),
        ("find", "edit.find"),
    ],
)
def test_point_18_a_command_is_found_by_its_menu_and_by_what_it_is_about(
    window: MainWindow, typed: str, found: str
) -> None:
    window.canvas.select_all()
    first = [entry.action.id for entry in entries(window, ACTIONS, typed)[:8] if entry.action]
    assert found in first
    assert typed in ("align", "theme") or first[0] == found


@pytest.mark.parametrize("width", [700, 1200, 1500])
def test_the_commands_stand_in_the_middle_of_the_window(window: MainWindow, width: int) -> None:
    """They stood where they would as narrow as they were before they were shown."""
    window.resize(width, 800)
    press(Key.Key_P, CTRL | SHIFT)
    place = prompt(window).geometry()
    assert abs(place.center().x() - window.rect().center().x()) <= 1


def test_point_18_a_command_is_run_by_its_name(window: MainWindow) -> None:
    press(Key.Key_P, CTRL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "select all")
    press(Key.Key_Return)
    assert len(window.canvas.selection.nodes) == 8
    assert window.canvas.hasFocus()
    press(Key.Key_P, CTRL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "rename")
    press(Key.Key_Return)
    assert prompt(window).reason == "select one node or one group first"
    press(Key.Key_Escape)
    press(Key.Key_P, CTRL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "qqq")
    press(Key.Key_Return)
    assert prompt(window).reason == "nothing is called ‘qqq’"
    press(Key.Key_Escape)
    press(Key.Key_P, CTRL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "exprot")
    press(Key.Key_Return)
    assert prompt(window).reason == "nothing is called ‘exprot’; did you mean 'export'?"
    press(Key.Key_Escape)


@pytest.mark.parametrize("key", [Key.Key_W, Key.Key_2, Key.Key_Asterisk])
def test_who_types_on_the_welcome_page_types_on_the_canvas(window: MainWindow, key: Qt.Key) -> None:
    window.document.reset(engine.Graph())
    window.show_welcome()
    QTest.keyClick(QApplication.focusWidget(), chr(key).lower())
    assert window.centre.pages.currentWidget() is window.canvas
    line = prompt(window).findChild(QLineEdit)
    assert line is not None
    assert line.text() == chr(key).lower()


def test_what_is_pasted_on_the_welcome_page_begins_a_graph(window: MainWindow) -> None:
    window.canvas.select({"w", "x", "c"})
    press(Key.Key_C, CTRL)
    window.document.reset(engine.Graph())
    window.show_welcome()
    press(Key.Key_V, CTRL)
    assert window.centre.pages.currentWidget() is window.canvas
    assert window.document.graph.nodes() == ["w", "x", "c"]


def test_point_18_a_node_is_gone_to_by_its_name(window: MainWindow) -> None:
    window.canvas.zoom_to(4.0)
    press(Key.Key_P, CTRL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "@J")
    press(Key.Key_Return)
    assert window.canvas.selection.nodes == {"J"}
    middle = window.canvas.view_rect(window.canvas.picture.index["J"]).center()
    assert (middle - window.canvas.viewport().rect().center()).manhattanLength() < 4


def test_the_best_fit_comes_first() -> None:
    named = ["Fit the selection", "Find", "Fit all", "Find previous", "Follow edge forward"]
    ranked = [(fit("fi", name), name) for name in named]
    assert min(r for r in ranked if r[0] is not None)[1] == "Find"
    assert fit("fef", "Follow edge forward") is not None
    assert fit("all fit", "Fit all") is not None
    assert fit("x", "Fit all") is None


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (
            Key.Key_L,
            CTRL | SHIFT,
            "Light the way: select one or two nodes first, outside a lesson",
        ),
        (Key.Key_G, CTRL, "Group: select a node first"),
        (Key.Key_F2, Qt.KeyboardModifier.NoModifier, "Rename: select one node or one group first"),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "Delete: select a node or an edge first"),
    ],
)
def test_a_key_whose_action_cannot_be_taken_says_what_it_waits_for(
    window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier, said: str
) -> None:
    window.canvas.setFocus()
    press(key, held)
    assert (window.status.said.text(), window.status.said.isVisible()) == (said, True)
    window.canvas.select({"a"})
    window.status.say("")
    press(key, held)
    assert said not in window.status.said.text()


def test_a_key_of_the_canvas_is_not_told_of_where_something_else_has_the_keyboard(
    window: MainWindow,
) -> None:
    line = window.inspector.graph_page.title.line
    line.setFocus()
    press(Key.Key_Return)
    assert not window.status.said.isVisible()
    press(Key.Key_G, CTRL)
    assert window.status.said.text() == "Group: select a node first"


def test_what_a_key_waits_for_is_told_from_a_field_over_the_canvas_too(window: MainWindow) -> None:
    window.canvas.finding.open()
    press(Key.Key_G, CTRL)
    assert window.status.said.text() == "Group: select a node first"
    press(Key.Key_Tab)
    assert not window.canvas.finding.bar.line.hasFocus()
    press(Key.Key_Escape)  # of a button: the window takes no Esc that the bar has a use for
    assert window.canvas.finding.bar is None
    assert window.canvas.hasFocus()


def right_click(hands: Hands, at: tuple[float, float]) -> list[str]:
    """Click with the right button; return what the menu offers."""
    place = hands.pixel(*at)
    QTest.mousePress(hands.view, Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, hands.view.mapToGlobal(place))
    QApplication.sendEvent(hands.view, event)
    QTest.mouseRelease(hands.view, Qt.MouseButton.RightButton, pos=place)
    menu = open_menu()
    found = texts(menu)
    menu.close()
    return found


def test_point_18_the_context_menu_is_that_of_what_is_under_the_pointer(
    window: MainWindow,
) -> None:
    hands = Hands(window.canvas)
    on_leaf = right_click(hands, hands.middle("w"))
    assert window.canvas.selection.nodes == {"w"}
    assert on_leaf[:2] == ["edit.value", "edit.rename"]
    entry = window.bars.actions["edit.value"]
    assert entry.text() == "Edit &value"
    assert entry.shortcut().toString() == "Enter"  # as the guide calls the key
    assert {key.toString() for key in entry.shortcuts()} == {"Enter", "Return"}
    assert "edit.value" not in right_click(hands, hands.middle("c"))
    assert right_click(hands, hands.middle("J"))[0] == "edit.value"
    assert entry.text() == "Edit for&mula"
    window.canvas.select({"w", "c"})
    right_click(hands, hands.middle("c"))
    assert window.canvas.selection.nodes == {"w", "c"}
    line = window.canvas.picture.lines[0]
    x, y = line[len(line) // 2]
    assert right_click(hands, (float(x), float(y))) == [
        "graph.insert",
        "graph.back",
        "graph.onward",
        "view.fit_selection",
        "edit.delete",
    ]
    (edge,) = window.canvas.selection.edges
    assert not window.canvas.selection.nodes
    window.bars.actions["view.fit_selection"].trigger()
    ends = {window.canvas.picture.index[name] for name in edge[:2]}
    seen = [window.canvas.view_rect(row) for row in ends]
    room = window.canvas.viewport().rect()
    assert all(map(room.contains, seen))
    assert abs(seen[0].united(seen[1]).center().x() - room.center().x()) < 8
    window.bars.actions["graph.insert"].trigger()
    QTest.keyClicks(QApplication.focusWidget(), "relu")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (new,) = hands.graph.inputs(edge.target)[edge.port : edge.port + 1]
    assert (hands.graph.op_of(new), hands.graph.inputs(new)) == ("relu", (edge.source,))
    assert right_click(hands, (-4000.0, -4000.0))[0] == "graph.add"
    assert not window.canvas.selection


def test_an_empty_place_in_a_frame_offers_to_fold_it_and_what_the_canvas_offers(
    window: MainWindow,
) -> None:
    """Only the title did: who clicks into the frame did not find that it folds."""
    hands = Hands(window.canvas)
    make(hands, {"w", "x", "c", "a", "b"}, "Unit")
    make(hands, {"w", "x", "c"})
    outside = right_click(hands, (-4000.0, -4000.0))
    outer, inner = window.canvas.picture.frames()
    for frame, members in ((inner, {"w", "x", "c"}), (outer, {"w", "x", "c", "a", "b"})):
        window.canvas.select({"J"})
        left, _, _, bottom = frame.box
        offered = right_click(hands, (left + 4.0, bottom - 4.0))
        assert offered == ["graph.fold", "graph.ungroup", "edit.rename", *outside]
        assert window.canvas.selection.nodes == members
    window.bars.actions["graph.fold"].trigger()
    assert [group.folded for group in hands.graph.groups] == [
        set(group.members) == members for group in hands.graph.groups
    ]


def test_point_18_shift_f10_opens_it_at_the_selection(window: MainWindow) -> None:
    canvas = window.canvas
    canvas.select({"a"})
    canvas.setFocus()
    press(Key.Key_F10, SHIFT)
    menu = open_menu()
    card = canvas.view_rect(canvas.picture.index["a"])
    assert card.contains(canvas.viewport().mapFromGlobal(menu.pos()))
    QTest.keyClick(menu, Key.Key_Escape)
    canvas.select(set())
    canvas.selection.edges.add(canvas.picture.edges[0])
    canvas.menus.ask()
    assert texts(open_menu())[0] == "graph.insert"
    open_menu().close()
    canvas.select(set())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(canvas.viewport(), event)
    assert texts(open_menu())[0] == "graph.add"
    open_menu().close()


def test_a_stroke_that_cuts_asks_for_no_menu(window: MainWindow) -> None:
    hands = Hands(window.canvas)
    place = hands.pixel(*hands.middle("w"))
    QTest.mousePress(hands.view, Qt.MouseButton.RightButton, CTRL, place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, hands.view.mapToGlobal(place))
    QApplication.sendEvent(hands.view, event)
    QTest.mouseRelease(hands.view, Qt.MouseButton.RightButton, CTRL, place)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("said", [False, True])
def test_undo_is_the_graphs_where_nothing_is_typed(window: MainWindow, said: bool) -> None:
    if said:
        window.lesson.start()
        window.transport.write()
    else:
        window.palette_panel.search.setFocus()
    window.document.do(SetValue("w", 3.0))
    press(Key.Key_Z, CTRL)
    assert window.document.graph.value("w") == 2.0
    press(Key.Key_Z, CTRL | SHIFT)
    assert window.document.graph.value("w") == 3.0
    if not said:
        QTest.keyClicks(window.palette_panel.search, "sum")
        press(Key.Key_Z, CTRL)
        assert window.palette_panel.search.text() == ""
        assert window.document.graph.value("w") == 3.0


@pytest.mark.parametrize("field", ["palette", "lesson"])
def test_the_enter_that_ends_a_text_is_not_heard_by_the_canvas_too(
    window: MainWindow, field: str
) -> None:
    """Qt passes it on, and the keyboard is the canvas's by then: Edit value could not be taken."""
    said: list[str] = []
    window.canvas.message.connect(said.append)
    if field == "palette":
        line = window.palette_panel.search
        line.setFocus()
    else:
        window.lesson.start()
        window.transport.write()
        line = window.transport.line
    QTest.keyClicks(line, "multiply")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.canvas.hasFocus()
    assert said == []
