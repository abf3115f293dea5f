"""PyTorch with the training loop: on one process, or under torchrun on several.

On several, each process takes its share of the table's rows and DistributedDataParallel averages
the gradients. That average is made the gradient over all rows: each process weighs its cost by how
many rows it has, so the history is the one of `chainrule train`.
"""

from textwrap import indent

from engine.formats.code.listing import Leaf, Listing
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    step_code,
)
from engine.formats.code.pytorch_code import DIALECT, tensor_code
from engine.formats.code.training_loop import head_code, others_code, result_code
from engine.formats.code.training_subject import Rows, Subject, order_code, subject
from engine.graph import Graph
from engine.training import Choice, Table

__all__ = ["pytorch_training"]

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


def pytorch_training(graph: Graph, choice: Choice, table: Table | None = None) -> str:
    """Return a program that trains the graph as `chainrule train` does and prints its JSON.

    Raises GraphError where there is nothing to train or the table does not fit the graph.
    """
    trained = subject(graph, choice, table, _RESERVED)
    found, fed, rows = trained.found, trained.fed, trained.rows
    order = order_code(rows, choice.seed)
    return assembled(
        docstring(found, "trained by PyTorch, on one process or under torchrun on several"),
        _IMPORTS_TO_SHUFFLE if "np." in order else _IMPORTS,
        head_code(choice),
        others_code(trained, lambda leaf: assigned(leaf, tensor_code(leaf.value))),
        _network(found, fed, rows),
        _PROCESSES,
        _rows(fed, rows),
        order,
        _loop(fed, choice.optimizer, single=rows.divided == "single"),
        _result(trained, choice.optimizer),
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


def _network(found: Listing, fed: list[Leaf], rows: Rows) -> str:
    weights = "".join(
        f"                {tensor_code(leaf.value)},  # {leaf.name}\n" for leaf in found.trained
    )
    names = ", ".join(leaf.identifier for leaf in found.trained)
    arguments = ", ".join(["self", *(leaf.identifier for leaf in fed)])
    lines = [f"{names} = self.weights" if len(found.trained) > 1 else f"({names},) = self.weights"]
    lines += [step_code(step, DIALECT) for step in found.steps]
    lines.append(f"return {found.identifiers[found.output]}")
    body = indent("\n".join(lines), "        ")
    one = "one" if rows.divided == "rows" else "forward"
    text = (
        "class Network(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.weights = torch.nn.ParameterList(\n            [\n"
        f"{weights}            ]\n        )\n\n    def {one}({arguments}):\n{body}\n"
    )
    if rows.divided == "rows":
        text += (
            "\n    def forward(self, *columns):\n"
            "        return torch.stack([self.one(*row) for row in zip(*columns)]).mean()\n"
        )
    return text


def _rows(fed: list[Leaf], rows: Rows) -> str:
    part = "" if rows.divided in ("whole", "none", "single") else "[rank::world]"
    lines = "".join(
        f"{assigned(leaf, tensor_code(rows.columns[leaf.name]) + part)}\n" for leaf in fed
    )
    if not part:
        told = {"whole": _WHOLE, "single": _SINGLE}.get(rows.divided, "")
        return told + lines + "share = 1.0\n"
    count = f"len({fed[0].identifier}) * world / {rows.count}"
    share = "world" if rows.divided == "sum" else count
    few = f'if world > {rows.count}:\n    raise SystemExit("there are only {rows.count} rows")\n'
    return f"{_SHARES[rows.divided]}{few}{lines}share = {share}\n"


def _loop(fed: list[Leaf], optimizer: str, *, single: bool) -> str:
    at = "[order[step]]" if single else ""
    columns = ", ".join(leaf.identifier + at for leaf in fed)
    return f"""\
network = Network()
parallel = DistributedDataParallel(network) if world > 1 else network
optimizer = {_OPTIMIZERS[optimizer]}
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


def _result(trained: Subject, optimizer: str) -> str:
    printed = indent(result_code(trained, optimizer, ".tolist()", "network.weights"), "    ")
    return f"if rank == 0:\n{printed}if dist.is_initialized():\n    dist.destroy_process_group()\n"
