"""The bump in the window: what the picture and the panel say, by real clicks and keys."""

from collections.abc import Callable

import pytest
from hands import Hands
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from retyped import retype
from windows import with_panel

import engine
from gui.commands import RenameNode, SetValue, delete
from gui.document import Command
from gui.panels.bump import error_section, sides
from gui.picture.bump_seen import pair_text
from gui.window.main_window import MainWindow


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    return with_panel(window, Qt.Key.Key_B)


def type_epsilon(window: MainWindow, text: str) -> None:
    retype(window.side.bump.typed.line, text)


def show_formula(window: MainWindow, formula: str, value: float) -> None:
    """Show J as a formula of one parameter, w."""
    graph = engine.Graph()
    graph.parameter("w", value, position=(0, 0))
    graph.op("formula", "w", name="J", formula=formula, position=(250, 0))
    window.document.reset(graph)
    QApplication.processEvents()


def test_a_graph_without_one_output_is_bumped_to_none(window: MainWindow) -> None:
    graph = engine.Graph()
    graph.parameter("w", 2.0)
    graph.input("x", -2.0)
    window.document.reset(graph)
    QApplication.processEvents()
    assert window.side.bump.moved.text() == "—"
    assert window.side.bump.sentence.text().startswith("2 nodes lead nowhere")


def test_a_class_that_cannot_be_bumped_says_why(window: MainWindow) -> None:
    graph = engine.Graph()
    z, y = graph.parameter("z", [1.0, 2.0]), graph.input("y", 1.0)
    graph.op("cross_entropy", z, y, name="J")
    window.document.reset(graph)
    QApplication.processEvents()
    window.canvas.select({"y"})
    QApplication.processEvents()
    said = "J (cross_entropy): classes must be whole numbers from 0 to 1"
    assert window.side.bump.sentence.text() == said


def test_the_output_that_is_bumped_itself_is_told_once(window: MainWindow) -> None:
    window.canvas.select({"J"})
    QApplication.processEvents()
    assert window.side.bump.sentence.text() == "J: 2 → 2.001,<br>ΔJ/ε = 1 ≈ 1"


def test_a_clicked_node_is_bumped_along_its_way_to_the_output(window: MainWindow) -> None:
    panel, hands = window.side.bump, Hands(window.canvas)
    assert panel.node == "w"  # the first parameter, before anything is chosen
    hands.click(hands.middle("d"))
    assert panel.title.text() == "Bump d"
    assert panel.sentence.text() == "d: 2 → 2.001, J: 2 → 2.002,<br>ΔJ/ε = 2.0005 ≈ 2"
    assert (panel.slope.text(), panel.derivative.text()) == ("2.0005", "2")
    assert Hands(window.canvas).written("J") == ("2 → 2.001", "2")
    assert Hands(window.canvas).written("d") == ("4", "2")
    assert window.canvas.picture.readings.legend[0] == "value, before → after, with ε = 0.001"
    hands.click(hands.middle("w"))
    assert (panel.names[0].text(), panel.moved.text()) == ("J(w + ε)", "1.996002")
    assert Hands(window.canvas).written("c") == ("2 → 2.001", "−4")
    assert Hands(window.canvas).written("a") == ("−4 → −4.002", "2")
    assert not window.document.modified


def test_another_panel_gives_the_picture_its_own_numbers_back(window: MainWindow) -> None:
    assert Hands(window.canvas).written("c") == ("2 → 2.001", "−4")
    window.turn_to("inspect")
    QApplication.processEvents()
    assert Hands(window.canvas).written("c") == ("2", "−4")
    assert window.evaluation.lens is None
    window.turn_to("bump")
    QApplication.processEvents()
    assert Hands(window.canvas).written("c") == ("2 → 2.001", "−4")


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [("1e300", "1e300", "w: 2 → 1e300,"), ("0.00000025", "2.5e-7", "w: 2 → 2.00000025,")],
)
def test_a_huge_or_tiny_epsilon_is_written_alike_wherever_it_stands(
    window: MainWindow, typed: str, field: str, told: str
) -> None:
    """The field said `1e+300` above a sentence of 1e300."""
    hands = Hands(window.canvas)
    hands.click(hands.middle("w"))
    type_epsilon(window, typed)
    assert window.side.bump.typed.line.text() == field
    assert told in window.side.bump.sentence.text()


def test_any_epsilon_is_typed_or_slid_to_and_comes_nearer(window: MainWindow) -> None:
    panel, hands = window.side.bump, Hands(window.canvas)
    hands.click(hands.middle("d"))
    type_epsilon(window, "1/2")
    assert Hands(window.canvas).written("J") == ("2 → 2.5", "2")
    assert panel.slope.text() == "2.25"
    slopes = []
    panel.slider.setFocus()
    for _ in range(3):
        QTest.keyClick(panel.slider, Qt.Key.Key_PageDown)
        QApplication.processEvents()
        slopes.append(float(panel.slope.text()))
    assert 2.25 > slopes[0] > slopes[1] > slopes[2] > 2.0
    type_epsilon(window, "-1")
    assert Hands(window.canvas).written("J") == ("2 → 1", "2")
    type_epsilon(window, "0")
    assert panel.typed.reason.text() == "ε is a number other than 0"
    type_epsilon(window, "little")
    assert panel.typed.reason.text() == "‘little’ is not a number"
    assert panel.epsilon == -1.0


def test_it_follows_edits(window: MainWindow) -> None:
    window.canvas.select({"d"})
    window.document.do(RenameNode("d", "error"))
    window.document.do(SetValue("y", 1.0))
    QApplication.processEvents()
    assert window.side.bump.sentence.text().startswith("error: 3 → 3.001")
    assert Hands(window.canvas).written("J") == ("3 → 3.001", "3")
    window.document.do(SetValue("y", float("nan")))
    QApplication.processEvents()
    assert window.side.bump.errors.plot.curves == []


def test_a_large_graph_is_bumped_once_for_picture_panel_and_curve(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(error_section, "_MOST_EVALUATED", 0)  # no curve is drawn
    monkeypatch.setattr(sides, "_MOST_MOVED", 0)  # nor is looked at the other side
    bumped: list[str] = []
    known = engine.Program.bump

    def noted(program: engine.Program, name: str, *by: object) -> engine.Bump:
        bumped.append(name)
        return known(program, name, *by)

    monkeypatch.setattr(engine.Program, "bump", noted)
    window.document.do(SetValue("w", 5.0))
    window.evaluation.flush()
    assert len(bumped) == 1


def test_arrays_are_bumped_in_their_first_entry(window: MainWindow) -> None:
    graph = engine.Graph()
    graph.op("sum", graph.op("square", graph.parameter("v", [1.0, 2.0])), name="J")
    window.document.reset(graph)
    QApplication.processEvents()
    assert window.side.bump.sentence.text().startswith("v[0]: 1 → 1.001, J: 5 → 5.002")
    assert Hands(window.canvas).written("square")[0] == "[1 → 1.001, 2] (2)"
    assert Hands(window.canvas).written("J")[0] == "[1 → 1.002, 4] (2)"


def test_of_an_array_an_entry_is_bumped_that_moves_the_output(window: MainWindow) -> None:
    graph = engine.Graph()
    graph.op("sum", graph.op("relu", graph.parameter("v", [[-1.0, 0.0], [3.0, 2.0]])), name="J")
    window.document.reset(graph)
    QApplication.processEvents()
    assert window.side.bump.sentence.text().startswith("v[1, 0]: 3 → 3.001, J: 5 → 5.001")
    window.document.do(SetValue("v", [[-1.0, 0.0], [-3.0, -2.0]]))
    QApplication.processEvents()
    assert window.side.bump.sentence.text().startswith("v[0, 0]: −1 → −0.999, J: 0 → 0")


def test_without_anything_to_bump_it_says_so(window: MainWindow) -> None:
    window.document.reset(engine.Graph())
    QApplication.processEvents()
    assert window.side.bump.sentence.text() == "Select a node to bump it."
    assert not window.side.bump.race.button.isEnabled()
    graph = engine.Graph()
    graph.op("square", name="s")
    window.document.reset(graph)
    QApplication.processEvents()
    assert window.side.bump.slope.text() == "—"


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (2.0, 2.000001, "2 → 2.000001"),
        (1.0, float("inf"), "1 → ∞"),
        (0.0, 1e-12, "0 → 1e−12"),
        (1.0, 1.0 + 1e-15, "1 → 1.000000000000001"),
    ],
)
def test_a_pair_is_written_apart(before: float, after: float, text: str) -> None:
    assert pair_text(before, after) == text


def test_a_lesson_begun_over_the_bump_goes_on(window: MainWindow) -> None:
    def come_and_go() -> None:
        for shown in (True, False):
            QTest.keyClick(window.canvas, Qt.Key.Key_F11)
            QApplication.processEvents()
            assert window.presenting is shown

    def be_edited() -> None:
        window.document.do(RenameNode("w", "v"))
        QApplication.processEvents()

    def be_minimised() -> None:
        window.showMinimized()
        QApplication.processEvents()
        window.showNormal()
        QApplication.processEvents()

    for happen in (come_and_go, be_edited, be_minimised):
        window.lesson.start()
        happen()
        assert window.lesson.on, happen.__name__
        assert window.side.bump.isVisible()
    window.turn_to("inspect")
    window.turn_to("bump")
    assert not window.lesson.on


def test_the_bump_is_shown_again_after_a_lesson_and_by_its_key_within_one(
    window: MainWindow,
) -> None:
    bumped, control = ("2 → 2.001", "−4"), Qt.KeyboardModifier.ControlModifier
    window.lesson.start()
    assert Hands(window.canvas).written("c") != bumped
    window.lesson.stop()
    assert window.side.bump.isVisible()
    assert Hands(window.canvas).written("c") == bumped
    window.lesson.start()
    QTest.keyClick(window, Qt.Key.Key_B, control)
    assert not window.lesson.on
    assert Hands(window.canvas).written("c") == bumped


def test_within_a_lesson_it_tells_nothing_of_later_steps(window: MainWindow) -> None:
    panel = window.side.bump
    assert "J: 2 → 1.996" in panel.sentence.text()
    window.lesson.start()
    assert panel.isVisible()
    assert (
        panel.sentence.text() == "While a lesson, forward mode or a quiz is on, nothing is bumped."
    )
    assert panel.moved.text() == panel.slope.text() == panel.derivative.text() == "—"
    window.document.do(SetValue("b", 7.0))
    QApplication.processEvents()
    assert panel.moved.text() == "—"
    window.lesson.stop()
    assert "w: 2 → 2.001" in panel.sentence.text()
    window.lesson.sweep.begin()
    assert panel.sentence.text().startswith("While a lesson, forward mode or a quiz is on")


def test_within_a_lesson_the_node_that_is_told_of_is_bumped(window: MainWindow) -> None:
    window.turn_to("inspect")
    window.lesson.start()
    window.lesson.jump_to("a")
    assert window.lesson.node == "a"
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not window.lesson.on
    assert window.side.bump.node == "a"


def test_what_is_selected_in_a_lesson_does_not_end_it(window: MainWindow) -> None:
    hands, control = Hands(window.canvas), Qt.KeyboardModifier.ControlModifier
    window.lesson.start()
    QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
    hands.click(hands.middle("c"))
    picture = window.canvas.picture
    line = picture.lines[picture.edge_index["J", 0]]
    hands.click((line[0] * 0.6 + line[-1] * 0.4).tolist(), control)
    assert window.canvas.selection.nodes == {"c"}
    assert window.canvas.selection.edges
    assert window.lesson.on
    assert window.evaluation.lens is not None


def test_what_a_bump_writes_stays_in_view(window: MainWindow) -> None:
    window.turn_to("inspect")
    window.canvas.fit()
    window.turn_to("bump")
    type_epsilon(window, "1e-9")
    QApplication.processEvents()
    assert "→" in Hands(window.canvas).written("J")[0]
    view, viewpoint = window.canvas.viewport().rect(), window.canvas.viewpoint
    for label in window.canvas.picture.labels():
        left, top, right, bottom = label.box()
        assert view.contains(viewpoint.to_view(QPointF(left, top)).toPoint())
        assert view.contains(viewpoint.to_view(QPointF(right, bottom)).toPoint())


def matrix(window: MainWindow) -> engine.Graph:
    graph = engine.Graph()
    graph.parameter("W", [[1.0, 2.0, -3.0], [4.0, 5.0, 6.0]], position=(0, 0))
    graph.op("relu", "W", name="r", position=(250, 0))
    graph.op("sum", "r", name="J", position=(500, 0))
    window.document.reset(graph)
    QApplication.processEvents()
    return graph


def type_entry(window: MainWindow, text: str) -> None:
    line = window.side.bump.entry.line
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


@pytest.mark.parametrize("text", ["[1, 2]", "1, 2", "W[1,2]", "W [1, 2]"])
def test_the_entry_of_an_array_that_is_bumped_is_chosen(window: MainWindow, text: str) -> None:
    panel = window.side.bump
    matrix(window)
    assert panel.entry.isVisible()
    assert panel.entry.line.text() == "[0, 0]"
    type_entry(window, text)
    assert panel.entry.line.text() == "[1, 2]"
    assert panel.sentence.text().startswith("W[1, 2]: 6 → 6.001, J: 18 → 18.001,<br>ΔJ/ε = 1")
    assert panel.names[2].text() == "∂J/∂W[1, 2]"
    assert Hands(window.canvas).written("r")[0] == "[1, 2, −3; 4, 5, 6 → 6.001] 2×3"
    window.document.do(RenameNode("W", "V"))
    QApplication.processEvents()
    assert panel.sentence.text().startswith("V[1, 2]: 6 → 6.001")
    type_entry(window, "")
    assert panel.entry.line.text() == "[0, 0]"


def test_arrows_step_from_entry_to_entry_and_around(window: MainWindow) -> None:
    panel = window.side.bump
    matrix(window)
    panel.entry.line.setFocus()
    for key, shown in (
        (Qt.Key.Key_Down, "[0, 1]"),
        (Qt.Key.Key_Down, "[0, 2]"),
        (Qt.Key.Key_Down, "[1, 0]"),
        (Qt.Key.Key_Up, "[0, 2]"),
    ):
        QTest.keyClick(panel.entry.line, key)
        QApplication.processEvents()
        assert panel.entry.line.text() == shown
    for _ in range(3):
        QTest.keyClick(panel.entry.line, Qt.Key.Key_Up)
    QApplication.processEvents()
    assert panel.entry.line.text() == "[1, 2]"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[2, 0]", "W has the shape 2×3: there is no entry [2, 0]"),
        ("1", "W has the shape 2×3: there is no entry [1]"),
        ("9" * 40 + ", 0", f"W has the shape 2×3: there is no entry [{'9' * 40}, 0]"),
        ("last", "write an entry by its places, such as [0, 0]"),
        ("-1, 0", "write an entry by its places, such as [0, 0]"),
    ],
)
def test_what_is_no_entry_is_refused_with_the_reason(
    window: MainWindow, text: str, reason: str
) -> None:
    matrix(window)
    type_entry(window, text)
    assert window.side.bump.entry.reason.text() == reason
    assert window.side.bump.sentence.text().startswith("W[0, 0]: 1 → 1.001")


@pytest.mark.parametrize(("text", "entry"), [("10", "[10]"), ("1", "[1]"), ("1[3]", "[3]")])
def test_an_entry_may_begin_with_the_digits_that_its_node_is_called(
    window: MainWindow, text: str, entry: str
) -> None:
    graph = engine.Graph()
    graph.parameter("1", [float(k) for k in range(12)], position=(0, 0))
    graph.op("sum", "1", name="J", position=(250, 0))
    window.document.reset(graph)
    window.canvas.select({"1"})
    QApplication.processEvents()
    type_entry(window, text)
    assert window.side.bump.entry.line.text() == entry


def test_a_number_has_no_entry_to_choose(window: MainWindow) -> None:
    assert not window.side.bump.entry.isVisible()


@pytest.mark.parametrize(
    ("value", "op", "epsilon", "said"),
    [
        (0.0, "relu", "0.001", "With −ε it is 0: J has a kink here."),
        (0.0005, "relu", "0.001", "With −ε it is 0.5: J has a kink within ε of here."),
        (2.0, "relu", "0.001", ""),
        (
            0.0,
            "sqrt",
            "0.001",
            "J has a value on one side only: a border lies here, or within ε."
            "∂J/∂w is ∞: the derivative of sqrt(w) is ∞ at w = 0",
        ),
        (
            1.0,
            "square",
            "0.5",
            "With −ε it is 1.5: J is curved, and a smaller ε brings both together.",
        ),
        (1.0, "square", "0.001", ""),
    ],
)
def test_it_is_said_where_both_sides_have_another_slope(
    window: MainWindow, value: float, op: str, epsilon: str, said: str
) -> None:
    graph = engine.Graph()
    graph.parameter("w", value, position=(0, 0))
    graph.op(op, "w", name="J", position=(250, 0))
    window.document.reset(graph)
    QApplication.processEvents()
    type_epsilon(window, epsilon)
    assert "".join(window.side.bump.sentence.text().split("<br>")[2:]) == said


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("relu(w)^2", "With −ε it is 0: J is curved, and a smaller ε brings both together."),
        ("max(w, 0)^3", "With −ε it is 0: J is curved, and a smaller ε brings both together."),
        ("sqrt(abs(w))", ""),
        ("exp(1e6*w)", "With −ε it is 1000: J is curved, and a smaller ε brings both together."),
    ],
)
def test_what_is_no_kink_and_no_border_is_not_called_one(
    window: MainWindow, formula: str, said: str
) -> None:
    show_formula(window, formula, 0.0)
    type_epsilon(window, "0.001")
    assert "".join(window.side.bump.sentence.text().split("<br>")[2:]) == said


@pytest.mark.parametrize(
    ("formula", "slopes"), [("sqrt(w)", "ΔJ/ε = 31.62278 ≠ ∞"), ("sqrt(w)*0", "ΔJ/ε = 0 ≠ NaN")]
)
def test_no_slope_is_near_a_derivative_that_is_not_finite(
    window: MainWindow, formula: str, slopes: str
) -> None:
    show_formula(window, formula, 0.0)
    type_epsilon(window, "0.001")
    assert window.side.bump.sentence.text().split("<br>")[1] == slopes


def test_a_pole_that_a_bump_passes_is_no_kink(window: MainWindow) -> None:
    show_formula(window, "1/w", 0.0005)
    assert "kink" not in window.side.bump.sentence.text()


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (lambda _: RenameNode("J", "C"), "With −ε it is 1: C has a kink here."),
        (lambda graph: delete(graph, (), [engine.Edge("w", "J", 1)]), ""),
    ],
    ids=["renamed", "disconnected"],
)
def test_of_numbers_from_before_an_edit_no_side_is_said(
    window: MainWindow, edit: Callable[[engine.Graph], Command], after: str
) -> None:
    graph = engine.Graph()
    graph.parameter("w", 0.0, position=(0, 0))
    graph.op("relu", "w", name="z", position=(250, 0))
    graph.op("add", "z", "w", name="J", position=(500, 0))
    window.document.reset(graph)
    QApplication.processEvents()
    panel = window.side.bump
    said = panel.sentence.text().split("<br>")[2:]
    assert said == ["With −ε it is 1: J has a kink here."]
    window.document.do(edit(window.document.graph))  # numbers come once the loop turns, or later
    assert window.evaluation.readings.output == "J"
    QTest.keyClick(panel.slider, Qt.Key.Key_Left)
    assert panel.sentence.text().split("<br>")[2:] == []
    QApplication.processEvents()
    assert "".join(panel.sentence.text().split("<br>")[2:]) == after


def test_a_bump_that_comes_up_is_looked_through_once(window: MainWindow) -> None:
    window.turn_to("inspect")
    seen: list[bool] = []
    window.evaluation.seen_changed.connect(lambda: seen.append(True))
    window.turn_to("bump")
    assert window.evaluation.lens is not None
    assert len(seen) == 1
