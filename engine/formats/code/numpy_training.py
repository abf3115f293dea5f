"""NumPy with the training loop: forward and backward by hand, in a function."""

from engine.formats.code.numpy_code import DIALECT, backward_code, derivative_names, value_code
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    function_code,
    helpers,
    step_code,
)
from engine.formats.code.training_loop import (
    RESERVED,
    head_code,
    loop_code,
    others_code,
    result_code,
    row_code,
    weights_code,
)
from engine.formats.code.training_plan import Plan, Subject, order_code, subject
from engine.graph import Graph

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
        others_code(trained, lambda leaf: assigned(leaf, value_code(leaf.value))),
        *helpers(found, DIALECT, *extra),
        _evaluate(trained),
        row_code(
            trained,
            lambda leaf: value_code(rows.columns[leaf.name]),
            order_code(rows, plan) if rows.count else "",
        ),
        weights_code(trained, lambda leaf: value_code(leaf.value)),
        loop_code(trained, plan),
        result_code(trained, plan, ".tolist()"),
    )


def _evaluate(trained: Subject) -> str:
    found = trained.found
    derivatives = derivative_names(found)
    arguments = [leaf.identifier for leaf in (*found.trained, *trained.fed)]
    lines = [
        "# Forward",
        *(step_code(step, DIALECT) for step in found.steps),
        "",
        "# Backward",
        *backward_code(found, derivatives),
        f"return {found.identifiers[found.output]}, "
        f"[{', '.join(derivatives[leaf.name] for leaf in found.trained)}]",
    ]
    return function_code("evaluate", arguments, lines)
