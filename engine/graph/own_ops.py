"""Own ops: formulas under a name of their own, kept in the graph that uses them.

A node made of one stays an ordinary formula, with the op's name as its attribute `own`; so it is
evaluated, differentiated and written as code like any, and others read it. It counts as the op
only as long as it computes what the op does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from engine.errors import ExpressionError, InvalidAttributeError
from engine.expression import Expression, Name, is_name, kept, names, parse, substitute
from engine.language import count_text, noop, sentence
from engine.ops import LEAVES, OPS

__all__ = [
    "MAX_OWN_OPS",
    "OwnOp",
    "arities",
    "checked",
    "computes",
    "read_one",
    "read_own_ops",
    "said_own",
]

MAX_OWN_OPS = 1000
MAX_SYMBOL = 40  # characters
_KEYS = ("name", "formula", "symbol")


@dataclass(frozen=True, slots=True)
class OwnOp:
    """A named formula; `symbol` is how it is written before its inputs, the name where empty."""

    name: str
    formula: str
    symbol: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Return the names of its inputs in the order of their first appearance."""
        return _inputs(self.formula)

    @property
    def sign(self) -> str:
        """Return how the op is written."""
        return self.symbol or self.name

    def plain(self) -> dict[str, Any]:
        """Return the op as a file writes it."""
        own = {"name": self.name, "formula": self.formula}
        return {**own, **({"symbol": self.symbol} if self.symbol else {}), **self.extra}

    def check(self) -> None:
        """Raise InvalidAttributeError or ExpressionError for what cannot be an op."""
        self.check_name()
        if len(self.symbol) > MAX_SYMBOL or not self.symbol.isprintable():
            said = sentence("a symbol has {most} characters at most", most=MAX_SYMBOL)
            raise InvalidAttributeError(said)
        if not self.inputs:
            raise InvalidAttributeError(sentence("an op needs an input: a name in its formula"))

    def check_name(self) -> None:
        """Raise InvalidAttributeError for what cannot be an op's name, whatever its formula."""
        if len(self.name) > MAX_SYMBOL:
            said = sentence("a name has {most} characters at most", most=MAX_SYMBOL)
            raise InvalidAttributeError(said)
        if not is_name(self.name):
            said = noop("{name} cannot be a name: a letter, then letters, digits or _, such as w_1")
            raise InvalidAttributeError(sentence(said, name=repr(self.name)))
        if self.name in OPS or self.name in LEAVES:
            said = sentence("{name} is an op already; choose another name", name=self.name)
            raise InvalidAttributeError(said)


def arities(own: Iterable[OwnOp]) -> dict[str, int]:
    """Return how many inputs each op takes by its name, as `parse` is told what may be called."""
    return {op.name: len(op.inputs) for op in own}


def checked(own: Sequence[OwnOp]) -> tuple[OwnOp, ...]:
    """Return the ops with their formulas as any reader of a file knows them.

    Raises InvalidAttributeError with the place of the first that cannot be.
    """
    if len(own) > MAX_OWN_OPS:
        said = sentence(
            "{n} are more than {most}", n=count_text(len(own)), most=count_text(MAX_OWN_OPS)
        )
        raise InvalidAttributeError(f"ops: {said}")
    seen: set[str] = set()
    known: list[OwnOp] = []
    for i, op in enumerate(own):
        try:
            op.check()
            known.append(_as_known(op))
        except (InvalidAttributeError, ExpressionError) as error:
            raise InvalidAttributeError(f"ops[{i}]: {error}") from None
        if op.name in seen:
            said = sentence("there is already an op {name}", name=repr(op.name))
            raise InvalidAttributeError(f"ops[{i}].name: {said}")
        seen.add(op.name)
    return tuple(known)


def _as_known(op: OwnOp) -> OwnOp:
    formula = kept(op.formula)
    if formula == op.formula:
        return op
    changed = replace(op, formula=formula)
    changed.check()  # it may be too long now
    return changed


def read_own_ops(tree: object) -> tuple[OwnOp, ...]:
    """Return the own ops that a file's JSON tells of; raises InvalidAttributeError."""
    if not isinstance(tree, list):
        raise InvalidAttributeError(f"ops: {sentence('expected a list')}")
    return checked([read_one(entry, f"ops[{i}]") for i, entry in enumerate(tree)])


def read_one(entry: object, place: str) -> OwnOp:
    """Return the own op that a JSON object tells of; raises InvalidAttributeError."""
    if not isinstance(entry, dict):
        raise InvalidAttributeError(f"{place}: {sentence('expected an object')}")
    for key in _KEYS:
        if not isinstance(entry.get(key, "" if key == "symbol" else None), str):
            raise InvalidAttributeError(f"{place}.{key}: {sentence('expected a text')}")
    extra = {key: value for key, value in sorted(entry.items()) if key not in _KEYS}
    return OwnOp(entry["name"], entry["formula"], entry.get("symbol", ""), extra)


def said_own(attributes: Mapping[str, Any]) -> str:
    """Return which own op a node's attributes say it was made of, empty where they name none.

    A file may hold anything there.
    """
    own = attributes.get("own")
    return own if isinstance(own, str) else ""


def computes(op: OwnOp, formula: str, inputs: Sequence[str]) -> bool:
    """Tell whether a formula with `inputs` computes what the op does, whatever they are called."""
    return len(inputs) == len(op.inputs) and _shape(formula, tuple(inputs)) == _shape(
        op.formula, op.inputs
    )


@lru_cache(maxsize=4096)  # of all that may be called, for each letter that is typed
def _inputs(formula: str) -> tuple[str, ...]:
    return names(parse(formula))


@lru_cache(maxsize=4096)
def _shape(formula: str, inputs: tuple[str, ...]) -> Expression:
    """Return the expression with its inputs numbered."""
    numbered: dict[str, Expression] = {name: Name(str(k)) for k, name in enumerate(inputs)}
    return substitute(parse(formula), numbered)
