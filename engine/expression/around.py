"""What to write instead of a sign that no expression has, told by what stands around it."""

import re
import unicodedata
from collections.abc import Collection
from keyword import iskeyword

from engine.expression import hint
from engine.expression.function import function_called
from engine.expression.method import of_method
from engine.expression.tree import ARRAY_FUNCTIONS, FUNCTIONS
from engine.language import noop, sentence
from engine.words.derivative import DERIVED, ends_in_derivative
from engine.words.labelled import labelled

__all__ = ["of_call", "of_place", "of_power"]

_POWER = re.compile(r"([^\W\d]\w*)\s*(?:[²³]|(?:\^|\*\*)\s*\(?(-?\d+)\)?)\s*\Z")
_NUMBERS = re.compile(r"[\s\d.,;+−-]*\]")
_RAISED = re.compile(r"(?<!\w)([^\W\d]\w*)\^$")
_PERCENT = re.compile(r"(?<!\w)[\d.]+\s*\Z")
_INVERSE = {"exp": "log", "log": "exp"}
_ENTRY = noop("; an entry of an array is no node: give it a leaf of its own, such as x_0")


def of_place(sign: str, before: str, after: str, *, arrays: bool = False) -> str:
    """Return what to write for a sign by what stands around it; nothing where that tells nothing.

    With `arrays` ops of whole arrays may be called.

    >>> of_place(".", "(x - y)", "exp()"), of_place(":", "lambda x", " x**2")
    ('; write exp(…)', '; Python is not run: write such as (w*x + b)^2/2')
    >>> of_place("{", "h_", "t-1}"), of_place("[", "exp", "x]")
    ('; call it h_tm1, and give it the label h_{t-1}', '; write exp(…)')
    """
    told = {"[": _of_bracket, "{": _of_brace, ".": of_method}.get(sign)
    if told is not None:
        return told(before, after, arrays=arrays)
    if sign == "⁽":
        return _of_raised(before, after)
    if sign == "%":
        return hint.remainder() if _is_remainder(before, after) else ""
    if sign == ":":
        return _of_colon(before)
    return hint.write(before.strip()) if sign == "#" and before.strip() else ""


def of_power(before: str, own: Collection[str] = ()) -> str:
    """Return what is meant by the power of a function, sin² of sin²(x); else nothing.

    >>> of_power("2*sin²"), of_power("log^2 "), of_power("x²")
    ('; write sin(…)^2', '; write log(…)^2', '')
    """
    found = _POWER.search(before)
    op = function_called(found[1], own) if found else ""
    if found is None or not (op in FUNCTIONS or op in own):
        return ""
    raised = found[2] or "23"["²³".index(found[0].rstrip()[-1])]
    if raised == "-1" and op in _INVERSE:
        said = noop("; its inverse is {inverse}(…), and for 1/{op} write 1/{op}(…)")
        return sentence(said, inverse=_INVERSE[op], op=op)
    if raised == "-1":
        return sentence("; {op} has no inverse here, and for 1/{op} write 1/{op}(…)", op=op)
    return hint.write(f"{op}(…)^{raised}")


def of_call(before: str) -> str:
    """Return that derivatives are there, where a text that ends in a call says d/dx(…).

    >>> of_call("2*d/dx"), of_call("d/2x")
    ('; derivatives are computed by themselves: they stand on the edges', '')
    """
    return f"; {sentence(DERIVED)}" if ends_in_derivative(before) else ""


def _of_bracket(before: str, after: str, *, arrays: bool) -> str:
    op, name = _named(before)
    raised, within = _RAISED.search(before), re.match(r"([^\[\]]*)\]", after)
    if raised and within:
        return labelled(raised[1], "^", f"[{within[1]}]")
    if op:
        return hint.of_function(op, arrays=arrays)
    if name or before.rstrip().endswith((")", "]")):
        return sentence(_ENTRY)
    return "" if before.endswith("^") or _NUMBERS.match(after) else _brackets()


def _of_brace(before: str, after: str, *, arrays: bool) -> str:
    op, name = _named(before)
    within = re.match(r"([^{}\\]*)\}", after)
    raised = _RAISED.search(before)
    if raised and within and within[1].startswith("["):
        return labelled(raised[1], "^", f"{{{within[1]}}}")
    if name.endswith("_") and within:
        return labelled(name, "", f"{{{within[1]}}}")
    if op:
        return hint.of_function(op, arrays=arrays)
    latex = "\\" in before + after or "$" in before + after or before.endswith(("^", "_"))
    return "" if latex else _brackets()


def _of_raised(before: str, after: str) -> str:
    found, within = re.search(r"[^\W\d]\w*$", before), re.match(r"([^⁽⁾]*)⁾", after)
    if found is None or within is None:
        return ""
    return labelled(found[0], "^", f"({unicodedata.normalize('NFKC', within[1])})")


def _is_remainder(before: str, after: str) -> bool:
    """Return whether a % stands between two operands; 5% x is five percent."""
    behind = after.lstrip()[:1]
    percent = _PERCENT.search(before) and not behind.isdecimal()
    return not percent and (behind.isalnum() or behind in ("(", "√", "."))


def _of_colon(before: str) -> str:
    words = re.findall(r"\w+", before)
    if words and iskeyword(words[0]):
        return hint.python()
    return sentence(_ENTRY) if before.count("[") > before.count("]") else ""


def _named(before: str) -> tuple[str, str]:
    """Return the function and the name that a text ends with, as far as it is one."""
    found = re.search(r"[^\W\d]\w*$", before.rstrip())
    name = found[0] if found else ""
    op = function_called(name)
    return (op if op in FUNCTIONS or op in ARRAY_FUNCTIONS else ""), name


def _brackets() -> str:
    return sentence("; brackets are ( and )")
