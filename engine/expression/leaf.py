"""Names in a typed expression that would be new leaves, and mean something else on paper."""

import re
from collections.abc import Iterable

from engine.errors import InvalidNameError
from engine.expression.function import function_called
from engine.expression.plain import check_new_names
from engine.expression.tree import ARRAY_FUNCTIONS, FUNCTIONS
from engine.language import sentence
from engine.words.wording import DERIVED

__all__ = ["check_new_leaves"]

_NAMES = frozenset(  # as well
    [
        "σ",
        "Σ",
        "abs",
        "add",
        "divide",
        "maximum",
        "mean",
        "minimum",
        "multiply",
        "negate",
        "power",
        "square",
        "subtract",
        "sum",
    ]
)
_TRUTH = {"True": "1", "False": "0", "None": "0"}
_PRODUCT = re.compile(r"([^\W\d_]_?\d+)([^\W\d_]_?\d+)|([πΠ])(\w+)")
_OF_ONE_LETTER = re.compile(r"(ln|log|exp|sin|cos|tanh|sqrt|relu)([t-zθφ])")
_SUM = re.compile(r"[Σ∑]([^\W\d_]\w*)")
_OF_ONE = r"(?:[^\W\d_](?:_?\d+|_[^\W\d_])?)"
_DERIVATIVE = re.compile(rf"(?<!\w)(d{_OF_ONE}?|dloss|dcost)\s*/\s*(d{_OF_ONE})(?!\w)", re.I)


def check_new_leaves(names: Iterable[str], text: str, way: str = "") -> None:
    """Raise InvalidNameError where a new leaf of `text` would be no number: in exp^x, in dJ/dw.

    `way` says how a leaf has the `{number}` inf, as with `check_new_names`.
    """
    new = list(names)
    check_new_names(new, way)
    for name in new:
        meant = _meant(name)
        if meant:
            said = sentence(
                "{name} would be the name of a new leaf; write {meant}", name=name, meant=meant
            )
            raise InvalidNameError(said)
    for found in _DERIVATIVE.finditer(text):
        if {found[1], found[2]} <= set(new):
            said = sentence("{typed} would be a quotient of two new leaves; ", typed=found[0])
            told = sentence(DERIVED)
            raise InvalidNameError(said + told)


def _meant(name: str) -> str:
    """Return what a name would mean on paper: `exp(…)`, `w1*x1`, `π*r`; else nothing."""
    if name in _TRUTH:
        return _TRUTH[name]
    op = function_called(name)
    if (op in FUNCTIONS or op in ARRAY_FUNCTIONS) and not {op, name} & _NAMES:
        return f"{name}(…)"
    if (found := _OF_ONE_LETTER.fullmatch(name)) and function_called(found[1]) in FUNCTIONS:
        return f"{found[1]}({found[2]})"
    if found := _SUM.fullmatch(name):
        return f"sum({found[1]})"
    if found := _PRODUCT.fullmatch(name):
        return "*".join(part for part in found.groups() if part)
    return ""
