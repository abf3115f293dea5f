"""Leaves and ops as items of a list: what the palette and quick-add offer, and how a row looks."""

from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

import engine
from engine import ops
from engine.expression import Name, parse, written
from gui.fonts import Face
from gui.language import language, noop, tr
from gui.own_ops import own_key
from gui.picture.border import border_of
from gui.picture.formula import set_formula
from gui.picture.lettering import colour, draw_typeset
from gui.picture.markup import set_name
from gui.picture.measure import MIDDLE
from gui.picture.runs import Typeset, advance, set_text
from gui.theme import LEAF_KINDS, Ink, Kind, Theme

__all__ = [
    "FORMULA_SIZE",
    "ITEM_HEIGHT",
    "ITEM_MARGIN",
    "SIGNS",
    "SIGN_WIDTH",
    "Item",
    "items",
    "node_title",
    "op_title",
    "own_item",
    "paint_item",
    "paint_sign",
]

ITEM_HEIGHT, ITEM_MARGIN = 36, 14  # pixels
SIGN_WIDTH, _SIGN_HEIGHT = 46, 26
FORMULA_SIZE = 15
_MOST_SIGNS = 24  # of a symbol: more would not be seen
_SIGN_LINE = 0.8  # of the border that a card of its kind has
# The families by how soon a lecture needs them; a new one comes after these.
_ORDER = ("leaf", "arithmetic", "activation", "function", "comparison", "loss", "array")
_LEAF_TITLES = {
    "parameter": noop("Parameter"),
    "input": noop("Input"),
    "constant": noop("Constant"),
}
_LEAF_NOTES = {
    "parameter": ("w", noop("learned")),
    "input": ("x", noop("given")),
    "constant": ("2", noop("fixed")),
}
SIGNS = {"*": "multiply", "·": "multiply", "-": "subtract", "/": "divide", "@": "matmul"}
"""What is typed for an op that cards write with another sign."""
SIGNS |= {"^": "power", "**": "power", "−": "subtract"}
_FORMS = {"square": ("x^2", "x**2"), "exp": ("e^x",), "sqrt": ("x^(1/2)",)}
_SPOKEN = {  # what else an op or a leaf is called, by those who look for it
    "parameter": noop("weight, bias, variable"),
    "input": noop("data, placeholder, variable"),
    "constant": noop("number"),
    "add": noop("plus, sum"),
    "multiply": noop("times, product"),
    "subtract": noop("minus, difference"),
    "divide": noop("over, quotient, fraction"),
    "negate": noop("minus"),
    "sqrt": noop("root"),
    "sigmoid": noop("logistic"),
    "log": noop("natural logarithm, ln"),
    "maximum": noop("larger"),
    "minimum": noop("smaller"),
    "squared_error": noop("quadratic cost, MSE"),
    "cross_entropy": noop("classification cost"),
    "matmul": noop("dot product, linear layer"),
    "mean": noop("average"),
}


@dataclass(frozen=True)
class Item:
    """A leaf or op that can be placed; a search looks through `words`, and for all of `typed`."""

    op: str
    title: str
    symbol: str
    kind: Kind
    formula: Typeset | None
    note: str
    words: str
    typed: tuple[str, ...] = ()

    def is_typed(self, text: str) -> bool:
        """Tell whether a text is what is typed to compute it, as `*` or `x^2`."""
        return "".join(text.lower().split()) in self.typed

    def fits(self, text: str) -> bool:
        """Tell whether each word of a search is found."""
        text = text.strip().lower()
        called = text.partition("(")[0] or text  # relu(x) is looked for by its name
        return all(word in self.words for word in called.split())


def items() -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Return the families with their items: the leaves, then every op of the registry."""
    return _items(language())


@cache
def _items(spoken: str) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Return all items, with their titles in the language that is spoken; every window asks."""
    del spoken
    families: dict[str, list[Item]] = {family: [] for family in _ORDER}
    families["leaf"] = [_leaf(op) for op in ops.LEAVES]
    for name, op in ops.OPS.items():
        families.setdefault(op.family, []).append(_op(name, op))
    titles = {family: family.replace("_", " ").capitalize() for family in families}
    titles["leaf"] = noop("Leaves")
    return tuple((tr(titles[family]), tuple(rows)) for family, rows in families.items())


def op_title(op: str) -> str:
    """Return what a leaf or an op is called where people choose one."""
    return tr(_LEAF_TITLES[op] if op in ops.LEAVES else ops.OPS[op].title)


def node_title(graph: engine.Graph, node: str) -> str:
    """Return what a node is: a leaf's or an op's title, or which of the graph's own ops."""
    own = graph.own_op(node)
    return tr("Own op {name}").format(name=own.name) if own else op_title(graph.op_of(node))


def _leaf(op: str) -> Item:
    symbol, note = _LEAF_NOTES[op]
    words = f"{_LEAF_TITLES[op]} {op_title(op)} {op} leaf {note} {tr(note)} {_spoken(op)}".lower()
    return Item(op, op_title(op), symbol, LEAF_KINDS[op], None, tr(note), words)


def _op(name: str, op: type[ops.Op]) -> Item:
    arguments = [Name(port) for port in op.inputs]
    formula, typed = None, ""
    if name != "formula":
        expression = ops.create(name, {}).written(*arguments)
        formula = set_formula(expression, FORMULA_SIZE)
        typed = "".join(written(expression).split())
    note = tr("type your own") if formula is None else ""
    words = f"{op.title} {op_title(name)} {name} {op.symbol} {op.family} {_spoken(name)}".lower()
    signs = tuple(sign for sign, meant in SIGNS.items() if meant == name)
    also = "".join(_spoken(name).lower().split()).split(",")
    forms = (*signs, typed, *_FORMS.get(name, ()), *filter(None, also))
    return Item(name, op_title(name), op.symbol, Kind.OP, formula, note, words, forms)


def _spoken(op: str) -> str:
    """Return what else a leaf or an op is called, in the language that is shown and in English."""
    also = _SPOKEN.get(op, "")
    return f"{also}, {tr(also)}" if also else ""


def own_item(op: engine.OwnOp) -> Item:
    """Return the item of an own op."""
    formula = set_formula(parse(op.formula), FORMULA_SIZE)
    words = f"{op.name} {op.symbol} own {op.formula}".lower()
    return Item(own_key(op.name), op.name, op.sign, Kind.OP, formula, "", words)


def paint_item(painter: QPainter, box: QRectF, item: Item, theme: Theme) -> None:
    """Draw an item in the row `box`: its sign as a small card, its title, its formula or note."""
    chip = paint_sign(painter, box, item, theme)
    title = set_text(item.title, Face.SANS, 13)
    x, baseline = chip.right() + 11, box.center().y() + 4.5
    draw_typeset(painter, title, x, baseline, theme)
    room = box.right() - ITEM_MARGIN - (x + title.width + 10)
    if item.formula is not None and item.formula.width <= room:
        place = box.right() - ITEM_MARGIN - item.formula.width
        painter.setOpacity(0.72)
        draw_typeset(painter, item.formula, place, baseline + 0.5, theme)
        painter.setOpacity(1.0)
    elif item.note and advance(item.note, Face.SANS, 12) <= room:
        note = set_text(item.note, Face.SANS, 12, Ink.MUTED)
        place = box.right() - ITEM_MARGIN - note.width
        draw_typeset(painter, note, place, baseline, theme)


def paint_sign(painter: QPainter, box: QRectF, item: Item, theme: Theme) -> QRectF:
    """Draw an item's sign alone, as a small card at the left of the row, and return its place."""
    chip = QRectF(box.left() + ITEM_MARGIN, 0, SIGN_WIDTH, _SIGN_HEIGHT)
    chip.moveTop(box.center().y() - _SIGN_HEIGHT / 2)
    radius = 6.0 if item.kind is Kind.OP else _SIGN_HEIGHT / 2
    border, line = border_of(item.kind, theme)
    painter.setPen(QPen(colour(border), line * _SIGN_LINE))
    painter.setBrush(colour(theme.faces[item.kind]))
    painter.drawRoundedRect(chip, radius, radius)
    _paint_symbol(painter, chip, item, theme)
    return chip


def _paint_symbol(painter: QPainter, chip: QRectF, item: Item, theme: Theme) -> None:
    symbol, size = _symbol_for(item.symbol, chip.width() - 8)
    x = chip.center().x() - symbol.width / 2
    draw_typeset(painter, symbol, x, chip.center().y() + MIDDLE * size, theme)


@lru_cache(maxsize=1024)
def _symbol_for(signs: str, room: float) -> tuple[Typeset, int]:
    """Return signs as large as they have room, and their size; some are left out if they must."""
    size, written_so = 16, signs[:_MOST_SIGNS]
    symbol = set_name(written_so, size)
    while symbol.width > room and size > 9:
        size -= 1
        symbol = set_name(written_so, size)
    while symbol.width > room and len(written_so) > 1:
        written_so = written_so[:-1]
        symbol = set_text(f"{written_so}…", Face.ITALIC, size)
    return symbol, size
