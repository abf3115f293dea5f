"""The training loop of programs that compute their gradient as one function: the rules written out.

`evaluate(*weights, *inputs)` gives the cost and its derivatives by the weights; everything else is
the same for NumPy, JAX and plain Python. The rules are PyTorch's, so the history is the one of
`chainrule train`.
"""

from collections.abc import Callable
from textwrap import indent

from engine.formats.code.listing import Leaf
from engine.formats.code.literal import text_literal
from engine.formats.code.program_text import QUOTING_JSON, assigned, titled
from engine.formats.code.training_subject import Rows, Subject
from engine.training import Choice

__all__ = [
    "RESERVED",
    "head_code",
    "loop_code",
    "others_code",
    "result_code",
    "row_code",
    "weights_code",
]

RESERVED = (
    "json", "np", "RATE", "STEPS", "evaluate", "weights", "history", "step", "value", "gradients",
    "rows", "order", "row", "draw", "parts", "speeds", "means", "squares", "rate", "root", "result",
)  # fmt: skip

LeafCode = Callable[[Leaf], str]

_BEFORE = {
    "gd": "",
    "momentum": "speeds = [0.0] * len(weights)\n",
    "adam": "means, squares = [0.0] * len(weights), [0.0] * len(weights)\n",
}
_RULES = {
    "gd": "weights = [w - RATE * g for w, g in zip(weights, gradients)]\n",
    "momentum": (
        "speeds = [0.9 * s + g for s, g in zip(speeds, gradients)]\n"
        "weights = [w - RATE * s for w, s in zip(weights, speeds)]\n"
    ),
    "adam": (
        "means = [0.9 * m + 0.1 * g for m, g in zip(means, gradients)]\n"
        "squares = [0.999 * s + 0.001 * g**2 for s, g in zip(squares, gradients)]\n"
        "rate, root = RATE / (1 - 0.9 ** (step + 1)), (1 - 0.999 ** (step + 1)) ** 0.5\n"
        "weights = [\n"
        "    w - rate * m / (s**0.5 / root + 1e-8)\n"
        "    for w, m, s in zip(weights, means, squares)\n"
        "]\n"
    ),
}


def head_code(choice: Choice) -> str:
    """Return the line that a reader changes first."""
    return f"RATE, STEPS = {choice.rate!r}, {choice.steps}"


def others_code(trained: Subject, line: LeafCode) -> str:
    """Return the lines of the leaves that are neither trained nor fed, as far as they are used."""
    return titled("Inputs and constants", (line(leaf) for leaf in trained.others if leaf.used))


def row_code(trained: Subject, code: LeafCode, order: str) -> str:
    """Return the table's columns; where rows are fed one by one, the rows and their `order`."""
    text = "".join(f"{assigned(leaf, code(leaf))}\n" for leaf in trained.fed)
    if trained.rows.divided in ("rows", "single"):
        columns = ", ".join(leaf.identifier for leaf in trained.fed)
        text += f"rows = list(zip({columns}))\n"
    return text + order


def weights_code(trained: Subject, code: LeafCode) -> str:
    """Return the list of what is trained."""
    lines = "".join(f"    {code(leaf)},  # {leaf.name}\n" for leaf in trained.found.trained)
    return f"weights = [\n{lines}]\n"


def loop_code(trained: Subject, optimizer: str) -> str:
    """Return the loop, which writes down the cost before every step and after the last."""
    return (
        f"{_BEFORE[optimizer]}history = []\nfor step in range(STEPS + 1):\n"
        f"{indent(_cost(trained.rows, trained.fed), '    ')}"
        "    history.append(float(value))\n    if step < STEPS:\n"
        f"{indent(_RULES[optimizer], '        ')}"
    )


def _cost(rows: Rows, fed: list[Leaf]) -> str:
    if rows.divided == "rows":
        return (
            "parts = [evaluate(*weights, *row) for row in rows]\n"
            "value = sum(part[0] for part in parts) / len(rows)\n"
            "gradients = [sum(g) / len(rows) for g in zip(*(part[1] for part in parts))]\n"
        )
    if rows.divided == "single":
        return "value, gradients = evaluate(*weights, *rows[order[step]])\n"
    inputs = "".join(f", {leaf.identifier}" for leaf in fed)
    return f"value, gradients = evaluate(*weights{inputs})\n"


def result_code(trained: Subject, optimizer: str, as_json: str, weights: str = "weights") -> str:
    """Return the statements that print what `chainrule train --json` prints.

    `weights` is the list of what was trained; `as_json` makes of a value what JSON can write.
    """
    numbers = {leaf.name: number for number, leaf in enumerate(trained.found.trained)}
    lines = ""
    for leaf in trained.told:
        number = numbers.get(leaf.name)
        code = leaf.identifier if number is None else f"{weights}[{number}]"
        lines += f"        {text_literal(leaf.name)}: {code}{as_json},\n"
    return (
        f'result = {{\n    "optimizer": "{optimizer}",\n    "rate": RATE,\n'
        '    "steps": STEPS,\n    "history": history,\n'
        f'    "parameters": {{\n{lines}    }},\n}}\nprint({QUOTING_JSON.format("result")})\n'
    )
