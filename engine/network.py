"""A graph generated from a few numbers: a fully connected network with seeded weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np

from engine.errors import GraphError
from engine.graph import Graph
from engine.language import count_text, noop, sentence
from engine.ops import OPS
from engine.progress import report

__all__ = ["ACTIVATIONS", "LOSSES", "Form", "Network", "layer_sizes"]

ACTIVATIONS = tuple(
    name for name, op in OPS.items() if op.family == "activation" and op.elementwise
)
LOSSES = ("squared_error", "cross_entropy")

_MOST_NODES = 240_000
_MOST_NUMBERS = 6_000_000  # in all leaves together: a file of more could not be opened again
_MOST_TERMS = 150  # of one formula, whose text is limited
_DIGITS = 4  # of an initial number, so that the file and the cards stay short


class Form(Enum):
    """How a network becomes nodes."""

    ARRAYS = "arrays"
    """A layer is a matrix product, a sum and an activation; examples are the rows of its input."""
    NEURONS = "neurons"
    """A neuron is one weighted sum (a formula) and one activation, of single numbers."""
    OPERATIONS = "operations"
    """Every product has a node of its own."""


@dataclass(frozen=True)
class Network:
    """A fully connected network: `sizes` from the inputs to the outputs.

    Weights are drawn as He et al. (2015) do for ReLU-like activations and as Glorot and Bengio
    (2010) do for all others, biases are 0; inputs are standard normal, targets too, or a random
    class for the cross-entropy. J is a mean over the examples, of a squared error also over the
    outputs, and the same in every form. `seed` makes all of it the same again. `batch` counts the
    examples of the arrays.
    """

    sizes: tuple[int, ...]
    activation: str = "relu"
    loss: str = "squared_error"
    form: Form = Form.ARRAYS
    batch: int = 1
    seed: int = 0

    @property
    def parameters(self) -> int:
        """Return how many numbers the weights and biases are."""
        return sum((fan_in + 1) * fan_out for fan_in, fan_out in pairwise(self.sizes))

    @property
    def nodes(self) -> int:
        """Return how many nodes the graph will have."""
        first, last, layers = self.sizes[0], self.sizes[-1], len(self.sizes) - 1
        if self.form is Form.ARRAYS:
            # x, y, the loss; per layer W, b, the product, the sum, and all but once an activation
            return 3 + (self.loss != "cross_entropy") + 5 * layers - 1
        weights = sum(fan_in * fan_out for fan_in, fan_out in pairwise(self.sizes))
        products = weights if self.form is Form.OPERATIONS else 0
        neurons = sum(self.sizes[1:])
        losses = last + 2 * (last > 1)  # of several their sum, and its share
        # a target for each output, but no activation there
        return first + self.parameters + products + 2 * neurons + losses

    @property
    def title(self) -> str:
        """Return what the graph is called."""
        sizes = "–".join(map(str, _shortened(self.sizes)))
        count = count_text(self.parameters)
        return sentence("Network {sizes}, {n} parameters", sizes=sizes, n=count)

    def check(self) -> None:
        """Raise GraphError with one sentence where there can be no such network."""
        if len(self.sizes) < 2 or min(self.sizes) < 1:
            said = noop("a network needs at least two layers of at least one unit: 2,3,1")
            raise GraphError(sentence(said))
        for chosen, known, said in (
            (self.activation, ACTIVATIONS, noop("unknown activation '{name}'; known: {known}")),
            (self.loss, LOSSES, noop("unknown loss '{name}'; known: {known}")),
        ):
            if chosen not in known:
                raise GraphError(sentence(said, name=chosen, known=", ".join(known)))
        if self.batch < 1:
            raise GraphError(sentence("a batch has at least one example"))
        if self.form is not Form.ARRAYS:
            self._check_scalars()
        elif self.nodes > _MOST_NODES:
            said = noop("this network has {n} nodes, and {most} fit")
            raise GraphError(_more(said, self.nodes, _MOST_NODES))
        numbers = self.parameters + self.batch * (self.sizes[0] + self.sizes[-1])
        if numbers > _MOST_NUMBERS:
            said = noop("{n} numbers are too many; {most} fit")
            raise GraphError(_more(said, numbers, _MOST_NUMBERS))

    def build(self) -> Graph:
        """Return the graph; raises GraphError where `check` does."""
        self.check()
        made = _Arrays(self) if self.form is Form.ARRAYS else _Scalars(self)
        graph = made.graph
        made.build()
        graph.title = self.title
        graph.output = "J"
        return graph

    def _check_scalars(self) -> None:
        if self.loss == "cross_entropy":
            said = noop("the cross-entropy needs arrays: it looks at all classes at once")
            raise GraphError(sentence(said))
        if self.batch > 1:
            raise GraphError(sentence("a batch of several examples needs arrays"))
        widest = max(self.sizes[:-1])
        if self.form is Form.NEURONS and widest > _MOST_TERMS:
            said = sentence(
                "the formula of a neuron of {n} inputs would be too long; "
                "write every operation out, or choose arrays",
                n=count_text(widest),
            )
            raise GraphError(said)
        if self.nodes > _MOST_NODES:
            said = noop(
                "written out in scalars this network has {n} nodes, and {most} fit; choose arrays"
            )
            raise GraphError(_more(said, self.nodes, _MOST_NODES))


def layer_sizes(text: str) -> tuple[int, ...]:
    """Return the sizes that `784,128,10` names; `20*3` stands for `20,20,20`.

    Raises GraphError naming the part that is no size.
    """
    sizes: list[int] = []
    for part in text.split(","):
        size, times, count = (piece.strip() for piece in part.partition("*"))
        if not _whole(size) or not (_whole(count) if times else not count):
            said = noop("'{text}' is no size of a layer; write 784,128,10 or 20*3")
            raise GraphError(sentence(said, text=part.strip()))
        if int(count or 1) > _MOST_NODES:
            raise GraphError(sentence("{n} layers are too many", n=count))
        sizes += [int(size)] * int(count or 1)
    return tuple(sizes)


def _more(said: str, n: int, most: int) -> str:
    """Return the sentence that so many are more than fit."""
    return sentence(said, n=count_text(n), most=count_text(most))


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def _shortened(sizes: tuple[int, ...]) -> list[int | str]:
    return [*sizes] if len(sizes) <= 6 else [*sizes[:2], "…", sizes[-1]]


class _Numbers:
    """The seeded numbers of a network."""

    def __init__(self, network: Network) -> None:
        self._draw = np.random.default_rng(network.seed)
        self._rectified = network.activation in ("relu", "leaky_relu", "softplus")

    def weights(self, fan_in: int, fan_out: int) -> np.ndarray:
        """Return the weights of a layer, shape (fan_in, fan_out)."""
        shape = fan_in, fan_out
        if self._rectified:
            drawn = self._draw.normal(0.0, np.sqrt(2.0 / fan_in), shape)
        else:
            limit = np.sqrt(6.0 / (fan_in + fan_out))
            drawn = self._draw.uniform(-limit, limit, shape)
        return np.round(drawn, _DIGITS)

    def normal(self, *shape: int) -> np.ndarray:
        """Return standard normal numbers."""
        return np.round(self._draw.normal(size=shape), _DIGITS)

    def classes(self, count: int, among: int) -> np.ndarray:
        """Return random classes, as whole numbers from 0."""
        return self._draw.integers(0, among, count).astype(float)


class _Building:
    """A graph that a network is built into."""

    def __init__(self, network: Network) -> None:
        self.graph = Graph()
        self._network = network
        self._numbers = _Numbers(network)


class _Arrays(_Building):
    """A network of one matrix product per layer."""

    def build(self) -> None:
        """Add all nodes."""
        network, graph = self._network, self.graph
        sizes, batch = network.sizes, network.batch
        at = graph.input("x", self._numbers.normal(batch, sizes[0]))
        for layer, (fan_in, fan_out) in enumerate(pairwise(sizes), 1):
            at = self._layer(layer, at, fan_in, fan_out)
        if network.loss == "cross_entropy":
            target = graph.input("y", self._numbers.classes(batch, sizes[-1]))
            graph.op("cross_entropy", at, target, name="J")
            return
        target = graph.input("y", self._numbers.normal(batch, sizes[-1]))
        errors = graph.op("squared_error", at, target, name="L")
        graph.op("mean", errors, name="J")

    def _layer(self, layer: int, at: str, fan_in: int, fan_out: int) -> str:
        graph = self.graph

        def label(letter: str) -> dict[str, str]:
            return {"label": f"{letter}^{{[{layer}]}}"}

        weights, biases = self._numbers.weights(fan_in, fan_out), np.zeros(fan_out)
        graph.parameter(f"W{layer}", weights, **label("W"))
        product = graph.op("matmul", at, f"W{layer}", name=f"s{layer}", **label("s"))
        graph.parameter(f"b{layer}", biases, **label("b"))
        total = graph.op("add", product, f"b{layer}", name=f"z{layer}", **label("z"))
        if layer == len(self._network.sizes) - 1:
            return total  # the last layer is linear; the cross-entropy takes logits
        return graph.op(self._network.activation, total, name=f"a{layer}", **label("a"))


class _Scalars(_Building):
    """A network of single numbers, neuron by neuron."""

    def build(self) -> None:
        """Add all nodes."""
        network, graph = self._network, self.graph
        numbers = self._numbers.normal(network.sizes[0])
        at = [graph.input(f"x_{k}", x) for k, x in enumerate(numbers.tolist(), 1)]
        for layer, (fan_in, fan_out) in enumerate(pairwise(network.sizes), 1):
            weights = self._numbers.weights(fan_in, fan_out).T.tolist()
            before, at = at, []
            for unit, row in enumerate(weights, 1):
                report(len(self.graph) / network.nodes)
                at.append(self._neuron(layer, unit, before, row))
        targets = self._numbers.normal(len(at)).tolist()
        errors = []
        for k, (output, target) in enumerate(zip(at, targets, strict=True), 1):
            name = f"L_{k}" if len(at) > 1 else "J"
            y = graph.input(f"y_{k}", target)
            errors.append(graph.op("squared_error", output, y, name=name))
        if len(errors) > 1:  # the mean, as of arrays
            graph.op("add", *errors, name="L")
            graph.op("formula", "L", name="J", formula=f"L/{len(errors)}")

    def _neuron(self, layer: int, unit: int, inputs: Sequence[str], weights: list[float]) -> str:
        graph = self.graph

        def label(letter: str, *indices: int) -> dict[str, str]:
            lower = ",".join(map(str, indices)) if max(indices) > 9 else "".join(map(str, indices))
            return {"label": f"{letter}^{{[{layer}]}}_{{{lower}}}"}

        ws = [
            graph.parameter(f"w{layer}_{unit}_{k}", weight, **label("w", unit, k))
            for k, weight in enumerate(weights, 1)
        ]
        bias = graph.parameter(f"b{layer}_{unit}", 0.0, **label("b", unit))
        name = f"z{layer}_{unit}"
        if self._network.form is Form.OPERATIONS:
            terms = [
                graph.op("multiply", w, x, name=f"p{layer}_{unit}_{k}", **label("p", unit, k))
                for k, (w, x) in enumerate(zip(ws, inputs, strict=True), 1)
            ]
            total = graph.op("add", *terms, bias, name=name, **label("z", unit))
        else:
            pairs = [part for pair in zip(ws, inputs, strict=True) for part in pair]
            count = range(1, len(ws) + 1)
            ports = [port for k in count for port in (f"w{k}", f"x{k}")]
            formula = " + ".join([*(f"w{k}*x{k}" for k in count), "b"])
            total = graph.op(
                "formula",
                *pairs,
                bias,
                name=name,
                formula=formula,
                inputs=[*ports, "b"],
                **label("z", unit),
            )
        if layer == len(self._network.sizes) - 1:
            return total
        activation = self._network.activation
        return graph.op(activation, total, name=f"a{layer}_{unit}", **label("a", unit))
