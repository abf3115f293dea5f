"""NumPy with the training loop: forward and backward by hand, in a function."""

from engine.formats.code.numpy_code import (
    NOT_FINITE,
    backward_code,
    definitions,
    derivative_names,
    value_code,
)
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    function_code,
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
from engine.formats.code.training_subject import Subject, order_code, subject
from engine.graph import Graph
from engine.training import Choice, Table

__all__ = ["numpy_training"]

_RESERVED = (*RESERVED, "log_softmax", "softmax", "cross_entropy")
_HEAD = (
    "import json\n\nimport numpy as np\n\n"
    'np.seterr(all="ignore")  # infinity and NaN are results like others\n'
)


def numpy_training(graph: Graph, choice: Choice, table: Table | None = None) -> str:
    """Return a program that trains the graph by NumPy alone and prints its JSON.

    Raises GraphError where there is nothing to train or the table does not fit the graph.
    """
    trained = subject(graph, choice, table, _RESERVED)
    found, rows = trained.found, trained.rows
    return assembled(
        docstring(found, "trained in NumPy, the chain rule by hand"),
        _HEAD,
        head_code(choice),
        others_code(trained, lambda leaf: assigned(leaf, value_code(leaf.value))),
        *definitions(found),
        _evaluate(trained),
        row_code(
            trained,
            lambda leaf: value_code(rows.columns[leaf.name]),
            order_code(rows, choice.seed),
        ),
        weights_code(trained, lambda leaf: value_code(leaf.value)),
        loop_code(trained, choice.optimizer),
        result_code(trained, choice.optimizer, ".tolist()"),
    )


def _evaluate(trained: Subject) -> str:
    found = trained.found
    derivatives = derivative_names(found)
    arguments = [leaf.identifier for leaf in (*found.trained, *trained.fed)]
    lines = [
        "# Forward",
        *(step_code(step, NOT_FINITE) for step in found.steps),
        "",
        "# Backward",
        *backward_code(found, derivatives, NOT_FINITE),
        f"return {found.identifiers[found.output]}, "
        f"[{', '.join(derivatives[leaf.name] for leaf in found.trained)}]",
    ]
    return function_code("evaluate", arguments, lines)
