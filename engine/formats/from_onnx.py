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
from engine.graph import Graph
from engine.graph.attributes import seen
from engine.value import Array, Value

__all__ = ["graph_from_onnx"]

_OPS = {kind: op for op, kind in TYPES.items() if op not in ("where", "greater")} | {"Sum": "add"}
_OF_MANY = ("Max", "Min", "Sum")  # or of a single one, which is its result


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
        self._named: dict[str, str] = {}
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
                self._input(info.name)
        unused = [name for name in self._values if name not in self._graph]
        if unused:
            raise GraphError(f"{unused[0]} is given a value but is no input of the model")
        for place, node in enumerate(self._model.graph.node):
            self._node(node, f"node {place} ({node.op_type})")
        outputs = [info.name for info in self._model.graph.output]
        if len(outputs) != 1 or outputs[0] not in self._named:
            raise GraphError(f"it has {len(outputs)} outputs that are computed; one is needed")
        self._graph.output = self._named[outputs[0]]
        return self._graph

    def _input(self, name: str) -> None:
        if name not in self._values:
            raise GraphError(f"{name} has no value: add {name}=NUMBER")
        self._named[name] = self._graph.input(name, self._values[name])

    def _node(self, node: Any, place: str) -> None:
        how = {a.name: self._onnx.helper.get_attribute_value(a) for a in node.attribute}
        output = node.output[0]
        if node.op_type == "Constant":
            (value,) = how.values()
            whole = "value" in how  # else one number, or a list of them
            self._tensors[output] = self._array(value) if whole else np.asarray(value, np.float64)
            return
        single = node.op_type in _OF_MANY and len(node.input) == 1
        if single or node.op_type in ("Identity", "Cast"):
            source = self._source(node.input[0], place)
            computed = not self._graph.is_leaf(source)
            if computed and self._fresh(source, output):
                self._graph.rename_node(source, output)
                for name, made in self._named.items():
                    self._named[name] = output if made == source else made
                source = output
            self._named[output] = source
            return
        op, attributes, inputs = self._meaning(node, how, place)
        sources = [self._source(name, place) for name in inputs]
        if op == "gemm":
            self._named[output] = self._gemm(output, how, sources, place)
        else:
            self._named[output] = self._graph.op(
                op, *sources, name=self._graph.unique_name(output), **attributes
            )

    def _fresh(self, source: str, output: str) -> bool:
        """Tell whether nothing but a name is new: then the node can have it."""
        return output not in self._graph and not self._graph.consumers(source)

    def _meaning(
        self, node: Any, how: Mapping[str, Any], place: str
    ) -> tuple[str, dict[str, Any], Sequence[str]]:
        """Return our op, its attributes, and the inputs that are data."""
        kind, inputs = node.op_type, list(node.input)
        if kind in ("ReduceSum", "ReduceMean"):
            made: dict[str, Any] = {"keepdims": True} if how.get("keepdims", 1) else {}
            axes = [int(axis) for axis in self._axes(inputs, how, place)]
            if axes or how.get("noop_with_empty_axes"):
                made["axis"] = axes
            return ("sum" if kind == "ReduceSum" else "mean"), made, inputs[:1]
        if kind == "LeakyRelu":
            return "leaky_relu", {"slope": float(how.get("alpha", 0.01))}, inputs
        if kind in ("Softmax", "LogSoftmax"):
            return _OPS[kind], {"axis": int(how.get("axis", -1))}, inputs
        if kind == "Transpose":
            turned = list(how.get("perm", ()))
            rank = len(turned)
            if turned and turned != [*range(rank - 2), rank - 1, rank - 2]:
                raise GraphError(f"{place}: only the last two axes can be swapped")
            return "transpose", {}, inputs
        if kind == "SoftmaxCrossEntropyLoss" and how.get("reduction", b"mean") == b"mean":
            if len(inputs) > 2 or "ignore_index" in how:
                raise GraphError(f"{place}: classes can be neither weighed nor ignored")
            return "cross_entropy", {}, inputs
        if kind == "Gemm":
            return "gemm", {}, inputs
        if kind not in _OPS:
            raise GraphError(f"{place}: it is not among the ops of Chainrule")
        return _OPS[kind], {}, inputs

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
        a = graph.op("transpose", a) if how.get("transA") else a
        b = graph.op("transpose", b) if how.get("transB") else b
        if len(sources) < 3:
            return graph.op("matmul", a, b, name=graph.unique_name(output))
        product = graph.op("matmul", a, b)
        return graph.op("add", product, sources[2], name=graph.unique_name(output))

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
