"""A graph whose picture is kept up with edits, and what it must be like."""

import numpy as np
import pytest

import engine
from gui.canvas.canvas import Canvas
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.picture import ROUTED, Picture
from gui.picture.plain_text import plain_text

NODES = ROUTED + 20
SMALL = 60


def large(nodes: int = NODES, wide: int = 20) -> engine.Graph:
    """Return a graph of sums and products of earlier nodes, with some constants and gaps."""
    rng = np.random.default_rng(5)
    graph = engine.Graph()
    for k in range(nodes):
        place = (k % wide * 200.0, k // wide * 110.0)
        if k < 20:
            graph.add_node(f"n{k}", ("parameter", "constant")[k % 2], value=k / 4, position=place)
            continue
        a, b = (f"n{i}" for i in rng.integers(0, k, 2).tolist())
        graph.op(("add", "multiply")[k % 2], a, b, name=f"n{k}", position=place)
    graph.remove_edge(graph.inputs("n40")[0], "n40", 0)
    graph.output = f"n{nodes - 1}"
    return graph


@pytest.fixture
def canvas(qtbot) -> Canvas:
    document = Document()
    canvas = Canvas(document, Evaluation(document))
    qtbot.addWidget(canvas)
    return canvas


def same(one: Picture, other: Picture) -> None:
    """Check that two pictures are alike in all that is drawn."""
    assert one.names == other.names
    assert one.index == other.index
    assert one.edges == other.edges
    assert one.edge_index == other.edge_index
    assert one.missing_ports() == other.missing_ports()
    arrow, anew = one.output_arrow(), other.output_arrow()
    assert (arrow is None) is (anew is None)
    if arrow is not None and anew is not None:  # with a live number it only grows
        assert arrow[0] == anew[0]
        assert arrow[1] >= anew[1]
    for array in ("centres", "sizes", "kinds", "leads", "boxes"):
        np.testing.assert_array_equal(getattr(one, array), getattr(other, array), array)
    for line, way in zip(one.lines, other.lines, strict=True):
        np.testing.assert_array_equal(line, way)
    assert [plain_text(card.text) for card in one.cards] == [
        plain_text(card.text) for card in other.cards
    ]
    assert {k: v for k, v in one._written.items() if v} == {
        k: v for k, v in other._written.items() if v
    }
    rows = range(len(one.edges))
    assert one.labels_of(rows) == other.labels_of(rows)
    rows = range(len(one.names))
    assert list(map(one.sum_label, rows)) == list(map(other.sum_label, rows))
