"""ONNX in: what other programs compute, as a graph of ours. The model is untrusted."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.errors import FileError, GraphError
from engine.formats.chainrule_file import MAX_EDGES, MAX_NODES, check_count
from engine.formats.json_value import MAX_ENTRIES
from engine.formats.onnx_file import PARAMETERS, TYPES, library
from engine.formats.values_read import ValuesRead
from engine.graph import Graph
from engine.graph.attributes import seen
from engine.value import Array, Value
from engine.words.number_text import shape_words

__all__ = ["graph_from_onnx"]

_OPS = {kind: op for op, kind in TYPES.items() if op not in ("where", "greater")} | {
    "LeakyRelu": "leaky_relu",
    "ReduceMean": "mean",
    "ReduceSum": "sum",
    "SoftmaxCrossEntropyLoss": "cross_entropy",
    "Sum": "add",
    "Transpose": "transpose",
}
_OURS = ("", "ai.onnx")  # the domains of ONNX's own ops; others may name theirs alike
_OF_MANY = ("Max", "Min", "Sum")  # or of a single one, which is its result
_TAKEN = {
    "Cast": {"to", "saturate"},
    "Gemm": {"alpha", "beta", "transA", "transB"},
    "LeakyRelu": {"alpha"},
    "LogSoftmax": {"axis"},
    "ReduceMean": {"axes", "keepdims", "noop_with_empty_axes"},
    "ReduceSum": {"axes", "keepdims", "noop_with_empty_axes"},
    "Softmax": {"axis"},
    "SoftmaxCrossEntropyLoss": {"reduction", "ignore_index"},
    "Transpose": {"perm"},
}
"""The attributes that are read, of every kind of node that has any."""
_WHOLE_AXIS = 13  # from this version on a softmax is along one axis, before along all from it on


def graph_from_onnx(data: bytes, values: Mapping[str, Value] | None = None) -> Graph:
    """Return the graph of a model's bytes; its inputs take their values from `values`.

    Raises FileError with a sentence for what is no model and for an op that is not among ours. No
    other file is read, whatever the model refers to.
    """
    onnx = library()
    try:
        model = onnx.load_model_from_string(data)
    except Exception as error:
        raise FileError("it is not an ONNX model") from error
    kept = sum(abs(math.prod(tensor.dims)) for tensor in model.graph.initializer)
    check_count("nodes", len(model.graph.node) + len(model.graph.initializer), MAX_NODES)
    check_count("edges", sum(len(node.input) for node in model.graph.node), MAX_EDGES)
    check_count("numbers", kept, MAX_ENTRIES)
    try:
        return _Reader(onnx, model, values or {}).read()
    except GraphError as error:
        raise FileError(seen(str(error))) from error
    except Exception as error:  # of whatever kind: the model is nobody's we know
        said = seen(str(error).partition("\n")[0])
        raise FileError(f"the ONNX model is malformed: {said}") from error


class _Reader:
    """Reads a model's nodes in their order."""

    def __init__(self, onnx: Any, model: Any, values: Mapping[str, Value]) -> None:
        self._onnx, self._model, self._values = onnx, model, values
        self._graph = Graph(model.graph.name)
        self._computed = ValuesRead(self._graph)
        imported = {opset.domain: opset.version for opset in model.opset_import}
        self._version = imported.get("", imported.get("ai.onnx", 1))
        self._named: dict[str, str] = {}
        self._integers: set[str] = set()  # the values of the model that have no fractions
        properties = {entry.key: entry.value for entry in model.metadata_props}
        listed = properties.get(PARAMETERS)
        self._parameters = None if listed is None else set(json.loads(listed))
        self._tensors = {tensor.name: self._array(tensor) for tensor in model.graph.initializer}

    def _array(self, tensor: Any) -> Array:
        if tensor.data_location == self._onnx.TensorProto.EXTERNAL:
            raise GraphError(
                f"the numbers of {tensor.name!r} are in another file: that is not read"
            )
        return np.asarray(self._onnx.numpy_helper.to_array(tensor))

    def read(self) -> Graph:
        """Return the graph."""
        for info in self._model.graph.input:
            if info.name not in self._tensors:
                self._input(info)
        unused = [name for name in self._values if name not in self._graph]
        if unused:
            raise GraphError(f"{unused[0]} is given a value but is no input of the model")
        for place, node in enumerate(self._model.graph.node):
            self._node(node, f"node {place} ({node.op_type})")
        outputs = [info.name for info in self._model.graph.output]
        if len(outputs) != 1:
            raise GraphError(f"it has {len(outputs)} outputs; one is needed")
        if outputs[0] not in self._named:
            raise GraphError(f"nothing computes its output {outputs[0]!r}")
        self._graph.output = self._named[outputs[0]]
        return self._graph

    def _input(self, info: Any) -> None:
        name, tensor = info.name, info.type.tensor_type
        if name not in self._values:
            raise GraphError(f"{name} has no value: add {name}=NUMBER")
        value = self._values[name]
        if tensor.HasField("shape") and not _fits(np.shape(value), tensor.shape.dim):
            sizes = [str(axis.dim_value or axis.dim_param or "?") for axis in tensor.shape.dim]
            asked = f"of shape {'×'.join(sizes)}" if sizes else "a number"
            raise GraphError(f"{name} is {asked} in the model, not {shape_words(value)}")
        self._named[name] = self._graph.input(name, value)
        if self._is_integer(tensor.elem_type):
            self._integers.add(name)
            self._check_whole(name, "the model", tensor.elem_type)

    def _node(self, node: Any, place: str) -> None:
        how = {a.name: self._onnx.helper.get_attribute_value(a) for a in node.attribute}
        kind, output = node.op_type, node.output[0]
        if kind == "Constant":
            (value,) = how.values()
            whole = "value" in how  # else one number, or a list of them
            self._tensors[output] = self._array(value) if whole else np.asarray(value)
            return
        if node.domain not in _OURS or kind not in (*_OPS, *_TAKEN, "Identity"):
            raise GraphError(f"{place}: it is not among the ops of Chainrule")
        unread = sorted(how.keys() - _TAKEN.get(kind, set()))
        if unread:
            raise GraphError(f"{place}: the op of Chainrule knows no {unread[0]}")
        integers = self._are_integers(node.input[0])
        if integers and not self._stays_whole(node):
            raise GraphError(f"{place}: of whole numbers it drops the fraction; rounding is no op")
        if self._is_integer(how["to"]) if kind == "Cast" else integers:
            self._integers.add(output)
        if kind in ("Identity", "Cast") or (kind in _OF_MANY and len(node.input) == 1):
            source = self._source(node.input[0], place)
            if kind == "Cast" and self._is_integer(how["to"]):
                self._check_whole(source, place, how["to"])
            self._named[output] = self._renamed(source, output)
        else:
            self._named[output] = self._op(node, how, place)

    def _renamed(self, source: str, output: str) -> str:
        """Return the node `source`, renamed where nothing but a name is new."""
        graph = self._graph
        if graph.is_leaf(source) or output in graph or graph.consumers(source):
            return source
        graph.rename_node(source, output)
        self._computed.rename(source, output)
        for name, made in self._named.items():
            self._named[name] = output if made == source else made
        return output

    def _op(self, node: Any, how: Mapping[str, Any], place: str) -> str:
        """Return the new node that computes what a node of the model does."""
        kind, inputs = node.op_type, list(node.input)
        sources: Sequence[str]
        made: dict[str, Any] = {}
        if kind in ("ReduceSum", "ReduceMean"):
            axes = [int(axis) for axis in self._axes(inputs, how, place)]
            made = {"keepdims": True} if how.get("keepdims", 1) else {}
            if axes or how.get("noop_with_empty_axes"):
                made["axis"] = axes
            inputs = inputs[:1]
        sources = [self._source(name, place) for name in inputs]
        if kind == "Gemm":
            return self._gemm(node.output[0], how, sources, place)
        if kind == "SoftmaxCrossEntropyLoss":
            sources = self._classes(sources, how, place)
        elif kind == "LeakyRelu":
            made["slope"] = float(how.get("alpha", 0.01))
        elif kind in ("Softmax", "LogSoftmax"):
            made["axis"] = self._softmax_axis(sources[0], how, place)
        elif kind == "Transpose":
            self._check_turn(sources[0], how.get("perm"), place)
        return self._graph.op(
            _OPS[kind], *sources, name=self._graph.unique_name(node.output[0]), **made
        )

    def _is_integer(self, element: int) -> bool:
        """Tell whether a type of the model's numbers has no fractions."""
        numbers = self._onnx.helper.tensor_dtype_to_np_dtype
        return bool(element) and numbers(element).kind in "iub"

    def _are_integers(self, name: str) -> bool:
        """Tell whether a value of the model is of a type that has no fractions."""
        tensor = self._tensors.get(name)
        return name in self._integers or (tensor is not None and tensor.dtype.kind in "iub")

    def _stays_whole(self, node: Any) -> bool:
        """Tell whether what a node makes of whole numbers is whole without rounding."""
        if node.op_type == "Pow":
            return self._are_integers(node.input[1])
        return node.op_type not in ("Div", "ReduceMean")

    def _check_whole(self, source: str, place: str, element: int) -> None:
        kind = self._onnx.helper.tensor_dtype_to_np_dtype(element)
        least, most = (0, 1) if kind.kind == "b" else (np.iinfo(kind).min, np.iinfo(kind).max)
        if not self._computed.is_whole(source):
            raise GraphError(f"{place}: {source} is not made of whole numbers; rounding is no op")
        if not self._computed.is_within(source, least, most):
            raise GraphError(f"{place}: {source} is not made of numbers from {least} to {most}")

    def _check_turn(self, source: str, turned: Sequence[int] | None, place: str) -> None:
        """Raise GraphError unless the last two axes are swapped, or there are none to swap."""
        axes = list(range(self._computed.rank(source)))
        swapped = [*axes[:-2], *axes[:-3:-1]]
        if list(axes[::-1] if turned is None else turned) != swapped:
            raise GraphError(
                f"{place}: only the last two axes can be swapped, and {source} has {len(axes)}"
            )

    def _softmax_axis(self, source: str, how: Mapping[str, Any], place: str) -> int:
        along_one = self._version >= _WHOLE_AXIS
        axis = int(how.get("axis", -1 if along_one else 1))
        rank = self._computed.rank(source)
        if not along_one and axis not in (-1, rank - 1):
            raise GraphError(
                f"{place}: it is along all axes from {axis} on, and {source} has {rank}; "
                "the op of Chainrule is along one"
            )
        return axis

    def _classes(self, sources: Sequence[str], how: Mapping[str, Any], place: str) -> Sequence[str]:
        """Return the logits, the classes in their last axis, and the classes that are right."""
        if how.get("reduction", b"mean") != b"mean":
            raise GraphError(f"{place}: it must be the mean over the batch")
        if len(sources) > 2 or "ignore_index" in how:
            raise GraphError(f"{place}: classes can be neither weighed nor ignored")
        logits, classes = sources
        rank = self._computed.rank(logits)
        if rank not in (2, 3):
            raise GraphError(f"{place}: {logits} must have 2 or 3 axes, the classes second")
        if rank == 3:  # ONNX has the classes second, we have them last
            logits = self._graph.op("transpose", logits)
        return logits, classes

    def _axes(self, inputs: Sequence[str], how: Mapping[str, Any], place: str) -> Any:
        """Return the axes that are reduced, none for all of them."""
        if len(inputs) < 2 or not inputs[1]:
            return how.get("axes", ())
        if inputs[1] not in self._tensors:
            raise GraphError(f"{place}: its axes must be numbers of the model")
        return self._tensors[inputs[1]]

    def _gemm(self, output: str, how: Mapping[str, Any], sources: Sequence[str], place: str) -> str:
        if how.get("alpha", 1.0) != 1.0 or how.get("beta", 1.0) != 1.0:
            raise GraphError(f"{place}: alpha and beta must be 1")
        graph, (a, b) = self._graph, sources[:2]
        for source in (a, b):
            if self._computed.rank(source) != 2:
                value = shape_words(self._computed.value(source))
                raise GraphError(f"{place}: it is of matrices, and {source} is {value}")
        a = graph.op("transpose", a) if how.get("transA") else a
        b = graph.op("transpose", b) if how.get("transB") else b
        if len(sources) < 3:
            return graph.op("matmul", a, b, name=graph.unique_name(output))
        product = graph.op("matmul", a, b)
        made = graph.op("add", product, sources[2], name=graph.unique_name(output))
        if np.shape(self._computed.value(made)) != np.shape(self._computed.value(product)):
            raise GraphError(f"{place}: what is added must fit into the product")
        return made

    def _source(self, name: str, place: str) -> str:
        """Return the node of a value; a tensor that the file holds becomes a leaf."""
        if name in self._named:
            return self._named[name]
        if name not in self._tensors:
            raise GraphError(f"{place}: nothing computes its input {name!r}")
        learned = self._parameters is None or name in self._parameters
        kind = "parameter" if learned else "constant"
        value = self._tensors[name]
        made = self._graph.add_node(self._graph.unique_name(name), kind, value=value)
        self._named[name] = made
        return made


def _fits(shape: tuple[int, ...], axes: Sequence[Any]) -> bool:
    """Tell whether a shape is the model's; an axis without a size there may have any."""
    return len(shape) == len(axes) and all(
        not axis.dim_value or axis.dim_value == size for size, axis in zip(shape, axes, strict=True)
    )
