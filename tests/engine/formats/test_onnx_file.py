"""ONNX out: its own evaluator gives our output, and what it holds comes back as a graph."""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from onnx.reference import ReferenceEvaluator
from programs import output_value
from random_graphs import array_graphs

import engine
from engine import ops
from engine.formats.from_onnx import graph_from_onnx
from engine.formats.onnx_file import onnx_bytes
from resources import resource

EXAMPLES = sorted(Path(str(resource("examples"))).glob("*.chainrule"))


def inputs(graph: engine.Graph) -> dict:
    return {n: np.asarray(graph.value(n)) for n in graph.nodes() if graph.op_of(n) == "input"}


def agree(graph: engine.Graph) -> onnx.ModelProto:
    model = onnx.load_model_from_string(onnx_bytes(graph))
    asked = {info.name for info in model.graph.input}
    given_ = {name: array for name, array in inputs(graph).items() if name in asked}
    (theirs,) = ReferenceEvaluator(model).run(None, given_)
    assert np.allclose(theirs, output_value(graph), rtol=1e-9, equal_nan=True)
    return model


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_computed_alike_and_come_back(path):
    graph = engine.load(path)
    onnx.checker.check_model(agree(graph))
    back = graph_from_onnx(onnx_bytes(graph), inputs(graph))
    program, again = engine.compile(graph), engine.compile(back)
    for each in (program, again):
        each.forward()
        each.backward()
    assert again.output == program.output
    assert set(again.parameters) == set(program.parameters)
    for name in program.parameters:
        assert again.derivative(name) == pytest.approx(program.derivative(name), rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(array_graphs())
def test_any_graph_is_computed_alike(graph):
    if all(np.size(graph.value(n)) for n in graph.nodes() if graph.is_leaf(n)):
        agree(graph)


def test_every_op_is_written():
    rng = np.random.default_rng(0)
    for name, op in ops.OPS.items():
        graph = engine.Graph()
        count = max(len(op.inputs), 1)
        sources = [graph.parameter(f"x{k}", rng.uniform(0.5, 2.0, (2, 3))) for k in range(count)]
        how = {"formula": "x^2 + leaky_relu(x)"} if name == "formula" else {}
        if name == "matmul":
            sources[1] = graph.op("transpose", sources[1])
        if name == "cross_entropy":
            sources[1] = graph.input("classes", [0.0, 2.0])
        made = graph.op(name, *sources, **how)
        graph.op("sum", made, name="J")
        graph.output = "J"
        agree(graph)


def test_classes_of_other_ranks_axes_and_numbers():
    rng = np.random.default_rng(0)
    graph = engine.Graph()
    far = graph.op("cross_entropy", graph.parameter("z", rng.normal(size=(2, 4, 3))),
                   graph.input("k", rng.integers(0, 3, (2, 4))))  # fmt: skip
    x = graph.parameter("x", rng.normal(size=(2, 3)))
    same = graph.op("sum", graph.op("transpose", graph.parameter("v", 2.0)))
    kept = graph.op("sum", graph.op("mean", x, axis=[0, 1], keepdims=True))
    rows = graph.op("sum", graph.op("sum", graph.op("sum", x, axis=[]), axis=1))
    graph.op("add", far, same, kept, rows, name="J")
    agree(graph)


def test_parameters_stay_parameters_and_constants_constants():
    graph = engine.Graph()
    w, k = graph.parameter("w", 2.0), graph.constant("k", 3.0)
    graph.op("formula", w, k, formula="w*k + 2", inputs=["w", "k"], name="J")
    data = onnx_bytes(graph)
    properties = onnx.load_model_from_string(data).metadata_props
    assert json.loads(properties[0].value) == ["w"]
    back = graph_from_onnx(data)
    assert [back.op_of(name) for name in ("w", "k")] == ["parameter", "constant"]
    assert back.output == "J"
