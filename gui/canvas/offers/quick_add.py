"""What text typed into quick-add offers to place: an op, a leaf with its value, an expression."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

import engine
from engine import ops
from engine.assignments import assigns
from engine.expression import is_name, without_scripts
from engine.words.suggestion import did_you_mean
from gui.canvas.offers.expression_offer import (
    assignment_offers,
    expression_offers,
    typed_value,
)
from gui.canvas.offers.naming import first_name, first_node, own_node
from gui.canvas.offers.offer import (
    Join,
    Offer,
    Typed,
    known_offer,
    leaf_offer,
    leaf_offers,
    node_offer,
)
from gui.language import tr
from gui.picture.item import SIGNS, Item, items, own_item
from gui.typed.number_meant import CIRCLE, is_hexadecimal, is_numbers
from gui.typed.value import value_of
from gui.typed.value_text import quoted

__all__ = ["offers"]

_BRACKETS = "()[]"  # with which an expression begins
_EXACT, _BEGINS, _SELDOM, _WORD, _NAMED, _WITHIN = range(6)  # how like the text an item is
_SELDOM_MEANT = frozenset(  # of several that begin alike
    ["abs", "cos", "leaky_relu", "log_softmax", "maximum", "minimum", "sin", "softplus", "sqrt"]
)


def offers(
    graph: engine.Graph,
    text: str,
    join: Join | None = None,
    own: Sequence[engine.OwnOp] = (),
) -> list[Offer]:
    """Return what `text` may mean in `graph`, the likeliest first; only what fits `join`.

    `own` are the own ops that are offered with the others.

    Raises GraphError with the reason where it means nothing.
    """
    text = text.strip()
    if text.startswith("+") and is_name(signed := text[1:].strip()):
        text = signed  # +w is w
    found = list(_meant(Typed(graph, text, join or Join(), own)))
    if not found:
        raise engine.GraphError(
            tr("nothing that fits here is called ‘{text}’").format(text=quoted(text))
        )
    return found


def _meant(typed: Typed) -> Iterable[Offer]:
    value = typed_value(typed.text)
    if value is not None:
        return [leaf_offer(first_name(typed.graph, "constant"), "constant", value, typed.join)]
    if typed.text.startswith("[") or is_hexadecimal(typed.text) or is_numbers(typed.text):
        value_of(typed.text)  # which says what is wrong
    meant = replace(typed, text=_plain(typed))
    if assigns(meant.text):
        return assignment_offers(meant)
    found = _called_so(typed, meant.text)
    if len(typed.text) < 2 or not meant.text or is_name(meant.text):
        return found or expression_offers(meant)
    called = [offer for offer in found if _is_called(offer.item, typed.text.lower())]
    others = [offer for offer in found if offer not in called]
    try:
        return [*called, *expression_offers(meant), *others]
    except engine.GraphError:
        if not found:
            raise
        return found


def _called_so(typed: Typed, named: str) -> list[Offer]:
    """Return the items whose name, title or sign is like the text, and leaves of the name."""
    graph, text, join = typed.graph, typed.text, typed.join
    found: list[tuple[int, Offer]] = []
    unfit: engine.GraphError | None = None
    if join.into is not None and text in graph:
        try:
            found.append((_EXACT, known_offer(graph, text, join.into)))
        except engine.GraphError as error:  # an op may be called so, or begin so
            unfit = error
    for item in _all_items():
        rank = _rank(item, text)
        leaf = item.op in ops.LEAVES
        if rank is not None and not (leaf and join.source is not None):
            node = first_node(graph, item.op)
            found.append((rank, node_offer(node, item, join, asks=leaf)))
    for op in typed.own:
        item = own_item(op)
        rank = _rank(item, text)
        if rank is not None:
            found.append((rank, node_offer(own_node(graph, op), item, join)))
    known = [*ops.OPS, *(op.name for op in typed.own)]
    misspelt = did_you_mean(text, known) if len(text) > 2 else ""
    if join.source is None and is_name(named) and named not in graph and not misspelt:
        found += _leaves_called(named, join)
    if unfit is not None and all(rank == _WITHIN for rank, _ in found):
        raise unfit
    if not found and named in graph:
        told = tr("‘{name}’ is there already; draw an edge to it, or select it and press Ctrl+K")
        raise engine.GraphError(told.format(name=named))
    if not found and is_name(named):
        raise engine.GraphError(tr("no op is called ‘{text}’").format(text=text) + misspelt)
    return [offer for _, offer in sorted(found, key=lambda pair: pair[0])]


def _plain(typed: Typed) -> str:
    """Return what is typed with x_1 for x₁; nothing for the sign of an op, such as Xᵀ and eˣ."""
    text = typed.text
    is_sign = any(text == item.symbol for item in _all_items())
    try:
        plain = without_scripts(text, typed.graph.nodes())
    except engine.ExpressionError:
        if is_sign:
            return ""
        raise
    return "" if is_sign and plain != text else plain


def _leaves_called(name: str, join: Join) -> list[tuple[int, Offer]]:
    """Return the leaves of a new name; π alone is a constant that has its value."""
    if name in CIRCLE:
        return [(_EXACT, leaf_offer(name, "constant", CIRCLE[name], join))]
    return [(_NAMED, offer) for offer in leaf_offers(name, None, join)]


def _all_items() -> Iterator[Item]:
    return chain.from_iterable(family for _, family in items())


def _rank(item: Item, text: str) -> int | None:
    sign = "" if item.op in ops.LEAVES else item.symbol
    if text == sign or SIGNS.get(text) == item.op:  # σ is not Σ
        return _EXACT
    text = text.lower()
    if text == "" or _is_called(item, text) or (len(sign) > 1 and text == sign.lower()):
        return _EXACT
    if text.isalpha() and item.is_typed(text):
        return _BEGINS
    title = item.title.lower()
    if item.op.startswith(text) or title.startswith(text):
        return _SELDOM if item.op in _SELDOM_MEANT else _BEGINS
    if any(word.startswith(text) for word in title.split()):
        return _WORD
    if len(text) == 1:  # so short, it is within nearly every word
        return _WITHIN if text in sign and text not in _BRACKETS else None
    words = text.split()
    if not all(len(word) > 1 and word.replace("_", "").isalnum() for word in words):
        return None  # an expression, or `sqrt x`, and no search
    return _WITHIN if all(word in item.words for word in words) else None


def _is_called(item: Item, text: str) -> bool:
    """Tell whether an item is called just so, with blanks or hyphens: Log-Softmax."""
    plain = text.replace("-", " ")
    return text == item.op or plain in (
        item.op.replace("_", " "),
        item.title.lower().replace("-", " "),
    )
