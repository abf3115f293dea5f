"""A teacher goes from one example to a vector of them, by the keyboard and the inspector."""

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from retyped import retype

from gui.window.main_window import MainWindow

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def begin(window: MainWindow, text: str) -> Hands:
    """Type a graph into an empty canvas."""
    window.show_canvas()
    QApplication.processEvents()
    hands = Hands(window.canvas)
    hands.key(KEYS.Key_Tab)
    hands.write(text)
    return hands


def give(hands: Hands, leaf: str, value: str) -> None:
    """Type a leaf's value over its card."""
    hands.click(hands.middle(leaf))
    hands.key(KEYS.Key_Return)
    hands.type(value)


def labels(hands: Hands, target: str, port: int) -> tuple[str, ...]:
    """Return what is written on an edge, a matrix in words."""
    picture = hands.canvas.picture
    both = picture.edge_labels(picture.edge_index[target, port])
    return tuple(label.text.words for label in both)


def test_the_entries_of_a_vector_stand_on_the_edges_as_it_is_typed(window: MainWindow) -> None:
    hands = begin(window, "J = mean((w*x+b-y)^2)/2")
    before = {name: hands.middle(name) for name in hands.graph.nodes()}
    give(hands, "x", "[1, 2, 3]")
    steps = hands.steps
    give(hands, "y", "[3, 5, 7]")
    assert hands.steps == steps + 1
    assert labels(hands, "c", 1) == ("[1, 2, 3] (3)", "[−0.333, −0.667, −1] (3)")
    assert labels(hands, "d", 1) == ("[3, 5, 7] (3)", "[0.333, 0.667, 1] (3)")
    assert hands.canvas.sees_all()
    hands.key(KEYS.Key_Z, CTRL)
    hands.key(KEYS.Key_Z, CTRL)
    assert {name: hands.middle(name) for name in hands.graph.nodes()} == before


def test_a_matrix_typed_in_the_inspector_has_room_and_all_stays_in_view(
    window: MainWindow,
) -> None:
    hands = begin(window, "J = mean((w*x+b-y)^2)/2")
    hands.click(hands.middle("x"))
    retype(window.inspector.node_page.value.line, "[1, 2; 3, 4; 5, 6]")
    assert labels(hands, "c", 1)[0] == "[1, 2; 3, 4; 5, 6] 3×2"
    boxes = hands.canvas.picture.rectangles()
    index = hands.canvas.picture.index
    assert boxes[index["b"], 1] > boxes[index["c"], 3]  # below the card that grew
    assert hands.canvas.sees_all()


def test_edges_drawn_by_hand_between_matrices_have_room(window: MainWindow) -> None:
    hands = begin(window, "x = [0.5, 1; 2, -1]")
    hands.key(KEYS.Key_Tab)
    hands.write("W = [1, 2, 3; 4, 5, 6]")
    x, y = hands.out("x")
    hands.double_click((x + 120.0, y + 40.0))
    hands.write("@")
    product = hands.graph.nodes()[-1]
    hands.drag(hands.out("x"), hands.port(product, 0))
    hands.drag(hands.out("W"), hands.port(product, 1))
    assert labels(hands, product, 0)[0] == "[0.5, 1; 2, −1] 2×2"
    assert labels(hands, product, 1)[0] == "[1, 2, 3; 4, 5, 6] 2×3"
    x, y = hands.out(product)
    hands.drag((x, y), (x + 150.0, y))
    hands.write("softmax")
    assert labels(hands, hands.graph.nodes()[-1], 0)[0] == "[4.5, 6, 7.5; −2, −1, 0] 2×3"
    assert hands.canvas.sees_all()
