"""Training, a step at a time: the output before every step, and what goes wrong by its name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from engine.errors import GraphError, OutputError, ShapeError
from engine.graph import Graph
from engine.language import count_text, noop, sentence
from engine.program import Vector, compile  # noqa: A004  its API name
from engine.training.feed import Feed, Feeder, order_of_rows
from engine.training.optimizer import Optimizer
from engine.training.table import Table
from engine.value import Array, Value
from engine.words.number_text import number_text

__all__ = ["Divergence", "Training"]


@dataclass(frozen=True)
class Divergence:
    """The first step after which a number was no longer finite, and the node that holds it.

    Of a parameter that the step moved there by a derivative that was none itself, `derivative` is
    this derivative: by no rate is anything left of the parameter.
    """

    step: int
    node: str
    value: float
    derivative: float | None = None

    def __str__(self) -> str:
        word = number_text(self.value)
        if self.derivative is not None:
            said = noop(
                "diverged at step {n}: {name} is {value}, as the derivative by it was {slope}"
            )
            slope = number_text(self.derivative)
            return sentence(said, n=count_text(self.step), name=self.node, value=word, slope=slope)
        if not self.step:
            said = noop("{name} is {value} before the first step")
            return sentence(said, name=self.node, value=word)
        said = noop("diverged at step {n}: {name} is {value}")
        return sentence(said, n=count_text(self.step), name=self.node, value=word)


class Training:
    """Minimises the output of a graph over the parameters it depends on.

    The graph itself stays as it is; `values` are what training made of its leaves. `history` holds
    the output before step 1 and after every step: on the row that the next step takes where rows
    are fed one by one, on all rows where they are fed as a batch. `diverged` says where training
    ended for good.
    """

    history: list[float]
    diverged: Divergence | None
    _at: Array
    _gradient: Array

    def __init__(
        self,
        graph: Graph,
        optimizer: Optimizer,
        table: Table | None = None,
        feed: Feed = Feed.BATCH,
        *,
        seed: int | None = None,
        output: str | None = None,
    ) -> None:
        """Compile the graph and evaluate it once; `seed` shuffles the rows fed one by one.

        Raises GraphError where there is nothing to train or the table does not fit the graph, and
        what compiling and evaluating raise.
        """
        self.optimizer = optimizer
        self._program = compile(graph, output)
        self._output = self._program.output or ""
        if not self._program.parameters:
            said = noop("{name} depends on no parameter, and only parameters are trained")
            raise GraphError(sentence(said, name=self._output))
        self._feeder = None if table is None else Feeder(table, graph)
        self._feed = feed
        inputs = () if self._feeder is None else self._feeder.inputs
        self._start = {name: graph.value(name) for name in (*self._program.parameters, *inputs)}
        self._vector = Vector(self._program)
        batch = self._feeder if feed is Feed.BATCH else None
        self.as_arrays = batch is not None and self._takes_arrays(batch)
        self.moved = self.parameters
        """The leaves whose values training changes: the parameters, and what is fed to inputs."""
        if self.as_arrays or feed is Feed.ROWS:
            self.moved += inputs
        optimizer.reset()
        self._rows = order_of_rows(len(self._feeder or ()), seed) if self._feeder else None
        self._row = 0
        self._next_row()
        self.history = [self._measure()]
        self._at = self._vector.read()
        self.diverged = self._divergence(None)

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return the parameters that are trained."""
        return self._vector.names

    @property
    def output(self) -> str:
        """Return what is minimised."""
        return self._output

    @property
    def steps(self) -> int:
        """Return how many steps were taken."""
        return len(self.history) - 1

    @property
    def row(self) -> int | None:
        """Return the row of the table that the next step takes, None where it takes no single."""
        return self._row if self._feeder is not None and self._feed is Feed.ROWS else None

    @property
    def start(self) -> dict[str, Value]:
        """Return the values from before the first step, of the parameters and the fed inputs."""
        return dict(self._start)

    def values(self) -> dict[str, Value]:
        """Return the parameters' values now, and those of the inputs where they changed them."""
        values = self.now()
        each = values.tolist() if isinstance(values, np.ndarray) else values
        return dict(zip(self.moved, each, strict=True))

    def now(self) -> Sequence[Value] | Array:
        """Return the values of the leaves `moved`, as one array where all are single numbers."""
        fed = self.moved[len(self.parameters) :]
        if not fed and self._vector.is_plain:
            return self._vector.read()
        return self._vector.values() + [self._program.value(name) for name in fed]

    def value(self, name: str) -> Value:
        """Return what training made of a node's value."""
        return self._program.value(name)

    def step(self) -> bool:
        """Take one step; return False, and change nothing, once training has diverged."""
        if self.diverged is not None:
            return False
        by = self._gradient
        with np.errstate(all="ignore"):
            self._at = self.optimizer.moved(self._at, by)
        self._vector.write(self._at)
        self._next_row()
        self.history.append(self._measure())
        self.diverged = self._divergence(by)
        return True

    def run(self, steps: int) -> Iterator[float]:
        """Take `steps` steps and yield the output after each; ends early where it diverges."""
        for _ in range(steps):
            if not self.step():
                return
            yield self.history[-1]

    def mean(self) -> float:
        """Return the mean of the output over all rows of the table, without one the output."""
        if self._feeder is None or self._feed is Feed.BATCH:
            return self.history[-1]
        found = []
        for row in (*range(len(self._feeder)), self._row):  # and back to where the next step is
            self._set(self._feeder.row(row))
            self._program.forward()
            found.append(float(self._program.value(self._output)))
        with np.errstate(all="ignore"):
            return float(np.mean(found[:-1]))

    # --- inside

    def _takes_arrays(self, feeder: Feeder) -> bool:
        """Tell whether the output is a number when every input has all its rows at once."""
        self._set(feeder.batch())
        try:
            self._program.forward()
            self._program.backward()
        except (ShapeError, OutputError):
            return False
        return True

    def _next_row(self) -> None:
        if self._rows is not None and self._feed is Feed.ROWS:
            self._row = next(self._rows)

    def _measure(self) -> float:
        """Return the output at the parameters as they are, and keep its gradient."""
        if self._feeder is None or self.as_arrays:
            return self._differentiate()
        if self._feed is Feed.ROWS:
            self._set(self._feeder.row(self._row))
            return self._differentiate()
        outputs, gradients = [], []
        for row in range(len(self._feeder)):
            self._set(self._feeder.row(row))
            outputs.append(self._differentiate())
            gradients.append(self._gradient)
        with np.errstate(all="ignore"):
            self._gradient = np.mean(gradients, axis=0)
            return float(np.mean(outputs))

    def _differentiate(self) -> float:
        self._program.forward()
        self._program.backward()
        self._gradient = self._vector.gradient()
        return float(self._program.value(self._output))

    def _set(self, values: Mapping[str, Value]) -> None:
        for name, value in values.items():
            self._program.set_value(name, value)

    def _divergence(self, by: Array | None) -> Divergence | None:
        """Return the first parameter that is not finite, else the node where the output is not.

        `by` is the gradient that led there.
        """
        wrong = np.flatnonzero(~np.isfinite(self._at))
        if len(wrong):
            entry = int(wrong[0])
            slope = 0.0 if by is None else float(by[entry])
            owner, found = self._vector.owner(entry), float(self._at[entry])
            return Divergence(self.steps, owner, found, None if isfinite(slope) else slope)
        if isfinite(self.history[-1]):
            return None
        node = self._program.first_nonfinite()
        if node is None:  # another row of the batch than the one that was evaluated last
            return Divergence(self.steps, self._output, self.history[-1])
        value = np.ravel(self._program.value(node))
        return Divergence(self.steps, node, float(value[~np.isfinite(value)][0]))
