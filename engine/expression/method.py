"""What to write for a method as Python calls it: exp(x) for x.exp()."""

import re

from engine.expression import hint
from engine.expression.attributes import told_as
from engine.expression.function import function_called
from engine.expression.tree import ARRAY_FUNCTIONS, FUNCTIONS
from engine.language import noop, sentence

__all__ = ["of_method"]

_CALLED = re.compile(r"(\w+)\s*\(")
_ARGUMENTS = re.compile(r"([^()]*)\)")
_RECEIVER = re.compile(r"(?<![\w.])[^\W\d]\w*$")
_OPERAND = re.compile(r"[^\W\d]\w*|\d+(?:\.\d+)?")
_BY_SIGN = {"pow": "^", "__pow__": "^", "dot": " @ ", "mm": " @ ", "mv": " @ "}
_OF_ENTRIES = {
    "maximum": noop("; there is no op for the largest entry of an array"),
    "minimum": noop("; there is no op for the smallest entry of an array"),
}


def of_method(before: str, after: str, *, arrays: bool) -> str:
    """Return what to write for a point that no number has; nothing where nothing is the same.

    >>> of_method("w*x", "exp()", arrays=True), of_method("x", "sum(dim=0)", arrays=True)
    ('; write exp(x)', '; write sum(x, axis=0)')
    >>> of_method("x", "max(y)", arrays=True), of_method("w", "dot(x)", arrays=True)
    ('; write maximum(x, y)', '; write w @ x')
    """
    called = _CALLED.match(after)
    if called is None:
        return "" if after.strip() else hint.write(before.strip()) if before.strip() else ""
    found, receiver = _ARGUMENTS.match(after, called.end()), _RECEIVER.search(before)
    given = found[1].strip() if found else None
    of = receiver[0] if receiver else "…"
    op = function_called(called[1])
    if op in _BY_SIGN:
        return _by_sign(op, of, given, arrays=arrays)
    if op not in FUNCTIONS and not (arrays and op in ARRAY_FUNCTIONS):
        # what is told besides would be of an axis, and what is proposed is of the whole array
        told = given and hint.is_of_array(op)
        return "" if told else hint.of_function(op, multiplies=False, arrays=arrays, of=of)
    if FUNCTIONS.get(op, ARRAY_FUNCTIONS.get(op)) != 1:
        return _of_several(op, of, given)
    if not given:
        return hint.write(f"{op}({of})") if given == "" else ""
    told_too = told_as(op, given) if arrays else ""
    return hint.write(f"{op}({of}, {told_too})") if told_too else ""


def _by_sign(op: str, of: str, given: str | None, *, arrays: bool) -> str:
    sign = _BY_SIGN[op]
    if sign == " @ " and not arrays:
        return hint.of_sign("@")
    if given == "" or "," in (given or ""):  # dot(w, x) of a library that has another name here
        return ""
    return hint.write(f"{of}{sign}{_operand(given)}")


def _of_several(op: str, of: str, given: str | None) -> str:
    """Return the call of an op of two; max() and max(axis=0) look for an entry."""
    axis = given is not None and re.fullmatch(r"-?\d+|.*=.*", given)
    if op in _OF_ENTRIES and (given == "" or axis):
        return sentence(_OF_ENTRIES[op])
    if given == "" or "=" in (given or ""):
        return ""
    return "" if "," in (given or "") else hint.write(f"{op}({of}, {_operand(given)})")


def _operand(given: str | None) -> str:
    return given if given and _OPERAND.fullmatch(given) else "…"
