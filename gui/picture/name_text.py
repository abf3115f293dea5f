"""Names in running text, as the picture writes them, in plain letters: `w₁₁` for `w_11`."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from itertools import groupby

import engine
from engine.expression import as_call
from engine.words.wording import as_product, input_words
from gui.language import tr
from gui.picture.card import is_bare_constant, set_named
from gui.picture.numbers import value_text
from gui.picture.plain_text import in_line, plain_text
from gui.readings import Seen

__all__ = [
    "card_text",
    "derivative_text",
    "ends_text",
    "input_text",
    "leaf_and_entry",
    "leaf_pieces",
    "leaf_text",
    "name_html",
    "name_pieces",
    "name_text",
    "one_name_text",
]


def name_text(graph: engine.Graph, name: str) -> str:
    """Return a node's label or name as text; of a node that is gone its name."""
    return _text(name, _label(graph, name))


def card_text(graph: engine.Graph, name: str) -> str:
    """Return the same, of a constant that its card shows as a value alone with that: `0.5 (k)`."""
    text = name_text(graph, name)
    if name not in graph or not is_bare_constant(graph, name):
        return text
    return f"{value_text(graph.value(name))} ({text})"


def ends_text(graph: engine.Graph, edge: engine.Edge) -> str:
    """Return an edge as text, without its port: `w₁ → c`."""
    return f"{name_text(graph, edge.source)} → {name_text(graph, edge.target)}"


def name_html(graph: engine.Graph, name: str) -> str:
    """Return the same as rich text, for labels: `a<sup>[1]</sup>`, which plain letters lack."""
    return _html(name, _label(graph, name))


def name_pieces(graph: engine.Graph, name: str) -> tuple[tuple[str, int], ...]:
    """Return the same in pieces, each with 1 where it is raised, -1 where it is lowered, else 0."""
    return _pieces(name, _label(graph, name))


def _pieces(name: str, label: str) -> tuple[tuple[str, int], ...]:
    text = set_named(name, label)
    if text.words:
        return ((text.words, 0),)
    return tuple(
        ("".join(letters for letters, *_ in pieces), side)
        for side, pieces in groupby(in_line(text.runs), lambda piece: piece[2])
    )


def _label(graph: engine.Graph, name: str) -> str:
    label = graph.attributes(name).get("label") if name in graph else ""
    return str(label) if label else ""


def leaf_pieces(graph: engine.Graph, leaf: str) -> tuple[tuple[str, int], ...]:
    """Return a leaf, or an entry of one, in pieces as `name_pieces` does."""
    name, entry = leaf_and_entry(graph, leaf)
    return (*name_pieces(graph, name), (entry, 0))


@lru_cache(maxsize=4096)
def _html(name: str, label: str) -> str:
    tags = {0: "{}", 1: "<sup>{}</sup>", -1: "<sub>{}</sub>"}
    pieces = _pieces(name, label)
    return "".join(tags[side].format(escape(letters)) for letters, side in pieces)


@lru_cache(maxsize=4096)
def _text(name: str, label: str) -> str:
    return plain_text(set_named(name, label))


def leaf_text(
    graph: engine.Graph, leaf: str, write: Callable[[engine.Graph, str], str] = name_text
) -> str:
    """Return a leaf, or an entry of one such as `W_1[0, 2]`, as text: `W₁[0, 2]`.

    Names are as `write` has them, plain or rich.
    """
    name, entry = leaf_and_entry(graph, leaf)
    return write(graph, name) + entry


def leaf_and_entry(graph: engine.Graph, leaf: str) -> tuple[str, str]:
    """Return a leaf's name, and which entry of it is meant: `W_1` and `[0, 2]`, or nothing."""
    if leaf in graph:
        return leaf, ""
    name, bracket, entry = leaf.rpartition("[")
    return name, bracket + entry


def input_text(graph: engine.Graph, target: str, port: int) -> str:
    """Return a port as people count, of a formula with its name: `first input (d)`; `input`."""
    words = input_words(port, graph.port_count(target))
    names = graph.port_names(target) if graph.op_of(target) == "formula" else ()
    return f"{words} ({_text(names[port], '')})" if port < len(names) else words


def one_name_text(leaves: Iterable[str]) -> str:
    """Return what to tell whoever wrote as on paper, `wx` or `lnx`: it makes one new leaf."""
    for name in leaves:
        meant = as_product(name) or as_call(name)
        if meant:
            return tr("{name} is one name, not {product}").format(name=name, product=meant)
    return ""


def derivative_text(
    graph: engine.Graph,
    seen: Seen,
    node: str,
    write: Callable[[engine.Graph, str], str] = name_text,
) -> str:
    """Return what the derivative of a node is called: `∂J/∂c`, in forward mode `∂c/∂w`.

    Names are as `write` has them, plain or rich.
    """
    name = write(graph, node)
    if seen.by_leaf is not None:
        return f"∂{name}/∂{leaf_text(graph, seen.by_leaf, write)}"
    constant = node in graph and is_bare_constant(graph, node)  # ∂J/∂2 would be nonsense
    if seen.output is None or constant:
        return tr("Derivative")
    return f"∂{write(graph, seen.output)}/∂{name}"
