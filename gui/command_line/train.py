"""Train: minimise the output over the parameters, with the update rules of PyTorch."""

import argparse
import contextlib
import sys

import engine
from engine.formats.json_value import value_to_json
from engine.training import OPTIMIZERS, RATE, Feed, Training, optimizer
from engine.training.choice import STEPS, Choice
from gui.command_line.bar import nobody_watches
from gui.command_line.data import read_data
from gui.command_line.out import STANDARD, check_out, write_graph
from gui.command_line.reading import check_one_comes_in, number_of, read_graph
from gui.command_line.table import number, plural, print_json, print_table, short
from gui.command_line.usage import UsageError

__all__ = ["add_arguments", "run"]

_MOST_STEPS = 10_000_000
_ROWS_SHOWN = 10  # of the history
_DIVERGED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="the graph, - for stdin")
    parser.add_argument(
        "--optimizer", choices=tuple(OPTIMIZERS), help="the rule (by default FILE's, else gd)"
    )
    parser.add_argument(
        "--rate",
        type=number_of,
        metavar="R",
        help=f"the learning rate (by default FILE's, else {RATE})",
    )
    parser.add_argument(
        "--steps", type=int, metavar="N", help=f"how many (by default FILE's, else {STEPS})"
    )
    parser.add_argument(
        "--data",
        metavar="CSV",
        help="a table, - for stdin, whose first row names inputs (x, or x[0], x[1] for the entries "
        "of a vector); by default the table in FILE, if there is one",
    )
    parser.add_argument(
        "--feed",
        choices=[feed.value for feed in Feed],
        help="batch: every step takes all rows (the usual); rows: the next row in every step",
    )
    parser.add_argument(
        "--seed", type=int, metavar="N", help="with --feed rows: shuffle them in every pass"
    )
    parser.add_argument(
        "-o",
        "--out",
        metavar="FILE",
        help="write the trained graph there; - for stdout, the tables then go to stderr",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead")


def run(arguments: argparse.Namespace) -> int:
    """Print how the output fell and what became of the parameters; return 1 if it diverged."""
    check_one_comes_in(arguments.file, arguments.data)
    if arguments.json and arguments.out == STANDARD:
        raise UsageError(f"--json and -o {STANDARD} both write to standard output: name a file")
    graph = read_graph(arguments.file)
    asked = [name for name in ("feed", "seed") if getattr(arguments, name) is not None]
    _complete(arguments, graph)
    _check(arguments)
    if arguments.out is not None:
        check_out(arguments.out)  # before long work is done for it
    table = read_data(arguments.data, arguments.file, graph)
    if asked and table is None:
        raise UsageError(f"--{asked[0]} is for a table: add --data CSV")
    if "seed" in asked and arguments.feed is not Feed.ROWS:
        raise UsageError("--seed shuffles the rows that steps take in turn: add --feed rows")
    try:
        training = Training(
            graph,
            optimizer(arguments.optimizer, arguments.rate),
            table,
            arguments.feed,
            seed=arguments.seed,
        )
    except engine.GraphError as error:
        place = arguments.data if str(error).startswith("column ") and arguments.data else None
        raise UsageError(f"{place or arguments.file}: {error}") from error
    _take_steps(training, arguments.steps)
    if arguments.out is not None and training.diverged is None:
        _write(graph, training, arguments.out)
    told = sys.stderr if arguments.out == STANDARD else sys.stdout
    with contextlib.redirect_stdout(told):
        (_print_json if arguments.json else _print_tables)(training, arguments)
    if training.diverged is None:
        return 0
    by_rate = training.steps and training.diverged.derivative is None
    advice = "; try a smaller --rate" if by_rate else ""
    kept = "" if arguments.out is None else f"; {arguments.out} is not written"
    print(f"chainrule: {arguments.file}: {training.diverged}{advice}{kept}", file=sys.stderr)
    return _DIVERGED


def _complete(arguments: argparse.Namespace, graph: engine.Graph) -> None:
    """Fill in what is not asked for with the choice that the file holds, as the editor does."""
    try:
        kept = Choice.of(graph)
    except engine.GraphError as error:
        raise UsageError(f"{arguments.file}: {error}") from error
    asked = kept.asked(
        optimizer=arguments.optimizer,
        rate=arguments.rate,
        steps=arguments.steps,
        feed=None if arguments.feed is None else Feed(arguments.feed),
        seed=arguments.seed,
    )
    vars(arguments).update(vars(asked))


def _check(arguments: argparse.Namespace) -> None:
    if not 0 <= arguments.steps <= _MOST_STEPS:
        raise UsageError(f"--steps {arguments.steps}: must lie between 0 and {_MOST_STEPS:,}")
    if arguments.seed is not None and arguments.seed < 0:
        raise UsageError(f"--seed {arguments.seed}: a seed is 0 or more")
    try:
        optimizer(arguments.optimizer, arguments.rate)
    except engine.GraphError as error:
        raise UsageError(f"--rate {arguments.rate:g}: {error}") from error


def _take_steps(training: Training, steps: int) -> None:
    """Take the steps, under a bar where somebody is watching."""
    from tqdm import tqdm  # only here: every start of the program would wait for it

    bar = tqdm(
        training.run(steps),
        total=steps,
        unit=" steps",
        leave=False,
        disable=nobody_watches(),
        file=sys.stderr,
    )
    for output in bar:
        bar.set_postfix_str(f"{training.output} = {output:.4g}", refresh=False)


def _write(graph: engine.Graph, training: Training, path: str) -> None:
    values = training.values()
    for name in training.parameters:
        graph.set_attribute(name, "value", values[name])
    write_graph(graph, path)


def _print_json(training: Training, arguments: argparse.Namespace) -> None:
    values = training.values()
    print_json(
        {
            "optimizer": arguments.optimizer,
            "rate": arguments.rate,
            "steps": arguments.steps,
            "history": [value_to_json(output) for output in training.history],
            "parameters": {name: value_to_json(values[name]) for name in training.parameters},
        }
    )


def _print_tables(training: Training, arguments: argparse.Namespace) -> None:
    history, last = training.history, training.steps
    shown = sorted({round(k * last / _ROWS_SHOWN) for k in range(_ROWS_SHOWN + 1)})
    print_table(("step", training.output), [(str(k), number(history[k])) for k in shown], "rr")
    print()
    values, before = training.values(), training.start
    print_table(
        ("parameter", "before", "after"),
        [(name, short(before[name]), short(values[name])) for name in training.parameters],
        "lrr",
    )
    title = OPTIMIZERS[arguments.optimizer].title.lower()
    print(
        f"\n{training.output}: {number(history[0])} → {number(history[-1])} "
        f"in {plural(last, 'step')} ({title}, rate {arguments.rate:g})"
    )
    if training.row is not None:
        print(f"mean of {training.output} over the rows: {number(training.mean())}")
