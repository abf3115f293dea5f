"""PyTorch with the training loop: on one process, or under torchrun on several.

On several, each process takes its share of the table's rows and DistributedDataParallel averages
the gradients. That average is made the gradient over all rows: each process weighs its cost by how
many rows it has, so the history is the one of `chainrule train`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import indent

import numpy as np

from engine.errors import GraphError
from engine.formats.code.listing import Leaf, Listing, listing
from engine.formats.code.literal import text_literal
from engine.formats.code.program_text import assembled, docstring, remark, step_code, titled
from engine.formats.code.pytorch_code import DIALECT, tensor_code
from engine.graph import Graph
from engine.program import Program, compile  # noqa: A004  its API name
from engine.training import Feed, Table, Training, optimizer
from engine.training.feed import Feeder
from engine.value import Array, Value

__all__ = ["Plan", "pytorch_training"]

_RESERVED = (
    "json", "os", "torch", "dist", "DistributedDataParallel", "Network", "self", "world", "rank",
    "share", "network", "parallel", "optimizer", "history", "step", "cost", "total", "result",
    "RATE", "STEPS", "np", "draw", "order", "row",
)  # fmt: skip
_OPTIMIZERS = {
    "gd": "torch.optim.SGD(network.parameters(), lr=RATE)",
    "momentum": "torch.optim.SGD(network.parameters(), lr=RATE, momentum=0.9)",
    "adam": "torch.optim.Adam(network.parameters(), lr=RATE)",
}


@dataclass(frozen=True)
class Plan:
    """How a program trains: what `chainrule train` can be asked for."""

    optimizer: str = "gd"
    rate: float = 0.01
    steps: int = 100
    table: Table | None = None
    feed: Feed = Feed.BATCH
    seed: int | None = None


@dataclass(frozen=True)
class _Data:
    """The table's rows as the inputs take them, and how the rows make up the cost.

    `divided` is "mean" or "sum" where the cost of all rows is that of their parts, "rows" where it
    is the mean over the single rows, "whole" where it cannot be divided, "none" without a table,
    "single" where every step takes one row.
    """

    columns: Mapping[str, Array]
    rows: int
    divided: str


def pytorch_training(graph: Graph, plan: Plan) -> str:
    """Return a program that trains the graph as `chainrule train` does and prints its JSON.

    Raises GraphError where there is nothing to train or the table does not fit the graph.
    """
    rule = optimizer(plan.optimizer, plan.rate)
    training = Training(graph, rule, plan.table, plan.feed, seed=plan.seed)
    shaped = graph.copy()
    data = _data(shaped, plan, as_arrays=training.as_arrays)
    found = listing(shaped, _RESERVED)
    if not found.trained:
        raise GraphError(f"{found.output} changes with no parameter: there is nothing to train")
    fed = [leaf for leaf in found.of_kind("input") if leaf.name in data.columns]
    if not fed:  # the output depends on nothing that the table feeds
        data = _Data({}, 0, "none")
    single = data.divided == "single"
    names = {leaf.name for leaf in (*fed, *found.trained)}
    others = [leaf for leaf in found.leaves if leaf.name not in names]
    return assembled(
        docstring(found, "trained by PyTorch, on one process or under torchrun on several"),
        _IMPORTS if plan.seed is None or not single else _IMPORTS_TO_SHUFFLE,
        f"RATE, STEPS = {plan.rate!r}, {plan.steps}",
        titled("Inputs and constants", (_leaf(leaf) for leaf in others if leaf.used)),
        _network(found, fed, data),
        _PROCESSES,
        _rows(fed, data),
        _order(data, plan) if single else "",
        _loop(fed, plan, single=single),
        _result(found, training, plan),
    )


_IMPORTS = """\
import json
import os

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel

torch.set_default_dtype(torch.float64)
"""
_IMPORTS_TO_SHUFFLE = _IMPORTS.replace("import torch\n", "import numpy as np\nimport torch\n", 1)
_PROCESSES = """\
# torchrun starts several processes and numbers them
if "RANK" in os.environ:
    dist.init_process_group("gloo")
world = dist.get_world_size() if dist.is_initialized() else 1
rank = dist.get_rank() if dist.is_initialized() else 0
"""
_WHOLE = "# Every process computes all rows: the cost is neither their mean nor their sum\n"
_SINGLE = "# Every step takes one row; several processes all take the same\n"
_SHARES = {
    "mean": "# Each process takes its share of the rows, weighed by how many it has\n",
    "rows": "# Each process takes its share of the rows, weighed by how many it has\n",
    "sum": "# Each process takes its share of the rows; the mean of the sums, times their number\n",
}


def _leaf(leaf: Leaf) -> str:
    return f"{leaf.identifier} = {tensor_code(leaf.value)}{remark(leaf.name, leaf.identifier)}"


def _network(found: Listing, fed: list[Leaf], data: _Data) -> str:
    weights = "".join(
        f"                {tensor_code(leaf.value)},  # {leaf.name}\n" for leaf in found.trained
    )
    names = ", ".join(leaf.identifier for leaf in found.trained)
    arguments = ", ".join(["self", *(leaf.identifier for leaf in fed)])
    lines = [f"{names} = self.weights" if len(found.trained) > 1 else f"({names},) = self.weights"]
    lines += [step_code(step, DIALECT) for step in found.steps]
    lines.append(f"return {found.identifiers[found.output]}")
    body = indent("\n".join(lines), "        ")
    one = "one" if data.divided == "rows" else "forward"
    text = (
        "class Network(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.weights = torch.nn.ParameterList(\n            [\n"
        f"{weights}            ]\n        )\n\n    def {one}({arguments}):\n{body}\n"
    )
    if data.divided == "rows":
        text += (
            "\n    def forward(self, *columns):\n"
            "        return torch.stack([self.one(*row) for row in zip(*columns)]).mean()\n"
        )
    return text


def _rows(fed: list[Leaf], data: _Data) -> str:
    part = "" if data.divided in ("whole", "none", "single") else "[rank::world]"
    lines = "".join(
        f"{leaf.identifier} = {tensor_code(data.columns[leaf.name])}{part}"
        f"{remark(leaf.name, leaf.identifier)}\n"
        for leaf in fed
    )
    if not part:
        told = {"whole": _WHOLE, "single": _SINGLE}.get(data.divided, "")
        return told + lines + "share = 1.0\n"
    count = f"len({fed[0].identifier}) * world / {data.rows}"
    share = "world" if data.divided == "sum" else count
    few = f'if world > {data.rows}:\n    raise SystemExit("there are only {data.rows} rows")\n'
    return f"{_SHARES[data.divided]}{few}{lines}share = {share}\n"


def _order(data: _Data, plan: Plan) -> str:
    """Return the statements that say which row each step takes, as `chainrule train` does."""
    if plan.seed is None:
        return f"order = [step % {data.rows} for step in range(STEPS + 1)]\n"
    return (
        "# Every row once, then all of them in another order\n"
        f"draw = np.random.default_rng({plan.seed})\n"
        f"order = [row for _ in range(STEPS // {data.rows} + 1) "
        f"for row in draw.permutation({data.rows}).tolist()]\n"
    )


def _loop(fed: list[Leaf], plan: Plan, *, single: bool) -> str:
    at = "[order[step]]" if single else ""
    columns = ", ".join(leaf.identifier + at for leaf in fed)
    return f"""\
network = Network()
parallel = DistributedDataParallel(network) if world > 1 else network
optimizer = {_OPTIMIZERS[plan.optimizer]}
history = []
for step in range(STEPS + 1):
    optimizer.zero_grad()
    cost = parallel({columns}) * share
    total = cost.detach().clone()
    if world > 1:
        dist.all_reduce(total)
    history.append(total.item() / world)
    if step < STEPS:
        cost.backward()
        optimizer.step()
"""


def _result(found: Listing, training: Training, plan: Plan) -> str:
    trained = {leaf.name: number for number, leaf in enumerate(found.trained)}
    rows = []
    for leaf in found.parameters:
        if leaf.name in training.parameters:
            number = trained.get(leaf.name)
            code = leaf.identifier if number is None else f"network.weights[{number}]"
            rows.append(f"            {text_literal(leaf.name)}: {code}.tolist(),\n")
    return (
        "if rank == 0:\n    result = {\n"
        f'        "optimizer": "{plan.optimizer}",\n        "rate": RATE,\n'
        '        "steps": STEPS,\n        "history": history,\n        "parameters": {\n'
        f"{''.join(rows)}        }},\n    }}\n    print(json.dumps(result))\n"
        "if dist.is_initialized():\n    dist.destroy_process_group()\n"
    )


# --- the table


def _data(graph: Graph, plan: Plan, *, as_arrays: bool) -> _Data:
    """Return the data, and give the inputs of `graph` the shapes in which they come."""
    if plan.table is None:
        return _Data({}, 0, "none")
    feeder = Feeder(plan.table, graph)
    if as_arrays:
        columns = {name: np.asarray(value) for name, value in feeder.batch().items()}
        _feed(graph, columns)
        return _Data(columns, len(feeder), _divided(graph, columns))
    rows = [feeder.row(number) for number in range(len(feeder))]
    _feed(graph, rows[0])
    stacked = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    return _Data(stacked, len(rows), "single" if plan.feed is Feed.ROWS else "rows")


def _feed(graph: Graph, values: Mapping[str, Value]) -> None:
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
    possible = {"mean", "sum"} if count > 1 else {"mean"}
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
