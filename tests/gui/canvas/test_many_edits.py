"""Many edits, some between two frames: the picture comes to be the one made anew."""

import random
from collections.abc import Callable

import numpy as np
import pytest

import engine
from gui.canvas.canvas import Canvas
from gui.commands import (
    AddNodes,
    DeleteNodes,
    MoveNodes,
    NewNode,
    RenameNode,
    SetAttribute,
    SetOutput,
    SetValue,
    group,
)
from gui.commands.groups import fold
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.picture import Picture

STEPS = 25


class Edits:
    """Random edits of a graph on a canvas that does not show all of it."""

    def __init__(self, canvas: Canvas, seed: int) -> None:
        self.canvas, self.document = canvas, canvas.document
        self.random = random.Random(seed)  # noqa: S311 -- no secret
        self.document.reset(self._graph(self.random.randrange(8, 40)))
        canvas.evaluation.flush()

    def _graph(self, nodes: int) -> engine.Graph:
        graph = engine.Graph()
        spots = [(160.0 * (k % 8), 70.0 * (k // 8)) for k in range(64)]
        self.random.shuffle(spots)
        for k in range(nodes):
            if k < max(2, nodes // 4):
                graph.parameter(f"n{k}", k / 7, position=spots[k])
            else:
                op, pair = self.random.choice(["add", "multiply"]), self._some(range(k), 2)
                graph.op(op, *(f"n{i}" for i in pair), name=f"n{k}", position=spots[k])
        graph.output = f"n{nodes - 1}"
        return graph

    def _some(self, among: range | list[str], most: int) -> list:
        return [self.random.choice(among) for _ in range(most)]

    def _places(self, names: list[str]) -> dict[str, tuple[float, float]]:
        at = self.random.randrange
        return {name: (10.0 * at(130), 10.0 * at(60)) for name in names}

    def take_one(self, place: int) -> None:
        """Take an edit that may be refused."""
        names = self.document.graph.nodes()
        takes = [self._move, self._carry, self._add, self._undo, self._group]
        takes += [self._value, self._label, self._rename, self._output]
        take = self.random.choice(takes)
        if len(names) > 5 and self.random.random() < 0.2:
            take = self._delete
        edit: Callable[[list[str], int], None] = take
        edit(names, place)

    def _move(self, names: list[str], _: int) -> None:
        self.document.do(MoveNodes(self._places(self._some(names, 2))))

    def _carry(self, names: list[str], _: int) -> None:
        some = self._some(names, 1)
        for _step in range(self.random.randrange(1, 4)):
            self.document.preview(MoveNodes(self._places(some)))
            self.canvas.evaluation.flush()
        if self.random.random() < 0.4:
            self.document.end_preview()
        elif self.random.random() < 0.3:
            self.document.do(DeleteNodes([self.random.choice(names)]))
        else:
            self.document.do(MoveNodes(self._places(some)))

    def _add(self, names: list[str], place: int) -> None:
        node = NewNode(f"m{place}", "add", {"position": self._places(["m"])["m"]})
        edges = [engine.Edge(name, node.name, k) for k, name in enumerate(self._some(names, 2))]
        self.document.do(AddNodes([node], edges))

    def _delete(self, names: list[str], _: int) -> None:
        self.document.do(DeleteNodes(self._some(names, 1)))

    def _undo(self, _names: list[str], _: int) -> None:
        history = self.document.history
        if history.canRedo() and self.random.random() < 0.5:
            self.document.redo()
        elif history.canUndo():
            self.document.undo()

    def _value(self, names: list[str], _: int) -> None:
        value = self.random.choice([0.0, 1.0, -1.5, 123456.789, 1e30])
        self.document.do(SetValue(self.random.choice(names), value))

    def _label(self, names: list[str], _: int) -> None:
        label = self.random.choice(["w_1", "a very long label", None])
        self.document.do(SetAttribute(self.random.choice(names), "label", label))

    def _rename(self, names: list[str], place: int) -> None:
        self.document.do(RenameNode(self.random.choice(names), f"another_name_{place}"))

    def _output(self, names: list[str], _: int) -> None:
        self.document.do(SetOutput(self.random.choice(names)))

    def _group(self, names: list[str], _: int) -> None:
        groups = list(self.document.graph.groups)
        if groups and self.random.random() < 0.5:
            folded = self.random.random() < 0.5
            self.document.do(fold(self.document.graph, [groups[0].id], folded=folded))
        else:
            self.document.do(group(self.document.graph, self.random.sample(names, 3), "G"))


@pytest.mark.parametrize("seed", range(4))
def test_the_picture_comes_to_be_the_one_made_anew(qtbot, seed: int) -> None:
    document = Document()
    canvas = Canvas(document, Evaluation(document))
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    edits, compared = Edits(canvas, seed), 0
    for place in range(STEPS):
        try:
            edits.take_one(place)
        except engine.GraphError:
            continue  # a group of what is in one, a node that would be called as another
        canvas.evaluation.flush()
        if edits.random.random() < 0.5:
            continue  # the next comes before the frame
        canvas.finish_drawing()
        picture, anew = canvas.picture, Picture(document.graph, canvas.picture.readings)
        assert (picture.names, picture.edges) == (anew.names, anew.edges)
        np.testing.assert_array_equal(picture.sizes, anew.sizes)
        np.testing.assert_array_equal(picture.centres, anew.centres)
        assert (picture.leads >= anew.leads).all()  # more where numbers have shrunk
        again = picture.with_edges_kept()
        again._alone.clear()
        again.reroute()
        assert all(map(np.array_equal, picture.lines, again.lines))
        if np.array_equal(picture.leads, anew.leads):
            for line, way in zip(picture.lines, anew.lines, strict=True):
                np.testing.assert_array_equal(line, way)
            assert picture.labels_of(range(len(anew.edges))) == anew.labels_of(
                range(len(anew.edges))
            )
            np.testing.assert_array_equal(picture.boxes, anew.boxes)
            assert picture.frames() == anew.frames()
            compared += 1
    assert compared > 3
