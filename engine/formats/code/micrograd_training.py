"""Plain Python with the training loop: numbers that remember what they were made from."""

import numpy as np

from engine.errors import GraphError
from engine.formats.code.listing import Leaf
from engine.formats.code.literal import number_text
from engine.formats.code.micrograd_code import RESERVED as VALUES
from engine.formats.code.micrograd_code import Definitions, check, leaf_code
from engine.formats.code.program_text import assembled, docstring, function_code
from engine.formats.code.training_loop import (
    RESERVED,
    head_code,
    loop_code,
    others_code,
    result_code,
    row_code,
    weights_code,
)
from engine.formats.code.training_subject import Rows, Subject, order_code, subject
from engine.graph import Graph
from engine.language import count_text, sentence
from engine.training import Choice, Table
from engine.training.feed import order_of_rows

__all__ = ["micrograd_training"]

_MOST_SHUFFLED = 10_000  # steps, whose rows are written out: Python shuffles otherwise than NumPy


def micrograd_training(graph: Graph, choice: Choice, table: Table | None = None) -> str:
    """Return a program that trains the graph without any library and prints its JSON.

    Raises GraphError where the graph or its table needs arrays, where there is nothing to train,
    and where the table does not fit the graph.
    """
    trained = subject(graph, choice, table, (*RESERVED, *VALUES))
    check(trained.found)
    made = Definitions(trained.found)
    return assembled(
        docstring(trained.found, "trained in plain Python"),
        made.imports(),
        head_code(choice),
        *made.texts(),
        others_code(trained, leaf_code),
        _evaluate(trained, made.lines),
        row_code(trained, lambda leaf: _column(leaf, trained.rows), _order(trained.rows, choice)),
        weights_code(trained, _number),
        loop_code(trained, choice.optimizer),
        result_code(trained, choice.optimizer, ""),
    )


def _evaluate(trained: Subject, forward: list[str]) -> str:
    found = trained.found
    names = [leaf.identifier for leaf in (*found.trained, *trained.fed)]
    output = found.identifiers[found.output]
    lines = [
        "tape.clear()",
        *(f"{name} = Value({name})" for name in names),
        *forward,
        f"backward({output})",
        f"return {output}.data, [{', '.join(f'{leaf.identifier}.grad' for leaf in found.trained)}]",
    ]
    return function_code("evaluate", names, lines)


def _number(leaf: Leaf) -> str:
    return number_text(float(np.asarray(leaf.value)), "math")


def _column(leaf: Leaf, rows: Rows) -> str:
    numbers = ", ".join(number_text(float(number), "math") for number in rows.columns[leaf.name])
    return f"[{numbers}]"


def _order(rows: Rows, choice: Choice) -> str:
    if rows.divided != "single" or choice.seed is None:
        return order_code(rows, None)
    if choice.steps > _MOST_SHUFFLED:
        said = sentence(
            "micrograd shuffles the rows of {n} steps at most; choose numpy instead",
            n=count_text(_MOST_SHUFFLED),
        )
        raise GraphError(said)
    drawn = order_of_rows(rows.count, choice.seed)
    return f"order = {[next(drawn) for _ in range(choice.steps + 1)]}\n"
