"""A graph from a PyTorch function or module, traced by `torch.fx`; PyTorch is loaded only here."""

import importlib.util
import operator
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import GraphError
from engine.graph import Graph
from engine.suggestion import did_you_mean
from engine.value import Value

__all__ = ["graph_from_torch", "load_target"]

_MISSING = "PyTorch is not installed: pip install 'chainrule[torch]'"


def load_target(spelled: str) -> Any:
    """Return what `module:name` names; the module is looked for in the current folder, too.

    Its code is run, as with any import. Raises GraphError where it is not to be had.
    """
    module, colon, name = spelled.partition(":")
    if not colon or not module or not name:
        raise GraphError(f"{spelled!r} is not MODULE:NAME, such as model:loss")
    folder = str(Path.cwd())
    sys.path.insert(0, folder)
    try:
        found: Any = importlib.import_module(module)
    except Exception as error:
        raise GraphError(f"{module} cannot be imported: {_line(error)}") from error
    finally:
        sys.path.remove(folder)
    for part in name.split("."):
        if not hasattr(found, part):
            raise GraphError(f"{module} has no {name!r}{did_you_mean(part, dir(found))}")
        found = getattr(found, part)
    return found


def graph_from_torch(
    target: Any, values: Mapping[str, Value], parameters: Sequence[str] | None = None
) -> Graph:
    """Return the graph that a function, a module or a class of modules computes.

    Arguments are leaves: each takes its value from `values` or from the function's default. What
    is returned is the output. Raises GraphError for a function that is not among our ops.
    """
    if importlib.util.find_spec("torch") is None:
        raise GraphError(_MISSING)
    if isinstance(target, type):
        target = _made(target)
    tracer = _tracer()
    try:
        traced = tracer.trace(target)
    except Exception as error:
        raise GraphError(f"it cannot be traced: {_line(error)}") from error
    return _Reader(target, values, parameters).read(traced)


def _made(kind: type) -> Any:
    try:
        return kind()
    except Exception as error:
        raise GraphError(f"{kind.__name__}() cannot be made: {_line(error)}") from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__


def _tracer() -> Any:
    import torch.fx

    class Tracer(torch.fx.Tracer):
        def is_leaf_module(self, m: Any, name: str) -> bool:  # nn.Linear, too, is looked into
            del m, name
            return False

    return Tracer()


class _Reader:
    """Reads the nodes that were traced, one by one."""

    def __init__(
        self, target: Any, values: Mapping[str, Value], parameters: Sequence[str] | None
    ) -> None:
        self._target, self._values, self._parameters = target, values, parameters
        self._graph = Graph()
        self._made: dict[Any, str] = {}
        self._rules = _rules()

    def read(self, traced: Any) -> Graph:
        """Return the graph of what was traced."""
        for node in traced.nodes:
            if node.op == "placeholder":
                self._made[node] = self._argument(node)
            elif node.op == "get_attr":
                self._made[node] = self._attribute(node.target)
            elif node.op == "output":
                self._finish(node.args[0])
            else:
                self._made[node] = self._call(node)
        unknown = [name for name in self._values if name not in self._graph]
        if unknown:
            raise GraphError(f"{unknown[0]} is given a value but nothing uses it")
        return self._graph

    def _argument(self, node: Any) -> str:
        name = node.target
        value = self._values.get(name, node.args[0] if node.args else None)
        if value is None:
            raise GraphError(f"{name} has no value: add {name}=NUMBER")
        listed = name[0] in "wbWB" if self._parameters is None else name in self._parameters
        return self._graph.add_node(name, "parameter" if listed else "input", value=_array(value))

    def _attribute(self, path: str) -> str:
        """Return the leaf of a module's own tensor: a parameter, or a buffer."""
        if path in self._graph:
            return path
        found = self._target
        for part in path.split("."):
            found = getattr(found, part)
        learned = bool(getattr(found, "requires_grad", False))
        kind = "parameter" if learned else "constant"
        return self._graph.add_node(path, kind, value=_array(found))

    def _finish(self, result: Any) -> None:
        if result not in self._made:
            raise GraphError("it must return one number that it computes")
        output = self._made[result]
        if not self._graph.is_leaf(output) and "J" not in self._graph:
            self._graph.rename_node(output, "J")
            output = "J"
        self._graph.output = output

    def _call(self, node: Any) -> str:
        called = node.target
        if called is getattr:
            called = f".{node.args[1]}"
            node.args = node.args[:1]
        rule = self._rules.get(called)
        if rule is None:
            raise GraphError(f"{_called(called)} is not among the ops of Chainrule")
        how = {key: value for key, value in node.kwargs.items() if value is not None}
        try:
            return rule(self, node.name, *node.args, **how)
        except TypeError:
            shown = ", ".join([*map(str, node.args), *(f"{k}={v}" for k, v in how.items())])
            raise GraphError(f"{_called(called)}({shown}) is more than Chainrule's op") from None

    # --- what the rules are made of

    def leaf(self, argument: Any) -> str:
        """Return the node of an argument; a number becomes a constant."""
        if isinstance(argument, int | float) and not isinstance(argument, bool):
            number = float(argument)
            text = repr(number).removesuffix(".0")
            return text if text in self._graph else self._graph.constant(text, number)
        if argument not in self._made:
            raise TypeError
        return self._made[argument]

    def op(self, op: str, name: str, *inputs: Any, **attributes: Any) -> str:
        """Return a new op of arguments."""
        made = self._graph.unique_name(name)
        return self._graph.op(op, *map(self.leaf, inputs), name=made, **attributes)

    def between(self, op: str, *inputs: str, **attributes: Any) -> str:
        """Return a new op of nodes, named by the op."""
        return self._graph.op(op, *inputs, name=self._graph.unique_name(op), **attributes)

    def on_top(self, op: str, name: str, *inputs: str, **attributes: Any) -> str:
        """Return a new op of nodes under the name that was traced."""
        return self._graph.op(op, *inputs, name=self._graph.unique_name(name), **attributes)


def _called(called: Any) -> str:
    if isinstance(called, str):
        return f"the method {called.lstrip('.')}"
    return f"the function {getattr(called, '__name__', called)}"


def _array(value: Any) -> Any:
    if hasattr(value, "detach"):
        return np.array(value.detach().cpu().double().numpy())
    return value


# --- the rules: what PyTorch calls, as our ops

_Rule = Callable[..., str]


def _plain(op: str) -> _Rule:
    return lambda reader, name, *inputs: reader.op(op, name, *inputs)


def _unary(op: str) -> _Rule:
    # `inplace` and the like change nothing that a graph knows
    return lambda reader, name, x, inplace=False: reader.op(op, name, x)  # noqa: ARG005


def _power(reader: _Reader, name: str, a: Any, b: Any) -> str:
    return reader.op("square", name, a) if b == 2 else reader.op("power", name, a, b)


def _leaky(
    reader: _Reader, name: str, x: Any, negative_slope: float = 0.01, inplace: bool = False
) -> str:
    del inplace  # changes nothing that a graph knows
    return reader.op("leaky_relu", name, x, slope=float(negative_slope))


def _softplus(reader: _Reader, name: str, x: Any, beta: float = 1, threshold: float = 20) -> str:
    del threshold  # beyond it PyTorch takes x itself, which differs in the ninth digit
    if beta != 1:
        raise TypeError
    return reader.op("softplus", name, x)


def _reduction(op: str) -> _Rule:
    def rule(reader: _Reader, name: str, x: Any, dim: Any = None, keepdim: bool = False) -> str:
        how: dict[str, Any] = {"keepdims": True} if keepdim else {}
        if dim is not None:
            how["axis"] = list(dim) if isinstance(dim, list | tuple) else dim
        return reader.op(op, name, x, **how)

    return rule


def _softmax(op: str) -> _Rule:
    def rule(
        reader: _Reader, name: str, x: Any, dim: int = -1, _stacklevel: int = 3, dtype: Any = None
    ) -> str:
        del _stacklevel, dtype
        return reader.op(op, name, x, axis=dim)

    return rule


def _linear(reader: _Reader, name: str, x: Any, weight: Any, bias: Any = None) -> str:
    turned = reader.between("transpose", reader.leaf(weight))
    if bias is None:
        return reader.on_top("matmul", name, reader.leaf(x), turned)
    product = reader.between("matmul", reader.leaf(x), turned)
    return reader.on_top("add", name, product, reader.leaf(bias))


def _mse(reader: _Reader, name: str, a: Any, y: Any, reduction: str = "mean", **same: Any) -> str:
    if reduction not in ("mean", "sum") or same:
        raise TypeError
    error = reader.between("square", reader.between("subtract", reader.leaf(a), reader.leaf(y)))
    return reader.on_top(reduction, name, error)


def _cross_entropy(
    reader: _Reader, name: str, logits: Any, classes: Any, reduction: str = "mean",
    ignore_index: int = -100, label_smoothing: float = 0.0,
) -> str:  # fmt: skip
    if reduction != "mean" or ignore_index != -100 or label_smoothing:
        raise TypeError
    return reader.op("cross_entropy", name, logits, classes)


def _itself(reader: _Reader, name: str, x: Any, *how: Any, **named: Any) -> str:
    """Return the node itself: a change of the number format is none here."""
    del name, how, named
    return reader.leaf(x)


def _turned(reader: _Reader, name: str, x: Any, first: int = -2, second: int = -1) -> str:
    if {first, second} not in ({-1, -2}, {0, 1}):
        raise TypeError
    return reader.op("transpose", name, x)


def _rules() -> dict[Any, _Rule]:
    """Return, for each function and each method's name, what it is in our ops."""
    import torch
    import torch.nn.functional as functional

    rules: dict[Any, _Rule] = {}

    def enter(rule: _Rule, *called: Any) -> None:
        rules.update(dict.fromkeys(called, rule))

    enter(_plain("add"), operator.add, torch.add, "add")
    enter(_plain("subtract"), operator.sub, torch.sub, torch.subtract, "sub")
    enter(_plain("multiply"), operator.mul, torch.mul, torch.multiply, "mul")
    enter(_plain("divide"), operator.truediv, torch.div, torch.divide, "div")
    enter(_plain("matmul"), operator.matmul, torch.matmul, torch.mm, torch.dot, torch.mv, "matmul")
    enter(_plain("matmul"), "mm", "dot", "mv")
    enter(_plain("maximum"), torch.maximum, "maximum")
    enter(_plain("minimum"), torch.minimum, "minimum")
    enter(_plain("negate"), operator.neg, torch.neg, "neg")
    enter(_power, operator.pow, torch.pow, "pow")
    for op in ("square", "sqrt", "exp", "log", "sigmoid", "tanh", "abs", "sin", "cos", "relu"):
        enter(_unary(op), getattr(torch, op), op)
    enter(_unary("relu"), functional.relu)
    enter(_unary("sigmoid"), functional.sigmoid, torch.special.expit)
    enter(_unary("tanh"), functional.tanh)
    enter(_unary("abs"), operator.abs, torch.absolute)
    enter(_leaky, functional.leaky_relu)
    enter(_softplus, functional.softplus)
    enter(_reduction("sum"), torch.sum, "sum")
    enter(_reduction("mean"), torch.mean, "mean")
    enter(_softmax("softmax"), torch.softmax, functional.softmax, "softmax")
    enter(_softmax("log_softmax"), torch.log_softmax, functional.log_softmax, "log_softmax")
    enter(_linear, functional.linear)
    enter(_mse, functional.mse_loss)
    enter(_cross_entropy, functional.cross_entropy)
    enter(_turned, torch.t, torch.transpose, "t", "transpose", ".T", ".mT", "swapaxes")
    enter(_itself, "float", "double", "long", "to", "contiguous", "clone")
    return rules
