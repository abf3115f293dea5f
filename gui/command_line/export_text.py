"""What `chainrule export` does where OUT is a program or another text: no Qt, no picture."""

import argparse
from pathlib import Path

import engine
from engine.formats.elsewhere import PICTURES, check_program_name
from engine.formats.text import ONNX, TEXTS, TextFormat, text_format
from engine.training import OPTIMIZERS, Choice
from gui.command_line.data import read_data
from gui.command_line.out import STANDARD, write_out
from gui.command_line.reading import number_of
from gui.command_line.usage import UsageError

__all__ = ["add_text_arguments", "check_untrained", "chosen_text", "suffix_of", "write_text"]

_OWN = ("file", "out", "text", "train", "optimizer", "rate", "data")
_TEXTS = {**TEXTS, ONNX.name: ONNX}
_PICTURES = {"tikz" if kind == ".tex" else kind[1:]: (kind,) for kind in PICTURES}
_KINDS = {**{text.name: text.suffixes for text in _TEXTS.values()}, **_PICTURES}


def add_text_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that choose a text."""
    parser.add_argument(
        "--as",
        dest="text",
        choices=tuple(_KINDS),
        metavar="NAME",
        help="which text to write where the suffix leaves it open: "
        + ", ".join(f"{text.name} ({'/'.join(text.suffixes)})" for text in _TEXTS.values())
        + f"; to stdout any of these, or {', '.join(_PICTURES)}",
    )
    training = parser.add_argument_group("a program that trains")
    training.add_argument(
        "--train",
        nargs="?",
        type=int,
        const=True,  # without a number: as many as the file says
        metavar="N",
        help="with the training loop of N steps; PyTorch's also runs under torchrun. What is not "
        "said here is as in `chainrule train`: FILE's own choice, else the usual",
    )
    training.add_argument("--optimizer", choices=tuple(OPTIMIZERS), help="the rule")
    training.add_argument("--rate", type=number_of, metavar="R", help="the learning rate")
    training.add_argument("--data", metavar="CSV", help="a table, as `chainrule train` takes it")


def chosen_text(arguments: argparse.Namespace) -> TextFormat | None:
    """Return the text that --as or the suffix of OUT asks for, None for a picture."""
    suffix = suffix_of(arguments)
    if arguments.text is None:
        return text_format(Path(arguments.out))
    suffixes = _KINDS[arguments.text]
    if suffix not in suffixes:
        wanted = " or ".join(suffixes)
        raise UsageError(
            f"{arguments.out}: --as {arguments.text} writes a file that ends in {wanted}"
        )
    return _TEXTS.get(arguments.text)


def suffix_of(arguments: argparse.Namespace) -> str:
    """Return OUT's suffix, of standard output the one that a file of --as would have."""
    if arguments.out != STANDARD:
        return Path(arguments.out).suffix.lower()
    if arguments.text is None:
        raise UsageError(f"{STANDARD}: no suffix tells the format: add --as, such as --as png")
    return _KINDS[arguments.text][0]


def check_untrained(arguments: argparse.Namespace) -> None:
    """Raise UsageError where a picture is to have what only a program has."""
    for option in ("train", "optimizer", "rate", "data"):
        if getattr(arguments, option) is not None:
            raise UsageError(
                f"{arguments.out}: --{option} is for a program: a file that ends in .py"
            )


def write_text(graph: engine.Graph, text: TextFormat, arguments: argparse.Namespace) -> int:
    """Write the text's file; return 0. Raises UsageError, also for what only a picture has."""
    for option, value in vars(arguments).items():
        if option not in _OWN and value is not None:
            word = {"legend": "no-legend", "embed": "no-embed"}.get(option, option)
            raise UsageError(
                f"{arguments.out}: --{word} makes no difference to a {suffix_of(arguments)} file"
            )
    try:
        made = _text(graph, text, arguments)
        data = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
    except engine.GraphError as error:
        raise UsageError(f"{arguments.file}: {error}") from error
    try:
        check_program_name(arguments.out, data)
    except engine.WriteError as error:
        raise UsageError(f"{arguments.out}: {error}") from error
    write_out(data, arguments.out)
    return 0


def _text(graph: engine.Graph, text: TextFormat, arguments: argparse.Namespace) -> str | bytes:
    if text.train is None:
        check_untrained(arguments)
        return text.write(graph)
    asked = {name: getattr(arguments, name) for name in ("optimizer", "rate", "data")}
    given = {name: value for name, value in asked.items() if value is not None}
    if arguments.train is None:
        if given:
            raise UsageError(f"--{next(iter(given))} is for a program that trains: add --train")
        return text.write(graph)
    steps = None if arguments.train is True else arguments.train
    if steps is not None and steps < 0:
        raise UsageError(f"--train {steps}: the steps are 0 or more")
    table = read_data(given.pop("data", None), arguments.file, graph)
    return text.train(graph, Choice.of(graph).asked(steps=steps, **given), table)
