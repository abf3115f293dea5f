"""Which function is called by what somebody types: `max`, `ReLU`, `σ`, `LogSoftmax`."""

from collections.abc import Collection

from engine.expression.tree import ARRAY_FUNCTIONS, FUNCTIONS

__all__ = ["SHORT", "function_called"]

SHORT = {"max": "maximum", "min": "minimum", "ln": "log"}
"""What is typed for an op whose name is longer."""

_SIGNS = {"σ": "sigmoid", "Σ": "sum", "∑": "sum"}  # an own op may be called so, too
_SPELLED = {op.replace("_", ""): op for op in (*FUNCTIONS, *ARRAY_FUNCTIONS)} | SHORT


def function_called(name: str, own: Collection[str] = ()) -> str:
    """Return the op that is called by a name, in capitals and without `_`, too; else the name.

    An op among the `own` ones goes before any other.

    >>> [function_called(name) for name in ("ln", "ReLU", "LogSoftmax", "σ", "f")]
    ['log', 'relu', 'log_softmax', 'sigmoid', 'f']
    """
    if name in own:
        return name
    return _SIGNS.get(name) or _SPELLED.get(name.lower().replace("_", ""), name)
