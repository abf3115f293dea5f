"""Which nodes a text finds: by what they are called, compute or hold, and how that looks."""

from collections.abc import Collection, Iterable, Set
from math import isnan
from typing import Any

import engine
from engine import ops
from engine.expression import Name, typed_number, written
from engine.graph.dicts import attributes_of
from engine.words.commands import without_commands
from engine.words.lettered import lettered
from gui.language import tr

__all__ = ["called_so", "kept_up", "label_of", "matches", "number_in", "words_of"]

_SIGNS = str.maketrans({"·": "*", "×": "*", "−": "-", "²": "^2", "³": "^3", "½": "1/2"})
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_MARKS = str.maketrans("", "", "_^{}")  # which no card shows


def matches(graph: engine.Graph, text: str, known: dict[str, str] | None = None) -> list[str]:
    """Return the nodes of which the name, label, op or formula holds `text`, in their order.

    The node that is called just so comes first: `d` is also within every Add. Case and blanks do
    not matter: `W*x` finds `w * x`; of W and w, what is typed comes first. So does it not matter
    how a name is written: `w_11` finds w11, which looks alike. A number finds the leaves that hold
    it, `w = 2` the one that is called so, too. Nothing is found by no text. What nodes are found
    by is kept in `known`: to write all formulas of a large graph takes a while.
    """
    typed = _close(text)
    wanted = _ways(typed)
    if not wanted:
        return []
    known = {} if known is None else known
    names = graph.nodes()
    if len(known) < len(names):
        known.update((name, words_of(graph, name)) for name in names if name not in known)
    found = {name for way in wanted for name in names if way in known[name]}
    if _is_formula(wanted[0]):
        found |= {name for name in names if graph.op_of(name) == "formula"}
    called, number = number_in(text)
    if number is not None:
        holders = _holding(attributes_of(graph).items(), number)
        found.update(holders if not called else (n for n in holders if called in known[n]))
    return _in_order(graph, found, typed, wanted, known)


def kept_up(
    found: list[str], graph: engine.Graph, text: str, known: dict[str, str], edited: Collection[str]
) -> list[str]:
    """Return what `matches` would, after it returned `found` and leaves have other values.

    It is the same list where none of `edited` came or went: no other node is looked at.
    """
    called, number = number_in(text)
    if number is None or not edited:
        return found
    before, nodes, typed = set(found), attributes_of(graph), _close(text)
    wanted = _ways(typed)
    holders = _holding(zip(edited, map(nodes.__getitem__, edited), strict=True), number)
    holding = {name for name in holders if called in known[name]}
    lost = before.intersection(edited) - holding
    for way in wanted:  # what is found by its words stays
        lost = {name for name in lost if way not in known[name]}
    if not lost and holding <= before:
        return found
    return _in_order(graph, (before - lost) | holding, typed, wanted, known)


def _in_order(
    graph: engine.Graph,
    found: Set[str],
    typed: str,
    wanted: tuple[str, ...],
    known: dict[str, str],
) -> list[str]:
    """Return what was found in the nodes' order, but first what is called as was typed."""
    in_order = [name for name in graph.nodes() if name in found]
    if not any(map(str.isalpha, typed)):  # a number: only a node from a file is called so
        return sorted(in_order, key=typed.__ne__) if typed in found else in_order
    # a node's words begin with its name, as it is and as it looks: both with one letter, but for
    # Greek and accented ones
    lines, plain = tuple(f"{way}\n" for way in wanted), all(map(str.isascii, wanted))
    begin = {way[0] for way in wanted}
    may_be = {
        name
        for name in found
        if ((words := known[name])[:1] in begin or not plain)
        and (words.startswith(lines) or words.startswith(lines, words.find("\n") + 1))
    }
    called = [name for name in in_order if name in may_be and _is_called(name, wanted)]
    if not called:
        return in_order
    first = sorted(called, key=lambda name: (name != typed, name.lower() != wanted[0]))
    alike = set(first)
    return [*first, *(name for name in in_order if name not in alike)]


def called_so(name: str, text: str) -> bool:
    """Tell whether a name is just what is typed, or looks just so: `w_11` and w11."""
    return _is_called(name, _ways(_close(text)))


def number_in(text: str) -> tuple[str, float | None]:
    """Return the number that a text seeks among values, None for none, and of which leaf.

    >>> number_in("w = -2"), number_in("0.5"), number_in("w_2")
    (('w', -2.0), ('', 0.5), ('', None))
    """
    called, _, number = text.rpartition("=")
    try:
        return _seen(_close(called)), typed_number(number)
    except (ValueError, OverflowError):
        return "", None


def words_of(graph: engine.Graph, name: str) -> str:
    """Return all by which a node may be found but its value, a line each, a leaf's label last."""
    attributes = graph.attributes(name)
    op, label = str(attributes["op"]), label_of(graph, name)
    words = [name, _seen(name), _seen(label)]
    if op != "formula":  # which no card says: J = ½d² has no letter a
        words.append(op)
    if op in ops.OPS:
        sources = [Name(source or "?") for source in graph.inputs(name)]
        formula = written(graph.operation(name).written(*sources))
        words += [formula, formula.translate(_MARKS)]
        if op != "formula":
            title = ops.OPS[op].title
            words += [title, tr(title)]
        words.append(str(attributes.get("own", "")))
    words.append(label)
    return "\n".join(_close(word).lower() for word in words)


def label_of(graph: engine.Graph, name: str) -> str:
    """Return a node's label, empty where it has none."""
    return str(graph.attributes(name).get("label", ""))


def _close(text: str) -> str:
    return "".join(text.split())


def _ways(typed: str) -> tuple[str, ...]:
    """Return what is sought as it is typed, in plain signs, and a name as it looks."""
    typed = typed.lower()
    plain = typed.translate(_SIGNS).translate(_LOWERED)
    seen = _seen(typed)
    ways = (typed, plain, seen if seen[:1].isalpha() else "")
    return tuple(dict.fromkeys(way for way in ways if way))


def _is_formula(text: str) -> bool:
    """Tell whether a text begins as what an op that is typed is called, and means it."""
    title = ops.OPS["formula"].title
    return len(text) > 1 and any(word.lower().startswith(text) for word in (title, tr(title)))


def _is_called(name: str, wanted: tuple[str, ...]) -> bool:
    return name.lower() in wanted or _seen(name) in wanted


def _seen(name: str) -> str:
    """Return the letters of a name or a label as a card has them, on one line and small."""
    letters, index = lettered(name)
    seen = without_commands(letters + index).translate(_LOWERED)
    return seen.translate(_MARKS).lower()


def _holding(nodes: Iterable[tuple[str, dict[str, Any]]], number: float) -> list[str]:
    """Return those of some nodes, each with its attributes, that hold just this number."""
    if isnan(number):
        return [n for n, own in nodes if type(v := own.get("value")) is float and isnan(v)]
    return [n for n, own in nodes if type(v := own.get("value")) is float and v == number]
