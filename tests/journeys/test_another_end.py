"""Something is begun beside a finished graph: its derivatives stay, in whatever way it is begun."""

import pytest
from hands import Hands
from outside_desk import Asked, desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from engine.lesson.quiz import Quiz
from gui.window.main_window import MainWindow

__all__ = ["desk"]

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key

CARDS = {
    "w": ("parameter", (-450, -100)),
    "x": ("input", (-450, 60)),
    "c": ("multiply", (-250, -20)),
    "b": ("parameter", (-250, 140)),
    "a": ("add", (-30, 20)),
    "y": ("input", (-30, 180)),
    "d": ("subtract", (190, 60)),
    "square": ("square", (400, 60)),
}
EDGES = [
    ("w", "c", 0),
    ("x", "c", 1),
    ("c", "a", 0),
    ("b", "a", 1),
    ("a", "d", 0),
    ("y", "d", 1),
    ("d", "square", 0),
]
LEAVES, OPS = list("wxby"), ["c", "a", "d", "square"]
ORDERS = {
    "leaves first": [*LEAVES, *OPS, *EDGES],
    "ops first": [*OPS, *LEAVES, *EDGES],
    "wired at once": [
        "w",
        "x",
        "c",
        *EDGES[:2],
        "b",
        "a",
        *EDGES[2:4],
        "y",
        "d",
        *EDGES[4:6],
        "square",
        EDGES[6],
    ],
    "backwards": [
        "square",
        "d",
        EDGES[6],
        "y",
        EDGES[5],
        "a",
        EDGES[4],
        "b",
        EDGES[3],
        "c",
        EDGES[2],
        "w",
        "x",
        *EDGES[:2],
    ],
    "pieces that meet": [*LEAVES, *OPS, *EDGES[:2], *EDGES[4:], *EDGES[2:4]],
}


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    window.show_canvas()
    QApplication.processEvents()
    return Hands(window.canvas)


@pytest.fixture
def drawn(hands: Hands) -> Hands:
    """The linear unit, typed: no output is named."""
    write(hands, "J=(w*x+b-y)^2/2")
    write(hands, "w=2; x=-2; b=8; y=2")
    hands.canvas.evaluation.flush()
    assert (hands.graph.output, shown(hands)) == (None, ("J", -4.0))
    return hands


def write(hands: Hands, text: str) -> None:
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_Tab)
    hands.write(text)
    if hands.canvas.entry.editor is not None:
        hands.canvas.entry.close_editor()


def shown(hands: Hands) -> tuple[str | None, engine.Value | None]:
    """Return the node whose derivatives are shown, and that by w."""
    hands.canvas.evaluation.flush()
    readings = hands.canvas.evaluation.readings
    return readings.output, readings.derivative("w")


def undo_all(hands: Hands) -> None:
    while hands.canvas.document.history.canUndo():
        hands.key(Key.Key_Z, CTRL)


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_the_last_op_is_the_output_in_whatever_order_it_is_drawn(hands: Hands, order) -> None:
    called: dict[str, str] = {}
    for step in order:
        if isinstance(step, str):
            op, at = CARDS[step]
            hands.drop(op, at)
            if op in ("parameter", "input"):
                hands.type(f"{step}=2")
            called[step] = hands.graph.nodes()[-1]
        else:
            source, target, port = step
            hands.drag(hands.out(called[source]), hands.port(called[target], port))
    assert len(hands.graph.edges()) == len(EDGES)
    assert hands.graph.resolve_output() == called["square"]
    assert shown(hands) == (called["square"], 16.0)
    undo_all(hands)
    assert dumps(hands.graph) == dumps(engine.Graph())


def test_the_last_of_the_pieces_that_are_typed_is_the_output(hands: Hands) -> None:
    """One branch after the other, with leaves for later between them."""
    for text in ("w=2; x=2", "u = w*x", "k=3", "h = u^2", "v = x*k", "g = v+1", "y=1", "m = h*g"):
        write(hands, text)
    assert shown(hands)[0] == "m"
    write(hands, "J = m - y")
    assert (hands.graph.resolve_output(), *shown(hands)) == ("J", "J", 112.0)
    undo_all(hands)
    assert dumps(hands.graph) == dumps(engine.Graph())


STAYS = "J stays the output; Ctrl+J on another end makes that the output"


def told(window: MainWindow) -> str:
    said = window.status.said
    return said.text() if said.isVisible() else ""


def test_what_is_typed_beside_a_finished_graph_takes_no_derivative_away(
    window: MainWindow, drawn: Hands
) -> None:
    before = dumps(drawn.graph)
    write(drawn, "p = 3*q")
    assert shown(drawn) == ("J", -4.0)
    assert told(window) == STAYS
    assert drawn.graph.output == "J"  # the file says so
    drawn.key(Key.Key_Z, CTRL)
    assert dumps(drawn.graph) == before
    assert told(window) == ""
    drawn.key(Key.Key_Z, CTRL | SHIFT)
    write(drawn, "r = 5*p")
    assert shown(drawn) == ("J", -4.0)
    assert told(window) == ""  # that is known
    write(drawn, "K = J + r")
    assert shown(drawn) == ("K", -4.0)
    undo_all(drawn)
    assert dumps(drawn.graph) == dumps(engine.Graph())


def test_a_leaf_that_is_dropped_for_later_is_nothing_to_be_told_and_stops_no_training(
    window: MainWindow, drawn: Hands
) -> None:
    drawn.drop("parameter", (-300, 300))
    drawn.type("q=3")
    assert shown(drawn) == ("J", -4.0)
    assert told(window) == ""
    window.trainer.step()
    assert window.trainer.problem == ""
    assert drawn.graph.value("w") != 2.0
    drawn.drop("parameter", (-300, 200))  # of what is trained nothing is touched
    drawn.type("r=4")
    window.trainer.step()
    assert window.trainer.steps == 2


def test_an_inner_node_is_tapped(drawn: Hands) -> None:
    """An edge is dropped on empty canvas, to an op that needs no more, and to one that does."""
    canvas = drawn.canvas
    (inner,) = (edge.target for edge in drawn.graph.consumers("w"))
    for text in ("relu", "*"):
        drawn.drag(drawn.out(inner), (drawn.middle(inner)[0] + 120, 260))
        drawn.write(text)
        assert canvas.entry.prompt is None
        assert shown(drawn) == ("J", -4.0)
    assert drawn.graph.output == "J"


def test_a_duplicate_leaves_the_original_the_output(window: MainWindow, drawn: Hands) -> None:
    for keys in (Key.Key_A, Key.Key_D):
        drawn.key(keys, CTRL)
    assert shown(drawn) == ("J", -4.0)
    assert told(window) == STAYS
    for keys in (Key.Key_C, Key.Key_V):  # what is selected is the copy
        drawn.key(keys, CTRL)
    assert shown(drawn) == ("J", -4.0)
    assert len(drawn.graph.sinks) == 3


def test_what_is_pasted_into_another_window_has_its_output(drawn: Hands, desk: Asked) -> None:
    write(drawn, "p = 3*q")
    drawn.key(Key.Key_A, CTRL)
    drawn.key(Key.Key_C, CTRL)
    other = desk.another()
    other.show_canvas()
    hands = Hands(other.canvas)
    hands.key(Key.Key_V, CTRL)
    assert shown(hands) == ("J", -4.0)
    hands.key(Key.Key_V, CTRL)
    assert shown(hands) == ("J", -4.0)
    assert shown(drawn) == ("J", -4.0)


def test_an_edge_is_replaced_cut_off_and_drawn_again(drawn: Hands) -> None:
    graph = drawn.graph
    (product,) = (edge.target for edge in graph.consumers("w"))
    ((_, total, port),) = graph.consumers(product)
    drawn.drag(drawn.out("w"), drawn.port(total, port))  # the old one is dashed meanwhile
    assert graph.inputs(total)[port] == "w"
    assert shown(drawn)[0] == graph.output == "J"
    drawn.key(Key.Key_Z, CTRL)
    x, y = drawn.port(total, port)
    drawn.drag((x, y), (x - 60, y - 150))
    assert (graph.inputs(total)[port], graph.output) == (None, "J")
    write(drawn, "p = 3*q")
    drawn.drag(drawn.out(product), drawn.port(total, port))
    assert shown(drawn) == ("J", -4.0)


def test_the_head_of_the_last_edge_is_moved_to_another_op(drawn: Hands) -> None:
    graph = drawn.graph
    (before,) = graph.inputs("J")
    drawn.drop("abs", (drawn.middle("J")[0], drawn.middle("J")[1] + 160))
    other = graph.nodes()[-1]
    write(drawn, "p = 3*q")
    assert graph.output == "J"
    drawn.drag(drawn.port("J", 0), drawn.port(other, 0))
    assert graph.inputs(other) == (before,)
    assert shown(drawn)[0] == other


def test_strokes_cut_and_the_output_stays(drawn: Hands) -> None:
    x, y = drawn.port("J", 0)
    drawn.drag((x - 30, y - 60), (x - 30, y + 60), CTRL, Qt.MouseButton.RightButton)
    assert drawn.graph.inputs("J")[0] is None
    assert drawn.graph.output == "J"


def test_deleted_with_what_fed_it_it_moves_back(window: MainWindow, drawn: Hands) -> None:
    write(drawn, "p = 3*q")
    graph = drawn.graph
    (total,) = (edge.target for edge in graph.consumers("b"))
    (difference,) = (edge.target for edge in graph.consumers(total))
    between = [name for name in graph.nodes() if name not in {*"wxbypq", total}]
    between.remove(graph.consumers("w")[0].target)
    assert {difference, "J"} <= set(between)
    drawn.canvas.select(set(between))
    drawn.key(Key.Key_Delete)
    assert shown(drawn) == (total, -2.0)
    assert told(window).startswith("J was the output; now ")


def test_a_frame_that_is_folded_changes_nothing_of_it(drawn: Hands) -> None:
    write(drawn, "p = 3*q")
    drawn.canvas.select({"q", "p"})
    drawn.key(Key.Key_G, CTRL)
    drawn.type("Side")
    drawn.canvas.grouping.toggle_fold()
    assert shown(drawn) == ("J", -4.0)
    write(drawn, "r = 2*p")
    drawn.canvas.grouping.toggle_fold()
    assert shown(drawn) == ("J", -4.0)


def test_a_lesson_and_a_quiz_go_on_about_it(window: MainWindow, drawn: Hands) -> None:
    window.lesson.start()
    drawn.drop("parameter", (-300, 260))
    drawn.type("q=3")
    drawn.drop("sin", (0, 260))
    drawn.drag(drawn.out("q"), drawn.port(drawn.graph.nodes()[-1], 0))
    assert len(drawn.graph.sinks) == 2
    shown(drawn)
    assert window.lesson.on
    window.lesson.last()
    assert window.evaluation.seen.output == "J"
    window.lesson.stop()
    while drawn.graph.output is not None:
        drawn.key(Key.Key_Z, CTRL)
    window.quiz.start(Quiz())
    asked = set(window.quiz.blanks)
    write(drawn, "p = 3*q")
    shown(drawn)
    assert window.quiz.on
    assert asked <= set(window.quiz.blanks)
