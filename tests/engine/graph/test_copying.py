"""A graph's exact copy, edited on its own, that then takes the graph's place."""

import gc
import weakref

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_graphs import wild_graphs

import engine
from engine.formats.chainrule_file import dumps
from engine.graph.subgraph import subgraph
from engine.progress import listening

seeds = st.integers(0, 2**32 - 1)


def _inside(graph: engine.Graph) -> dict[str, object]:
    """Return all that a graph holds, the orders of its dicts too."""
    network = graph.network
    sides = [
        [
            (name, [(other, list(ports.items())) for other, ports in near.items()])
            for name, near in of
        ]
        for of in (network._succ.items(), network._pred.items())
    ]
    held = {key: value for key, value in vars(graph).items() if key != "network"}
    held |= {k: list(v.items()) for k, v in held.items() if isinstance(v, dict)}
    return held | {"nodes": list(network._node.items()), "sides": sides, "own": network.graph}


def _scramble(graph: engine.Graph, seed: int) -> None:
    """Edit a graph this way and that, the same way for the same seed and graph."""
    rng = np.random.default_rng(seed)
    for _ in range(6):
        names = graph.nodes()
        if not names:
            return
        name = names[rng.integers(len(names))]
        match int(rng.integers(4)):
            case 0:
                graph.rename_node(name, graph.unique_name("other"))
            case 1:
                graph.remove_node(name)
            case 2:
                removed = graph.remove_node(name)
                graph.restore_node(removed)
            case _:
                graph.set_positions({name: (1.5, 2.5)})
                graph.add_node(graph.unique_name("more"), "add")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wild_graphs(), seeds, seeds)
def test_a_copy_holds_the_same_in_the_same_order_and_is_edited_alike(graph, before, later):
    _scramble(graph, before)
    graph.missing_inputs()
    copy = graph.copy()
    assert repr(_inside(copy)) == repr(_inside(graph))
    kept = repr(_inside(graph))
    _scramble(copy, later)
    assert repr(_inside(graph)) == kept
    _scramble(graph, later)
    assert dumps(copy) == dumps(graph)
    assert copy.missing_inputs() == graph.missing_inputs()


def test_both_ends_of_a_copied_edge_know_what_a_file_keeps_of_it(linear_unit: engine.Graph) -> None:
    copy = linear_unit.copy()
    copy._more(engine.Edge("w", "c", 0))["note"] = "kept"
    assert copy.network._pred["c"]["w"][0] == {"note": "kept"}
    assert not linear_unit._more(engine.Edge("w", "c", 0))


def test_who_knows_a_graph_finds_it_edited_and_asks_with_old_marks(
    linear_unit: engine.Graph,
) -> None:
    known, mark, before = linear_unit, linear_unit.mark, dumps(linear_unit)
    copy = linear_unit.copy()
    copy.add_node("more", "add")
    copy.remove_node("c")
    after = dumps(copy)
    was = linear_unit.become(copy)
    assert dumps(known) == after
    assert dumps(was) == before
    assert known.touched_since(mark) == {"more", "c", "a"}
    assert ("more", 0) in known.missing_inputs()
    copy.title = "One graph"
    copy.add_node("last", "add")
    assert known.title == "One graph"
    assert known.nodes()[-1] == "last"
    assert dumps(was) == before


def test_what_a_graph_was_dissolves_alone(linear_unit: engine.Graph) -> None:
    before = dumps(linear_unit)
    was = linear_unit.become(linear_unit.copy())
    was.dissolve()
    assert len(was) == 0
    assert not was.edge_count()
    assert dumps(linear_unit) == before


def test_copying_says_how_far_it_is_and_is_given_up(linear_unit: engine.Graph) -> None:
    heard: list[float] = []
    with listening(heard.append):
        linear_unit.copy()
    assert heard == sorted(heard)
    assert heard

    def give_up(_: float) -> None:
        raise KeyboardInterrupt

    with listening(give_up), pytest.raises(KeyboardInterrupt):
        linear_unit.copy()


def test_numbers_set_together_in_a_copy_leave_the_graph_until_it_becomes_the_copy(
    linear_unit: engine.Graph,
) -> None:
    names = ("w", "b")
    linear_unit.values_of(names)
    before, copy = dumps(linear_unit), linear_unit.copy()
    assert copy.set_numbers(names, np.array([3.0, 4.0]))
    assert dumps(linear_unit) == before
    linear_unit.become(copy)
    assert list(linear_unit.values_of(names)) == [3.0, 4.0]
    assert linear_unit.set_numbers(names, np.array([5.0, 6.0]))
    assert linear_unit.value("w") == copy.value("w") == 5.0


@pytest.mark.parametrize("asked", ["nothing", "part", "sinks", "renamed", "removed"])
def test_a_graph_goes_with_who_knew_it_last_and_waits_for_no_collection(asked: str) -> None:
    graph = engine.Graph()
    graph.op("multiply", graph.parameter("w", 2.0), graph.input("x", 3.0), name="c")
    if asked == "part":
        assert len(subgraph(graph, {"w", "c"})) == 2
    elif asked == "sinks":
        assert graph.resolve_output() == "c"
    elif asked == "renamed":
        graph.rename_node("w", "v")
    elif asked == "removed":
        graph.restore_node(graph.remove_node("w"))
    known = weakref.ref(graph.network)
    gc.disable()
    try:
        del graph
        assert known() is None
    finally:
        gc.enable()
