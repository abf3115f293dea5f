"""Neurons: sums of many products run as blocks of rows, with the bits of the plain loop."""

import numpy as np
import pytest
from programs import bits, by_loop, figures, is_batched, ran, run

import engine
from engine import ops, stretch
from engine.stretch import products
from engine.stretch.products import products_of

NEURON = " + ".join(f"w{k}*x{k}" for k in range(5)) + " + b"
SUMS = {
    "bias last": NEURON,
    "bias first": "b + " + " + ".join(f"x{k}*w{k}" for k in range(5)),
    "summands between": "w0*x0 + a + w1*x1 + w2*x2 + b + w3*x3",
    "no summand": " + ".join(f"w{k}*x{k}" for k in range(4)),
    "no product": " + ".join(f"x{k}" for k in range(5)) + " + a + b + c",
}
OTHERS = (
    "tanh(" + NEURON + ")",
    NEURON + " + w0",
    NEURON + " - c",
    NEURON + " + 2*c",
    NEURON + " + c*c",
    NEURON + " + 3",
    "w0*(" + NEURON.replace("w0*x0", "x0") + ")",
    "w*x + b",
)


def layers(text: str, units: int) -> engine.Graph:
    """Two layers in which every node computes the formula `text` of the layer before."""
    rng = np.random.default_rng(3)
    graph = engine.Graph()
    layer = [graph.input(f"x{k}", float(rng.normal())) for k in range(units)]
    names = ops.create("formula", {"formula": text}).ports
    for depth in range(2):
        following = []
        for unit in range(units):
            feeding = [
                layer[(unit + port) % units]
                if name[0] == "x"
                else graph.parameter(f"{name}_{depth}_{unit}", float(rng.normal()))
                for port, name in enumerate(names)
            ]
            sum_ = graph.op("formula", *feeding, formula=text, name=f"z{depth}_{unit}")
            following.append(graph.op("relu", sum_, name=f"a{depth}_{unit}"))
        layer = following
    graph.op("add", *layer, name="J")
    return graph


@pytest.mark.no_cover
@pytest.mark.parametrize("text", SUMS.values(), ids=SUMS)
@pytest.mark.parametrize("units", [6, 60])
def test_sums_of_products_have_the_bits_of_the_loop(text: str, units: int) -> None:
    graph = layers(text, units)
    batched, looped = ran(graph), by_loop(graph)
    assert is_batched(batched)
    run(looped)
    ours, theirs = figures(batched, graph), figures(looped, graph)
    assert ours[: len(graph)] == theirs[: len(graph)]  # the values
    assert np.allclose(ours, theirs, rtol=1e-12, atol=1e-12)


def test_a_changed_weight_computes_its_neuron_alone_with_the_same_bits() -> None:
    graph = layers(NEURON, 30)
    program = ran(graph)
    before = bits(program, graph)
    for value in (0.25, graph.value("w1_0_7")):
        program.set_value("w1_0_7", value)
        run(program)
    assert bits(program, graph) == before
    graph.set_values({"w1_0_7": 0.25})
    program.set_value("w1_0_7", 0.25)
    run(program)
    assert bits(program, graph) == bits(ran(graph), graph)


@pytest.mark.parametrize("text", OTHERS)
def test_other_formulas_are_no_sums_of_products(text: str) -> None:
    op = ops.create("formula", {"formula": text})
    assert products_of(op, len(op.ports)) is None


def test_many_neurons_on_a_level_run_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = layers(NEURON, 60)
    at_once = bits(ran(graph), graph)
    monkeypatch.setattr(stretch.batch, "_AT_ONCE", 128)
    assert bits(ran(graph), graph) == at_once


def test_kinds_of_neurons_that_were_seen_long_ago_are_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(products, "_found", {})
    monkeypatch.setattr(products, "_REMEMBERED", 1)
    for text in (SUMS["bias last"], SUMS["bias first"], SUMS["bias last"]):
        op = ops.create("formula", {"formula": text})
        assert products_of(op, len(op.ports)) is not None
