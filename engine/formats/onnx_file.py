"""ONNX: the forward graph as other programs compute it.

`from_onnx` reads it back but for a leaky ReLU, whose slope ONNX's own op would round, and classes
of other than two axes: both are made of ops that are none of ours.
"""

import importlib.util
import json
from typing import Any

import numpy as np

from engine.errors import GraphError
from engine.expression import Expression, Name, Number
from engine.formats.code.listing import Listing, Step, listing
from engine.formats.code.tracing import traced_value
from engine.graph import Graph
from engine.ops import OPS
from engine.ops.array import Mean, Softmax, Sum

__all__ = ["PARAMETERS", "TYPES", "library", "onnx_bytes"]

_MISSING = "this Chainrule comes without ONNX: in a checkout '.venv/bin/pip install onnx' brings it"
_OPSET, _FORMAT = 18, 9
PARAMETERS = "chainrule.parameters"  # of the model's properties: ONNX knows no parameters
TYPES = {
    "add": "Add", "subtract": "Sub", "multiply": "Mul", "divide": "Div", "negate": "Neg",
    "power": "Pow", "sqrt": "Sqrt", "exp": "Exp", "log": "Log", "relu": "Relu",
    "sigmoid": "Sigmoid", "tanh": "Tanh", "softplus": "Softplus", "abs": "Abs", "sin": "Sin",
    "cos": "Cos", "maximum": "Max", "minimum": "Min", "matmul": "MatMul", "where": "Where",
    "greater": "Greater", "softmax": "Softmax", "log_softmax": "LogSoftmax",
}  # fmt: skip
_PAIRWISE = ("add", "multiply")  # of many, two at a time


def library() -> Any:
    """Return the library onnx, which is loaded only here; raises GraphError without it."""
    if importlib.util.find_spec("onnx") is None:
        raise GraphError(_MISSING)
    import onnx

    return onnx


def onnx_bytes(graph: Graph) -> bytes:
    """Return the file of an ONNX model that computes the output from the inputs.

    Raises GraphError where the graph cannot be evaluated.
    """
    onnx = library()
    found = listing(graph, ())
    model: bytes = _Writer(onnx, found).model().SerializeToString()
    return model


class _Writer:
    """Gathers the nodes of a model."""

    def __init__(self, onnx: Any, found: Listing) -> None:
        self._onnx, self._found = onnx, found
        self._nodes: list[Any] = []
        self._numbers: list[Any] = []
        self._count = 0

    def model(self) -> Any:
        """Return the model."""
        onnx, found = self._onnx, self._found
        double = onnx.TensorProto.DOUBLE
        inputs = []
        for leaf in found.leaves:
            if leaf.kind == "input":
                info = onnx.helper.make_tensor_value_info(
                    leaf.identifier, double, list(np.shape(leaf.value))
                )
                inputs.append(info)
            elif leaf.used:
                self._numbers.append(self._tensor(np.asarray(leaf.value), leaf.identifier))
        for step in found.steps:
            self._step(step)
        output = found.identifiers[found.output]
        outputs = [onnx.helper.make_tensor_value_info(output, double, [])]
        graph = onnx.helper.make_graph(
            self._nodes, found.title[:200], inputs, outputs, self._numbers
        )
        opset = onnx.helper.make_opsetid("", _OPSET)
        model = onnx.helper.make_model(
            graph, producer_name="chainrule", opset_imports=[opset], ir_version=_FORMAT
        )
        parameters = [leaf.identifier for leaf in found.of_kind("parameter")]
        onnx.helper.set_model_props(model, {PARAMETERS: json.dumps(parameters)})
        return model

    def _step(self, step: Step) -> None:
        if step.expression is not None:
            made = self._tree(step.expression)
        else:
            made = self._array(step, *map(self._tree, step.inputs))
        self._add("Identity", [made], step.identifier)

    def _tree(self, expression: Expression) -> str:
        """Return the name of what computes an expression."""
        if isinstance(expression, Name):
            return expression.name
        if isinstance(expression, Number):
            return self._constant(np.float64(expression.value))
        if expression.op != "square" and expression.op not in TYPES:
            return self._tree(traced_value(OPS[expression.op](), *expression.arguments))
        inputs = [self._tree(part) for part in expression.arguments]
        if expression.op == "square":
            return self._add("Mul", inputs * 2)
        kind = TYPES[expression.op]
        if expression.op not in _PAIRWISE:
            return self._add(kind, inputs)
        made = inputs[0]
        for other in inputs[1:]:
            made = self._add(kind, [made, other])
        return made

    def _array(self, step: Step, *inputs: str) -> str:
        operation, shape = step.operation, step.shapes[0]
        if isinstance(operation, Softmax):
            return self._add(TYPES[operation.name], list(inputs), axis=operation.axis)
        if isinstance(operation, Sum | Mean):
            return self._reduced(operation, shape, inputs[0])
        if operation.name == "transpose":
            if len(shape) < 2:
                return inputs[0]
            turned = [*range(len(shape) - 2), len(shape) - 1, len(shape) - 2]
            return self._add("Transpose", list(inputs), perm=turned)
        if operation.name == "cross_entropy":
            return self._cross_entropy(shape, *inputs)
        return self._add(TYPES[operation.name], list(inputs))

    def _reduced(self, operation: Sum | Mean, shape: tuple[int, ...], x: str) -> str:
        if not shape or operation.axis == ():
            return x
        axis = operation.axis
        axes = range(len(shape)) if axis is None else (axis,) if isinstance(axis, int) else axis
        chosen = self._constant(np.array(list(axes), dtype=np.int64))
        kind = "ReduceSum" if operation.name == "sum" else "ReduceMean"
        return self._add(kind, [x, chosen], keepdims=int(operation.keepdims))

    def _cross_entropy(self, shape: tuple[int, ...], logits: str, classes: str) -> str:
        labels = self._add("Cast", [classes], to=self._onnx.TensorProto.INT64)
        if len(shape) != 2:  # ONNX has the classes second, we have them last
            rows = self._constant(np.array([-1, shape[-1]], dtype=np.int64))
            logits = self._add("Reshape", [logits, rows])
            labels = self._add("Reshape", [labels, self._constant(np.array([-1], dtype=np.int64))])
        return self._add("SoftmaxCrossEntropyLoss", [logits, labels], reduction="mean")

    def _constant(self, value: Any) -> str:
        name = self._new()
        self._numbers.append(self._tensor(np.asarray(value), name))
        return name

    def _tensor(self, value: Any, name: str) -> Any:
        return self._onnx.numpy_helper.from_array(value, name)

    def _add(self, kind: str, inputs: list[str], output: str = "", **attributes: Any) -> str:
        made = output or self._new()
        self._nodes.append(self._onnx.helper.make_node(kind, inputs, [made], **attributes))
        return made

    def _new(self) -> str:
        self._count += 1
        return self._found.names.new(f"t{self._count}")
