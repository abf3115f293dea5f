"""A node's card: what is written on it, its face and its size."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import engine
from engine.expression import Call, Expression, Name, Number
from engine.graph.attributes import seen
from gui.fonts import Face
from gui.picture.formula import SIGNS, UNKNOWN, set_formula
from gui.picture.markup import set_label, set_name
from gui.picture.measure import CARD_RADIUS, MATH, PILL_HEIGHT, PORT_PITCH, WIDEST
from gui.picture.numbers import value_text
from gui.picture.packing import USUAL, Packing
from gui.picture.runs import Typeset, join, set_text
from gui.picture.two_lines import in_two_lines
from gui.theme import LEAF_KINDS, Ink, Kind

__all__ = [
    "Card",
    "card",
    "is_bare_constant",
    "name_signature",
    "own_signs",
    "set_expression",
    "set_named",
    "set_node_name",
    "set_operand",
    "shortened",
    "with_numbers",
    "written_elsewhere",
]

_LONGEST_NAME = 40  # characters
_DOTS = "…"  # for inputs whose names are too wide, where a sign stands between them
_BETWEEN = frozenset({"add", "subtract", "multiply", "divide"})
_PILLS = frozenset(LEAF_KINDS.values())


class Card:
    """A node's face, size, number of inputs (`ports`) and of outputs; a leaf's card is a pill.

    Its inputs lie `pitch` apart. `grown` is how far it reaches more to the left of its place than
    to the right: where a leaf's value is long, it grows away from its edge.

    The text is set when it is first asked for: a large graph shows few of its cards at a time.
    """

    __slots__ = ("_set", "_text", "grown", "height", "kind", "outs", "pitch", "ports", "width")

    def __init__(
        self,
        kind: Kind,
        width: float,
        height: float,
        ports: int,
        set_text: Callable[[], Typeset],
        outs: int = 1,
        pitch: float = PORT_PITCH,
        grown: float = 0.0,
    ) -> None:
        self.kind = kind
        self.width = width
        self.height = height
        self.ports = ports
        self.outs = outs
        self.pitch = pitch
        self.grown = grown
        self._set = set_text
        self._text: Typeset | None = None

    @property
    def text(self) -> Typeset:
        """Return what is written on the card."""
        if self._text is None:
            self._text = self._set()
        return self._text

    @property
    def is_set(self) -> bool:
        """Whether what is written on the card is known already."""
        return self._text is not None

    @property
    def radius(self) -> float:
        """Return the radius of the corners: half the height where nothing enters."""
        return self.height / 2 if self._is_pill() else CARD_RADIUS

    def _is_pill(self) -> bool:
        return self.kind is not Kind.GROUP and (self.kind in _PILLS or not self.ports)

    def widen(self, width: float) -> None:
        """Be at least so wide, the letters staying where they begin on a card of that width."""
        if width > self.width:
            text = self.text
            self._text = text._replace(width=text.width + width - self.width)
            if self._is_pill():
                self.grown += width - self.width
            self.width = width


def card(
    graph: engine.Graph,
    name: str,
    output: str | None,
    pitch: float = PORT_PITCH,
    remembered: Callable[[str], str] | None = None,
    packing: Packing = USUAL,
) -> Card:
    """Return the card of node `name`; the one of `output` has a face of its own.

    `remembered` gives the graph's `name_signature` of each node, for who makes many cards.
    """
    attributes = graph.attributes(name)
    leaf = LEAF_KINDS.get(attributes["op"])
    if leaf is not None:
        kind, ports = leaf, 0
        set_it = partial(_leaf_text, graph, name)
        unvalued = f"{name}\n{attributes['op']}\n{attributes.get('label', '')}".translate(_DIGITS)
        signature: _Signature = unvalued, value_text(attributes["value"]).translate(_DIGITS)
    else:
        kind, sources = Kind.OP, graph.inputs(name)
        ports = len(sources)
        line = packing.line if ports > 1 else WIDEST
        set_it = partial(_op_text, graph, name, line)
        named = remembered or partial(name_signature, graph)
        signature = (line, *_op_signature(graph, name, attributes, sources, named))
    if name == output:
        kind = Kind.OUTPUT
    height = max(PILL_HEIGHT, ports * pitch + (4.0 if ports > 1 else 2.0))
    width, grown = _width(signature, set_it), 0.0
    if leaf is not None:
        short = _width((unvalued, _SHORT), partial(_leaf_text, graph, name, _SHORT))
        grown = max(width - short, 0.0)
    return Card(kind, width + 2 * packing.pad, height, ports, set_it, pitch=pitch, grown=grown)


_SHORT = "−0"  # values up to this width grow a leaf's card to both sides
_DIGITS = str.maketrans("123456789", "000000000")
_WIDTHS: dict[tuple[object, ...], float] = {}
_MOST_WIDTHS = 100_000


_Signature = tuple[object, ...]
# It is the same for cards of the same width: all digits are equally wide.


def _op_signature(
    graph: engine.Graph,
    name: str,
    attributes: Mapping[str, Any],
    sources: tuple[str | None, ...],
    named: Callable[[str], str],
) -> _Signature:
    own = graph.own_op(name) if "own" in attributes else None
    sign = attributes.get("symbol") if own is None else own.sign
    fed = [UNKNOWN if source is None else named(source) for source in sources]
    # an exponent 1 may be written otherwise than 2, so what an op computes keeps its digits
    return (named(name), attributes["op"], sign, attributes.get("formula"), *fed)


def name_signature(graph: engine.Graph, name: str) -> str:
    """Return what tells how wide a node's name is, or the number that stands for it."""
    attributes = graph.attributes(name)
    label = attributes.get("label", "")
    if attributes["op"] == "constant" and not label:
        value = attributes["value"]
        one_sign = isinstance(value, float) and value in SIGNS
        return SIGNS[value] if one_sign else value_text(value).translate(_DIGITS)
    return f"{name}\n{label}".translate(_DIGITS)


def _width(signature: _Signature, set_it: Callable[[], Typeset]) -> float:
    width = _WIDTHS.get(signature)
    if width is None:
        if len(_WIDTHS) >= _MOST_WIDTHS:
            _WIDTHS.clear()
        width = _WIDTHS[signature] = round(set_it().width)
    return width


def written_elsewhere(graph: engine.Graph, name: str) -> object:
    """Return what the cards that a node feeds write of it: its label, a bare constant's value."""
    attributes = graph.attributes(name)
    if attributes["op"] == "constant":
        return attributes.get("label"), value_text(attributes["value"])
    return attributes.get("label")


def set_node_name(graph: engine.Graph, name: str, size: int = MATH, ink: Ink = Ink.TEXT) -> Typeset:
    """Return how the picture writes a node: its label, or its name."""
    return set_named(name, graph.attributes(name).get("label"), size, ink)


def set_named(name: str, label: object, size: int = MATH, ink: Ink = Ink.TEXT) -> Typeset:
    """Return how the picture writes a node of this name: its label, where it has one."""
    if label:
        return set_label(shortened(seen(str(label))), size, ink)
    return set_name(shortened(name), size, ink)


def set_operand(graph: engine.Graph, name: str, size: int) -> Typeset:
    """Return how a formula writes a node: its label or name, a bare constant as its value."""
    if is_bare_constant(graph, name):
        return set_text(value_text(graph.value(name)), Face.ROMAN, size)
    return set_node_name(graph, name, size)


def shortened(text: str) -> str:
    """Return a name or a title, or its beginning where it is longer than any card should be."""
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"


def _leaf_text(graph: engine.Graph, name: str, written: str | None = None) -> Typeset:
    """Return what stands on a leaf's card, with its value or what is `written` for it."""
    value = _roman(value_text(graph.value(name)) if written is None else written)
    if is_bare_constant(graph, name):
        return value
    return join([(set_node_name(graph, name), 0.0), (_roman(" = "), 0.0), (value, 0.0)])


def is_bare_constant(graph: engine.Graph, name: str) -> bool:
    """Tell whether the node is written as its value alone: `2`, not `k = 2`."""
    attributes = graph.attributes(name)
    return attributes["op"] == "constant" and not attributes.get("label")


def _op_text(graph: engine.Graph, name: str, line: float) -> Typeset:
    """Return what is written on an op's card, in two lines where it is wider than `line`."""
    text = _op_line(graph, name)
    return in_two_lines(text) if text.width > line else text


def _op_line(graph: engine.Graph, name: str) -> Typeset:
    """Return `name = formula`, or where that is too wide `name = f(inputs)`, `name = a + … + d`."""
    own_name, equals = set_node_name(graph, name), _roman(" = ")
    arguments = [Name(source or UNKNOWN) for source in graph.inputs(name)]
    operation, own = graph.operation(name), graph.own_op(name)
    written: list[Expression]
    if own:
        written = [Call("formula", tuple(arguments))]
    elif operation.name in _BETWEEN:
        dots, ends = Name(_DOTS), [arguments[0], arguments[-1]]
        shorter = [ends[0], dots, ends[1]] if len(arguments) > 2 else ends
        written = [operation.written(*some) for some in (arguments, shorter, [dots, dots])]
    else:
        written = [operation.written(*arguments), Call("f", tuple(arguments))]
    for expression in written:
        text = join(
            [(own_name, 0.0), (equals, 0.0), (set_expression(graph, name, expression), 0.0)]
        )
        if text.width <= WIDEST:
            return text
    if operation.name in _BETWEEN:
        return text  # its own name is what is wide
    sign = own.sign if own else "f" if operation.name == "formula" else operation.symbol
    return join([(own_name, 0.0), (_roman(f" = {sign}(…)"), 0.0)])


def set_expression(graph: engine.Graph, name: str, expression: Expression) -> Typeset:
    """Return what node `name` computes, its names as the picture writes them."""

    def set_argument(argument: str, size: int) -> Typeset:
        if argument == _DOTS:
            return set_text(_DOTS, Face.ROMAN, size)
        return set_operand(graph, argument, size)

    numbered = with_numbers(graph, expression)
    return set_formula(numbered, MATH, set_argument, own_signs(graph, name))


def with_numbers(graph: engine.Graph, expression: Expression) -> Expression:
    """Return a product with its bare constants as numbers there: `½ e`, `2 · 0.25`, `x · (−3)`."""
    if not isinstance(expression, Call) or expression.op != "multiply":
        return expression
    factors = tuple(_number_or(graph, factor) for factor in expression.arguments)
    return Call("multiply", factors)


def _number_or(graph: engine.Graph, factor: Expression) -> Expression:
    if not isinstance(factor, Name) or factor.name not in graph:  # missing, or too wide
        return factor
    value = graph.value(factor.name) if is_bare_constant(graph, factor.name) else None
    return Number(value) if isinstance(value, float) else factor


def own_signs(graph: engine.Graph, name: str) -> dict[str, str]:
    """Return how a node's op is written where it has a sign of its own, or its own op has."""
    own = graph.own_op(name)
    sign = own.sign if own else graph.attributes(name).get("symbol")
    return {graph.op_of(name): seen(str(sign))} if sign else {}


def _roman(text: str) -> Typeset:
    return set_text(text, Face.ROMAN, MATH)
