"""One node that computes a typed expression: a small tape of the other elementwise ops."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.errors import ExpressionError, InvalidAttributeError
from engine.expression import (
    Call,
    Expression,
    Name,
    Number,
    calls,
    names,
    parse,
    simplified,
    substitute,
)
from engine.language import noop, sentence
from engine.ops.maths import ARRAY, Maths, Value
from engine.ops.op import OPS, Op


@dataclass(frozen=True, slots=True)
class _Step:
    """One op of the tape; `slots` are where its inputs lie, its value goes to `slot`."""

    op: Op
    slots: tuple[int, ...]
    slot: int


class Formula(Op):
    """A typed expression of its inputs, such as `d^2/2`; parsed, never executed."""

    name, title, symbol = "formula", "Formula", "f(x)"
    family = "formula"
    inputs = ()
    attributes = ("formula", "inputs")

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        text = attributes.get("formula")
        if not isinstance(text, str):
            raise InvalidAttributeError(sentence("a formula needs its text, such as 'd^2/2'"))
        self.expression = parse(text)
        free = names(self.expression)
        self.names = _input_names(attributes.get("inputs"), free)
        self._numbers: list[float] = []
        self._steps: list[_Step] = []
        self._result = self._compile(self.expression)
        self.bends = any(step.op.bends for step in self._steps)

    @property
    def ports(self) -> tuple[str, ...]:
        return self.names

    def entries(self, *shapes: tuple[int, ...]) -> int:
        return super().entries(*shapes) * (1 + len(self._steps))  # each step of the tape makes one

    def forward(self, m: Maths, *inputs: Value) -> Value:
        return self._run(m, inputs)[self._result]

    def vjp(self, m: Maths, g: Value, value: Value, *inputs: Value) -> tuple[Value, ...]:
        slots = self._run(m, inputs)
        gradients: list[Value] = [None] * len(slots)  # None: nothing came yet, nothing to add to
        gradients[self._result] = g
        for step in reversed(self._steps):
            arguments = [slots[k] for k in step.slots]
            back = step.op.vjp(m, gradients[step.slot], slots[step.slot], *arguments)
            for k, gradient in zip(step.slots, back, strict=True):
                before = gradients[k]
                gradients[k] = gradient if before is None else before + gradient
        return tuple(gradients[: len(inputs)])

    def at_kink(self, *inputs: Value) -> bool:
        slots = self._run(ARRAY, inputs)
        bent = (step for step in self._steps if step.op.bends)
        return any(step.op.at_kink(*(slots[k] for k in step.slots)) for step in bent)

    def written(self, *arguments: Expression) -> Expression:
        return substitute(self.expression, dict(zip(self.names, arguments, strict=True)))

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression | None:
        by_input = derivative_of(self.expression, self.names[port], _ITSELF)
        if by_input is None:
            return None
        meant = dict(zip(self.names, arguments, strict=True)) | {_ITSELF.name: value}
        return simplified(substitute(by_input, meant))

    def _run(self, m: Maths, inputs: Sequence[Value]) -> list[Value]:
        slots: list[Value] = [*inputs, *self._numbers]
        for step in self._steps:
            slots.append(step.op.forward(m, *(slots[k] for k in step.slots)))
        return slots

    def _compile(self, expression: Expression) -> int:
        """Lay the tape: inputs first, then numbers, then one slot per operation."""
        ports = {name: k for k, name in enumerate(self.names)}
        parts = [expression, *(part for call in calls(expression) for part in call.arguments)]
        # by how it is written: −0 is not 0
        numbers = {repr(part.value): part.value for part in parts if isinstance(part, Number)}
        self._numbers = list(numbers.values())
        number_slots = {text: len(ports) + k for k, text in enumerate(numbers)}
        call_slots: dict[int, int] = {}

        def slot_of(part: Expression) -> int:
            if isinstance(part, Name):
                return ports[part.name]
            if isinstance(part, Number):
                return number_slots[repr(part.value)]
            return call_slots[id(part)]

        for call in calls(expression):
            slot = len(ports) + len(self._numbers) + len(self._steps)
            slots = tuple(slot_of(part) for part in call.arguments)
            self._steps.append(_Step(OPS[call.op](), slots, slot))
            call_slots[id(call)] = slot
        return slot_of(expression)


_ITSELF = Name("")  # the value of the formula, which no input can be called


def derivative_of(
    expression: Expression, name: str, value: Expression | None = None
) -> Expression | None:
    """Return the tree's derivative by a name, None where a part has none that can be written.

    `value` is what the tree's own value is called, by default the tree itself.
    """
    if not isinstance(expression, Call):
        return Number(1.0 if expression == Name(name) else 0.0)
    terms: list[Expression] = []
    for port, argument in enumerate(expression.arguments):
        inner = derivative_of(argument, name)
        if inner == Number(0.0):
            continue
        op = OPS[expression.op]()
        outer = op.derivative_written(port, value or expression, *expression.arguments)
        if inner is None or outer is None:
            return None
        terms.append(simplified(Call("multiply", (outer, inner))))
    return simplified(Call("add", tuple(terms)))


def _input_names(given: object, free: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the ports, by default the free names in order of first appearance."""
    if given is None:
        return free
    if not isinstance(given, list | tuple) or not all(isinstance(name, str) for name in given):
        raise InvalidAttributeError(sentence("the inputs of a formula are a list of names"))
    listed = tuple(given)
    if len(set(listed)) != len(listed):
        raise InvalidAttributeError(sentence("the inputs of a formula must not repeat a name"))
    unlisted = [name for name in free if name not in listed]
    if unlisted:
        said = noop("the formula uses '{name}', which is not among its inputs")
        raise ExpressionError(sentence(said, name=unlisted[0]))
    unused = [name for name in listed if name not in free]
    if unused:
        said = sentence("the formula does not use its input '{name}'", name=unused[0])
        raise InvalidAttributeError(said)
    return listed
