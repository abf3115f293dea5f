"""Generated networks: their shape, their seed, what they refuse."""

from itertools import pairwise

import numpy as np
import pytest

import engine
from engine.network import ACTIVATIONS, Form, Network, layer_sizes

FORMS = list(Form)


def cost(graph: engine.Graph) -> engine.Program:
    program = engine.compile(graph)
    program.forward()
    program.backward()
    return program


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sizes", [(2, 3, 1), (3, 2), (1, 1, 1), (4, 5, 3, 2)])
def test_a_network_has_the_nodes_and_parameters_it_tells(form, sizes):
    network = Network(sizes, form=form)
    graph = network.build()
    assert len(graph) == network.nodes
    held = [graph.value(n) for n in graph.nodes() if graph.op_of(n) == "parameter"]
    assert sum(np.size(value) for value in held) == network.parameters
    assert network.parameters == sum((a + 1) * b for a, b in pairwise(sizes))
    assert graph.title == network.title
    assert f"{network.parameters:,} parameters" in graph.title


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_all_forms_compute_the_same(activation):
    arrays, neurons, operations = (
        cost(Network((3, 4, 2), activation, form=form, seed=5).build()) for form in FORMS
    )
    for numbers in (neurons, operations):
        assert numbers.value("J") == pytest.approx(arrays.value("J"), rel=1e-12)
        weights = [
            [numbers.derivative(f"w1_{unit}_{k}") for unit in range(1, 5)] for k in range(1, 4)
        ]
        assert np.allclose(weights, arrays.derivative("W1"), rtol=1e-9)


def test_the_seed_makes_the_same_network_again():
    first, again, other = (Network((3, 4, 1), seed=seed).build() for seed in (1, 1, 2))
    assert np.array_equal(first.value("W1"), again.value("W1"))
    assert not np.array_equal(first.value("W1"), other.value("W1"))


def test_weights_are_as_wide_as_their_layer_asks():
    relu = Network((400, 300, 1)).build().value("W1")
    tanh = Network((400, 300, 1), "tanh").build().value("W1")
    assert np.std(relu) == pytest.approx(np.sqrt(2 / 400), rel=0.02)
    assert np.max(np.abs(tanh)) == pytest.approx(np.sqrt(6 / 700), rel=0.01)


def test_classes_are_told_apart_by_the_cross_entropy():
    graph = Network((4, 5, 3), loss="cross_entropy", batch=6).build()
    program = cost(graph)
    assert graph.value("y").shape == (6,)
    assert set(graph.value("y").tolist()) <= {0.0, 1.0, 2.0}
    assert program.derivative("b2").sum() == pytest.approx(0.0, abs=1e-12)


def test_a_batch_is_as_many_rows():
    graph = Network((4, 3), batch=7).build()
    assert (graph.value("x").shape, graph.value("y").shape) == ((7, 4), (7, 3))


@pytest.mark.parametrize(
    ("network", "said"),
    [
        (Network((3,)), "at least two layers"),
        (Network((3, 0, 1)), "at least one unit"),
        (Network((2, 1), "square"), "unknown activation 'square'; known: relu"),
        (Network((2, 1), loss="mse"), "unknown loss 'mse'; known: squared_error, cross_entropy"),
        (Network((2, 1), batch=0), "at least one example"),
        (Network((2, 1), batch=2, form=Form.NEURONS), "a batch of several examples needs arrays"),
        (Network((2, 2), loss="cross_entropy", form=Form.NEURONS), "cross-entropy needs arrays"),
        (Network((200, 2), form=Form.NEURONS), "a neuron of 200 inputs would be too long"),
        (Network((600, 600), form=Form.OPERATIONS), "has 723,002 nodes, and 240,000 fit"),
        (Network((10_000, 10_000)), "100,030,000 numbers are too many"),
        (Network((3000, 3000)), "9,009,000 numbers are too many"),
        (Network((1,) * 60_000), "this network has 299,998 nodes, and 240,000 fit"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(network, said):
    with pytest.raises(engine.GraphError, match=said):
        network.build()


@pytest.mark.parametrize(
    ("text", "sizes"),
    [("784,128,10", (784, 128, 10)), (" 2 , 20*3,1", (2, 20, 20, 20, 1)), ("2*2", (2, 2))],
)
def test_sizes_are_read(text, sizes):
    assert layer_sizes(text) == sizes


@pytest.mark.parametrize("text", ["", "2,,1", "2,x", "2.5,1", "-1,2", "3*", "*3", "²,1", "2*0x3"])
def test_what_is_no_size_is_named(text):
    with pytest.raises(engine.GraphError, match="is no size of a layer; write 784,128,10"):
        layer_sizes(text)


def test_a_number_of_layers_beyond_all_sense_is_refused():
    with pytest.raises(engine.GraphError, match="999999999 layers are too many"):
        layer_sizes("2*999999999")


def test_long_titles_are_shortened():
    assert Network((2,) * 9).title == "Network 2–2–…–2, 48 parameters"
