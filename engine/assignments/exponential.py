"""e^x in typed text: the exponential, where e is no name that has a meaning."""

from collections.abc import Collection, Sequence

from engine.assignments.reading import divided, free_names, parts
from engine.expression import EULER, is_exponential, parse, with_exponential, written
from engine.graph.own_ops import OwnOp, arities

__all__ = ["exponential_text", "is_exponential_text", "with_exp"]


def with_exp(text: str, own: Sequence[OwnOp] = (), known: Collection[str] = ()) -> str:
    """Return a formula or assignments with exp(x) for e^x where that is meant, else the text.

    An e that the text computes, or that is one of the names `known` there, is that. Raises
    ExpressionError or GraphError where the text is no assignments.

    >>> with_exp("J = e^-x"), with_exp("J = e^-x", known="e"), with_exp("J = e^2")
    ('J = exp(-x)', 'J = e^-x', 'J = e^2')
    """
    told = exponential_text(text, own, known)
    return told if told is not None and is_exponential_text(text, own) else text


def exponential_text(
    text: str, own: Sequence[OwnOp] = (), known: Collection[str] = ()
) -> str | None:
    """Return the text with exp(x) for every e^x; None where it has none, or e has a meaning."""
    if EULER in known or EULER not in free_names(text, own):
        return None
    told, changed = [], False
    for part in parts(text):
        name, expression = divided(part)
        tree = parse(expression.strip(), arrays=True, own=arities(own))
        meant = with_exponential(tree)
        changed = changed or meant != tree
        formula = written(meant) if meant != tree else expression.strip()
        told.append(formula if name is None else f"{name} = {formula}")
    return "; ".join(told) if changed else None


def is_exponential_text(text: str, own: Sequence[OwnOp] = ()) -> bool:
    """Tell whether an e^x of the text is rather the exponential than a power of some e."""
    trees = (parse(divided(part)[1].strip(), arrays=True, own=arities(own)) for part in parts(text))
    return any(map(is_exponential, trees))
