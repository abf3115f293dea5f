"""Point 18: the linear unit from an empty canvas, built, walked and mended without a mouse."""

from pathlib import Path

import pytest
from clock import Clock
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

import engine
from engine.formats.chainrule_file import dumps
from gui.commands import Disconnect
from gui.dialogs import choose
from gui.window.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Keys:
    """Hands that have a keyboard only: every key goes to what has the focus."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.graph = window.document.graph

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, held)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus, letter)
        self.press(Key.Key_Return)

    def type(self, text: str) -> None:
        """Type as on a keyboard: a capital letter with Shift held."""
        for letter in text:
            QTest.keyClick(self.focus, letter, SHIFT if letter.isupper() else NONE)
            QApplication.processEvents()

    @property
    def line(self) -> QLineEdit:
        """What is typed into."""
        assert isinstance(self.focus, QLineEdit)
        return self.focus

    def connect(self, name: str) -> None:
        self.press(Key.Key_K, held=CTRL)
        self.write(name)

    def go_to(self, name: str) -> None:
        self.press(Key.Key_P, held=CTRL | SHIFT)
        self.write(f"@{name}")

    @property
    def selected(self) -> str:
        (name,) = self.window.canvas.selection.nodes
        return name


@pytest.fixture
def keys(window: MainWindow) -> Keys:
    window.activateWindow()
    window.show_canvas()
    QApplication.processEvents()
    return Keys(window)


def test_the_linear_unit_is_built_by_keyboard_only(keys: Keys) -> None:
    empty = dumps(keys.graph)
    for leaf in ("w=2", "x=-2", "b=8", "y=2"):
        keys.write(leaf)
    keys.write("*")
    assert keys.selected == "c"
    keys.connect("w")
    keys.connect("x")
    keys.press(Key.Key_A, held=SHIFT)
    keys.write("add")
    keys.connect("c")
    keys.connect("b")
    keys.press(Key.Key_Tab)
    keys.write("d = a - y")
    for letter in "J = d^2/2":
        QTest.keyClicks(keys.focus, letter)
    keys.press(Key.Key_Down, Key.Key_Return)
    graph = keys.graph
    assert [tuple(edge) for edge in graph.edges()] == [
        ("w", "c", 0),
        ("x", "c", 1),
        ("c", "a", 0),
        ("b", "a", 1),
        ("a", "d", 0),
        ("y", "d", 1),
        ("d", "J", 0),
    ]
    assert graph.attributes("J")["formula"] == "d^2/2"
    readings = keys.window.evaluation.readings
    assert (readings.value("J"), readings.derivative("w")) == (2.0, -4.0)
    keys.press(Key.Key_L, held=CTRL)
    built = dumps(graph)
    while keys.window.document.history.canUndo():
        keys.press(Key.Key_Z, held=CTRL)
    assert dumps(graph) == empty
    while keys.window.document.history.canRedo():
        keys.press(Key.Key_Z, held=CTRL | SHIFT)
    assert dumps(graph) == built


def test_the_selection_follows_the_edges_and_back_the_same_way(keys: Keys) -> None:
    keys.write("J=(w*x+b-y)^2")
    assert keys.selected == "J"
    graph = keys.graph
    walked = []
    for _ in range(4):
        keys.press(Key.Key_Left, held=ALT)
        walked.append(keys.selected)
    assert walked == ["d", "a", "c", "w"]
    keys.press(Key.Key_Down, held=ALT)
    assert keys.selected == "x"
    keys.press(Key.Key_Right, Key.Key_Down, held=ALT)
    assert keys.selected == "b"
    keys.press(Key.Key_Right, Key.Key_Left, held=ALT)
    assert keys.selected == "b"
    before = dumps(graph)
    keys.press(Key.Key_Delete)
    assert graph.missing_inputs() == [("a", 1)]
    keys.press(Key.Key_F8)
    assert keys.selected == "a"
    keys.press(Key.Key_Z, held=CTRL)
    assert dumps(graph) == before


def test_where_the_edges_end_it_is_said(keys: Keys) -> None:
    """The key did nothing, which a blind hand cannot tell from a key that was not heard."""
    keys.write("J=(w*x+b-y)^2")
    said = keys.window.status.said
    for way, at, sentence in (
        (Key.Key_Right, "J", "no edge leaves J"),
        (Key.Key_Left, "w", "no edge leads into w"),
        (Key.Key_Up, "w", "w is the first input of c"),
        (Key.Key_Down, "x", "x is the last input of c"),
    ):
        keys.window.canvas.select({at})
        keys.press(way, held=ALT)
        assert (keys.selected, said.text(), said.isVisible()) == (at, sentence, True)
    keys.press(Key.Key_A, held=CTRL)
    keys.press(Key.Key_Delete)
    keys.write("v=2")
    for way, sentence in ((Key.Key_Up, "above"), (Key.Key_Down, "below")):
        keys.press(way, held=ALT)
        assert (keys.selected, said.text()) == ("v", f"no card lies {sentence} v")


def test_where_the_edges_end_a_key_that_is_held_says_so_once(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was said at each repeat, each time over what was being read of the one before."""
    keys.write("J=(w*x+b-y)^2")
    keys.window.canvas.select({"J"})
    clock, said = Clock(monkeypatch, "gui.canvas.keyboard"), []
    keys.window.canvas.message.connect(said.append)
    for _ in range(20):
        keys.press(Key.Key_Right, held=ALT)
        clock.now += 0.3
    assert said == ["no edge leaves J"]
    clock.now += 2.0
    keys.press(Key.Key_Right, held=ALT)  # another press
    assert said == ["no edge leaves J"] * 2


def test_of_an_edge_that_is_selected_one_goes_on_to_its_ends(keys: Keys) -> None:
    keys.write("J=(w*x+b-y)^2")
    canvas = keys.window.canvas
    for way, name in ((Key.Key_Right, "a"), (Key.Key_Left, "c")):
        canvas.select_edge(engine.Edge("c", "a", 0))
        keys.press(way, held=ALT)
        assert keys.selected == name
    keys.press(Key.Key_Right, held=ALT)
    assert keys.selected == "a"


def test_the_input_at_which_the_walk_stands_is_offered_first(keys: Keys) -> None:
    keys.write("J=(w*x+b-y)^2")
    for source, port in (("c", 0), ("b", 1)):
        keys.window.document.do(Disconnect(source, "a", port))
    keys.press(Key.Key_F8, Key.Key_F8)
    keys.connect("b")
    assert keys.graph.inputs("a") == (None, "b")


def test_the_first_that_is_offered_is_the_edge_that_is_meant(keys: Keys) -> None:
    for text in ("w=2", "x=3", "z=5", "*", "relu"):
        keys.write(text)
    graph = keys.window.document.graph
    keys.go_to("c")
    for left in (2, 1, 0):
        keys.press(Key.Key_K, held=CTRL)
        keys.press(Key.Key_Return)
        assert len(graph.missing_inputs()) == left
    assert graph.inputs("a") == ("c",)
    assert keys.window.document.history.count() == 8


def test_an_edge_that_cannot_be_says_why_and_esc_gives_up(keys: Keys) -> None:
    keys.write("J=w*x+b")
    keys.press(Key.Key_K, held=CTRL)
    QTest.keyClicks(keys.focus, "J")
    keys.press(Key.Key_Return)
    assert keys.window.canvas.entry.prompt is not None
    assert keys.window.canvas.entry.prompt.reason == "a node cannot feed itself"
    keys.press(Key.Key_Escape)
    assert keys.window.canvas.entry.prompt is None
    keys.press(Key.Key_Escape, Key.Key_K, held=NONE)
    keys.press(Key.Key_Escape)
    assert keys.window.document.history.count() == 1


def test_point_18_values_names_output_save_and_export_need_no_mouse(
    keys: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the dialogs for files are the system's
    graph, picture = tmp_path / "unit.chainrule", tmp_path / "unit.png"
    monkeypatch.setattr(choose, "file_to_save", lambda *_: graph)
    monkeypatch.setattr(choose, "file_to_open", lambda *_: graph)
    monkeypatch.setattr(choose, "export_to_write", lambda *_: picture)
    keys.write("J=(w*x+b-y)^2/2")
    give_values(keys)
    keys.go_to("J")
    keys.press(Key.Key_F2)
    keys.write("cost")
    keys.press(Key.Key_J, held=CTRL)
    assert keys.graph.output == "cost"
    assert keys.window.evaluation.readings.value("cost") == 2.0

    keys.press(Key.Key_S, held=CTRL)
    assert engine.load(graph).output == "cost"
    assert not keys.window.isWindowModified()
    export(keys)
    assert picture.read_bytes().startswith(b"\x89PNG")

    keys.press(Key.Key_N, held=CTRL)
    assert keys.window.document.graph.nodes() == []
    keys.press(Key.Key_O, held=CTRL)
    assert keys.window.document.graph.output == "cost"


def test_the_two_layer_network_is_built_told_exported_and_undone_by_keyboard_only(
    keys: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "network.png"
    monkeypatch.setattr(choose, "export_to_write", lambda *_: picture)
    window, empty = keys.window, dumps(keys.graph)
    for typed in ("w1=2", "x=1", "b1=0", "w2=3", "b2=1", "y=5"):
        keys.write(typed)
    for typed in ("t1=w1*x", "z1=t1+b1", "a1=relu(z1)", "t2=w2*a1", "z2=t2+b2", "a2=relu(z2)"):
        keys.write(typed)
    keys.write("J=squared_error(a2, y)")
    readings = window.evaluation.readings
    assert [readings.value(name) for name in ("a1", "a2", "J")] == [2.0, 7.0, 2.0]
    assert window.canvas.sees_all()
    keys.press(Key.Key_L, held=CTRL)
    built = dumps(keys.graph)

    keys.press(Key.Key_F5)
    assert window.lesson.on
    seen = set()
    for _ in range(20):
        keys.press(Key.Key_Right)
        seen.add(window.lesson.node)
    assert {"t1", "z1", "a1", "t2", "z2", "a2", "J"} <= seen
    keys.press(Key.Key_Escape)
    assert not window.lesson.on

    export(keys)
    assert picture.read_bytes().startswith(b"\x89PNG")
    keys.go_to("w1")
    keys.press(Key.Key_Return)
    keys.write("1")
    assert window.evaluation.readings.value("J") == 0.5
    keys.press(Key.Key_Z, held=CTRL)
    assert dumps(keys.graph) == built
    while window.document.history.canUndo():
        keys.press(Key.Key_Z, held=CTRL)
    assert dumps(keys.graph) == empty


def give_values(keys: Keys) -> None:
    """Give the leaves their values: one is gone to by its name, the others are found."""
    keys.go_to("w")
    keys.press(Key.Key_Return)
    keys.write("2")
    assert keys.graph.value("w") == 2.0
    for name, value in (("x", "-2"), ("b", "8"), ("y", "2")):
        keys.press(Key.Key_F, held=CTRL)
        keys.write(name)
        keys.press(Key.Key_Escape)
        if keys.selected != name:
            keys.go_to(name)
        keys.press(Key.Key_Return)
        keys.write(value)
        assert keys.graph.value(name) == float(value)


def export(keys: Keys) -> None:
    """Write the picture with what the dialog proposes."""

    def answer() -> None:
        dialog = QApplication.activeWindow()
        if isinstance(dialog, QDialog):  # else the key would still be the canvas's
            asking.stop()
            QTest.keyClick(dialog, Key.Key_Return)

    asking = QTimer(keys.window, interval=20)
    asking.timeout.connect(answer)
    asking.start()
    keys.press(Key.Key_E, held=CTRL)
    keys.window.activateWindow()  # off screen there is no window manager to do it
    QApplication.processEvents()


@pytest.mark.parametrize("typed", ["A = [[1, 2, 3], [4, 5, 6]]", "A=[[1, 2, 3], [4, 5, 6]]"])
def test_a_matrix_called_by_the_letter_that_opens_quick_add_is_typed(keys: Keys, typed: str):
    keys.type(typed)
    assert keys.line.text() == "A=" + typed.partition("=")[2]
    keys.press(Key.Key_Return)
    assert keys.graph.value("A").tolist() == [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]


@pytest.mark.parametrize(
    ("typed", "op", "inputs"),
    [
        ("A*x", "multiply", ("A", "x")),
        ("A@x", "matmul", ("A", "x")),
        ("A1=2", "input", ()),
        ("A*", "multiply", (None, None)),
        ("A-x", "negate", ("x",)),
        ("Arelu", "relu", (None,)),
    ],
)
def test_it_is_taken_where_the_rest_alone_is_refused(
    keys: Keys, typed: str, op: str, inputs: tuple[str | None, ...]
):
    keys.type(typed)
    assert keys.line.text() == typed[1:]
    keys.press(Key.Key_Return)
    assert keys.graph.op_of(keys.selected) == op
    assert keys.graph.inputs(keys.selected) == inputs


def test_what_is_refused_with_the_letter_too_stands_as_it_was_typed(keys: Keys):
    for typed in ("Arleu", "A*(", "Asigmod"):
        keys.type(typed)
        keys.press(Key.Key_Return)
        assert keys.line.text() == typed[1:]
        assert not len(keys.graph)
        keys.press(Key.Key_Escape)


def test_the_letter_is_put_once_so_that_another_can_stand_there(keys: Keys):
    keys.type("A=2")
    keys.press(Key.Key_Home, Key.Key_Delete)
    assert keys.line.text() == "=2"
    keys.type("B")
    keys.press(Key.Key_Return)
    assert keys.graph.nodes() == ["B"]


def test_what_the_menu_opens_has_no_letter(keys: Keys):
    keys.window.bars.actions["graph.add"].trigger()
    QApplication.processEvents()
    keys.type("=2")
    assert keys.line.text() == "=2"
