"""Values as JSON: a number or nested lists, with non-finite numbers as strings."""

import math
from itertools import chain
from typing import Any

import numpy as np

from engine.errors import FileError, LimitError
from engine.language import count_text, noop, sentence
from engine.value import MAX_RANK, Value

__all__ = ["MAX_ENTRIES", "check_entries", "value_from_json", "value_to_json"]

MAX_ENTRIES = 10_000_000

_WORDS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def check_entries(shape: tuple[int, ...], place: str) -> None:
    """Raise LimitError where an array of this shape has more entries than a file may hold."""
    if math.prod(shape) > MAX_ENTRIES:
        said = sentence("an array may have at most {most} entries", most=count_text(MAX_ENTRIES))
        raise LimitError(f"{place}: {said}")


def value_from_json(tree: object, place: str) -> Value:
    """Return the float or the float64 array that `tree` writes.

    Raises FileError, with the place of the entry at fault, for anything that is not a number
    or not rectangular.
    """
    if not isinstance(tree, list):
        return _number(tree, place)
    shape = _shape(tree, place)
    check_entries(shape, place)
    flat = tree
    for _ in shape[1:]:
        flat = list(chain.from_iterable(flat))
    if not set(map(type, flat)) <= {float} or math.inf in flat or -math.inf in flat:
        flat = [
            _number(entry, place + _index(position, shape)) for position, entry in enumerate(flat)
        ]
    return np.array(flat, dtype=np.float64).reshape(shape)


def value_to_json(value: Value) -> object:
    """Return `value` as JSON writes it, in full float64 precision."""
    if isinstance(value, np.ndarray) and value.ndim:
        entries: object = value.tolist()
        return entries if np.isfinite(value).all() else _spelled(entries)
    return _spelled(float(value))


def _spelled(entry: object) -> object:
    """Return `entry`, a float or nested lists of floats, with non-finite ones as words."""
    if isinstance(entry, list):
        return [_spelled(part) for part in entry]
    if isinstance(entry, float) and not math.isfinite(entry):
        return next(word for word, number in _WORDS.items() if repr(number) == repr(entry))
    return entry


def _number(entry: object, place: str) -> float:
    if isinstance(entry, str) and entry in _WORDS:
        return _WORDS[entry]
    if isinstance(entry, bool) or not isinstance(entry, int | float):
        said = sentence("expected a number, found {what}", what=_kind(entry))
        raise FileError(f"{place}: {said}")
    try:
        number = float(entry)
    except OverflowError:
        number = math.inf
    if math.isinf(number):
        raise FileError(f"{place}: {sentence('the number is too large')}")
    return number


def _shape(tree: list[object], place: str) -> tuple[int, ...]:
    """Return the shape of nested lists; raise FileError for the first that breaks it."""
    shape: list[int] = []
    level: list[Any] = [tree]
    while level and all(isinstance(part, list) for part in level):
        lists = [part for part in level if isinstance(part, list)]
        length = len(lists[0])
        for position, part in enumerate(lists):
            if len(part) != length:
                where = place + _index(position, tuple(shape))
                said = noop("has length {n} where the others have {length}")
                raise FileError(f"{where}: {sentence(said, n=len(part), length=length)}")
        shape.append(length)
        level = list(chain.from_iterable(lists))
    for position, part in enumerate(level):
        if isinstance(part, list) is not isinstance(level[0], list):
            where = place + _index(position, tuple(shape))
            raise FileError(f"{where}: {sentence('lists and numbers are mixed')}")
    if len(shape) > MAX_RANK:
        said = sentence("an array may have at most {most} dimensions", most=MAX_RANK)
        raise LimitError(f"{place}: {said}")
    return tuple(shape)


def _index(position: int, shape: tuple[int, ...]) -> str:
    """Return the place of entry number `position` of an array: `[1][0]`."""
    return "".join(f"[{index}]" for index in np.unravel_index(position, shape)) if shape else ""


def _kind(entry: object) -> str:
    if isinstance(entry, str):
        shown = entry if len(entry) <= 20 else entry[:20] + "…"
        return sentence("the text {text}", text=repr(shown))
    kinds = {bool: noop("true or false"), dict: noop("an object"), type(None): "null"}
    return sentence(kinds.get(type(entry), noop("a list")))
