"""One node at a time, of whatever shapes: what no stretch of scalars holds."""

from collections.abc import Sequence

import numpy as np

from engine.errors import ShapeError
from engine.language import sentence
from engine.ops import ARRAY, SCALAR, Op
from engine.program.broadcast import reduced
from engine.program.room import Room
from engine.schedule import Schedule
from engine.value import Value, fixed
from engine.words.number_text import shapes_words

__all__ = ["computed", "op_value", "propagate"]


def computed(plan: Schedule, number: int, values: Sequence[Value | None], room: Room) -> Value:
    """Return the value of node `number`, an op, from those of its inputs.

    Raises ShapeError, naming the node, its op and the shapes.
    """
    inputs = [values[k] for k in plan.inputs[number]]
    return op_value(_operation(plan, number), inputs, room, number, plan.names[number])


def op_value(
    operation: Op, inputs: Sequence[Value | None], room: Room, number: int, name: str
) -> Value:
    """Return what an op gives for these inputs; raises ShapeError, naming the node, op and shapes.

    The node is known to `room` by its number.
    """
    if operation.in_numbers(inputs):
        return operation.forward(SCALAR, *inputs)  # type: ignore[no-any-return]
    try:
        room.take(number, operation, inputs)
        result = operation.forward(ARRAY, *inputs)
    except (ShapeError, ValueError) as error:
        raise _shape_error(name, operation, inputs, error) from None
    return float(result) if np.ndim(result) == 0 else fixed(result)


def propagate(
    plan: Schedule,
    number: int,
    values: Sequence[Value | None],
    derivatives: list[Value | None],
    edges: list[Value | None],
) -> None:
    """Carry the derivative of node `number` back along its incoming edges."""
    operation, gradient, value = _operation(plan, number), derivatives[number], values[number]
    inputs = [values[k] for k in plan.inputs[number]]
    scalar = operation.in_numbers(inputs)
    back = operation.vjp(SCALAR if scalar else ARRAY, gradient, value, *inputs)
    for source, edge, given in zip(plan.inputs[number], plan.edges_into(number), back, strict=True):
        flow = given if scalar else reduced(given, values[source])
        edges[edge] = flow
        before = derivatives[source]
        total = flow if before is None else before + flow
        derivatives[source] = total if isinstance(total, float) else fixed(total)


def _operation(plan: Schedule, number: int) -> Op:
    """Return what a node computes; not to be asked of leaves."""
    return plan.operations[number]  # type: ignore[return-value]


def _shape_error(
    name: str, operation: Op, inputs: Sequence[Value | None], error: Exception
) -> ShapeError:
    said = str(error)
    if not isinstance(error, ShapeError):
        said = sentence("{shapes} do not fit", shapes=shapes_words(inputs))
    return ShapeError(f"{name} ({operation.name}): {said}", node=name)
