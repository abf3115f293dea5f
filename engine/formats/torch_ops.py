"""What PyTorch calls, as our ops: a rule for each of its functions and methods."""

import operator
from collections.abc import Callable
from typing import Any

from engine.graph import Graph

__all__ = ["Nodes", "Rule", "rules"]

Rule = Callable[..., str]
"""Takes the nodes made so far, the name that was traced and the call's arguments; gives a node."""


class Nodes:
    """The nodes made so far, and how a rule makes more of them."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.made: dict[Any, str] = {}  # by what was traced

    def leaf(self, argument: Any) -> str:
        """Return the node of an argument; a number becomes a constant."""
        if isinstance(argument, int | float) and not isinstance(argument, bool):
            number = float(argument)
            text = repr(number).removesuffix(".0")
            return text if text in self.graph else self.graph.constant(text, number)
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
    # `inplace` and the like change nothing that a graph knows
    return lambda nodes, name, x, inplace=False: nodes.op(op, name, x)  # noqa: ARG005


def _power(nodes: Nodes, name: str, a: Any, b: Any) -> str:
    return nodes.op("square", name, a) if b == 2 else nodes.op("power", name, a, b)


def _leaky(
    nodes: Nodes, name: str, x: Any, negative_slope: float = 0.01, inplace: bool = False
) -> str:
    del inplace  # changes nothing that a graph knows
    return nodes.op("leaky_relu", name, x, slope=float(negative_slope))


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
        nodes: Nodes, name: str, x: Any, dim: int = -1, _stacklevel: int = 3, dtype: Any = None
    ) -> str:
        del _stacklevel, dtype
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
    return nodes.op("cross_entropy", name, logits, classes)


def _itself(nodes: Nodes, name: str, x: Any, *how: Any, **named: Any) -> str:
    """Return the node itself: a change of the number format is none here."""
    del name, how, named
    return nodes.leaf(x)


def _turned(nodes: Nodes, name: str, x: Any, first: int = -2, second: int = -1) -> str:
    if {first, second} not in ({-1, -2}, {0, 1}):
        raise TypeError
    return nodes.op("transpose", name, x)


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
    enter(_turned, torch.t, torch.transpose, "t", "transpose", ".T", ".mT", "swapaxes")
    enter(_itself, "float", "double", "long", "to", "contiguous", "clone")
    return known
