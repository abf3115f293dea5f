"""NumPy with the training loop: forward and backward by hand, in a function."""

from textwrap import indent

from engine.formats.code.literal import array_text, number_text
from engine.formats.code.numpy_code import DIALECT, backward_code, derivative_names
from engine.formats.code.program_text import (
    assembled,
    docstring,
    helpers,
    remark,
    step_code,
    titled,
)
from engine.formats.code.training_loop import (
    RESERVED,
    head_code,
    loop_code,
    result_code,
    row_code,
    weights_code,
)
from engine.formats.code.training_plan import Plan, Subject, order_code, subject
from engine.graph import Graph
from engine.value import Value

__all__ = ["numpy_training"]

_RESERVED = (*RESERVED, "log_softmax", "softmax", "cross_entropy")
_HEAD = (
    "import json\n\nimport numpy as np\n\n"
    'np.seterr(all="ignore")  # infinity and NaN are results like others\n'
)


def numpy_training(graph: Graph, plan: Plan) -> str:
    """Return a program that trains the graph by NumPy alone and prints its JSON.

    Raises GraphError where there is nothing to train or the table does not fit the graph.
    """
    trained = subject(graph, plan, _RESERVED)
    found, rows = trained.found, trained.rows
    extra = ["softmax"] * any(step.operation.name == "cross_entropy" for step in found.steps)
    return assembled(
        docstring(found, "trained in NumPy, the chain rule by hand"),
        _HEAD,
        head_code(plan),
        titled(
            "Inputs and constants",
            (
                f"{leaf.identifier} = {_code(leaf.value)}{remark(leaf.name, leaf.identifier)}"
                for leaf in trained.others
                if leaf.used
            ),
        ),
        *helpers(found, DIALECT, *extra),
        _evaluate(trained),
        row_code(
            trained,
            lambda leaf: _code(rows.columns[leaf.name]),
            order_code(rows, plan) if rows.count else "",
        ),
        weights_code(trained, lambda leaf: _code(leaf.value)),
        loop_code(trained, plan),
        result_code(trained, plan, ".tolist()"),
    )


def _evaluate(trained: Subject) -> str:
    found = trained.found
    derivatives = derivative_names(found)
    arguments = ", ".join(leaf.identifier for leaf in (*found.trained, *trained.fed))
    lines = [
        "# Forward",
        *(step_code(step, DIALECT) for step in found.steps),
        "",
        "# Backward",
        *backward_code(found, derivatives),
        f"return {found.identifiers[found.output]}, "
        f"[{', '.join(derivatives[leaf.name] for leaf in found.trained)}]",
    ]
    return f"def evaluate({arguments}):\n{indent(chr(10).join(lines), '    ')}\n"


def _code(value: Value) -> str:
    """Return a number or an array; a plain float would raise where NumPy's becomes infinite."""
    if isinstance(value, float):
        return f"np.float64({number_text(value, 'np')})"
    text = array_text(value, "np")
    return text if text.startswith("np.zeros") else f"np.array({text})"
