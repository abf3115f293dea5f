"""What is deleted is closed over: what fed it feeds what it fed, found once for each node."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine.formats.chainrule_file import dumps
from gui.commands import Connect, delete_healing

GONE = "abcd"


def closed(graph: engine.Graph, names: str) -> tuple[str | None, ...]:
    """Return what feeds J once the nodes are gone; all is as it was afterwards."""
    before = dumps(graph)
    command = delete_healing(graph, names, [])
    command.apply(graph)
    inputs = graph.inputs("J")
    command.revert(graph)
    assert dumps(graph) == before
    return inputs


@given(
    fed=st.lists(
        st.lists(st.sampled_from("abcdwx"), min_size=2, max_size=3), min_size=4, max_size=4
    ),
    gone=st.sets(st.sampled_from(GONE)),
)
def test_the_first_input_that_comes_from_a_node_that_stays_takes_the_place(fed, gone):
    graph = engine.Graph()
    for leaf in "wx":
        graph.parameter(leaf)
    for name in "Jabcd":
        graph.add_node(name, "add")
    for target, sources in zip(GONE, fed, strict=True):
        later = [source for source in sources if source in "wx" or source > target]
        for port, source in enumerate(later):  # those of a may be b, c and d
            graph.add_edge(source, target, port)
    graph.add_edge("a", "J", 0)

    def first(name: str) -> str | None:
        if name not in gone:
            return name
        through = (first(source) for source in graph.inputs(name) if source is not None)
        return next((source for source in through if source is not None), None)

    assert closed(graph, "".join(gone))[0] == first("a")


def test_the_inputs_of_a_chain_are_not_gone_through_again_for_each_node(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = engine.Graph()
    names = [graph.parameter("n0")]
    for k in range(1, 101):
        names.append(graph.op("negate", names[-1], name=f"n{k}"))
    asked: list[str] = []
    inputs = engine.Graph.inputs
    monkeypatch.setattr(engine.Graph, "inputs", lambda *at: asked.append(at[1]) or inputs(*at))
    assert delete_healing(graph, names[1:-1], []).text == "Delete 99 nodes and heal"
    assert len(asked) <= 2 * 99


def test_an_edge_is_led_into_a_wide_sum_without_listing_its_inputs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = engine.Graph()
    graph.op("add", graph.parameter("w"), graph.parameter("x"), name="s")
    inputs = engine.Graph.inputs
    monkeypatch.delattr("engine.graph.structure.Structure.inputs")
    Connect("x", "s", 0).apply(graph)
    Connect("w", "s", 2).apply(graph)
    assert inputs(graph, "s") == ("x", "x", "w")
