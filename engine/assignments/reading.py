"""The text of assignments as expressions with a name, and what is wrong with it as a whole."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.errors import ExpressionError, GraphError
from engine.expression import Call, Expression, Number, as_call, is_name, names, parse
from engine.graph.own_ops import OwnOp, arities
from engine.language import noop, sentence
from engine.value import Value
from engine.words.derivative import is_derivative
from engine.words.wording import as_product, no_name

__all__ = [
    "Assignment",
    "assigns",
    "check_names",
    "divided",
    "free_names",
    "parts",
    "plain_number",
    "split",
]

_PART = re.compile(r"(?:\[[^\]]*\]?|[^;\n\[])+")
_UNNAMED = "J"  # what a bare expression is called


@dataclass(frozen=True)
class Assignment:
    """What `name = expression` says."""

    name: str
    expression: Expression


def free_names(text: str, own: Sequence[OwnOp] = ()) -> tuple[str, ...]:
    """Return the names that `text` uses and does not compute: its leaves, in order of appearance.

    It may call the `own` ops. Raises ExpressionError or GraphError where the text is no
    assignments.
    """
    assigned = split(text, own)
    computed = {assignment.name for assignment in assigned}
    used = (name for assignment in assigned for name in names(assignment.expression))
    return tuple(dict.fromkeys(name for name in used if name not in computed))


def parts(text: str) -> list[str]:
    """Return the assignments of a text, each as it is written; `;` divides rows of numbers, too."""
    return [part.strip() for part in _PART.findall(text) if part.strip()]


def divided(part: str, *, last: bool = False) -> tuple[str | None, str]:
    """Return the name that an assignment is to, and its expression; None of a bare expression.

    An attribute has its '=' within the parentheses of a call. Of several others the first one
    divides, or the `last`: a file may call a node `a=b`.

    >>> divided("J = sum(x, axis=0)"), divided("sum(x, axis=0)")
    (('J', ' sum(x, axis=0)'), (None, 'sum(x, axis=0)'))
    """
    depth, at = 0, None
    for place, sign in enumerate(part):
        depth += (sign == "(") - (sign == ")")
        if sign == "=" and depth <= 0 and (last or at is None):
            at = place
    return (None, part) if at is None else (part[:at].strip(), part[at + 1 :])


def assigns(text: str) -> bool:
    """Return whether a text gives a name to what it computes, or to a part of it."""
    return any(divided(part)[0] is not None for part in parts(text))


def split(text: str, own: Sequence[OwnOp]) -> list[Assignment]:
    """Return what each assignment of a text says; it may call the `own` ops.

    Raises ExpressionError or GraphError where the text is no assignments.
    """
    known = arities(own)
    found: list[Assignment] = []
    for part in parts(text):
        name, expression = divided(part)
        name = _UNNAMED if name is None else name
        if not is_name(name):
            raise ExpressionError(no_name(name) + _instead(name, expression, own), text=part)
        if name in (other.name for other in found):
            if name == _UNNAMED and any(divided(part)[0] is None for part in parts(text)):
                raise GraphError(sentence("give each formula a name: a = w*x; b = a + 1"))
            raise GraphError(sentence("{name} is assigned twice", name=name))
        if expression.startswith("="):
            raise ExpressionError(sentence("one '=' is enough"), text=part)
        if not expression.strip():
            raise ExpressionError(sentence("nothing follows '{name} ='", name=name), text=part)
        found.append(Assignment(name, parse(expression.strip(), arrays=True, own=known)))
    if not found:
        raise ExpressionError(sentence("there is no expression"), text=text)
    return found


def _instead(name: str, expression: str, own: Sequence[OwnOp]) -> str:
    """Return how an assignment to what is no name is written, turned or with its sign; or nothing.

    >>> _instead("w*x", " y", ()), _instead("w :", " 2", ()), _instead("y'", " x", ())
    ('; write y = w*x', '; write w = 2', '')
    """
    left, right = name.removesuffix(":").strip(), expression.strip()
    meant = f"{left} = {right}" if left != name else f"{right} = {left}"
    target, _, computed = meant.partition(" = ")
    if not (is_name(target) and computed) or is_derivative(name):
        return ""
    try:
        used = names(parse(computed, arrays=True, own=arities(own)))
    except ExpressionError:
        return ""
    return "" if target in used else sentence("; write {meant}", meant=meant)


def plain_number(expression: Expression) -> float | None:
    """Return the number that is all of an expression, with its sign; None where more is there."""
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Call) and expression.op == "negate":
        inner = expression.arguments[0]
        return -inner.value if isinstance(inner, Number) else None
    return None


def check_names(
    assignments: list[Assignment],
    leaves: Mapping[str, Value],
    parameters: Sequence[str] | None,
) -> None:
    """Raise GraphError unless every name is computed before it is used, or a leaf with a value."""
    assigned = [a.name for a in assignments]
    for name in assigned:
        if name in leaves:
            said = noop("{name} is computed by the text, so it cannot be given a value")
            raise GraphError(sentence(said, name=name))
    done: set[str] = set()
    for assignment in assignments:
        for name in names(assignment.expression):
            if name == assignment.name:
                raise GraphError(sentence("{name} is computed from itself", name=name))
            if name in assigned and name not in done:
                said = noop("{user} uses {name} before it is computed")
                raise GraphError(sentence(said, user=assignment.name, name=name))
            if name not in assigned and name not in leaves:
                said = sentence("{name} has no value: add {name}=NUMBER", name=name)
                raise GraphError(said + _instead_of(name))
        done.add(assignment.name)
    for name in parameters or ():
        if name not in leaves:
            raise GraphError(
                sentence("{name} is listed as a parameter but has no value", name=name)
            )


def _instead_of(name: str) -> str:
    """Return what else was meant by a name without a value, to follow how it gets one."""
    if name == "e":
        return sentence(", or write exp(x) for e^x")
    if call := as_call(name):
        return sentence(", or write {meant}", meant=call)
    product = as_product(name)
    return sentence(", or write {product} for a product", product=product) if product else ""
