"""An own op that changes: the nodes made of it compute what it computes now."""

import pytest

import engine
from engine.formats.chainrule_file import dumps
from gui.commands import change_own
from gui.document import Document


@pytest.mark.parametrize(
    ("formula", "inputs", "written"),
    [
        ("a*b", ("b", "b2"), "b*b2"),  # it was b*b: two inputs had become one
        ("b*b2 - a", ("b3", "b2", "b"), "b3*b2 - b"),
        ("a*c", ("b", "c"), "b*c"),
    ],
)
def test_an_input_that_comes_new_is_one_of_its_own(formula, inputs, written):
    graph = engine.Graph()
    graph.parameter("b", 3.0)
    graph.own_ops = [engine.OwnOp("f", "a*2")]
    graph.op("formula", "b", name="z", formula="b*2", own="f")
    document = Document()
    document.reset(graph)
    before = dumps(graph)
    document.do(change_own(graph, graph.own_ops[0], engine.OwnOp("f", formula)))
    assert graph.attributes("z")["formula"] == written
    assert set(graph.port_names("z")) == set(inputs)
    assert graph.source_at("z", graph.port_names("z").index("b")) == "b"
    assert graph.own_op("z") == engine.OwnOp("f", formula)
    document.undo()
    assert dumps(graph) == before


def test_what_only_its_counted_name_is_called_like_feeds_no_new_input():
    """Nobody typed b2: a node that is called so has nothing to do with the new input b."""
    graph = engine.Graph()
    for name, value in (("b", 3.0), ("b2", 5.0), ("c", 7.0)):
        graph.parameter(name, value)
    graph.own_ops = [engine.OwnOp("f", "a*2")]
    graph.op("formula", "b", name="z", formula="b*2", own="f")
    change_own(graph, graph.own_ops[0], engine.OwnOp("f", "a*b*b3*c")).apply(graph)
    assert graph.attributes("z")["formula"] == "b*b4*b3*c"
    assert graph.inputs("z") == ("b", None, None, "c")
