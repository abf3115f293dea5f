"""Cards moved apart for wider numbers."""

import numpy as np
import pytest
from examples import UNIT
from faults import Faults, faults
from leads import lead_of

import engine
from engine.assignments import graph_from_text
from engine.network import Form, Network
from engine.progress import listening
from gui.picture.bump_seen import BumpSeen
from gui.picture.layout import place_all
from gui.picture.measure import BEND
from gui.picture.picture import Picture
from gui.picture.spread import spread
from gui.run import read
from resources import resource

GRAPHS = [
    UNIT,
    *sorted(resource("examples").glob("*.chainrule")),
    resource("lessons/xor.chainrule"),
]


def drawn(path) -> tuple[Picture, Picture]:
    """Return a picture, and the same of a leaf bumped."""
    graph = engine.load(path)
    place_all(graph)
    readings = read(graph)
    bump = readings.bump(next(iter(graph.nodes())), 1e-3)
    picture = Picture(graph, readings)
    return picture, spread(picture, BumpSeen(readings, bump))


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_no_number_is_set_smaller_and_no_two_cards_come_nearer(path):
    picture, wide = drawn(path)
    for i in range(len(wide.edges)):
        sizes = {run.size for label in wide.edge_labels(i) for run in label.text.runs}
        assert sizes == {wide.packing.number}
    assert picture.names == wide.names
    lefts, rights = picture.rectangles()[:, 0], wide.rectangles()[:, 0]
    moves = rights - lefts
    assert (moves >= 0.0).all()
    assert (np.diff(moves[np.argsort(lefts, kind="stable")]) >= -1e-9).all()
    assert (picture.rectangles()[:, 1] == wide.rectangles()[:, 1]).all()


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_an_edge_that_bends_has_all_the_room_of_a_bend_before_its_wider_number(path):
    _, wide = drawn(path)
    every = np.arange(len(wide.edges))
    rooms = wide.ends_of(every)[:, 0] - wide.cards_before(wide.ends_of(every))
    leads = [lead_of(wide)[edge.target] for edge in wide.edges]
    moved = [any("→" in run.text for run in wide.edge_texts(i)[0].runs) for i in every.tolist()]
    assert min(np.array(rooms - leads)[moved]) >= BEND


@pytest.mark.parametrize("rows", [2, 3])
def test_one_entry_that_moved_leaves_room_for_its_matrix_of_derivatives(rows):
    values = {"W": [[1.25, -2.0, 0.5]] * rows, "x": [1.0, -2.0, 0.25], "b": [8.0] * rows}
    graph = graph_from_text("z = W@x; a = z+b; J = sum(a^2)/2", values)
    place_all(graph)
    readings = read(graph)
    wide = spread(Picture(graph, readings), BumpSeen(readings, readings.bump("W", 1e-3, (0, 0))))
    found = faults(wide)
    assert found == Faults(found.labels)


def test_where_all_numbers_have_room_nothing_moves():
    graph = engine.load(UNIT)
    place_all(graph)
    picture = Picture(graph, read(graph))
    again = spread(picture, picture.readings)
    assert (again.rectangles() == picture.rectangles()).all()


def test_of_many_edges_it_says_how_far_it_is():
    graph = Network((24, 24, 2), form=Form.NEURONS).build()
    place_all(graph)
    picture = Picture(graph, read(graph))
    told: list[float] = []
    with listening(told.append):
        spread(picture, picture.readings)
    assert len(told) > len(picture.edges) // 500
    assert told == sorted(told)
