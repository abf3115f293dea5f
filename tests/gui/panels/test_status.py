"""The status bar: what it counts, what it says is wrong, where it leads."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

import engine
from engine.network import Network
from gui.commands import AddNodes, Disconnect, MoveNodes, NewNode, SetOutput, SetValue
from gui.document import Document
from gui.evaluation import Evaluation
from gui.language import counted
from gui.panels.status import Status


def _graph() -> engine.Graph:
    graph = engine.Graph()
    c = graph.op("multiply", graph.parameter("w", 2.0), graph.input("x", -2.0), name="c")
    a = graph.op("add", c, graph.parameter("b", 8.0), name="a")
    d = graph.op("subtract", a, graph.input("y", 2.0), name="d")
    graph.op("formula", d, name="J", formula="d^2/2", inputs=["d"])
    return graph


@pytest.fixture
def document() -> Document:
    document = Document()
    document.reset(_graph())
    return document


@pytest.fixture
def status(qtbot: QtBot, document: Document) -> Status:
    evaluation = Evaluation(document, document)
    status = Status(document, evaluation)
    qtbot.addWidget(status)
    status.show()
    return status


def test_it_counts_and_says_what_backprop_saves(status: Status) -> None:
    assert status.counts.text() == "8 nodes · 7 edges"
    assert status.steps.text() == "n + p = 6 steps against n × p = 8"
    assert not status.missing.isVisible()
    assert not status.nonfinite.isVisible()


def test_it_counts_missing_inputs_and_leads_to_the_first(
    qtbot: QtBot, document: Document, status: Status
) -> None:
    document.do(Disconnect("b", "a", 1))
    qtbot.waitUntil(status.missing.isVisible)
    assert status.missing.text() == "1 input is missing"
    document.do(Disconnect("w", "c", 0))
    qtbot.waitUntil(lambda: status.missing.text() == "2 inputs are missing")
    with qtbot.waitSignal(status.asked_for) as asked:
        status.missing.click()
    assert asked.args == ["c"]


def test_a_name_is_shown_as_it_is_whatever_signs_are_in_it(
    qtbot: QtBot, document: Document, status: Status
) -> None:
    graph = engine.Graph()
    graph.op("divide", graph.parameter("w", 1.0), graph.constant("0", 0.0), name="a&b <i>")
    document.reset(graph)
    qtbot.waitUntil(status.nonfinite.isVisible)
    assert status.nonfinite.text() == "infinity starts at a&&b <i>"
    assert status.nonfinite.toolTip() == "<qt>Show a&amp;b &lt;i&gt;</qt>"
    graph = engine.Graph()
    graph.op("add", graph.parameter("w", [1.0, 2.0]), graph.input("x", [1.0] * 3), name="f' & g")
    document.reset(graph)
    qtbot.waitUntil(lambda: status.unfit.isVisible() and not status.nonfinite.isVisible())
    assert status.unfit.text().startswith("f' && g")
    assert status.unfit.toolTip() == "Show f' & g"


def test_it_says_which_shapes_do_not_fit(qtbot: QtBot, document: Document, status: Status) -> None:
    document.do(SetValue("w", np.array([1.0, 2.0])))
    document.do(SetValue("x", np.array([1.0, 2.0, 3.0])))
    qtbot.waitUntil(status.unfit.isVisible)
    assert status.unfit.text() == "c (multiply): (2) and (3) do not fit"
    assert not status.message.isVisible()
    with qtbot.waitSignal(status.asked_for) as asked:
        status.unfit.click()
    assert asked.args == ["c"]


@pytest.mark.parametrize(
    ("value", "text"), [(float("nan"), "NaN starts at w"), (float("inf"), "infinity starts at w")]
)
def test_it_says_where_a_value_stops_being_finite(
    qtbot: QtBot, document: Document, status: Status, value: float, text: str
) -> None:
    document.do(SetValue("w", value))
    qtbot.waitUntil(status.nonfinite.isVisible)
    assert status.nonfinite.text() == text


def test_an_empty_graph_says_nothing(qtbot: QtBot, document: Document, status: Status) -> None:
    document.reset(engine.Graph())
    qtbot.waitUntil(lambda: status.counts.text() == "")
    assert status.steps.text() == ""
    assert not status.message.isVisible()


def test_of_leaves_alone_nobody_asks_for_an_output(
    qtbot: QtBot, document: Document, status: Status
) -> None:
    document.reset(engine.Graph())
    for name, counts in (("x", "1 node · 0 edges"), ("w", "2 nodes · 0 edges")):
        document.do(AddNodes([NewNode(name, "input", {"value": np.array([1.0, 2.0])})]))
        qtbot.waitUntil(lambda counts=counts: status.counts.text() == counts)
        assert status.message.text() == ""
    document.do(SetOutput("x"))
    qtbot.waitUntil(status.message.isVisible)
    assert "must be a single number" in status.message.text()
    document.undo()
    document.do(
        AddNodes([NewNode("c", "add")], [engine.Edge("w", "c", 0), engine.Edge("x", "c", 1)])
    )
    qtbot.waitUntil(status.message.isVisible)
    assert "must be a single number" in status.message.text()


def test_a_refusal_goes_with_the_next_edit_and_stays_where_a_card_is_moved(
    document: Document, status: Status
) -> None:
    status.say("a node cannot feed itself")
    document.do(MoveNodes({"w": (10.0, 20.0)}))
    document.preview(SetValue("w", 3.0))
    assert status.said.isVisible()
    document.do(SetValue("w", 3.0))
    assert not status.said.isVisible()


def test_large_counts_are_written_in_groups(qapp):  # noqa: ARG001  texts need the application
    assert counted(26281, "1 node", "{n} nodes") == "26,281 nodes"
    assert counted(1, "1 node", "{n} nodes") == "1 node"


def test_of_arrays_every_entry_would_be_bumped(
    qtbot: QtBot, document: Document, status: Status
) -> None:
    document.reset(Network((784, 128, 10), loss="cross_entropy").build())
    qtbot.waitUntil(lambda: "entries" in status.steps.text())
    assert status.steps.text() == "n + p = 10 steps against n × 101,770 entries = 610,620"
    assert "for each entry" in status.steps.toolTip()


def test_very_many_nodes_are_counted_in_thousands(window) -> None:
    graph = engine.Graph()
    for k in range(1200):
        graph.op("log", graph.parameter(f"w{k}", -1.0), name=f"z{k}")
    window.document.reset(graph)
    window.evaluation.flush()
    window.status.refresh()
    assert window.status.nonfinite.text() == "NaN or infinity starts at 1,200 nodes"
