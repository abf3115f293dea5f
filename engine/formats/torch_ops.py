"""What PyTorch calls, as our ops: a rule for each of its functions and methods."""

import operator
from collections.abc import Callable
from typing import Any

from engine.errors import GraphError
from engine.formats.values_read import ValuesRead
from engine.graph import Graph

__all__ = ["Nodes", "Rule", "rules"]

Rule = Callable[..., str]
"""Takes the nodes made so far, the name that was traced and the call's arguments; gives a node."""


class Nodes:
    """The nodes made so far, and how a rule makes more of them."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.values = ValuesRead(self.graph)
        self.made: dict[Any, str] = {}  # by what was traced
        self._numbers: dict[str, str] = {}  # the constants, by how they are written

    def leaf(self, argument: Any) -> str:
        """Return the node of an argument; a number becomes a constant."""
        if isinstance(argument, int | float) and not isinstance(argument, bool):
            number = float(argument)
            text = repr(number).removesuffix(".0")
            if text not in self._numbers:
                name = self.graph.unique_name(text)
                self._numbers[text] = self.graph.constant(name, number)
            return self._numbers[text]
        if argument not in self.made:
            raise TypeError
        return self.made[argument]

    def op(self, op: str, name: str, *arguments: Any, **attributes: Any) -> str:
        """Return a new op of arguments."""
        return self.node(op, *map(self.leaf, arguments), name=name, **attributes)

    def node(self, op: str, *inputs: str, name: str | None = None, **attributes: Any) -> str:
        """Return a new op of nodes; without a name it is named by the op."""
        return self.graph.op(op, *inputs, name=self.graph.unique_name(name or op), **attributes)


def _plain(op: str) -> Rule:
    return lambda nodes, name, *inputs: nodes.op(op, name, *inputs)


def _unary(op: str) -> Rule:
    def rule(nodes: Nodes, name: str, x: Any, inplace: bool = False) -> str:
        return _written(nodes, x, nodes.op(op, name, x), inplace)

    return rule


def _written(nodes: Nodes, x: Any, made: str, inplace: bool) -> str:
    """Return what was made of `x`; done in place it is what `x` is from then on."""
    if inplace:
        nodes.made[x] = made
    return made


def _power(nodes: Nodes, name: str, a: Any, b: Any) -> str:
    return nodes.op("square", name, a) if b == 2 else nodes.op("power", name, a, b)


def _leaky(
    nodes: Nodes, name: str, x: Any, negative_slope: float = 0.01, inplace: bool = False
) -> str:
    made = nodes.op("leaky_relu", name, x, slope=float(negative_slope))
    return _written(nodes, x, made, inplace)


def _softplus(nodes: Nodes, name: str, x: Any, beta: float = 1, threshold: float = 20) -> str:
    del threshold  # beyond it PyTorch takes x itself, which differs in the ninth digit
    if beta != 1:
        raise TypeError
    return nodes.op("softplus", name, x)


def _reduction(op: str) -> Rule:
    def rule(nodes: Nodes, name: str, x: Any, dim: Any = None, keepdim: bool = False) -> str:
        how: dict[str, Any] = {"keepdims": True} if keepdim else {}
        axis = list(dim) if isinstance(dim, list | tuple) else dim
        if axis not in (None, []):  # PyTorch reduces all of them, also where none is listed
            how["axis"] = axis
        return nodes.op(op, name, x, **how)

    return rule


def _softmax(op: str) -> Rule:
    def rule(
        nodes: Nodes, name: str, x: Any, dim: Any = None, _stacklevel: int = 3, dtype: Any = None
    ) -> str:
        del _stacklevel, dtype
        if dim is None:  # PyTorch's own choice, which it warns of
            dim = 0 if nodes.values.rank(nodes.leaf(x)) in (0, 1, 3) else 1
        return nodes.op(op, name, x, axis=dim)

    return rule


def _linear(nodes: Nodes, name: str, x: Any, weight: Any, bias: Any = None) -> str:
    turned = nodes.node("transpose", nodes.leaf(weight))
    if bias is None:
        return nodes.node("matmul", nodes.leaf(x), turned, name=name)
    product = nodes.node("matmul", nodes.leaf(x), turned)
    return nodes.node("add", product, nodes.leaf(bias), name=name)


def _mse(nodes: Nodes, name: str, a: Any, y: Any, reduction: str = "mean", **same: Any) -> str:
    if reduction not in ("mean", "sum") or same:
        raise TypeError
    error = nodes.node("square", nodes.node("subtract", nodes.leaf(a), nodes.leaf(y)))
    return nodes.node(reduction, error, name=name)


def _cross_entropy(
    nodes: Nodes, name: str, logits: Any, classes: Any, reduction: str = "mean",
    ignore_index: int = -100, label_smoothing: float = 0.0,
) -> str:  # fmt: skip
    if reduction != "mean" or ignore_index != -100 or label_smoothing:
        raise TypeError
    z, k = nodes.leaf(logits), nodes.leaf(classes)
    rank = nodes.values.rank(z)
    if nodes.values.rank(k) == rank:
        raise GraphError("the classes must be whole numbers, not probabilities")
    if rank > 3:
        raise GraphError(f"of logits with {rank} axes the classes would have to be the last one")
    if rank == 3:  # PyTorch has the classes second, we have them last
        z = nodes.node("transpose", z)
    return nodes.node("cross_entropy", z, k, name=name)


def _itself(nodes: Nodes, name: str, x: Any, *how: Any, **named: Any) -> str:
    """Return the node itself: a change of the number format is none here."""
    del name
    node = nodes.leaf(x)
    formats = [each for each in (*how, *named.values()) if hasattr(each, "is_floating_point")]
    for each in formats:
        if not each.is_floating_point:
            _whole(nodes, node, each)
    return node


def _dropped(usually: bool) -> Rule:
    """Return the rule of a dropout that is `usually` one for training."""

    def rule(
        nodes: Nodes,
        name: str,
        x: Any,
        p: float = 0.5,
        training: bool = usually,
        inplace: bool = False,
    ) -> str:
        """Return the node itself: dropout does nothing once a module is evaluated."""
        del name, inplace
        if training and p:
            raise GraphError("it draws at random: hand over the module's eval(), or p = 0")
        return nodes.leaf(x)

    return rule


def _axis(nodes: Nodes, node: str, axis: int) -> int:
    """Return the number of an axis, counted from the first."""
    rank = nodes.values.rank(node)
    if not -rank <= axis < rank:
        raise GraphError(f"there is no axis {axis}: {node} has {rank}")
    return axis % rank


def _flattened(nodes: Nodes, name: str, x: Any, start_dim: int = 0, end_dim: int = -1) -> str:
    """Return the node itself, of which one axis alone is asked for, as of a batch of rows."""
    del name
    node = nodes.leaf(x)
    no_axis = nodes.values.rank(node) == 0
    if no_axis or _axis(nodes, node, start_dim) != _axis(nodes, node, end_dim):
        raise GraphError("another shape is not an op")
    return node


def _whole(nodes: Nodes, node: str, kind: Any) -> str:
    """Return the node of whole numbers; of others PyTorch would drop what is behind the point."""
    import torch

    held = None if kind == torch.bool else torch.iinfo(kind)
    least, most = (held.min, held.max) if held else (0, 1)
    if not nodes.values.is_whole(node):
        raise GraphError(f"{node} is not made of whole numbers, and rounding is not an op")
    if not nodes.values.is_within(node, least, most):
        raise GraphError(f"{node} is not made of numbers from {least} to {most}")
    return node


def _turned(nodes: Nodes, name: str, x: Any, first: int = -2, second: int = -1) -> str:
    node = nodes.leaf(x)
    rank = nodes.values.rank(node)
    axes = {_axis(nodes, node, axis) for axis in (first, second) if rank > 1}
    if axes != {rank - 2, rank - 1}:
        raise GraphError(f"only the last two axes can be swapped, and {node} has {rank}")
    return nodes.node("transpose", node, name=name)


def _reversed(nodes: Nodes, name: str, x: Any) -> str:
    """Return the transposed of at most two axes: of more, PyTorch turns round them all."""
    node = nodes.leaf(x)
    rank = nodes.values.rank(node)
    if rank > 2:
        raise GraphError(f"only the last two axes can be swapped, and {node} has {rank}")
    return nodes.node("transpose", node, name=name)


def rules() -> dict[Any, Rule]:
    """Return, for each function and each method's name, what it is in our ops."""
    import torch
    import torch.nn.functional as functional

    known: dict[Any, Rule] = {}

    def enter(rule: Rule, *called: Any) -> None:
        known.update(dict.fromkeys(called, rule))

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
    enter(_turned, torch.transpose, "transpose", ".mT", "swapaxes")
    enter(_reversed, torch.t, "t", ".T")
    enter(_dropped(True), functional.dropout, functional.dropout1d)
    enter(_dropped(True), functional.dropout2d, functional.dropout3d)
    enter(_dropped(False), functional.alpha_dropout, functional.feature_alpha_dropout)
    enter(_flattened, torch.flatten, "flatten")
    enter(_itself, "float", "double", "to", "contiguous", "clone")
    enter(lambda nodes, _, x: _whole(nodes, nodes.leaf(x), torch.int64), "long")
    return known
