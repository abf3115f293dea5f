"""ONNX in: models of others are computed as ONNX's own evaluator does, or have their sentence."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
from programs import output_value

import engine
from engine.formats import from_onnx
from engine.formats.from_onnx import graph_from_onnx
from engine.formats.onnx_file import PARAMETERS, onnx_bytes

X3 = np.random.default_rng(0).normal(size=(2, 3, 4))
X2 = X3[0]


def model(
    nodes, tensors=(), wanted="J", names=("x",), version=None, kind=TensorProto.DOUBLE, shape=None
) -> bytes:
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes, "theirs", [info(name, kind, shape) for name in names],
        [info(wanted, TensorProto.DOUBLE, [])],
        [numpy_helper.from_array(np.asarray(array), name) for name, array in tensors],
    )  # fmt: skip
    opsets = [helper.make_opsetid("", version)] if version else None
    return helper.make_model(graph, opset_imports=opsets).SerializeToString()


node = helper.make_node


def test_a_name_that_breaks_the_line_does_not_break_the_sentence():
    with pytest.raises(engine.FileError, match=r"^x  y has no value: add x  y=NUMBER$"):
        graph_from_onnx(model([], names=("x\n\x07y",)))


def test_a_model_of_others_is_read():
    one = numpy_helper.from_array(np.float64(1.0))
    nodes = [
        node("Gemm", ["x", "W", "b"], ["g"], transB=1),
        node("Gemm", ["g", "V"], ["h"], transA=1),
        node("LeakyRelu", ["h"], ["r"], alpha=0.5),
        node("Constant", [], ["one"], value=one),
        node("Add", ["r", "one"], ["s"]),
        node("Softmax", ["s"], ["p"]),
        node("Transpose", ["p"], ["t"]),
        node("ReduceMean", ["t"], ["m"], axes=[0, 1], keepdims=0),
        node("Identity", ["x"], ["x2"]),
        node("ReduceSum", ["x2"], ["n"], keepdims=0),
        node("Mul", ["m", "n"], ["q"]),
        node("Identity", ["q"], ["J"]),
    ]
    tensors = [("W", np.ones((3, 2))), ("b", np.ones(3)), ("V", np.ones((1, 2)))]
    graph = graph_from_onnx(model(nodes, tensors), {"x": np.array([[1.0, 2.0]])})
    assert graph.title == "theirs"
    assert graph.output == "J"
    assert graph.op_of("W") == "parameter"
    assert graph.attributes("r")["slope"] == 0.5
    assert output_value(graph) == pytest.approx(0.5 * 3.0)


def test_what_others_leave_out_means_what_onnx_says():
    nodes = [
        node("Constant", [], ["two"], value_float=2.0),
        node("Max", ["x"], ["m"]),
        node("ReduceSum", ["m"], ["n"], keepdims=0, noop_with_empty_axes=1),
        node("Sum", ["n", "x", "two"], ["s"]),
        node("ReduceSum", ["s", "none"], ["J"], keepdims=0),
    ]
    x = np.array([[1.0, 2.0]])
    data = model(nodes, [("none", np.array([], np.int64))])
    graph = graph_from_onnx(data, {"x": x})
    (theirs,) = ReferenceEvaluator(onnx.load_model_from_string(data)).run(None, {"x": x})
    assert output_value(graph) == theirs == 10.0


def weighed(nodes, shape, version=None, **values) -> bytes:
    """Return a model that adds up what `nodes` compute as y, each with its weight."""
    total = node("ReduceSum", ["vy"], ["J"], keepdims=0)
    weights = np.arange(1.0, 1 + np.prod(shape)).reshape(shape)
    tensors = [("v", weights), *values.items()]
    return model([*nodes, node("Mul", ["v", "y"], ["vy"]), total], tensors, version=version)


@pytest.mark.parametrize(
    ("nodes", "shape", "x", "version"),
    [
        ([node("Transpose", ["x"], ["y"])], (4, 3), X2, None),
        ([node("Transpose", ["x"], ["y"])], (4,), X2[0], None),
        ([node("Transpose", ["x"], ["y"], perm=[0, 2, 1])], (2, 4, 3), X3, None),
        ([node("Softmax", ["x"], ["y"])], (2, 3, 4), X3, None),
        ([node("Softmax", ["x"], ["y"], axis=1)], (2, 3, 4), X3, None),
        ([node("LogSoftmax", ["x"], ["y"], axis=-3)], (2, 3, 4), X3, None),
        ([node("Softmax", ["x"], ["y"])], (3, 4), X2, 11),
        ([node("LogSoftmax", ["x"], ["y"], axis=2)], (2, 3, 4), X3, 11),
        ([node("MatMul", ["x", "w"], ["y"])], (2, 3, 2), X3, None),
        ([node("ReduceSum", ["x", "axes"], ["y"])], (2, 1, 4), X3, None),
        ([node("ReduceMean", ["x"], ["y"], axes=[0, 2], keepdims=0)], (3,), X3, 13),
        ([node("Gemm", ["x", "w", "b"], ["y"], transA=1, transB=1)], (4, 4), X2, None),
        ([node("SoftmaxCrossEntropyLoss", ["x", "k3"], ["y"])], (), X3, None),
        ([node("SoftmaxCrossEntropyLoss", ["x", "k2"], ["y"])], (), X2, None),
        ([node("Cast", ["x"], ["y"], to=TensorProto.DOUBLE)], (3, 4), X2, None),
        ([node("Pow", ["two", "two"], ["z"]), node("Mul", ["x", "z"], ["y"])], (3, 4), X2, None),
    ],
)  # fmt: skip
def test_an_op_means_what_it_means_for_so_many_axes(nodes, shape, x, version):
    w = np.arange(8.0).reshape(4, 2) - 3
    if nodes[0].op_type == "Gemm":
        w = np.arange(12.0).reshape(4, 3) - 5
    data = weighed(
        nodes, shape, version, w=w, b=np.array([[1.0, -2.0, 3.0, 0.5]]), axes=np.array([1]),
        k3=np.array([[0, 2, 1, 1], [2, 2, 0, 1]]), k2=np.array([0, 3, 1]), two=np.float64(2.0),
    )  # fmt: skip
    (theirs,) = ReferenceEvaluator(onnx.load_model_from_string(data)).run(None, {"x": x})
    assert output_value(graph_from_onnx(data, {"x": x})) == pytest.approx(float(theirs), rel=1e-12)


@pytest.mark.parametrize(
    ("nodes", "x", "version", "sentence"),
    [
        ([node("Transpose", ["x"], ["J"])], X3, None,
         r"node 0 \(Transpose\): only the last two axes can be swapped, and x has 3"),
        ([node("Transpose", ["x"], ["J"], perm=[1, 0])], X3, None, "only the last two axes"),
        ([node("Softmax", ["x"], ["J"])], X3, 11,
         r"node 0 \(Softmax\): it is along all axes from 1 on, and x has 3; the op"),
        ([node("SoftmaxCrossEntropyLoss", ["x", "k"], ["J"])], X3[np.newaxis], None,
         "x must have 2 or 3 axes, the classes second"),
        ([node("SoftmaxCrossEntropyLoss", ["x", "k"], ["J"], reduction="sum")], X2, None,
         "it must be the mean over the batch"),
        ([node("Gemm", ["x", "x"], ["J"], transB=1)], X3, None,
         r"node 0 \(Gemm\): it is of matrices, and x is 2×3×4"),
        ([node("Gemm", ["x", "x", "b"], ["J"], transB=1)], X2, None,
         "what is added must fit into the product"),
        ([node("MatMul", ["x", "x"], ["y"]), node("Transpose", ["y"], ["J"])], X2, None,
         r"^y \(matmul\): 3×4 and 3×4 do not fit$"),
        ([node("Add", ["x", "b"], ["J"], axis=0, broadcast=1)], X2, 6,
         r"node 0 \(Add\): the op of Chainrule knows no axis"),
        ([node("Softmax", ["x"], ["J"], domain="com.example")], X2, None, "not among the ops of"),
        ([node("Cast", ["x"], ["J"], to=TensorProto.INT64)], X2, None,
         r"node 0 \(Cast\): x is not made of whole numbers; rounding is no op"),
        ([node("Cast", ["n"], ["J"], to=TensorProto.BOOL)], X2, None,
         r"node 0 \(Cast\): n is not made of numbers from 0 to 1$"),
        ([node("Cast", ["n"], ["m"], to=TensorProto.INT64), node("Neg", ["m"], ["l"]),
          node("Cast", ["l"], ["J"], to=TensorProto.UINT8)], X2, None,
         r"node 2 \(Cast\): l is not made of numbers from 0 to 255$"),
        ([node("Div", ["n", "n"], ["J"])], X2, None, r"\(Div\): of whole numbers it drops the"),
        ([node("Cast", ["n"], ["m"], to=TensorProto.INT32), node("Neg", ["m"], ["l"]),
          node("ReduceMean", ["l"], ["J"])], X2, None, r"node 2 \(ReduceMean\): of whole"),
        ([node("Pow", ["n", "b"], ["J"])], X2, None, r"\(Pow\): of whole numbers"),
    ],
)  # fmt: skip
def test_what_it_means_otherwise_is_refused(nodes, x, version, sentence):
    tensors = [("k", np.array([0, 1, 2])), ("b", np.ones((1, 3, 3))), ("n", np.array([7, 2]))]
    with pytest.raises(engine.FileError, match=sentence):
        graph_from_onnx(model(nodes, tensors, version=version), {"x": x})


@pytest.mark.parametrize(
    ("shape", "x", "sentence"),
    [
        ([3, 4], X2, None),
        (["batch", 4], X2, None),
        ([3, 4], 1.0, r"x is of shape 3×4 in the model, not a number$"),
        (["batch", 3], X2, r"x is of shape batch×3 in the model, not 3×4$"),
        ([None], X2, r"x is of shape \? in the model, not 3×4$"),
        ([], X2, r"x is a number in the model, not 3×4$"),
    ],
)
def test_an_input_has_the_shape_that_the_model_says(shape, x, sentence):
    data = model([node("ReduceSum", ["x"], ["J"], keepdims=0)], shape=shape)
    if sentence is None:
        assert output_value(graph_from_onnx(data, {"x": x})) == pytest.approx(np.sum(x))
        return
    with pytest.raises(engine.FileError, match=sentence):
        graph_from_onnx(data, {"x": x})


def test_an_input_of_whole_numbers_takes_no_others():
    data = model([node("ReduceSum", ["x"], ["J"], keepdims=0)], kind=TensorProto.INT64)
    assert output_value(graph_from_onnx(data, {"x": np.array([1.0, 2.0])})) == 3.0
    with pytest.raises(engine.FileError, match="x is not made of whole numbers"):
        graph_from_onnx(data, {"x": np.array([1.0, 2.5])})
    unsaid = model([node("Abs", ["x"], ["J"])], kind=TensorProto.UNDEFINED)
    assert output_value(graph_from_onnx(unsaid, {"x": -2.5})) == 2.5


def test_a_node_that_was_computed_is_found_under_its_new_name():
    nodes = [
        node("MatMul", ["x", "x"], ["a"]),
        node("Cast", ["a"], ["b"], to=TensorProto.INT64),
        node("Transpose", ["b"], ["c"]),
        node("ReduceSum", ["c"], ["J"], keepdims=0),
    ]
    graph = graph_from_onnx(model(nodes), {"x": np.array([[1.0, 2.0], [3.0, 4.0]])})
    assert graph.nodes() == ["x", "b", "c", "J"]
    assert output_value(graph) == 54.0


@pytest.mark.parametrize(
    ("nodes", "sentence"),
    [
        ([node("ReduceSum", ["x", "x"], ["J"])], "its axes must be numbers of the"),
        (
            [node("SoftmaxCrossEntropyLoss", ["x", "x", "x"], ["J"])],
            "classes can be neither weighed nor ignored",
        ),
        ([node("CumSum", ["x"], ["J"])], r"node 0 \(CumSum\): it is not among the ops"),
        ([node("Exp", ["q"], ["J"])], "nothing computes its input 'q'"),
        ([node("Transpose", ["x"], ["J"], perm=[2, 1, 0])], "only the last two axes"),
        ([node("Gemm", ["x", "x"], ["J"], alpha=2.0)], "alpha and beta must be 1"),
        ([node("Exp", ["x"], ["K"])], "nothing computes its output 'J'"),
    ],
)
def test_what_is_not_ours_has_its_sentence(nodes, sentence):
    with pytest.raises(engine.FileError, match=sentence):
        graph_from_onnx(model(nodes), {"x": np.float64(1.0)})


def test_a_model_of_several_outputs_says_so():
    several = onnx.load_model_from_string(model([node("Exp", ["x"], ["J"])]))
    several.graph.output.append(several.graph.output[0])
    with pytest.raises(engine.FileError, match="it has 2 outputs; one is needed"):
        graph_from_onnx(several.SerializeToString(), {"x": 1.0})


def test_bytes_values_and_a_missing_library_have_their_sentences(monkeypatch):
    with pytest.raises(engine.FileError, match="it is not an ONNX model"):
        graph_from_onnx(b"\xff\xff")
    data = model([node("Exp", ["x"], ["J"])])
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
    assert output_value(back) == pytest.approx(output_value(graph))
    data = model([node("Exp", ["x"], ["J"])], [("x", 2.0)])
    assert graph_from_onnx(data).op_of("x") == "parameter"


@pytest.mark.parametrize(("limit", "what"), [("NODES", "nodes"), ("EDGES", "edges")])
def test_the_limits_of_a_file_hold(monkeypatch, limit, what):
    data = model([node("Add", ["x", "w"], ["J"])], [("w", np.ones(3))])
    monkeypatch.setattr(from_onnx, f"MAX_{limit}", 1)
    with pytest.raises(engine.LimitError, match=f"{what}: 2 are more than the 1 a file may have"):
        graph_from_onnx(data, {"x": 1.0})
    monkeypatch.undo()
    monkeypatch.setattr(from_onnx, "MAX_ENTRIES", 2)
    with pytest.raises(engine.LimitError, match="numbers: 3 are more than the 2"):
        graph_from_onnx(data, {"x": 1.0})


def malformed(what: str) -> bytes:
    made = onnx.load_model_from_string(model([node("Mul", ["x", "w"], ["J"])], [("w", np.ones(3))]))
    tensor, product = made.graph.initializer[0], made.graph.node[0]
    match what:
        case "dims":
            tensor.dims[:] = [7]
        case "parameters":
            made.metadata_props.add(key=PARAMETERS, value="[" * 100_000)
        case "output":
            del product.output[:]
        case "inputs":
            product.op_type = "Gemm"
            del product.input[1:]
        case "constant":
            product.op_type = "Constant"
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
    constant = node("Constant", [], ["w"], value=tensor)
    made = onnx.load_model_from_string(model([constant][: where == "constant"]))
    if where == "initializer":
        made.graph.initializer.append(tensor)
    made.graph.node.append(node("ReduceSum", ["w"], ["J"], keepdims=0))
    with pytest.raises(engine.FileError, match="the numbers of 'w' are in another file"):
        graph_from_onnx(made.SerializeToString(), {"x": 1.0})
