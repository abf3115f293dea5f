"""The parts that all programs have: their head, their leaves, what they print."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from textwrap import indent

import numpy as np

from engine.expression import Number, calls
from engine.formats.code.arrays import HELPERS, array_code
from engine.formats.code.dialect import Dialect
from engine.formats.code.listing import Leaf, Listing, Step
from engine.formats.code.literal import text_literal

__all__ = [
    "JSON",
    "QUOTING_JSON",
    "assembled",
    "assigned",
    "docstring",
    "function_code",
    "helpers",
    "leaves_code",
    "report",
    "step_code",
    "titled",
]

_WIDTH = 92
JSON = "json.dumps({})"
QUOTING_JSON = "json.dumps(json.loads(json.dumps({}), parse_constant=str))"
"""The same for numbers that JSON has none for: "NaN", "Infinity" and "-Infinity", in quotes."""


def docstring(listing: Listing, how: str) -> str:
    """Return the program's first line, which no title can end early.

    Where the output serves as title, it stands there once.
    """
    title = " ".join("".join(s if s.isprintable() else " " for s in listing.title).split())
    title = title.replace("\\", "\\\\").replace('"', "'")
    title = title or listing.output
    once = title == listing.output and how.startswith(f"{title} ")
    return f'"""{how}."""\n' if once else f'"""{title}: {how}."""\n'


def titled(title: str, lines: Iterable[str]) -> str:
    """Return lines under a comment, nothing where there are none."""
    text = "\n".join(lines)
    return f"# {title}\n{text}\n" if text else ""


def assembled(*blocks: str) -> str:
    """Return the program: its blocks with a line between them, definitions with two."""
    parts = [block.rstrip("\n") for block in blocks if block.strip()]
    text = parts[0]
    for before, block in pairwise(parts):
        wide = any(part.startswith(("def ", "class ")) for part in (before, block))
        text += ("\n\n\n" if wide else "\n\n") + block
    return f"{text}\n"


def assigned(node: Leaf | Step, code: str) -> str:
    """Return the line that gives a node's identifier what `code` is.

    A comment says which node it stands for, where it is called otherwise.
    """
    remark = "" if node.name == node.identifier else f"  # {node.name}"
    return f"{node.identifier} = {code}{remark}"


def leaves_code(listing: Listing, line: Callable[[Leaf], str]) -> list[str]:
    """Return the lines of the leaves under what each kind of them is."""
    return [
        titled("Parameters", map(line, listing.parameters)),
        titled("Inputs", map(line, listing.of_kind("input"))),
        titled("Constants", map(line, listing.of_kind("constant"))),
    ]


def function_code(name: str, arguments: Iterable[str], lines: Iterable[str]) -> str:
    """Return the definition of a function."""
    return f"def {name}({', '.join(arguments)}):\n" + indent("\n".join(lines), "    ") + "\n"


def step_code(step: Step, dialect: Dialect) -> str:
    """Return the line that computes a node."""
    if step.expression is None:
        code = array_code(step, dialect)
    elif isinstance(step.expression, Number):
        code = dialect.constant(step.expression.value)
    else:
        code = dialect.text(step.expression)
    return assigned(step, code)


def helpers(listing: Listing, dialect: Dialect, *more: str) -> list[str]:
    """Return the definitions that the ops of a listing need, and the ops `more`, each once."""
    needed = HELPERS.get(dialect.name, {})
    within = (calls(step.expression) for step in listing.steps if step.expression is not None)
    called = (call.op for found in within for call in found)
    ops = [*(step.operation.name for step in listing.steps), *called, *more]
    found = dict.fromkeys(text for op in ops for text in needed.get(op, ()))
    order = list(dict.fromkeys(text for texts in needed.values() for text in texts))
    return sorted(found, key=order.index)


def report(listing: Listing, value: str, derivatives: Sequence[tuple[Leaf, str]]) -> str:
    """Return the statement that prints the output and every parameter's derivative as JSON.

    Where one of them is NaN or infinite, these are printed as JSON can: in quotes.
    """
    program = listing.program
    told = [
        program.value(listing.output),
        *(program.derivative(leaf.name) for leaf, _ in derivatives),
    ]
    printed = JSON if all(np.isfinite(number).all() for number in told) else QUOTING_JSON
    output = text_literal(listing.output)
    entries = [f"{text_literal(leaf.name)}: {code}" for leaf, code in derivatives]
    inner = f'{{"output": {output}, "value": {value}, "derivatives": {{{", ".join(entries)}}}}}'
    line = f"print({printed.format(inner)})"
    if len(line) <= _WIDTH:
        return f"{line}\n"
    rows = "".join(f"        {entry},\n" for entry in entries)
    rows = f"{{\n{rows}    }}" if entries else "{}"
    return (
        f'result = {{\n    "output": {output},\n    "value": {value},\n'
        f'    "derivatives": {rows},\n}}\nprint({printed.format("result")})\n'
    )
