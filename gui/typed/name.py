"""A node's name as it is typed."""

import engine
from engine.expression import (
    Name,
    Number,
    check_new_names,
    is_name,
    parse,
    without_scripts,
)
from engine.words.derivative import DERIVED, is_derivative
from gui.language import tr
from gui.typed.value_text import quoted

__all__ = ["check_name", "name_of"]


def name_of(text: str, graph: engine.Graph, old: str, value: engine.Value | None = None) -> str:
    """Return the name that `text` gives a node called `old`, empty where it gives none.

    Raises InvalidNameError for a formula, and for what no formula could read as one name. A
    constant may be called by the number that it holds, or the `value` that it is given with the
    name: expressions call theirs so. A file may call a node anything; what somebody types as
    `w = 3` or `1+2` is to be computed.
    """
    name = text.strip()
    if not name or name == old:
        return name
    name = without_scripts(name, graph.nodes())
    if graph.op_of(old) == "constant":
        number = graph.value(old) if value is None else value
        if isinstance(number, float) and name in (f"{number:g}", repr(number)):
            return name
    if "=" in name or _is_computed(name):
        raise engine.InvalidNameError(
            tr("‘{name}’ is a formula, not a name; a label may be written so").format(
                name=quoted(name)
            )
        )
    check_name(name)
    return name


def check_name(name: str) -> None:
    """Raise InvalidNameError for what no formula could read as one name: `3`, `my sum`."""
    if is_derivative(name):
        raise engine.InvalidNameError(tr(DERIVED))
    if not is_name(name):
        said = tr("‘{name}’ cannot be a name: a letter, then letters, digits or _, such as w_1")
        raise engine.InvalidNameError(said.format(name=quoted(name)))
    check_new_names([name])


def _is_computed(text: str) -> bool:
    try:
        return not isinstance(parse(text, arrays=True), Name | Number)
    except engine.ExpressionError:
        return False
