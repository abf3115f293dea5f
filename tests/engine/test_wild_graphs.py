"""Whole graphs of all ops and wild numbers, against a tape that shares nothing with the engine.

What overflows on the way, or meets infinity, depends on the order in which terms are added up and
factors multiplied, and what cancels on how the last bit was rounded. So there are two rules:

- Of the whole graph, a figure is compared where tapes of several orders and roundings find one.
- Node by node, from the engine's own figures around it, every figure is compared without exception:
  it is right if some order of the same few terms and factors gives it.
"""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from programs import ran, ran_in_batches
from random_graphs import wild_graphs
from tape import Tape
from tape_ops import SORTS, Order

import engine

wild = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
MOST_ORDERS = 60


@wild
@given(wild_graphs())
def test_whole_graphs_of_wild_numbers_agree_on_every_node_and_edge(graph):
    agree(graph, ran(graph))


@wild
@given(wild_graphs(shapes=[()]))
def test_wild_numbers_agree_in_batches(graph):
    agree(graph, ran_in_batches(graph))


@wild
@given(wild_graphs(), st.data())
def test_forward_mode_meets_reverse_mode_where_neither_leaves_the_numbers(graph, data):
    program = ran(graph)
    leaf = data.draw(st.sampled_from([n for n in graph.nodes() if graph.is_leaf(n)]))
    for index in (
        [None] if isinstance(graph.value(leaf), float) else np.ndindex(graph.value(leaf).shape)
    ):
        pushed = program.push_forward(leaf, index)
        moved = [n for n in graph.nodes() if np.any(pushed.derivative(n))]
        edges = [edge for n in moved for edge in graph.consumers(n)]
        met = [pushed.derivative(name) for name in moved]
        met += [pushed.edge_derivative(*edge) for edge in edges]
        met += [program.derivative(name) for name in moved]
        met += [program.edge_derivative(*edge) for edge in edges]
        if all(map(moderate, met)):
            backprop = np.asarray(program.derivative(leaf))[() if index is None else index]
            assert pushed.derivative("J") == pytest.approx(backprop, rel=1e-9, abs=1e-9)


def moderate(figures):
    """Tell whether nothing overflowed or underflowed on the way to these figures."""
    sizes = np.abs(figures)
    return bool(((sizes == 0.0) | ((sizes > 1e-6) & (sizes < 1e3))).all())


def agree(graph, program):
    agree_whole(graph, program)
    agree_node_by_node(graph, program)


def figures(graph, of):
    """Return all figures of a program or a tape by what they are of."""
    if isinstance(of, Tape):
        value, derivative, edge_derivative = of.values.get, of.derivatives.get, of.edges.get
    else:
        value, derivative = of.value, of.derivative
        edge_derivative = lambda edge: of.edge_derivative(*edge)  # noqa: E731
    found = {("value", name): value(name) for name in graph.nodes()}
    found |= {("derivative", name): derivative(name) for name in graph.nodes()}
    return found | {("edge", edge): edge_derivative(edge) for edge in graph.edges()}


def agree_whole(graph, program):
    orders = [Order(), *(Order(seed, sort) for seed, sort in enumerate(SORTS))]
    tapes = [figures(graph, Tape(graph, order).run()) for order in orders]
    for at, ours in figures(graph, program).items():
        first, *others = (np.asarray(tape[at]) for tape in tapes)
        assert np.shape(ours) == first.shape, at
        settled = np.logical_and.reduce([near(other, first, 1e-11) for other in others])
        assert (near(ours, first) | ~settled).all(), (at, ours, first)


def agree_node_by_node(graph, program):
    values = {name: program.value(name) for name in graph.nodes()}
    derivatives = {name: program.derivative(name) for name in graph.nodes()}
    edges = {edge: program.edge_derivative(*edge) for edge in graph.edges()}
    for name in graph.nodes():
        some_order_gives(values[name], graph, lambda t, n=name: t.value(n, values), name)
        shape = np.shape(values[name])
        some_order_gives(
            derivatives[name], graph, lambda t, n=name, s=shape: t.derivative(n, edges, s), name
        )
        for k, source in enumerate(graph.inputs(name)):
            edge = engine.Edge(source, name, k)
            some_order_gives(
                edges[edge],
                graph,
                lambda t, edge=edge: t.flows(edge.target, values, derivatives)[edge.port],
                edge,
            )


def some_order_gives(ours, graph, theirs, where):
    found, seen = np.zeros(np.shape(ours), dtype=bool), []
    for seed in (None, *range(MOST_ORDERS)):
        with np.errstate(all="ignore"):
            seen.append(theirs(Tape(graph, Order(seed))))
        assert np.shape(ours) == np.shape(seen[-1]), where
        found |= near(ours, seen[-1])
        if found.all():
            return
    raise AssertionError((where, ours, seen[:3]))


def near(ours, theirs, tolerance=1e-9):
    """Tell of every entry whether it is the same number, infinity or NaN."""
    return np.isclose(ours, theirs, rtol=tolerance, atol=0.0, equal_nan=True)
