"""A node's name as it is typed."""

import engine
from engine.expression import Name, Number, parse
from gui.language import tr

__all__ = ["name_of"]


def name_of(text: str, old: str) -> str:
    """Return the name that `text` gives a node called `old`; raises InvalidNameError for a formula.

    A file may call a node anything; what somebody types as `w = 3` or `1+2` is to be computed.
    """
    name = text.strip()
    if name != old and ("=" in name or _is_computed(name)):
        raise engine.InvalidNameError(
            tr("‘{name}’ is a formula, not a name; a label may be written so").format(name=name)
        )
    return name


def _is_computed(text: str) -> bool:
    try:
        return not isinstance(parse(text, arrays=True), Name | Number)
    except engine.ExpressionError:
        return False
