"""What a node may be called and hold: names, ops, values, positions, checked in one place."""

import math
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from engine import ops
from engine.errors import GraphError, InvalidAttributeError, InvalidNameError, UnknownOpError
from engine.expression import MAX_BYTES, kept
from engine.language import sentence
from engine.value import as_value
from engine.words.suggestion import did_you_mean

__all__ = [
    "MAX_NAME_BYTES",
    "Position",
    "as_position",
    "check_name",
    "checked_attributes",
    "is_parameter",
    "seen",
]

MAX_NAME_BYTES = 4096
_ITS_OWN = ("id", "op")  # what a file calls a node's name and its op
_UNSAID = frozenset({"axis", "inputs", "own", "slider"})  # null, these are as if not there
_FAR = 1e9  # picture units
Position = tuple[float, float]
"""Where a card's centre is, x to the right and y down, in picture units."""


def check_name(name: object) -> None:
    """Raise InvalidNameError for what cannot be a node's name."""
    if not isinstance(name, str):
        raise InvalidNameError(sentence("a name must be a text"))
    if not name.strip():
        raise InvalidNameError(sentence("a name cannot be empty"))
    try:
        size = len(name) if name.isascii() else len(name.encode())
    except UnicodeEncodeError:
        raise InvalidNameError(sentence("a name holds a character that is no character")) from None
    if size > MAX_NAME_BYTES:
        raise InvalidNameError(
            sentence("a name has {n} bytes; the most is {most}", n=size, most=MAX_NAME_BYTES)
        )
    if not name.isprintable():
        raise InvalidNameError(
            sentence("the name {name} holds a character that cannot be seen", name=repr(name))
        )


def is_parameter(name: str, listed: Collection[str] | None = None) -> bool:
    """Tell whether a new leaf is a parameter: one listed, or with None one that w or b begins."""
    return name[0] in "wbWB" if listed is None else name in listed


def checked_attributes(name: str, op: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node's attributes as the graph keeps them: values as floats or read-only arrays.

    Raises UnknownOpError, InvalidAttributeError and InvalidValueError, naming the node.
    """
    checked = dict(attributes)
    for key in _ITS_OWN:
        if key in checked:
            said = sentence("no attribute can be called {key}", key=repr(key))
            raise InvalidAttributeError(f"{name}: {said}", node=name)
    if not _UNSAID.isdisjoint(checked):
        checked = {k: v for k, v in checked.items() if v is not None or k not in _UNSAID}
    if op in ops.LEAVES:
        checked["value"] = as_value(checked.get("value", 0.0), name)
    elif op in ops.OPS:
        try:
            operation = ops.create(op, checked)
        except GraphError as error:
            raise InvalidAttributeError(f"{name} ({op}): {error}", node=name) from None
        if op == "formula":
            checked["inputs"] = list(operation.ports)
            checked["formula"] = _formula_kept(checked["formula"], name)
    else:
        known = (*ops.LEAVES, *ops.OPS)
        raise UnknownOpError(
            sentence("unknown op '{op}'", op=op) + did_you_mean(str(op), known), node=name
        )
    if "position" in checked:
        checked["position"] = as_position(checked["position"], name)
    if "label" in checked and not isinstance(checked["label"], str):
        said = sentence("the label of {name} must be a text", name=name)
        raise InvalidAttributeError(said, node=name)
    return checked


def _formula_kept(formula: str, name: str) -> str:
    """Return a formula as any reader of a file knows it, abs(x) for |x|."""
    known = _kept(formula)
    if len(known.encode()) > MAX_BYTES:
        said = sentence("an expression may be at most {n} bytes long", n=MAX_BYTES)
        raise InvalidAttributeError(f"{name} (formula): {said}", node=name)
    return known


_kept = lru_cache(maxsize=4096)(kept)  # asked again for whatever is set of a node


def as_position(position: object, name: str) -> Position:
    """Return the place of the node `name`; raise InvalidAttributeError for what is none."""
    if isinstance(position, list | tuple) and len(position) == 2:
        x, y = position
        if type(x) is not float or type(y) is not float:  # else thousands are quickly moved
            try:
                x, y = (float(c) for c in position if not isinstance(c, bool | str))
            except (TypeError, ValueError, OverflowError):
                x = y = math.inf
        if abs(x) < _FAR and abs(y) < _FAR:
            return x, y
    said = sentence("the position of {name} must be two finite numbers", name=name)
    raise InvalidAttributeError(said, node=name)


def seen(text: str) -> str:
    """Return text from a file as it can be shown: what cannot be seen becomes a space."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " for letter in text)
