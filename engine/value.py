"""Values as a graph keeps them: a float, or a read-only float64 array."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.errors import GraphError, InvalidValueError
from engine.language import noop, sentence
from engine.words.number_text import shape_words

__all__ = [
    "MAX_RANK",
    "Array",
    "Value",
    "as_value",
    "fixed",
    "same_fixed",
    "same_value",
    "shape_of",
    "with_moved_entry",
    "zero_like",
]

Array: TypeAlias = NDArray[np.float64]
Value: TypeAlias = float | Array

MAX_RANK = 32
"""How many dimensions an array may have: NumPy makes 64, but broadcasts no more than these."""

_KINDS = (int, float, list, tuple, np.ndarray, np.generic)


def as_value(value: object, node: str) -> Value:
    """Return `value` as a float or a read-only float64 array of its own.

    Takes numbers, nested lists of equal lengths and arrays of them. Raises InvalidValueError
    for anything else, texts and truth values too, and for more than MAX_RANK dimensions.
    """
    if isinstance(value, bool) or not isinstance(value, _KINDS):
        said = sentence(
            "the value of {name} must be a number, not {value}", name=node, value=repr(value)
        )
        raise InvalidValueError(said, node=node)
    try:
        if isinstance(value, (float, int)):
            return float(value)
        array = np.array(value)
        if array.dtype.kind not in "iuf" and not _has_long_integers(array):
            raise ValueError
        if _has_truth(value):
            raise ValueError
        array = array.astype(np.float64)
    except OverflowError:
        said = sentence("the value of {name} is too large", name=node)
        raise InvalidValueError(said, node=node) from None
    except (ValueError, TypeError):
        said = noop("the value of {name} must be a number or rows of numbers of equal length")
        raise InvalidValueError(sentence(said, name=node), node=node) from None
    if array.ndim == 0:
        return float(array)
    if array.ndim > MAX_RANK:
        said = noop("the value of {name} has {n} dimensions; an array may have {most}")
        raise InvalidValueError(sentence(said, name=node, n=array.ndim, most=MAX_RANK), node=node)
    return fixed(array)


def _has_long_integers(array: NDArray[Any]) -> bool:
    """Tell whether all are numbers that NumPy keeps as objects: some are beyond 64 bits."""
    return array.dtype.kind == "O" and all(type(entry) in (int, float) for entry in array.flat)


def _has_truth(value: object) -> bool:
    """Tell whether a truth value is among numbers in lists: NumPy would take True for 1."""
    if isinstance(value, list | tuple):
        kinds = set(map(type, value))
        return not kinds.isdisjoint((bool, np.bool_)) or (
            not kinds.isdisjoint((list, tuple, np.ndarray)) and any(map(_has_truth, value))
        )
    return isinstance(value, np.ndarray) and value.dtype.kind == "b"


def fixed(array: Array) -> Array:
    """Return the array itself, read-only: who is given it cannot change what holds it."""
    array.setflags(write=False)
    return array


def same_fixed(one: Array | None, other: Array) -> bool:
    """Tell whether both are one array that cannot change: then nothing of it is another.

    >>> held, own = fixed(np.ones(2)), np.ones(2)
    >>> same_fixed(held, held), same_fixed(own, own), same_fixed(None, held)
    (True, False, False)
    """
    return one is other and not other.flags.writeable


def shape_of(value: object) -> tuple[int, ...]:
    """Return an array's shape; all else has none."""
    return value.shape if isinstance(value, np.ndarray) else ()


def zero_like(value: Value) -> Value:
    """Return 0 in the shape of `value`."""
    return 0.0 if isinstance(value, float) else np.zeros_like(value)


def with_moved_entry(value: Value, node: str, index: tuple[int, ...] | None, by: float) -> Value:
    """Return the value of `node` with its entry `index` moved; a number has no index.

    Raises GraphError for an array without an index, and for an entry that there is not.
    """
    if isinstance(value, float):
        if index:
            said = sentence("{name} is a number: it has no entry {index}", name=node, index=index)
            raise GraphError(said, node=node)
        return value + by
    if index is None:
        said = noop("{name} has the shape {shape}: choose one of its entries")
        raise GraphError(sentence(said, name=node, shape=shape_words(value)), node=node)
    if len(index) != value.ndim or not all(map(_is_place, index, value.shape)):
        said = noop("{name} has the shape {shape}: there is no entry {index}")
        said = sentence(said, name=node, shape=shape_words(value), index=index)
        raise GraphError(said, node=node)
    moved = value.copy()
    moved[index] += by
    return moved


def _is_place(k: object, size: int) -> bool:
    return isinstance(k, int | np.integer) and type(k) is not bool and 0 <= int(k) < size


def same_value(first: Value, second: Value) -> bool:
    """Tell whether two values are the same bit by bit: NaN is like NaN, 0 is not like −0."""
    if isinstance(first, float) and isinstance(second, float):
        if first == second:
            return first != 0.0 or repr(first) == repr(second)  # which tells 0 from −0
        return first != first and second != second
    if isinstance(first, float) or isinstance(second, float):
        return False
    return first.shape == second.shape and first.tobytes() == second.tobytes()
