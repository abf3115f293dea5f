"""The program of a graph that is being built: what can be computed, and why the rest cannot."""

from collections.abc import Iterable, Iterator
from typing import Any

from engine.errors import ShapeError
from engine.language import sentence
from engine.program.program import Program
from engine.value import Value

__all__ = ["PartialProgram"]


class PartialProgram(Program):
    """The program of a graph that may be incomplete: it computes what it can.

    Where there is nothing to show, `value` and the derivatives return None, and `problem` says why.
    """

    def value(self, name: str) -> Value | None:  # type: ignore[override]
        """Return a node's value, None where it has none."""
        return self._value_at(self._plan.number(name))

    def value_if_known(self, name: str) -> Value | None:
        """Return a node's value, None also where the program has no such node."""
        number = self._plan.numbers.get(name)
        return None if number is None else self._value_at(number)

    def derivative(self, name: str) -> Value | None:  # type: ignore[override]
        """Return a derivative, None where there is no output or no value."""
        value = self.value(name)
        if value is None or self._derivatives_missing():
            return None
        return super().derivative(name)

    def edge_derivative(self, source: str, target: str, port: int) -> Value | None:  # type: ignore[override]
        """Return what flows back along an edge, None where it has no value or no output."""
        if self.value(source) is None or self._derivatives_missing():
            return None
        if self.value(target) is None:
            return None
        return super().edge_derivative(source, target, port)

    def edge_numbers(
        self, edges: Iterable[tuple[str, str, int]]
    ) -> Iterator[tuple[Value | None, Value | None]]:
        """Yield what each edge carries and what flows back along it, None where there is none.

        So it is of an edge that the program does not have. A picture asks it of all its edges
        after every run: each name is looked up once, nothing is asked twice.
        """
        plan, value_at, flowing = self._plan, self._value_at, not self._derivatives_missing()
        find, inputs, first = plan.numbers.get, plan.inputs, plan.first_edges
        for source, target, port in edges:
            start, end = find(source), find(target)
            value = None if start is None else value_at(start)
            if value is None or start is None or end is None or not flowing:
                yield value, None
                continue
            ports = inputs[end]  # none where it has no value for want of an input
            known = 0 <= port < len(ports) and ports[port] == start and value_at(end) is not None
            yield value, self._flow(first[end] + port, start, end) if known else None

    def problem(self, name: str) -> str | None:
        """Return why the node has no value, None where it has one."""
        number = self._plan.number(name)
        cause = self._shape_problems.get(number)
        if cause is None or number in self._unfit:
            return cause or self._plan.problems.get(number)
        return sentence("depends on {cause}", cause=cause)

    @property
    def node_count(self) -> int:
        """How many nodes it was compiled of."""
        return len(self._plan.names)

    def held(self) -> list[dict[str, Any] | list[Any]]:
        """Return the dicts and lists that a program of many nodes hangs on, as they are."""
        known = vars(self), vars(self._plan)
        return [*known, *(x for one in known for x in one.values() if isinstance(x, dict | list))]

    @property
    def unfit(self) -> tuple[str, ...]:
        """Return the nodes whose own inputs do not fit each other, in order of the graph's flow."""
        return tuple(self._plan.names[number] for number in sorted(self._unfit))

    def _derivatives_missing(self) -> bool:
        output = self._plan.output
        return output is None or not self._backward_done

    def _evaluate(self, number: int) -> None:
        self._shape_problems.pop(number, None)
        self._unfit.discard(number)
        self._values[number] = None
        for source in self._plan.inputs[number]:
            if self._values[source] is None:
                name, cause = self._plan.names[source], self._shape_problems.get(source)
                none = sentence("{name}, which has no value", name=name) if cause is None else cause
                self._shape_problems[number] = none
                return
        try:
            self._values[number] = self._computed(number)
        except ShapeError as error:
            self._shape_problems[number] = str(error)
            self._unfit.add(number)

    def _checked_output(self) -> int | None:
        output = self._plan.output
        if output is None or not isinstance(self._value_at(output), float):
            return None
        return output
