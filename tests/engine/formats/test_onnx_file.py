"""ONNX: its own evaluator gives our output; what it holds comes back as a graph."""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
from random_graphs import array_graphs

import engine
from engine import ops
from engine.formats import from_onnx
from engine.formats.from_onnx import graph_from_onnx
from engine.formats.onnx_file import PARAMETERS, onnx_bytes
from resources import resource

EXAMPLES = sorted(Path(str(resource("examples"))).glob("*.chainrule"))


def value(graph: engine.Graph) -> float:
    program = engine.compile(graph)
    program.forward()
    return program.value(program.output)


def inputs(graph: engine.Graph) -> dict:
    return {n: np.asarray(graph.value(n)) for n in graph.nodes() if graph.op_of(n) == "input"}


def agree(graph: engine.Graph) -> onnx.ModelProto:
    model = onnx.load_model_from_string(onnx_bytes(graph))
    asked = {info.name for info in model.graph.input}
    given_ = {name: array for name, array in inputs(graph).items() if name in asked}
    (theirs,) = ReferenceEvaluator(model).run(None, given_)
    assert np.allclose(theirs, value(graph), rtol=1e-9, equal_nan=True)
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


def model(nodes, tensors=(), wanted="J", names=("x",)) -> bytes:
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes, "theirs", [info(name, TensorProto.DOUBLE, None) for name in names],
        [info(wanted, TensorProto.DOUBLE, [])],
        [numpy_helper.from_array(np.asarray(array), name) for name, array in tensors],
    )  # fmt: skip
    return helper.make_model(graph).SerializeToString()


def test_a_name_that_breaks_the_line_does_not_break_the_sentence():
    with pytest.raises(engine.FileError, match=r"^x  y has no value: add x  y=NUMBER$"):
        graph_from_onnx(model([], names=("x\n\x07y",)))


def test_a_model_of_others_is_read():
    one = numpy_helper.from_array(np.float64(1.0))
    nodes = [
        helper.make_node("Gemm", ["x", "W", "b"], ["g"], transB=1),
        helper.make_node("Gemm", ["g", "V"], ["h"], transA=1),
        helper.make_node("LeakyRelu", ["h"], ["r"], alpha=0.5),
        helper.make_node("Constant", [], ["one"], value=one),
        helper.make_node("Add", ["r", "one"], ["s"]),
        helper.make_node("Softmax", ["s"], ["p"]),
        helper.make_node("Transpose", ["p"], ["t"]),
        helper.make_node("ReduceMean", ["t"], ["m"], axes=[0, 1], keepdims=0),
        helper.make_node("Identity", ["x"], ["x2"]),
        helper.make_node("ReduceSum", ["x2"], ["n"], keepdims=0),
        helper.make_node("Mul", ["m", "n"], ["q"]),
        helper.make_node("Identity", ["q"], ["J"]),
    ]
    tensors = [("W", np.ones((3, 2))), ("b", np.ones(3)), ("V", np.ones((1, 2)))]
    graph = graph_from_onnx(model(nodes, tensors), {"x": np.array([[1.0, 2.0]])})
    assert graph.title == "theirs"
    assert graph.output == "J"
    assert graph.op_of("W") == "parameter"
    assert graph.attributes("r")["slope"] == 0.5
    assert value(graph) == pytest.approx(0.5 * 3.0)


def test_what_others_leave_out_means_what_onnx_says():
    nodes = [
        helper.make_node("Constant", [], ["two"], value_float=2.0),
        helper.make_node("Max", ["x"], ["m"]),
        helper.make_node("ReduceSum", ["m"], ["n"], keepdims=0, noop_with_empty_axes=1),
        helper.make_node("Sum", ["n", "x", "two"], ["s"]),
        helper.make_node("ReduceSum", ["s", "none"], ["J"], keepdims=0),
    ]
    x = np.array([[1.0, 2.0]])
    data = model(nodes, [("none", np.array([], np.int64))])
    graph = graph_from_onnx(data, {"x": x})
    (theirs,) = ReferenceEvaluator(onnx.load_model_from_string(data)).run(None, {"x": x})
    assert value(graph) == theirs == 10.0


@pytest.mark.parametrize(
    ("nodes", "sentence"),
    [
        ([helper.make_node("ReduceSum", ["x", "x"], ["J"])], "its axes must be numbers of the"),
        (
            [helper.make_node("SoftmaxCrossEntropyLoss", ["x", "x", "x"], ["J"])],
            "classes can be neither weighed nor ignored",
        ),
        ([helper.make_node("CumSum", ["x"], ["J"])], r"node 0 \(CumSum\): it is not among the ops"),
        ([helper.make_node("Exp", ["q"], ["J"])], "nothing computes its input 'q'"),
        ([helper.make_node("Transpose", ["x"], ["J"], perm=[2, 1, 0])], "only the last two axes"),
        ([helper.make_node("Gemm", ["x", "x"], ["J"], alpha=2.0)], "alpha and beta must be 1"),
        ([helper.make_node("Exp", ["x"], ["K"])], "it has 1 outputs that are computed"),
    ],
)
def test_what_is_not_ours_has_its_sentence(nodes, sentence):
    with pytest.raises(engine.FileError, match=sentence):
        graph_from_onnx(model(nodes), {"x": np.float64(1.0)})


def test_bytes_values_and_a_missing_library_have_their_sentences(monkeypatch):
    with pytest.raises(engine.FileError, match="it is not an ONNX model"):
        graph_from_onnx(b"\xff\xff")
    data = model([helper.make_node("Exp", ["x"], ["J"])])
    with pytest.raises(engine.FileError, match="x has no value: add x=NUMBER"):
        graph_from_onnx(data)
    with pytest.raises(engine.FileError, match="y is given a value but is no input"):
        graph_from_onnx(data, {"x": 1.0, "y": 2.0})
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(engine.GraphError, match=r"pip install onnx"):
        onnx_bytes(engine.Graph())


def test_classes_come_back_and_an_input_with_a_value_is_a_leaf_of_the_model():
    graph = engine.Graph()
    z, k = graph.parameter("z", [[1.0, 2.0], [0.5, 0.1]]), graph.input("k", [0.0, 1.0])
    graph.op("cross_entropy", z, k, name="J")
    back = graph_from_onnx(onnx_bytes(graph), {"k": np.array([0.0, 1.0])})
    assert back.op_of("J") == "cross_entropy"
    assert value(back) == pytest.approx(value(graph))
    data = model([helper.make_node("Exp", ["x"], ["J"])], [("x", 2.0)])
    assert graph_from_onnx(data).op_of("x") == "parameter"


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


@pytest.mark.parametrize(("limit", "what"), [("NODES", "nodes"), ("EDGES", "edges")])
def test_the_limits_of_a_file_hold(monkeypatch, limit, what):
    data = model([helper.make_node("Add", ["x", "w"], ["J"])], [("w", np.ones(3))])
    monkeypatch.setattr(from_onnx, f"MAX_{limit}", 1)
    with pytest.raises(engine.LimitError, match=f"{what}: 2 are more than the 1 a file may have"):
        graph_from_onnx(data, {"x": 1.0})
    monkeypatch.undo()
    monkeypatch.setattr(from_onnx, "MAX_ENTRIES", 2)
    with pytest.raises(engine.LimitError, match="numbers: 3 are more than the 2"):
        graph_from_onnx(data, {"x": 1.0})


def malformed(what: str) -> bytes:
    made = onnx.load_model_from_string(
        model([helper.make_node("Mul", ["x", "w"], ["J"])], [("w", np.ones(3))])
    )
    tensor, node = made.graph.initializer[0], made.graph.node[0]
    match what:
        case "dims":
            tensor.dims[:] = [7]
        case "parameters":
            made.metadata_props.add(key=PARAMETERS, value="[" * 100_000)
        case "output":
            del node.output[:]
        case "inputs":
            node.op_type = "Gemm"
            del node.input[1:]
        case "constant":
            node.op_type = "Constant"
    return made.SerializeToString()


@pytest.mark.parametrize("what", ["dims", "parameters", "output", "inputs", "constant"])
def test_a_malformed_model_has_its_sentence(what):
    with pytest.raises(engine.FileError, match=r"the ONNX model is malformed: ."):
        graph_from_onnx(malformed(what), {"x": 1.0})


@pytest.mark.parametrize("where", ["initializer", "constant"])
def test_no_other_file_is_read(where, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "private").write_bytes(np.ones(3).tobytes())
    tensor = numpy_helper.from_array(np.ones(3), "w")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="private")
    constant = helper.make_node("Constant", [], ["w"], value=tensor)
    made = onnx.load_model_from_string(model([constant][: where == "constant"]))
    if where == "initializer":
        made.graph.initializer.append(tensor)
    made.graph.node.append(helper.make_node("ReduceSum", ["w"], ["J"], keepdims=0))
    with pytest.raises(engine.FileError, match="the numbers of 'w' are in another file"):
        graph_from_onnx(made.SerializeToString(), {"x": 1.0})
