"""What a node may be called and hold: names, ops, values, positions, checked in one place."""

from collections.abc import Collection, Mapping
from typing import Any

from engine import ops
from engine.errors import GraphError, InvalidAttributeError, InvalidNameError, UnknownOpError
from engine.value import as_value
from engine.words.suggestion import did_you_mean

__all__ = ["MAX_NAME_BYTES", "check_name", "checked_attributes", "is_parameter", "seen"]

MAX_NAME_BYTES = 4096


def check_name(name: object) -> None:
    """Raise InvalidNameError for what cannot be a node's name."""
    if not isinstance(name, str):
        raise InvalidNameError("a name must be a text")
    if not name.strip():
        raise InvalidNameError("a name cannot be empty")
    try:
        size = len(name) if name.isascii() else len(name.encode())
    except UnicodeEncodeError:
        raise InvalidNameError("a name holds a character that is no character") from None
    if size > MAX_NAME_BYTES:
        raise InvalidNameError(f"a name has {size} bytes; the most is {MAX_NAME_BYTES}")
    if not name.isprintable():
        raise InvalidNameError(f"the name {name!r} holds a character that cannot be seen")


def is_parameter(name: str, listed: Collection[str] | None = None) -> bool:
    """Tell whether a new leaf is a parameter: one listed, or with None one that w or b begins."""
    return name[0] in "wbWB" if listed is None else name in listed


def checked_attributes(name: str, op: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node's attributes as the graph keeps them: values as floats or read-only arrays.

    Raises UnknownOpError, InvalidAttributeError and InvalidValueError, naming the node.
    """
    checked = dict(attributes)
    if op in ops.LEAVES:
        checked["value"] = as_value(checked.get("value", 0.0), name)
    elif op in ops.OPS:
        try:
            operation = ops.create(op, checked)
        except GraphError as error:
            raise InvalidAttributeError(f"{name} ({op}): {error}", node=name) from None
        if op == "formula":
            checked["inputs"] = list(operation.ports)
    else:
        known = (*ops.LEAVES, *ops.OPS)
        raise UnknownOpError(f"unknown op '{op}'{did_you_mean(str(op), known)}", node=name)
    if "position" in checked:
        checked["position"] = _position(checked["position"], name)
    if "label" in checked and not isinstance(checked["label"], str):
        raise InvalidAttributeError(f"the label of {name} must be a text", node=name)
    return checked


def _position(position: object, name: str) -> tuple[float, float]:
    if isinstance(position, list | tuple) and len(position) == 2:
        try:
            x, y = (float(c) for c in position if not isinstance(c, bool | str))
            if abs(x) < 1e9 and abs(y) < 1e9:
                return x, y
        except (TypeError, ValueError, OverflowError):
            pass
    raise InvalidAttributeError(f"the position of {name} must be two finite numbers", node=name)


def seen(text: str) -> str:
    """Return text from a file as it can be shown: what cannot be seen becomes a space."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " for letter in text)
