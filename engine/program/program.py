"""A program: one graph compiled to flat lists, evaluated forward, differentiated backward.

No result is kept in the graph, nothing recurses, and a gradient that came in is never changed in
place: a second backward pass gives the same as the first.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from engine.errors import GraphError, OutputError
from engine.graph import Graph
from engine.language import noop, sentence
from engine.program.bump import Bump, bump
from engine.program.counts import Counting, Counts
from engine.program.forward_mode import ForwardDerivatives, push_forward
from engine.program.general import computed, propagate
from engine.program.moving import Moving
from engine.program.origins import derivative_origins, is_finite, value_origins
from engine.program.parts import Parts
from engine.program.room import Room
from engine.schedule import Schedule
from engine.stretch import Loop, zeros
from engine.stretch.place import Numbers
from engine.value import Array, Value, as_value, shape_of, with_moved_entry, zero_like
from engine.words.number_text import shape_words

__all__ = ["Program"]

_MANY = 32  # leaves set at once, a step of training: finding what depends on them costs more


class Program:
    """The compiled graph; call `forward`, then `backward`, then ask.

    `value`, `derivative` and `edge_derivative` return floats or read-only arrays; a derivative has
    the shape of its value.
    """

    def __init__(self, graph: Graph, plan: Schedule) -> None:
        self._plan = plan
        self._leaves = plan.leaves
        # Values, derivatives and edge derivatives; those of batches lie in the batches' arrays.
        self._values: list[Value | None] = [
            graph.value(name) if name in self._leaves else None for name in plan.names
        ]
        self._derivatives: list[Value | None] = []
        self._listed: list[Value | None] | None = None  # the values, once they were asked for
        self._edge_derivatives: Sequence[Value | None] = []
        self._counting = Counting(graph, plan)
        self._divide()
        self._backward_done = False
        self._changed: set[int] | None = None  # None: everything is to be computed

    @property
    def output(self) -> str | None:
        """Return the node whose derivatives `backward` takes."""
        return None if self._plan.output is None else self._plan.names[self._plan.output]

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return the parameters that the output depends on."""
        return self._counting.names

    @property
    def counts(self) -> Counts:
        """Return how many steps the derivatives take."""
        return self._counting.counts(self._values)

    def set_value(self, name: str, value: object) -> None:
        """Give a leaf another value, which `forward` then carries on to what depends on it.

        Until then all other values are those that the last `forward` found.
        """
        number = self._plan.number(name)
        if name not in self._leaves:
            raise _no_leaf(noop("{name} computes its value, only a leaf can be set"), name)
        self._listed = None
        taken, before = as_value(value, name), self._values[number]
        if isinstance(taken, float) is not isinstance(before, float):
            self._parts.keep(self._values, computed=self._changed is not None)
            self._values[number] = taken
            self._divide()
            self._changed = None
            self._backward_done = False
            return
        self._values[number] = taken
        if self._batches is not None and isinstance(taken, float):
            self._batches.set_leaf(number, taken)
        if self._changed is not None:
            self._changed.add(number)

    def leaves(self, names: Sequence[str]) -> tuple[Numbers, list[tuple[int, ...]]]:
        """Return numbers of leaves, to ask for many at once, and shapes; raises GraphError."""
        if not self._leaves.issuperset(names):
            name = next(name for name in names if name not in self._leaves)
            self._plan.number(name)
            raise _no_leaf(noop("{name} computes its value, only a leaf can be set"), name)
        known = self._plan.numbers
        numbers = [known[name] for name in names]
        held = [self._values[k] for k in numbers]
        shapes = [() if type(value) is float else shape_of(value) for value in held]
        return np.array(numbers, dtype=np.intp), shapes

    def scalars(self, leaves: Numbers) -> Array:
        """Return the values of leaves that hold single numbers."""
        return self._parts.values_of(leaves, self._values)

    def slopes(self, leaves: Numbers) -> Array:
        """Return the output's derivatives by leaves that hold single numbers."""
        self._check_backward()
        return self._parts.derivatives_of(leaves, self._derivatives)

    def set_scalars(self, leaves: Numbers, numbers: Array) -> None:
        """Give leaves that hold single numbers others, as `set_value` does one by one."""
        self._listed = None
        self._parts.set_leaves(leaves, numbers, self._values)
        if self._changed is not None:
            self._changed.update(leaves[: _MANY + 1].tolist())

    def forward(self) -> None:
        """Evaluate all nodes, or after `set_value` only those that depend on what was set.

        Raises ShapeError, naming the node, its op and the shapes.
        """
        if self._changed is None or len(self._changed) > _MANY:
            change = self._parts.everything
        elif self._changed:
            change = self._parts.change_of(frozenset(self._changed))
        else:
            return
        if self._parts.only_loop is not None:
            self._parts.only_loop.forward(self._values, change.scalars)
        else:
            with np.errstate(all="ignore"):
                self._parts.evaluate_scalars(self._values, change.scalars)
                for number in change.general:
                    self._evaluate(number)
        self._changed = set()

    def backward(self) -> None:
        """Take the output's derivative by every node and along every edge, at the values there are.

        Raises GraphError where `forward` has not come first, and after `set_value` again, and
        OutputError where the output is no scalar.
        """
        self._check_forward()
        output = self._checked_output()
        self._backward_done = False
        if output is not None:
            self._differentiate(output)
            self._backward_done = True

    def value(self, name: str) -> Value:
        """Return a node's value."""
        value = self._value_at(self._plan.number(name))
        if value is None:
            raise GraphError(f"{name} has no value yet: call forward() first", node=name)
        return value

    def derivative(self, name: str) -> Value:
        """Return the output's derivative by a node; 0 where the output does not depend on it."""
        number = self._plan.number(name)
        self._check_backward()
        if self._batches is not None and number in self._scalars:
            return self._batches.derivative(number)
        found = self._derivatives[number]
        return zero_like(self.value(name)) if found is None else found

    def edge_derivative(self, source: str, target: str, port: int) -> Value:
        """Return what flows back along an edge: (∂target/∂input port) · dJ/dtarget."""
        number = self._plan.edge_number(source, target, port)
        self._check_backward()
        return self._flow(number, self._plan.numbers[source], self._plan.numbers[target])

    def push_forward(self, leaf: str, index: tuple[int, ...] | None = None) -> ForwardDerivatives:
        """Return the derivatives of every node and edge by a leaf, or by its entry `index`.

        One sweep over what depends on the leaf, at the values of the last `forward`. Raises
        GraphError for what is no leaf, or not one number of it.
        """
        number = self._plan.number(leaf)
        if leaf not in self._leaves:
            raise _no_leaf(noop("{name} computes its value: choose a leaf"), leaf)
        self._check_forward()
        start = with_moved_entry(zero_like(self.value(leaf)), leaf, index, 1.0)
        values = self._all_values()
        found = push_forward(self._plan, values, number, start)
        return ForwardDerivatives(self._plan, values, found, leaf, index)

    def bump(self, name: str, epsilon: float, index: tuple[int, ...] | None = None) -> Bump:
        """Return what moving a node, or its entry `index`, by `epsilon` does to all behind it.

        At the values of the last `forward`. Raises GraphError for what cannot be moved.
        """
        self._plan.number(name)
        self._check_forward()
        values = self._all_values()
        return bump(self._plan, values, name, epsilon, index, self._parts.bumped)

    def moving(self, leaf: str) -> Moving:
        """Return what finds the output as one entry after another of a leaf, an array, is moved."""
        self._check_forward()
        return Moving(self._plan, self._all_values(), self._plan.number(leaf))

    def first_nonfinite(self) -> str | None:
        """Return the first node whose value is NaN or infinite, None where all are finite."""
        return next((self._plan.names[number] for number in self._nonfinite()), None)

    def nonfinite_origins(self) -> tuple[str, ...]:
        """Return where NaN or infinity starts, in order of the flow: all its inputs are finite."""
        found = value_origins(self._plan, self._nonfinite())
        return tuple(self._plan.names[number] for number in found)

    def derivative_origins(self) -> tuple[str, ...]:
        """Return where derivatives cease to be finite while values are, in order of the way back.

        An op's slope is infinite there, or no number, or a product or a sum is too large. None is
        where a constant alone gets such a derivative: it stays as it is.
        """
        if not self._backward_done or self._parts.derivatives_finite(self._derivatives):
            return ()
        flags = self._parts.derivative_flags(self._derivatives, self._edge_derivatives)
        found = derivative_origins(self._plan, self._counting.constants, *flags)
        if not self._parts.all_finite(self._values):
            found = [number for number in found if self._has_finite_values(number)]
        return tuple(self._plan.names[number] for number in found)

    def __contains__(self, name: object) -> bool:
        """Tell whether the program has a node of that name."""
        return name in self._plan.numbers

    # --- inside

    def _nonfinite(self) -> Iterator[int]:
        """Yield the nodes whose values are NaN or infinite, in order of the flow."""
        if self._changed is not None and self._parts.all_finite(self._values):
            return
        for number in range(len(self._plan.names)):
            if not is_finite(self._value_at(number)):
                yield number

    def _has_finite_values(self, number: int) -> bool:
        """Tell whether a node's value and those of its inputs are finite."""
        return all(map(is_finite, map(self._value_at, (number, *self._plan.inputs[number]))))

    def _flow(self, edge: int, source: int, target: int) -> Value:
        """Return what flows back along edge number `edge`, between two nodes' numbers."""
        if self._batches is not None and target in self._scalars:
            return self._batches.edge_derivative(edge)
        found = self._edge_derivatives[edge]
        return zero_like(self.value(self._plan.names[source])) if found is None else found

    def _check_forward(self) -> None:
        if self._changed is None:
            raise GraphError("there are no values yet: call forward() first")
        if self._changed:
            raise GraphError("the values are from before set_value(): call forward() first")

    def _check_backward(self) -> None:
        if not self._backward_done:
            raise GraphError("there are no derivatives yet: call backward() first")

    def _divide(self) -> None:
        """Tell the scalar nodes, which run in stretches, from those that hold arrays."""
        self._room = Room()
        self._shape_problems: dict[int, str] = {}  # of arrays alone
        self._unfit: set[int] = set()  # those whose own inputs do not fit
        self._parts = Parts(self._plan, self._values)
        self._scalars, self._batches = self._parts.scalars, self._parts.batches
        self._counting.divide(self._scalars)

    def _differentiate(self, output: int) -> None:
        if self._batches is not None and not self._parts.general:
            with np.errstate(all="ignore"):
                self._batches.backward({output: 1.0})
            self._derivatives = self._parts.no_derivatives  # of arrays that nothing uses
            return
        derivatives = list(self._parts.no_derivatives)
        derivatives[output] = 1.0
        count = self._plan.first_edges[-1]
        if self._parts.only_loop is not None:
            numbers = zeros(count)
            self._parts.only_loop.backward(self._values, derivatives, numbers)
            self._edge_derivatives = numbers
        else:
            edges: list[Value | None] = [None] * count
            with np.errstate(all="ignore"):
                self._propagate_all(derivatives, edges)
            self._edge_derivatives = edges
        self._derivatives = derivatives

    def _propagate_all(self, derivatives: list[Value | None], edges: list[Value | None]) -> None:
        """Carry the output's derivative back through arrays, then through the scalars before."""
        for number in self._parts.general_back:
            propagate(self._plan, number, self._values, derivatives, edges)
        if isinstance(self._parts.part, Loop):
            self._parts.part.backward(self._values, derivatives, edges)
        else:
            self._parts.part.backward({n: derivatives[n] for n in self._parts.exported})  # type: ignore[misc]

    def _all_values(self) -> list[Value | None]:
        """Return the values of all nodes, listed once for the many bumps at one place."""
        if self._listed is None:
            self._listed = self._parts.listed(self._values)
        return self._listed

    def _value_at(self, number: int) -> Value | None:
        if self._batches is None or number not in self._scalars:
            return self._values[number]
        if self._changed is None and self._plan.operations[number] is not None:
            return self._values[number]  # kept of other batches, None before the first forward
        return self._batches.value(number)

    def _evaluate(self, number: int) -> None:
        self._values[number] = self._computed(number)

    def _computed(self, number: int) -> Value:
        return computed(self._plan, number, self._values, self._room)

    def _checked_output(self) -> int | None:
        output: int = self._plan.output  # type: ignore[assignment]  # only partial ones lack it
        name = self._plan.names[output]
        value = self.value(name)
        if not isinstance(value, float):
            said = sentence(
                "the output must be a single number, and {name} has the shape {shape}: "
                "put a sum or a mean behind it",
                name=name,
                shape=shape_words(value),
            )
            raise OutputError(said, node=name)
        return output


def _no_leaf(said: str, name: str) -> GraphError:
    return GraphError(sentence(said, name=name), node=name)
