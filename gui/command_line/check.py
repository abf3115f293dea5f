"""Check backpropagation against bumping each parameter, side by side."""

import argparse
from collections import Counter
from collections.abc import Sequence

import engine
from engine.bumping.gradient_check import Report, Row, check
from engine.formats.json_value import value_to_json
from gui.command_line.bar import under_a_bar
from gui.command_line.reading import number_of, read_graph
from gui.command_line.table import number, print_json, print_origins, print_table
from gui.command_line.usage import UsageError

__all__ = ["add_arguments", "run"]

_DISAGREE = 1
_NAMED = 8  # entries that disagree are named below the table, up to so many
_UNTOLD = {  # of which no bump tells anything: how their note begins, and where they stand
    "a kink": "at a kink",
    "a border": "at a border",
    "a jump": "at a jump",
    "no value": "without a value on either side",
    "lost": "lost in rounding",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="the graph, - for stdin")
    parser.add_argument(
        "--epsilon", type=number_of, default=1e-3, metavar="E", help="the bump (default 0.001)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead")


def run(arguments: argparse.Namespace) -> int:
    """Print both derivatives of every parameter; return 1 when any disagree."""
    graph = read_graph(arguments.file)
    try:
        with under_a_bar():
            report = check(graph, arguments.epsilon)
    except engine.GraphError as error:
        raise UsageError(f"{arguments.file}: {error}") from error
    (_print_json if arguments.json else _print_table)(report)
    return 0 if report.agree else _DISAGREE


def _print_json(report: Report) -> None:
    print_json(
        {
            "output": report.output,
            "agree": report.agree,
            "parameters": [
                {
                    "name": row.name,
                    "index": None if row.index is None else list(row.index),
                    "backprop": value_to_json(row.backprop),
                    "bump": value_to_json(row.bump),
                }
                for row in report.rows
            ],
        }
    )


def _print_table(report: Report) -> None:
    output = report.output
    print_table(
        (
            "parameter",
            "backprop",
            "bump ±ε",
            f"{output} before",
            f"{output} after",
            f"Δ{output}/ε",
            "relative error",
            "",
        ),
        [
            (
                _label(row),
                number(row.backprop),
                number(row.bump),
                number(row.before),
                number(row.after),
                number(row.one_sided),
                number(row.relative_error, 2),
                _verdict(row),
            )
            for row in report.rows
        ],
        "lrrrrrrl",
    )
    print_origins(report.origins, "\n")
    wrong = [_label(row) for row in report.rows if not row.agree]
    count = len(report.rows)
    if not count and report.empty:
        has = "has" if len(report.empty) == 1 else "have"
        print(f"\n{', '.join(report.empty)} {has} no entries: there is nothing to check")
    elif not count:
        print(f"\n{output} depends on no parameter: there is nothing to check")
    elif wrong:
        more = ", …" if len(wrong) > _NAMED else ""
        print(f"\n{len(wrong)} of {count} disagree: {', '.join(wrong[:_NAMED])}{more}")
    else:
        print(f"\n{_summary(report.rows)} (ε = {report.epsilon:g})")


def _verdict(row: Row) -> str:
    if row.agree:
        return row.note or "agree"
    return f"DISAGREE: {row.note}" if row.note else "DISAGREE"


def _summary(rows: Sequence[Row]) -> str:
    """Return how many agree, and of how many no bump could tell it: `7 of 9 agree, 2 at a kink`."""
    untold = Counter(_standing(row.note) for row in rows if row.note)
    if not untold:
        return f"all {len(rows)} agree" if len(rows) > 1 else f"{_label(rows[0])} agrees"
    told = [f"{len(rows) - untold.total()} of {len(rows)} agree"]
    return ", ".join(told + [f"{count} {where}" for where, count in untold.items()])


def _standing(note: str) -> str:
    known = (where for begins, where in _UNTOLD.items() if note.startswith(begins))
    return next(known, "without a slope")


def _label(row: Row) -> str:
    """Return a parameter, or one entry of it: `W[0, 2]`."""
    return row.name if row.index is None else f"{row.name}{list(row.index)}"
