"""What a program trains: its listing, and the table's rows as its inputs take them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from engine.errors import GraphError
from engine.formats.code.listing import Leaf, Listing, listing
from engine.graph import Graph
from engine.language import noop, sentence
from engine.program import Program, compile  # noqa: A004  its API name
from engine.training import Choice, Feed, Table, Training, optimizer
from engine.training.feed import Feeder
from engine.value import Array, Value

__all__ = ["Rows", "Subject", "order_code", "subject"]


@dataclass(frozen=True)
class Rows:
    """The table's rows as the inputs take them, and how the rows make up the cost.

    `divided` is "mean" or "sum" where the cost of all rows is that of their parts, "rows" where it
    is the mean over the single rows, "whole" where it cannot be divided, "none" without a table,
    "single" where every step takes one row.
    """

    columns: Mapping[str, Array]
    count: int
    divided: str


@dataclass(frozen=True)
class Subject:
    """What is trained: its listing with the inputs shaped as they are fed, and the rows.

    `fed` are the inputs that the rows give, `others` the leaves that stay as they are, `told` the
    parameters whose values are printed.
    """

    found: Listing
    rows: Rows
    fed: list[Leaf]
    others: list[Leaf]
    told: list[Leaf]


def subject(graph: Graph, choice: Choice, table: Table | None, reserved: Iterable[str]) -> Subject:
    """Return what a program trains, whose identifiers leave those of `reserved` alone.

    Raises GraphError where there is nothing to train or the table does not fit the graph.
    """
    rule = optimizer(choice.optimizer, choice.rate)
    training = Training(graph, rule, table, choice.feed, seed=choice.seed)
    shaped = graph.copy()
    rows = _rows(shaped, table, choice.feed, as_arrays=training.as_arrays)
    found = listing(shaped, reserved)
    if not found.trained:
        said = noop("{name} changes with no parameter: there is nothing to train")
        raise GraphError(sentence(said, name=found.output))
    fed = [leaf for leaf in found.of_kind("input") if leaf.name in rows.columns]
    if not fed:  # the output depends on nothing that the table feeds
        rows = Rows({}, 0, "none")
    names = {leaf.name for leaf in (*fed, *found.trained)}
    others = [leaf for leaf in found.leaves if leaf.name not in names]
    told = [leaf for leaf in found.parameters if leaf.name in training.parameters]
    return Subject(found, rows, fed, others, told)


def order_code(rows: Rows, seed: int | None) -> str:
    """Return the statements that say which row each step takes, where each takes a single one."""
    if rows.divided != "single":
        return ""
    if seed is None:
        return f"order = [step % {rows.count} for step in range(STEPS + 1)]\n"
    return (
        "# Every row once, then all of them in another order\n"
        f"draw = np.random.default_rng({seed})\n"
        f"order = [row for _ in range(STEPS // {rows.count} + 1) "
        f"for row in draw.permutation({rows.count}).tolist()]\n"
    )


def _rows(graph: Graph, table: Table | None, feed: Feed, *, as_arrays: bool) -> Rows:
    """Return the data, and give the inputs of `graph` the shapes in which they come."""
    if table is None:
        return Rows({}, 0, "none")
    feeder = Feeder(table, graph)
    if as_arrays:
        columns = {name: np.asarray(value) for name, value in feeder.batch().items()}
        _set(graph, columns)
        return Rows(columns, len(feeder), _divided(graph, columns))
    rows = [feeder.row(number) for number in range(len(feeder))]
    _set(graph, rows[0])
    stacked = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    return Rows(stacked, len(rows), "single" if feed is Feed.ROWS else "rows")


def _set(graph: Graph, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        graph.set_attribute(name, "value", value)


def _divided(graph: Graph, columns: Mapping[str, Array]) -> str:
    """Return how the cost of all rows is made up of two parts: their "mean", "sum", or neither.

    Seen in cost and gradient, at the parameters as they are and at two other places.
    """
    count = len(next(iter(columns.values())))
    parts = [slice(0, None, 2), slice(1, None, 2)]
    sizes = np.array([len(range(count)[part]) for part in parts]) / count
    program = compile(graph)
    draw = np.random.default_rng(0)
    possible = {"mean", "sum"}  # of one row both, and it is called a mean
    for place in range(3):
        for name in program.parameters if place else ():
            value = graph.value(name)
            program.set_value(name, value + 0.1 * draw.standard_normal(np.shape(value)))
        try:
            whole = _measured(program, columns, slice(None))
            halves = [_measured(program, columns, part) for part in parts[:count]]
        except GraphError:
            return "whole"
        means = sum(size * half for size, half in zip(sizes, halves, strict=False))
        found = {"mean": means, "sum": sum(halves)}
        possible = {how for how in possible if np.allclose(found[how], whole, rtol=1e-9)}
    return min(possible, default="whole")


def _measured(program: Program, columns: Mapping[str, Array], rows: slice) -> Array:
    """Return the cost of some rows and its derivative by every parameter, as one vector."""
    for name, column in columns.items():
        program.set_value(name, column[rows])
    program.forward()
    program.backward()
    parts = [program.derivative(name) for name in program.parameters]
    return np.concatenate(
        [np.ravel(part) for part in (program.value(program.output or ""), *parts)]
    )
