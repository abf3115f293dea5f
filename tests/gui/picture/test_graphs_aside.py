"""Graphs that nothing joins: what is not in the way of one that grows stays where it is."""

import numpy as np
import pytest
from examples import UNIT

import engine
from gui.commands import group
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.array_room import making_room, setting
from gui.picture.layout import place_all
from gui.picture.picture import Picture

MATRIX = np.array([[0.5, 1.0], [2.0, -1.0], [3.0, 4.0]])


def units(*corners: tuple[float, float]) -> tuple[Document, Evaluation]:
    """Return linear units, the first with its own names, one at each corner."""
    graph = engine.Graph()
    for k, (x, y) in enumerate(corners):
        unit = engine.load(UNIT)
        place_all(unit)
        called = {name: name if k == 0 else f"{name}_{k}" for name in unit.nodes()}
        for name in unit.nodes():
            attributes = dict(unit.attributes(name))
            left, top = attributes["position"]
            attributes["position"] = (left + x, top + y)
            graph.add_node(called[name], attributes.pop("op"), **attributes)
        for edge in unit.edges():
            graph.add_edge(called[edge.source], called[edge.target], edge.port)
    graph.output = "J"
    document = Document()
    document.reset(graph)
    return document, Evaluation(document)


def places(document: Document, k: int) -> dict[str, tuple[float, float]]:
    graph = document.graph
    return {
        name: graph.attributes(name)["position"]
        for name in graph.nodes()
        if name.endswith(f"_{k}") or (k == 0 and "_" not in name)
    }


def give_matrix(document: Document, evaluation: Evaluation) -> Picture:
    evaluation.flush()
    document.do(setting(document.graph, evaluation, {"w": MATRIX}))
    evaluation.flush()
    return Picture(document.graph, evaluation.readings)


def overlaps(picture: Picture) -> int:
    boxes = picture.rectangles()
    apart = (boxes[:, None, :2] >= boxes[None, :, 2:]) | (boxes[:, None, 2:] <= boxes[None, :, :2])
    return int((~apart.any(axis=2)).sum() - len(boxes))


@pytest.mark.parametrize("at", [(0.0, 400.0), (300.0, 420.0), (0.0, -400.0)])
def test_a_graph_above_or_below_stays_where_it_is(at):
    document, evaluation = units((0.0, 0.0), at)
    before = places(document, 0), places(document, 1)
    picture = give_matrix(document, evaluation)
    assert places(document, 1) == before[1]
    assert places(document, 0) != before[0]
    assert overlaps(picture) == 0


def test_a_graph_to_the_right_goes_aside_as_a_whole():
    document, evaluation = units((0.0, 0.0), (1000.0, 0.0), (2000.0, 0.0), (0.0, 500.0))
    before = [places(document, k) for k in range(4)]
    picture = give_matrix(document, evaluation)
    after = [places(document, k) for k in range(4)]
    ways = {
        (now[0] - old[0], now[1] - old[1])
        for old, now in zip(before[1].values(), after[1].values(), strict=True)
    }
    assert len(ways) == 1
    ((dx, dy),) = ways
    assert dx > 0
    assert dy == 0
    assert after[3] == before[3]
    assert overlaps(picture) == 0
    document.undo()
    assert [places(document, k) for k in range(4)] == before


def test_what_a_frame_holds_together_is_one_graph():
    document, evaluation = units((0.0, 0.0), (0.0, 400.0))
    document.do(group(document.graph, ["J", "J_1"], "Costs"))
    before = places(document, 1)
    give_matrix(document, evaluation)
    after = places(document, 1)
    assert after["J_1"][0] > before["J_1"][0]


def test_another_graph_of_arrays_stays_where_an_edge_brings_some():
    document, evaluation = units((0.0, 0.0), (0.0, 500.0))
    give_matrix(document, evaluation)
    before = places(document, 1)
    graph = document.graph
    document.do(making_room(graph, evaluation, setting(graph, evaluation, {"x": MATRIX})))
    assert places(document, 1) == before
