"""Names in a typed expression that would be new leaves, and mean something else on paper."""

import re
from collections.abc import Callable, Iterable

from engine.errors import InvalidNameError
from engine.expression.plain import check_new_names
from engine.language import sentence
from engine.words.derivative import DERIVED, quotients

__all__ = ["as_call", "check_new_leaves"]

_ALONE = {"True": "1", "False": "0", "None": "0", "∑": "sum(…)"} | {
    name: f"{name}(…)"  # no others: softmax, LN and l_n are names that somebody may want
    for name in (
        *("exp", "log", "ln", "sin", "cos", "tanh", "sqrt", "sigmoid", "softplus"),
        *("relu", "leaky_relu", "ReLU", "LeakyReLU"),
    )
}
_PRODUCT = re.compile(r"([^\W\d_]_?\d+)([^\W\d_]_?\d+)|(π)([a-z](?:_?\d+)?)")
_SUM = re.compile(r"Σ([xyz](?:_?[\dij]+)?)")
_CALL = re.compile(r"(ln|log|exp|sin|cos|tanh|sqrt|relu)([xyzθφ])")
_OUTPUTS = ("J", "L", "loss", "Loss", "cost", "Cost")
_ASSIGNED = re.compile(r"(\w+)\s*=")


def check_new_leaves(
    names: Iterable[str],
    text: str,
    way: str = "",
    computed: Callable[[str], bool] = lambda _: False,
) -> None:
    """Raise InvalidNameError where a new leaf of `text` would be no number: in exp^x, in dJ/dw.

    Only what is almost surely no name is refused: whoever wants a leaf called cost gets one.
    `way` says how a leaf has the `{number}` inf, as with `check_new_names`. A quotient is a
    derivative where a node is `computed` that has the name behind its first d.
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
    for found in quotients(text):
        of = found["of"]
        if not {f"d{of}", f"d{found['by']}"} <= set(new):
            continue
        if of in _OUTPUTS or computed(of) or of in _ASSIGNED.findall(text):
            said = sentence("{typed} would be a quotient of two new leaves; ", typed=found[0])
            told = sentence(DERIVED)
            raise InvalidNameError(said + told)


def as_call(name: str) -> str:
    """Return `ln(x)` for `lnx`, which on paper is a call and here one name; else nothing.

    >>> as_call("lnx"), as_call("cosθ"), as_call("cost")
    ('ln(x)', 'cos(θ)', '')
    """
    found = _CALL.fullmatch(name)
    return f"{found[1]}({found[2]})" if found else ""


def _meant(name: str) -> str:
    """Return what a name would mean on paper: `exp(…)`, `w1*x1`, `π*r`; else nothing."""
    if name in _ALONE:
        return _ALONE[name]
    if found := _SUM.fullmatch(name):
        return f"sum({found[1]})"
    if found := _PRODUCT.fullmatch(name):
        return "*".join(part for part in found.groups() if part)
    return ""
