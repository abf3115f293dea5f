"""What the commands read alike: the file, and values given as NAME=VALUE."""

import contextlib
import io
import json
import re
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import engine
from engine.expression import typed_number
from engine.formats.chainrule_file import loads
from engine.formats.json_text import MAX_BYTES
from engine.formats.json_value import value_from_json, value_to_json
from engine.formats.picture_file import graph_bytes
from engine.words.rows import ENTRY, nested
from engine.words.suggestion import did_you_mean
from engine.words.wording import point_hint, reason_of
from gui.command_line.out import STANDARD
from gui.command_line.usage import UsageError

__all__ = ["check_one_comes_in", "number_of", "read_graph", "standard_input", "values"]

_MOST_BYTES = 2 * MAX_BYTES  # of a picture that comes in: its graph stands before its pixels


def read_graph(path: str) -> engine.Graph:
    """Return the graph in the file at `path`, `-` for standard input; every failure names it."""
    try:
        return loads(graph_bytes(standard_input())) if path == STANDARD else engine.load(path)
    except engine.GraphError as error:
        raise UsageError(f"{path}: {error}") from error
    except (OSError, ValueError) as error:
        near = _near(Path(path)) if isinstance(error, FileNotFoundError) else ""
        raise UsageError(f"{path}: {reason_of(error)}{near}") from error


def standard_input() -> BinaryIO:
    """Return what is on standard input, kept: a picture is read here and there."""
    if sys.stdin is None:
        raise UsageError(f"{STANDARD}: standard input is closed")
    return io.BytesIO(sys.stdin.buffer.read(_MOST_BYTES))


def check_one_comes_in(path: str, data: str | None) -> None:
    """Raise UsageError where both the graph and its table are to be on standard input."""
    if path == data == STANDARD:
        raise UsageError(f"{STANDARD}: only one of FILE and --data can be standard input")


def _near(path: Path) -> str:
    """Return `; did you mean …?` where a file beside the missing one is called nearly so."""
    with contextlib.suppress(OSError):
        beside = [entry.name for entry in path.parent.iterdir()]
        return did_you_mean(path.name, beside)
    return ""


def _assignment(text: str) -> tuple[str, engine.Value]:
    """Return the name and the value of `NAME=VALUE`; a value is a number or a list as in JSON."""
    name, equals, written = text.partition("=")
    name = name.strip()
    if not equals or not name:
        raise UsageError(f"{text!r} is not NAME=VALUE, such as w=2 without blanks")
    return name, _value(name, written.strip())


def values(texts: Iterable[str]) -> dict[str, engine.Value]:
    """Return the values of several `NAME=VALUE`; a name may be given once."""
    found: dict[str, engine.Value] = {}
    for text in texts:
        name, value = _assignment(text)
        if name in found:
            raise UsageError(f"{name} is given two values")
        found[name] = value
    return found


def _value(name: str, written: str) -> engine.Value:
    try:
        if written.startswith("["):
            return value_from_json(json.loads(ENTRY.sub(_entry, nested(written))), name)
        return number_of(written)
    except ArgumentTypeError as error:
        raise UsageError(f"{name}: {error}") from None
    except engine.GraphError as error:
        raise UsageError(str(error)) from error
    except (ValueError, RecursionError):
        raise UsageError(f"{name}: {written!r} is not a list of numbers") from None


def _entry(entry: re.Match[str]) -> str:
    """Return an entry of a list as JSON writes it; `"NaN"` is written so already."""
    if entry[0].startswith('"'):
        return entry[0]
    return json.dumps(value_to_json(number_of(entry[0])))


def number_of(text: str) -> float:
    """Return the number that `text` says, an option's too; raises what argparse expects."""
    try:
        return typed_number(text)
    except OverflowError:
        raise ArgumentTypeError(f"{text!r} is too large for a number") from None
    except ValueError:
        hint = point_hint(text)
        write = f"; write {hint}" if hint else ""
        raise ArgumentTypeError(f"{text!r} is not a number{write}") from None
