"""Cards go aside for arrays that come to stand on edges."""

import numpy as np
import pytest
from examples import UNIT
from strangers import strangers_on_frames

import engine
from gui.canvas.places.room import room_for_frame
from gui.commands import AddNodes, Connect, MoveNodes, NewNode, SetOutput, SetValue, group
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture import array_room
from gui.picture.array_room import making_room, setting
from gui.picture.layout import place_all
from gui.picture.picture import Picture

VECTOR, MATRIX = np.array([1.0, 2.0, 3.0]), np.array([[0.5, 1.0], [2.0, -1.0], [3.0, 4.0]])


def laid_out(graph: engine.Graph) -> tuple[Document, Evaluation]:
    place_all(graph)
    document = Document()
    document.reset(graph)
    return document, Evaluation(document)


def unit() -> tuple[Document, Evaluation]:
    return laid_out(engine.load(UNIT))


def give(document: Document, evaluation: Evaluation, **values: engine.Value) -> Picture:
    """Give the leaves values, and return the picture of what comes of it."""
    for name, value in values.items():
        document.do(setting(document.graph, evaluation, {name: value}))
        evaluation.flush()
    return Picture(document.graph, evaluation.readings)


def with_a_mean(graph: engine.Graph) -> engine.Graph:
    graph.op("mean", "J", name="M")
    graph.output = "M"
    for name in graph.nodes():
        graph.set_attribute(name, "position", None)
    return graph


def written(picture: Picture, target: str, port: int) -> tuple[str, ...]:
    labels = picture.edge_labels(picture.edge_index[target, port])
    return tuple(label.text.words for label in labels)


def test_every_entry_is_written_at_once():
    document, evaluation = laid_out(with_a_mean(engine.load(UNIT)))
    picture = give(document, evaluation, x=VECTOR)
    assert written(picture, "c", 1) == ("[1, 2, 3] (3)", "[5.33, 6.67, 8] (3)")
    shown = [words for edge in picture.edges for words in written(picture, edge.target, edge.port)]
    arrays = [words for words in shown if words]
    assert len(arrays) == 10
    assert all(words.endswith("(3)") for words in arrays)


def test_no_card_lies_on_one_that_grows_for_a_matrix():
    document, evaluation = unit()
    picture = give(document, evaluation, w=MATRIX)
    boxes = picture.rectangles()
    for row, box in enumerate(boxes):
        apart = (boxes[:, :2] >= box[2:]) | (boxes[:, 2:] <= box[:2])
        assert apart[np.arange(len(boxes)) != row].any(axis=1).all()


def test_what_stands_in_one_column_stays_so_and_the_order_is_kept():
    document, evaluation = laid_out(with_a_mean(engine.load(UNIT)))
    before = Picture(document.graph, evaluation.readings)
    after = give(document, evaluation, x=VECTOR)
    order = ["c", "a", "d", "J", "M"]
    xs = [float(after.centres[after.index[name], 0]) for name in order]
    assert xs == sorted(xs)
    heights = [picture.centres[picture.index["c"], 1] for picture in (before, after)]
    assert heights[0] == heights[1]


def test_undo_brings_all_of_it_back():
    document, evaluation = unit()
    before = document.contents()
    give(document, evaluation, w=MATRIX)
    assert document.history.count() == 1
    document.undo()
    assert document.contents() == before


@pytest.mark.parametrize("value", [3.0, np.zeros(7), np.zeros((20, 30))])
def test_nothing_moves_where_no_entries_are_written(value):
    document, evaluation = unit()
    command = setting(document.graph, evaluation, {"w": value})
    assert isinstance(command, SetValue)


def test_nothing_moves_for_other_entries_of_the_same_shape():
    document, evaluation = laid_out(with_a_mean(engine.load(UNIT)))
    give(document, evaluation, x=VECTOR)
    command = setting(document.graph, evaluation, {"x": VECTOR + 1000.125})
    assert isinstance(command, SetValue)


def test_several_leaves_are_one_step():
    document, evaluation = laid_out(with_a_mean(engine.load(UNIT)))
    document.do(setting(document.graph, evaluation, {"x": VECTOR, "y": VECTOR}))
    assert document.history.count() == 1
    evaluation.flush()
    picture = Picture(document.graph, evaluation.readings)
    assert written(picture, "d", 1)[0] == "[1, 2, 3] (3)"


def test_a_leaf_that_grows_over_its_neighbour_goes_aside():
    graph = engine.Graph()
    graph.input("x", 1.0, position=(0.0, 0.0))
    graph.input("y", 1.0, position=(120.0, 0.0))
    graph.op("add", "x", "y", name="s", position=(400.0, 0.0))
    graph.op("sum", "s", name="J", position=(700.0, 0.0))
    document = Document()
    document.reset(graph)
    evaluation = Evaluation(document)
    picture = give(document, evaluation, y=np.array([1.5, 2.5, 3.5]))
    boxes = picture.rectangles()
    assert boxes[picture.index["y"], 0] > boxes[picture.index["x"], 2]


def test_a_leaf_whose_entries_only_its_card_writes_goes_aside_as_well():
    graph = engine.Graph()
    graph.input("x", 1.0, position=(0.0, 0.0))
    graph.input("y", 1.0, position=(120.0, 0.0))
    graph.op("add", "x", "y", name="s", position=(400.0, 0.0))
    document = Document()
    document.reset(graph)
    picture = give(document, Evaluation(document), y=np.arange(6.0))
    boxes = picture.rectangles()
    assert boxes[picture.index["y"], 0] > boxes[picture.index["x"], 2]


def test_a_value_that_is_refused_moves_nothing():
    document, evaluation = unit()
    command = setting(document.graph, evaluation, {"c": VECTOR})
    with pytest.raises(engine.GraphError):
        document.do(command)
    assert isinstance(command, SetValue)


def softmax_by_hand() -> tuple[Document, Evaluation]:
    """Return leaves of matrices, and beside them a product and a softmax without edges."""
    graph = engine.Graph()
    graph.input("x", [[0.5, 1.0], [2.0, -1.0]], position=(0.0, 0.0))
    graph.parameter("W", [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], position=(0.0, 120.0))
    graph.add_node("c", "matmul", position=(180.0, 60.0))
    graph.add_node("s", "softmax", position=(340.0, 60.0))
    graph.input("t", 1.0, position=(340.0, 0.0))
    document = Document()
    document.reset(graph)
    return document, Evaluation(document)


def do(document: Document, evaluation: Evaluation, command) -> Picture:
    document.do(making_room(document.graph, evaluation, command))
    evaluation.flush()
    return Picture(document.graph, evaluation.readings)


def test_an_edge_that_brings_an_array_has_room_for_it():
    document, evaluation = softmax_by_hand()
    before = document.contents()
    do(document, evaluation, Connect("x", "c", 0))
    do(document, evaluation, Connect("W", "c", 1))
    picture = do(document, evaluation, Connect("c", "s", 0))
    for target, port, said in (
        ("c", 0, "[0.5, 1; 2, −1] 2×2"),
        ("c", 1, "[1, 2, 3; 4, 5, 6] 2×3"),
        ("s", 0, "[4.5, 6, 7.5; −2, −1, 0] 2×3"),
    ):
        assert written(picture, target, port)[0] == said
    boxes = picture.rectangles()
    s, t = boxes[picture.index["s"]], boxes[picture.index["t"]]
    assert t[3] <= s[1]  # it lay where the card grew
    assert document.history.count() == 3
    for _ in range(3):
        document.undo()
    assert document.contents() == before


def test_a_node_that_comes_with_its_edge_lies_on_none():
    document, evaluation = softmax_by_hand()
    new = NewNode("r", "relu", {"position": (180.0, 160.0)})
    picture = do(document, evaluation, AddNodes([new], [engine.Edge("W", "r", 0)]))
    assert written(picture, "r", 0)[0] == "[1, 2, 3; 4, 5, 6] 2×3"
    boxes = picture.rectangles()
    assert boxes[picture.index["c"], 3] <= boxes[picture.index["r"], 1]


def test_derivatives_have_room_where_the_output_is_chosen():
    document, evaluation = laid_out(with_a_mean(engine.load(UNIT)))
    document.do(SetValue("w", -0.12345))
    document.do(SetOutput("J"))  # an array, and of no array there are derivatives
    evaluation.flush()
    give(document, evaluation, x=VECTOR)
    before = document.contents()
    picture = do(document, evaluation, SetOutput("M"))
    assert written(picture, "c", 1)[1] == "[−0.242, −0.237, −0.232] (3)"
    document.undo()
    assert document.contents() == before


def test_where_there_are_numbers_alone_nothing_is_tried():
    document, evaluation = unit()
    command = Connect("w", "a", 1)
    assert making_room(document.graph, evaluation, command) is command


@pytest.mark.parametrize("value", [VECTOR * 1.25, MATRIX], ids=["vector", "matrix"])
@pytest.mark.parametrize("members", ["wxc", "cba", "ayd"])
def test_no_frame_comes_to_lie_below_a_card_that_is_not_in_it(members, value):
    for leaf in "wxby":
        document, evaluation = unit()
        picture = Picture(document.graph, evaluation.readings)
        document.do(MoveNodes(room_for_frame(picture, members)))
        document.do(group(document.graph, members, "a layer"))
        evaluation.flush()
        before = document.contents()
        assert strangers_on_frames(Picture(document.graph, evaluation.readings)) == []
        assert strangers_on_frames(give(document, evaluation, **{leaf: value})) == []
        document.undo()
        assert document.contents() == before


def test_what_lay_on_a_frame_before_stays_there():
    document, evaluation = unit()
    document.do(group(document.graph, "wca", "a layer"))  # x lies among them
    evaluation.flush()
    assert "x" in strangers_on_frames(Picture(document.graph, evaluation.readings))
    before = document.graph.attributes("x")["position"]
    assert "x" in strangers_on_frames(give(document, evaluation, y=VECTOR))
    assert document.graph.attributes("x")["position"] == before


@pytest.mark.parametrize("command", [Connect("x", "c", 0), SetOutput("W")])
def test_large_arrays_are_not_computed_once_more(monkeypatch, command):
    document, evaluation = softmax_by_hand()
    document.do(SetValue("x", np.zeros((1001, 1000))))
    monkeypatch.setattr(array_room, "read", lambda _: pytest.fail("all was computed"))
    assert making_room(document.graph, evaluation, command) is command
