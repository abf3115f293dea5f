"""PyTorch to graph: the same value and derivatives; what cannot be traced has its sentence."""

import json
import sys

import numpy as np
import pytest
import run_programs
import traced_models
from torch import tensor

import engine
from engine.formats.code.numpy_code import numpy_code
from engine.formats.from_torch import graph_from_torch, load_target

X = np.array([[1.0, 2.0], [3.0, -4.0]])
Y = np.array([[1.0, 0.5]])
X3 = np.random.default_rng(0).normal(size=(2, 3, 4))


def theirs(function, values):
    """Return PyTorch's own value, and its derivative by every argument that is given."""
    leaves = {name: tensor(value, dtype=float).requires_grad_() for name, value in values.items()}
    value = function(**leaves)
    value.backward()
    return value.item(), {name: leaf.grad.numpy() for name, leaf in leaves.items()}


@pytest.mark.parametrize(
    ("function", "values"),
    [
        (traced_models.unit, {"w": 2.0, "x": -2.0}),
        (traced_models.functions, {"w": 0.3, "v": 0.8}),
        (traced_models.holding, {"x": 3.0}),
        (traced_models.arrays, {"w": X / 7, "x": X, "y": np.array([[0.2, 1.0]])}),
        (traced_models.stacks, {"x": X3, "w": X3[0, :, :2]}),
        (traced_models.in_place, {"x": X3}),
    ],
)
def test_a_function_gives_the_same_value_and_derivatives(function, values):
    graph = graph_from_torch(function, values)
    program = engine.compile(graph)
    program.forward()
    program.backward()
    value, derivatives = theirs(function, values)
    assert program.value(graph.output) == pytest.approx(value, rel=1e-9)
    for name, derivative in derivatives.items():
        assert np.allclose(program.derivative(name), derivative, rtol=1e-6, atol=1e-8), name


def test_classes_are_numbers_that_stay():
    graph = graph_from_torch(traced_models.classified, {"z": X, "k": [0.0, 1.0]})
    program = engine.compile(graph)
    program.forward()
    value = traced_models.classified(tensor(X), tensor([0.0, 1.0]))
    assert program.value("J") == pytest.approx(value.item(), rel=1e-9)


def test_classes_are_the_second_axis_of_three():
    k = [[0.0, 2.0, 1.0, 1.0], [2.0, 2.0, 0.0, 1.0]]
    graph = graph_from_torch(traced_models.classified, {"z": X3, "k": k})
    program = engine.compile(graph)
    program.forward()
    value = traced_models.classified(tensor(X3), tensor(k))
    assert program.value("J") == pytest.approx(value.item(), rel=1e-9)


@pytest.mark.filterwarnings("ignore:Implicit dimension choice")
@pytest.mark.parametrize("z", [X3[0, 0], X3[0], X3])
def test_an_axis_that_is_left_out_is_the_one_pytorch_takes(z):
    graph = graph_from_torch(traced_models.implicit, {"z": z})
    program = engine.compile(graph)
    program.forward()
    value = traced_models.implicit(tensor(z))
    assert program.value("J") == pytest.approx(value.item(), rel=1e-9)


def test_a_tensor_of_the_module_is_not_what_is_named_alike():
    graph = graph_from_torch(traced_models.Alike, {"b": 2.0})
    program = engine.compile(graph)
    program.forward()
    assert program.value("J") == traced_models.Alike()(tensor(2.0)).item() == 46.0
    assert {"b", "b2"} <= set(program.parameters)


def test_an_argument_named_as_the_output_keeps_its_name():
    graph = graph_from_torch(traced_models.named, {"J": 3.0})
    assert graph.output == "mul"


def test_a_module_brings_its_parameters_and_buffers():
    network = traced_models.Network()
    graph = graph_from_torch(network, {"x": X, "y": Y.T})
    assert graph.op_of("layers.0.weight") == "parameter"
    assert graph.op_of("scale") == "constant"
    assert graph.op_of("x") == "input"
    network.double()
    value = network(tensor(X), tensor(Y.T))
    value.backward()
    answer = json.loads(run_programs.printed(numpy_code(graph)))  # and out again as a program
    assert answer["value"] == pytest.approx(value.item(), rel=1e-9)
    assert answer["derivatives"].keys() == dict(network.named_parameters()).keys()
    for name, parameter in network.named_parameters():
        assert np.allclose(answer["derivatives"][name], parameter.grad.numpy(), rtol=1e-6)


@pytest.mark.parametrize(
    "network", [traced_models.Dropping().eval(), traced_models.Dropping(0.0)], ids=["eval", "none"]
)
def test_what_drops_nothing_is_left_out(network):
    graph = graph_from_torch(network, {"x": X})
    assert {graph.op_of(name) for name in graph.nodes() if not graph.is_leaf(name)} == {
        "transpose", "matmul", "add", "relu", "mean",
    }  # fmt: skip
    program = engine.compile(graph)
    program.forward()
    assert program.value("J") == pytest.approx(network.double()(tensor(X)).item(), rel=1e-9)


def test_each_way_of_dropping_a_part_does_nothing_where_a_module_is_evaluated():
    graph = graph_from_torch(traced_models.DroppingAll().eval(), {"x": X})
    assert graph.nodes() == ["x", "J"]


def test_a_class_is_made_and_parameters_can_be_chosen():
    graph = graph_from_torch(traced_models.Network, {"x": X, "y": Y.T}, ["x"])
    assert graph.op_of("x") == "parameter"
    graph = graph_from_torch(traced_models.unit, {"w": 1.0, "x": 1.0}, [])
    assert graph.op_of("w") == "input"


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("cumulative", {"x": [1.0]}, "the function cumsum is not among the ops of Chainrule"),
        ("method", {"x": [1.0]}, "the method cumsum is not among the ops of Chainrule"),
        ("branching", {"x": 1.0}, "it cannot be traced: symbolically traced variables"),
        ("constant", {"x": 1.0}, "it must return one number that it computes"),
        ("smoothed", {"z": [1.0], "y": 0.0}, "the function cross_entropy.*label_smoothing=0.1"),
        ("stretched", {"x": 1.0}, r"the function softplus\(x, beta=2.*\) is more than"),
        ("none", {"x": 1.0}, "the function mse_loss.* is more than Chainrule's op"),
        ("turned", {"x": X3}, r"transpose\(x, 0, 2\): only the last two axes .* and x has 3$"),
        ("turned_first", {"x": X3}, r"transpose\(x, 0, 1\): only the last two axes"),
        ("turned_first", {"x": X[0]}, "only the last two axes can be swapped, and x has 1$"),
        ("turned_round", {"x": X3}, r"the method T\(x\): only the last two axes"),
        ("classified", {"z": X3[None], "k": 0.0}, "of logits with 4 axes the classes would have"),
        ("classified", {"z": X, "k": X}, "the classes must be whole numbers, not probabilities"),
        ("rounded", {"x": X / 7}, r"the method long\(x\): x is not made of whole numbers"),
        ("formatted", {"x": X / 7}, "x is not made of whole numbers, and rounding is not an op"),
        ("judged", {"x": [2.0, 1.0]}, "x is not made of numbers from 0 to 1"),
        ("Dropping", {"x": X}, r"the function dropout\(.*\): it draws at random: hand over the"),
        ("flattened", {"x": X}, r"the function flatten\(x\): another shape is not an op"),
        ("flattened", {"x": 1.0}, r"the function flatten\(x\): another shape is not an op"),
        ("flattened_too_far", {"x": X}, r"method flatten\(x, 3\): there is no axis 3: x has 2$"),
        ("flattened_too_far", {"x": X[0]}, r"there is no axis 3: x has 1$"),
        ("flattened_from_too_far", {"x": X3}, r"there is no axis -4: x has 3$"),
        ("turned_too_far", {"x": X}, r"transpose\(x, 5, 4\): there is no axis 5: x has 2$"),
        ("DroppingAll", {"x": X}, r"the function dropout1d\(.*\): it draws at random: hand over"),
        ("dropping_by_hand", {"x": X}, r"the function alpha_dropout\(.*\): it draws at random"),
        ("listed", {"x": 1.0}, "add.* is more than Chainrule's op"),
        ("unit", {"w": 1.0}, "x has no value: add x=NUMBER"),
        ("unit", {"w": 1.0, "x": 1.0, "k": 1.0}, "k is given a value but nothing uses it"),
        ("Needy", {}, r"Needy\(\) cannot be made: .*missing 1 required"),
    ],
)
def test_what_cannot_be_a_graph_has_its_sentence(name, values, sentence):
    with pytest.raises(engine.GraphError, match=sentence):
        graph_from_torch(getattr(traced_models, name), values)


def test_a_target_is_found_by_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own_model.py").write_text("class A:\n    f = abs\n")
    (tmp_path / "broken_model.py").write_text("raise ValueError('no\\nluck')\n")
    (tmp_path / "script_model.py").write_text("import sys\nsys.exit(3)\n")
    assert load_target("own_model:A.f") is abs
    for spelled, sentence in [
        ("own_model", "'own_model' is not MODULE:NAME"),
        ("own_model:B", "own_model has no 'B'"),
        ("broken_model:f", "broken_model cannot be imported: no luck"),
        ("script_model:f", "script_model ends the program where it is imported"),
        ("no_such_model:f", "no_such_model cannot be imported: No module named"),
    ]:
        with pytest.raises(engine.GraphError, match=sentence):
            load_target(spelled)
    del sys.modules["own_model"]


def test_without_pytorch_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(engine.GraphError, match=r"pip install torch"):
        graph_from_torch(traced_models.unit, {})
