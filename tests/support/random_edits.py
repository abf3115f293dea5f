"""Every kind of edit, drawn at random, of a document that others undo and redo."""

import contextlib

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

import engine
from engine.formats.chainrule_file import dumps
from engine.lesson.lesson_text import LessonText, Said
from engine.lesson.quiz import Quiz
from engine.lesson.steps import Direction
from engine.ops import LEAVES
from engine.training import Choice, Table
from gui.canvas.aligning import Line, Spread, aligned, distributed
from gui.commands import (
    AddNodes,
    Connect,
    Disconnect,
    MoveNodes,
    NewNode,
    RenameNode,
    SetAttribute,
    SetFormula,
    SetKind,
    SetLesson,
    SetOutput,
    SetQuiz,
    SetSlider,
    SetSliders,
    SetTable,
    SetTitle,
    SetTraining,
    SetValue,
    SetValues,
    become_own,
    change_own,
    delete,
    delete_healing,
    fold,
    group,
    retitle,
    ungroup,
)
from gui.commands.clip import clip_of, paste, read_clip, written_clip
from gui.commands.randomise import Distribution, randomise
from gui.document import Command, Document
from gui.picture.picture import Picture
from gui.run import read
from gui.slider_span import Span, has_number
from gui.threads.work import Cancelled

OPS = ["add", "multiply", "subtract", "relu", "square", "maximum", "sum"]
NAMES = ["w", "x", "b", "c", "a_1", "z^{[2]}", "ü"]
NUMBERS = st.sampled_from([0.0, -0.0, 1.5, -2.0, 1e300, float("inf"), float("nan")])
PLACES = st.tuples(*[st.integers(-5, 5).map(float)] * 2)


class RandomEdits:
    """Rules that edit a document; refused edits must leave no trace."""

    document: Document

    def _do(self, command: Command) -> None:
        before = dumps(self.document.graph)
        count = self.document.history.index()
        try:
            self.document.do(command)
        except (engine.GraphError, Cancelled):
            assert dumps(self.document.graph) == before
            assert self.document.history.index() == count

    def _node(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.document.graph.nodes()))

    def _has_nodes(self) -> bool:
        return bool(self.document.graph.nodes())

    @rule(name=st.sampled_from(NAMES), value=NUMBERS, place=PLACES, kind=st.integers(0, 2))
    def add_leaf(self, name: str, value: float, place: tuple[float, float], kind: int) -> None:
        op = ("parameter", "input", "constant")[kind]
        self._do(AddNodes([NewNode(name, op, {"value": value, "position": place})]))

    @rule(op=st.sampled_from(OPS), place=PLACES)
    def add_op(self, op: str, place: tuple[float, float]) -> None:
        name = self.document.graph.unique_name(op)
        self._do(AddNodes([NewNode(name, op, {"position": place})]))

    @precondition(_has_nodes)
    @rule(data=st.data(), text=st.sampled_from(["{a}^2/2", "{a}*{b} + sin({a})", "2{b}"]))
    def add_formula(self, data: st.DataObject, text: str) -> None:
        a, b = self._node(data), self._node(data)
        name = self.document.graph.unique_name("J")
        node = NewNode(name, "formula", {"formula": text.format(a="p", b="q")})
        self._do(AddNodes([node], [engine.Edge(a, name, 0), engine.Edge(b, name, 1)]))

    @precondition(_has_nodes)
    @rule(data=st.data(), port=st.integers(0, 3))
    def connect(self, data: st.DataObject, port: int) -> None:
        self._do(Connect(self._node(data), self._node(data), port))

    @precondition(lambda self: bool(self.document.graph.edges()))
    @rule(data=st.data())
    def disconnect(self, data: st.DataObject) -> None:
        self._do(Disconnect(*data.draw(st.sampled_from(self.document.graph.edges()))))

    @precondition(_has_nodes)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        graph = self.document.graph
        nodes = data.draw(st.sets(st.sampled_from(graph.nodes()), max_size=3))
        edges = graph.edges()
        cut = data.draw(st.sets(st.sampled_from(edges), max_size=2)) if edges else set()
        self._do(delete(graph, nodes, cut))

    @precondition(_has_nodes)
    @rule(data=st.data())
    def delete_and_heal(self, data: st.DataObject) -> None:
        graph = self.document.graph
        nodes = data.draw(st.sets(st.sampled_from(graph.nodes()), max_size=3))
        self._do(delete_healing(graph, nodes, ()))

    @precondition(_has_nodes)
    @rule(data=st.data(), text=st.sampled_from(["x^2", "u*v + 1", "p"]))
    def save_as_own_op(self, data: st.DataObject, text: str) -> None:
        graph = self.document.graph
        formulas = [name for name in graph.nodes() if graph.op_of(name) == "formula"]
        known = list(graph.own_ops)
        if formulas:
            node = data.draw(st.sampled_from(formulas))
            with contextlib.suppress(engine.GraphError):
                op = engine.OwnOp("mine", str(graph.attributes(node)["formula"]))
                self._do(become_own(graph, node, op))
        if known:
            old = data.draw(st.sampled_from(known))
            name = data.draw(st.sampled_from(["mine", "other"]))
            step = change_own(graph, old, engine.OwnOp(name, text, "φ"))
            if step is not None:
                self._do(step)

    @precondition(_has_nodes)
    @rule(data=st.data(), joined=st.booleans())
    def copy_and_paste(self, data: st.DataObject, joined: bool) -> None:
        graph = self.document.graph
        nodes = data.draw(st.sets(st.sampled_from(graph.nodes()), min_size=1, max_size=3))
        clip = read_clip(written_clip(clip_of(graph, nodes)))
        self._do(paste(graph, clip, joined=joined)[0])

    @precondition(_has_nodes)
    @rule(data=st.data(), new=st.sampled_from([*NAMES, "", "p", "d"]))
    def rename(self, data: st.DataObject, new: str) -> None:
        self._do(RenameNode(self._node(data), new))

    @precondition(_has_nodes)
    @rule(data=st.data(), place=PLACES, burst=st.sampled_from([None, 1, 2]))
    def move(self, data: st.DataObject, place: tuple[float, float], burst: int | None) -> None:
        names = data.draw(st.sets(st.sampled_from(self.document.graph.nodes()), max_size=3))
        self._do(MoveNodes(dict.fromkeys(sorted(names), place), burst=burst))

    @precondition(_has_nodes)
    @rule(data=st.data(), way=st.sampled_from([*Line, *Spread]))
    def line_up(self, data: st.DataObject, way: Line | Spread) -> None:
        graph = self.document.graph
        chosen = data.draw(st.sets(st.sampled_from(graph.nodes()), max_size=5))
        picture = Picture(graph, read(graph))
        make = aligned if isinstance(way, Line) else distributed
        step = make(picture, chosen, way)  # type: ignore[operator]
        if step is not None:
            self._do(step)

    @precondition(_has_nodes)
    @rule(data=st.data(), value=NUMBERS, burst=st.sampled_from([None, 1, 2]))
    def set_value(self, data: st.DataObject, value: float, burst: int | None) -> None:
        self._do(SetValue(self._node(data), value, burst))

    @precondition(_has_nodes)
    @rule(data=st.data(), span=st.sampled_from([None, Span(-1.0, 1.0, 0.1), Span(0.0, 9.0, 3.0)]))
    def set_slider(self, data: st.DataObject, span: Span | None) -> None:
        self._do(SetSlider(self._node(data), span))

    @precondition(_has_nodes)
    @rule(data=st.data(), given=st.booleans())
    def set_sliders(self, data: st.DataObject, given: bool) -> None:
        graph = self.document.graph
        leaves = [name for name in graph.nodes() if has_number(graph, name)]
        self._do(SetSliders(leaves[: data.draw(st.integers(0, 4))], given=given))

    @precondition(_has_nodes)
    @rule(data=st.data(), value=NUMBERS, burst=st.sampled_from([None, 1, 2]))
    def set_values(self, data: st.DataObject, value: float, burst: int | None) -> None:
        names = data.draw(st.sets(st.sampled_from(self.document.graph.nodes()), max_size=4))
        self._do(SetValues(dict.fromkeys(sorted(names), value), burst=burst))

    @rule(rows=st.integers(-1, 2), burst=st.sampled_from([None, 1]))
    def set_table(self, rows: int, burst: int | None) -> None:
        table = Table(("x", "w[0]"), tuple((float(k), 1.0) for k in range(rows)))
        self._do(SetTable(None if rows < 0 else table, burst=burst))

    @rule(quiz=st.sampled_from([None, Quiz(), Quiz(edges=(engine.Edge("w", "c", 0),))]))
    def set_quiz(self, quiz: Quiz | None) -> None:
        self._do(SetQuiz(quiz))

    @rule(choice=st.sampled_from([Choice(), Choice("adam", 0.5)]), burst=st.sampled_from([None, 1]))
    def set_training(self, choice: Choice, burst: int | None) -> None:
        self._do(SetTraining(choice, burst))

    @rule(text=st.sampled_from(["", "first", "second"]))
    def set_lesson(self, text):
        nodes = self.document.graph.nodes()
        said = Said(Direction.FORWARD, nodes[0], text) if nodes else None
        self._do(SetLesson(LessonText("", (said,)) if text and said else None))

    @precondition(_has_nodes)
    @rule(data=st.data(), label=st.sampled_from([None, "a^{[1]}", "w_1"]))
    def set_label(self, data: st.DataObject, label: str | None) -> None:
        self._do(SetAttribute(self._node(data), "label", label))

    @precondition(_has_nodes)
    @rule(data=st.data(), text=st.sampled_from(["p + q", "p", "q*p", "p +", "1"]))
    def set_formula(self, data: st.DataObject, text: str) -> None:
        self._do(SetFormula(self._node(data), text))

    @precondition(_has_nodes)
    @rule(data=st.data(), kind=st.sampled_from(LEAVES))
    def set_kind(self, data: st.DataObject, kind: str) -> None:
        self._do(SetKind(self._node(data), kind))

    @precondition(_has_nodes)
    @rule(data=st.data(), nothing=st.booleans())
    def set_output(self, data: st.DataObject, nothing: bool) -> None:
        self._do(SetOutput(None if nothing else self._node(data)))

    @rule(title=st.sampled_from(["", "One unit", "ß"]))
    def set_title(self, title: str) -> None:
        self._do(SetTitle(title))

    @precondition(_has_nodes)
    @rule(data=st.data(), title=st.sampled_from(["Layer 1", "ß", " "]))
    def group(self, data: st.DataObject, title: str) -> None:
        nodes = st.sets(st.sampled_from(self.document.graph.nodes()), min_size=1, max_size=4)
        with contextlib.suppress(engine.GraphError):
            self._do(group(self.document.graph, data.draw(nodes), title))

    @precondition(lambda self: bool(self.document.graph.groups))
    @rule(data=st.data(), what=st.sampled_from(["fold", "unfold", "retitle", "ungroup"]))
    def change_a_group(self, data: st.DataObject, what: str) -> None:
        graph = self.document.graph
        one = data.draw(st.sampled_from(graph.groups)).id
        with contextlib.suppress(engine.GraphError):
            if what == "ungroup":
                self._do(ungroup(graph, [one]))
            elif what == "retitle":
                self._do(retitle(graph, one, "Another"))
            else:
                self._do(fold(graph, [one], folded=what == "fold"))

    @precondition(_has_nodes)
    @rule(seed=st.integers(0, 3), distribution=st.sampled_from(Distribution))
    def randomise(self, seed: int, distribution: Distribution) -> None:
        graph = self.document.graph
        leaves = [name for name in graph.nodes() if graph.is_leaf(name)]
        self._do(randomise(graph, leaves, distribution, 2.0, seed))

    @precondition(_has_nodes)
    @rule(data=st.data(), value=NUMBERS)
    def preview(self, data: st.DataObject, value: float) -> None:
        before = dumps(self.document.graph)
        with contextlib.suppress(engine.GraphError):
            self.document.preview(SetValue(self._node(data), value))
        self.document.end_preview()
        assert dumps(self.document.graph) == before
