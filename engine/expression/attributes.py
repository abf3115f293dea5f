"""What an op is told besides its inputs, as it is typed: `axis=1`, `keepdims=true`, `slope=0.2`."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from engine.language import noop, sentence
from engine.words.suggestion import did_you_mean

__all__ = ["ATTRIBUTES", "Attribute", "Told", "attribute_written", "meant_attribute", "told_as"]

Told: TypeAlias = bool | int | float | tuple[int, ...]
"""A value of an attribute; a whole number is typed without a point."""


class Attribute(NamedTuple):
    """Whether it takes a value that was typed, and which it takes, in words."""

    takes: Callable[[Told], bool]
    words: str


def _is_whole(value: object) -> bool:
    return type(value) is int


_ONE_AXIS = Attribute(_is_whole, noop("a whole number, such as axis=0"))
_AXES = Attribute(
    lambda value: _is_whole(value) or isinstance(value, tuple),
    noop("a whole number or several, such as axis=0 or axis=[0, 1]"),
)
_KEPT = Attribute(lambda value: isinstance(value, bool), noop("true or false"))
_SLOPE = Attribute(
    lambda value: not isinstance(value, bool | tuple), noop("a number, such as slope=0.2")
)

ATTRIBUTES: Mapping[str, Mapping[str, Attribute]] = {
    "sum": {"axis": _AXES, "keepdims": _KEPT},
    "mean": {"axis": _AXES, "keepdims": _KEPT},
    "softmax": {"axis": _ONE_AXIS},
    "log_softmax": {"axis": _ONE_AXIS},
    "leaky_relu": {"slope": _SLOPE},
}
"""The attributes that each op takes."""

_ALSO = {"dim": "axis", "keepdim": "keepdims", "negative_slope": "slope"}  # what PyTorch says


def meant_attribute(op: str, name: str = "") -> str:
    """Return what to write where an op is told something else, or something without its name."""
    known = ATTRIBUTES.get(op, {})
    if not known:
        return ""
    first = next(iter(known))
    meant = _ALSO.get(name, first)
    written = f"{meant if meant in known else first}=…"
    return did_you_mean(name, known) or sentence("; write {meant}", meant=written)


def told_as(op: str, told: str) -> str:
    """Return what another program tells an op as it is typed here; nothing where it is not.

    >>> told_as("sum", "dim=1, keepdim=True"), told_as("mean", "0"), told_as("exp", "out=y")
    ('axis=1, keepdims=true', 'axis=0', '')
    """
    known = ATTRIBUTES.get(op, {})
    written: list[str] = []
    for k, part in enumerate(told.split(",")):
        name, _, value = part.replace(" ", "").rpartition("=")
        name = _ALSO.get(name, name) or next(iter(known), "") * (k == 0)
        meant: Told | None = None
        if value.lower() in ("true", "false"):
            meant = value.lower() == "true"
        elif re.fullmatch(r"-?\d+(?:\.\d+)?", value):
            meant = float(value) if "." in value else int(value)
        if meant is None or name not in known or not known[name].takes(meant):
            return ""
        written.append(attribute_written(name, meant))
    return ", ".join(written)


def attribute_written(name: str, value: Told) -> str:
    """Return an attribute as it is typed.

    >>> attribute_written("axis", (0, 1)), attribute_written("keepdims", True)
    ('axis=[0, 1]', 'keepdims=true')
    """
    if isinstance(value, tuple):
        return f"{name}={list(value)}"
    return f"{name}={str(value).lower() if isinstance(value, bool) else repr(value)}"
