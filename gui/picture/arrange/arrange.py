"""The whole layout: measure the cards, place them in rows of columns, choose the best fold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

import engine
from engine.collection import without_collection
from engine.graph.attributes import Position
from engine.progress import stage, watched
from gui.picture.arrange.columns import Box, Columns, Join, into_columns
from gui.picture.arrange.crossing import reduce_crossings
from gui.picture.arrange.fold import between_rows, even_fold, row_gaps, uneven_folds
from gui.picture.arrange.heights import place_heights
from gui.picture.arrange.nest import Content, Nest, port_offset
from gui.picture.card import card
from gui.picture.composite_card import composite_card
from gui.picture.measure import GAP_Y, OUTPUT_ARROW
from gui.picture.packing import READABLE, USUAL, Packing
from gui.picture.shown import Shown, anchor, place_of

__all__ = ["arrange"]

_MOST_ROWS = 6
_LARGE = 16.0  # points; a graph whose numbers are this large on the page keeps its one row
_MOST_TRIED = 150  # cards, for which every place to fold is tried
_WORTH = 1.08  # a further row must make the picture this much larger
_WORTH_UNEVEN = 1.15  # rows of other widths than the same so much: they may cut a layer in two
_WORTH_ANYWAY, _WORTH_FURTHER = 1.55, 1.2  # what can be read already so much: a second, a third
_WIDEST_BEND = 180.0
_GRID = 1.0


@without_collection()
def arrange(
    graph: engine.Graph,
    *,
    leads: dict[str, float] | None = None,
    pitches: dict[str, float] | None = None,
    page: tuple[float, float] | None = None,
    names: Iterable[str] | None = None,
    packing: Packing = USUAL,
) -> dict[str, Position]:
    """Return a place for every node, or for those of the cards of `names` among themselves.

    It is the centre of the node's card, as far as that has not `grown` to the left.

    What an open group holds stays together, apart from all others; a folded one is moved whole.
    `leads` and `pitches` give the room that the numbers before each node need, and from one of its
    ports to the next (by default the least); for a `page`, its width and height in points, a
    graph that is too long to be read is folded into rows. `packing` says how close all stands.
    """
    shown = Shown(graph)
    rows = _chosen(shown, names)
    if not rows:
        return {}
    measured = leads or {}, pitches or {}, packing
    boxes = {row: _box(shown, row, *measured) for row in watched(rows, 0, 0.4)}
    nest = Nest(shown, boxes)
    for frame in nest.inward():
        content = nest.content(frame)
        inside = _lay_rows([_columns(content, packing)], content.boxes)
        nest.close(frame, content, inside.places)
    content = nest.content(None)
    laid = _columns(content, packing)
    with stage(0.5, 1.0):
        best = _lay_rows([laid], content.boxes)
    if page is not None:
        best = _best_fold(laid, content.boxes, page, best)
    return _node_places(shown, nest.places(content, best.places), boxes)


def _chosen(shown: Shown, names: Iterable[str] | None) -> list[int]:
    """Return the rows of the cards to be placed: a folded group goes with any node of it."""
    if names is None:
        return list(range(len(shown.names)))
    return sorted({shown.index[name] for name in names})


def _columns(content: Content, packing: Packing = USUAL) -> Columns:
    laid = into_columns(content.boxes, content.joins, packing)
    reduce_crossings(laid)
    return laid


def _node_places(
    shown: Shown, centres: dict[int, Position], boxes: dict[int, Box]
) -> dict[str, Position]:
    """Return the place of every node; those of a folded group go along with its card."""
    found: dict[str, Position] = {}
    for row, (x, y) in centres.items():
        composite = shown.composites.get(row)
        if composite is None:
            found[shown.names[row]] = (x + boxes[row].grown / 2, y)
            continue
        inside = _inside(shown.graph, composite.nodes)
        left, top = anchor(shown.graph, inside)
        dx, dy = x - left, y - top
        found |= {name: (px + dx, py + dy) for name, (px, py) in inside.items()}
    return found


def _inside(graph: engine.Graph, names: tuple[str, ...]) -> dict[str, Position]:
    """Return where the nodes of a folded group stand among themselves."""
    if all("position" in graph.attributes(name) for name in names):
        return {name: place_of(graph, name) for name in names}
    shown = Shown(graph, open_all=True)
    boxes = {shown.index[name]: _box(shown, shown.index[name], {}, {}, USUAL) for name in names}
    content = Nest(shown, boxes, frames=False).content(None)
    places = _lay_rows([_columns(content)], content.boxes).places
    return _node_places(shown, dict(zip(boxes, places, strict=True)), boxes)


@dataclass(slots=True)
class _Laid:
    places: list[Position]
    width: float
    height: float

    def scale(self, page: tuple[float, float]) -> float:
        """Return how many points a unit can be on the page."""
        return min(page[0] / max(self.width, 1.0), page[1] / max(self.height, 1.0))


def _best_fold(laid: Columns, boxes: list[Box], page: tuple[float, float], best: _Laid) -> _Laid:
    """Return the layout of one row, or that of more in which it is clearly larger on the page."""
    one_row = best
    for rows in range(2, min(_MOST_ROWS, len(laid.columns)) + 1):
        size = best.scale(page) * laid.packing.number
        if size >= _LARGE:
            break
        anyway = _WORTH_ANYWAY if best is one_row else _WORTH_FURTHER
        anyway = anyway if size >= READABLE else _WORTH
        best = _larger(laid, best, [even_fold(laid, boxes, rows)], boxes, page, anyway)
        if rows == 2 and laid.cards <= _MOST_TRIED:
            worth = max(anyway, _WORTH_UNEVEN)
            best = _larger(laid, best, uneven_folds(laid, boxes), boxes, page, worth)
    return best


def _larger(
    laid: Columns,
    best: _Laid,
    folds: Iterable[list[Columns]],
    boxes: list[Box],
    page: tuple[float, float],
    worth: float,
) -> _Laid:
    """Return the layout whose fold is the largest on the page where that is `worth` it."""
    folded = [
        _lay_rows(parts, boxes, row_gaps(laid, parts), between_rows(laid, parts))
        for parts in folds
        if parts
    ]
    largest = max(folded, key=lambda one: one.scale(page), default=best)
    return largest if largest.scale(page) > best.scale(page) * worth else best


def _box(
    shown: Shown, row: int, leads: dict[str, float], pitches: dict[str, float], packing: Packing
) -> Box:
    composite, graph, name = shown.composites.get(row), shown.graph, shown.names[row]
    lead, pitch = leads.get(name, packing.lead), pitches.get(name, packing.pitch)
    if composite is not None:
        item = composite_card(graph, composite, pitch)
    else:
        item = card(graph, name, None, pitch, packing=packing)
    half, leaf = item.height / 2, composite is None and graph.is_leaf(name)
    outputs = composite.outputs if composite else [name]
    drawn = ([shown.index[e.target] != row for e in graph.consumers(name)] for name in outputs)
    summed = packing.sum_room if any(sum(edges) > 1 for edges in drawn) else 0.0
    ports = tuple(port_offset(k, item.ports, pitch) for k in range(item.ports))
    return Box(item.width, half, half + summed, lead, ports, leaf, grown=item.grown)


def _lay_rows(
    parts: list[Columns],
    boxes: list[Box],
    gaps: Sequence[float] = (0.0,),
    joins: Sequence[Join] = (),
) -> _Laid:
    """Return the layout of rows with gaps below each, the leftmost columns in the first.

    `joins` are the edges from row to row.
    """
    whole = parts[0]
    places: list[Position] = [(0.0, 0.0)] * whole.cards
    top = widest = 0.0
    for part, gap in zip(parts, gaps, strict=True):
        heights = place_heights(part, boxes, GAP_Y)
        first, last = part is whole, part is parts[-1]
        xs, width = _column_places(part, boxes, heights, first=first, last=last)
        cards = [v for column in part.columns for v in column if v < whole.cards]
        above = [(places[join.source][0], join) for join in joins if join.target in xs]
        aside = _aside(part, boxes, xs, above)
        xs, width = {v: x + aside for v, x in xs.items()}, width + aside
        highest = min(heights[v] - boxes[v].up for v in cards)
        lowest = max(heights[v] + boxes[v].down for v in cards)
        for vertex in cards:
            y = top + heights[vertex] - highest
            places[vertex] = (_snap(xs[vertex]), _snap(y))
        top += lowest - highest + gap
        widest = max(widest, width)
    # the legend stands below
    return _Laid(places, widest + OUTPUT_ARROW, top + 3 * whole.packing.number)


def _column_places(
    laid: Columns, boxes: list[Box], heights: list[float], *, first: bool, last: bool
) -> tuple[dict[int, float], float]:
    """Return each card's middle, columns from the left, and the width of all, in one of the rows.

    Ops of a column begin at one line, so that their numbers stand under each other; leaves
    end at one line, near what they feed, and so do ops from which edges return to the next row:
    these lie side by side then.
    """
    xs: dict[int, float] = {}
    x = 0.0
    for at in range(len(laid.columns) - 1, -1, -1):
        cards = [v for v in laid.columns[at] if v < laid.cards]
        lead = max((boxes[v].lead for v in cards if boxes[v].ports), default=0.0)
        begins = at == len(laid.columns) - 1
        if lead and not (begins and first):
            room = laid.packing.bend if begins else _bend_room(laid, laid.columns[at], heights)
            x += lead + room
        left, x = x, x + max((boxes[v].width for v in cards), default=0.0)
        returning = at == 0 and not last
        if returning:
            x += x % 2.0  # where an odd width is snapped it still ends where the others do
        for v in cards:
            box = boxes[v]
            xs[v] = x - box.width / 2 if box.leaf or returning else left + box.width / 2
    return xs, x


def _aside(
    part: Columns, boxes: list[Box], xs: dict[int, float], joins: list[tuple[float, Join]]
) -> float:
    """Return how far a row goes to the right, so that edges from above meet no numbers of it.

    Of `joins`, each with its source's middle, each that does not return to the left comes down
    before its column's numbers.
    """
    leads = dict[int, float]()
    for column in part.columns:
        cards = [v for v in column if v < part.cards]
        lead = max((boxes[v].lead for v in cards if boxes[v].ports), default=0.0)
        leads |= dict.fromkeys(cards, lead)
    ways: list[tuple[float, float, float]] = []  # right of the source, left and lead of the target
    for x, join in joins:
        target = boxes[join.target]
        left = xs[join.target] - target.width / 2 + join.deep
        lead = join.lead if target.frame else leads[join.target]
        ways.append((x + boxes[join.source].width / 2 - join.short, left, lead))
    aside = 0.0
    for _ in ways:  # moved so far others may return no more
        onward = [way for way in ways if way[0] < way[1] + aside]
        least = max(
            (r + part.packing.bend - (left - lead) for r, left, lead in onward), default=0.0
        )
        if least <= aside:
            break
        aside = float(ceil(least))  # on the grid, as all that stands in the row
    return aside


def _bend_room(laid: Columns, column: list[int], heights: list[float]) -> float:
    """Return the room before a column in which its edges change their height."""
    steepest = max(
        (
            abs(heights[arc.source] - heights[arc.target] - arc.offset)
            for vertex in column
            for arc in laid.inputs[vertex]
        ),
        default=0.0,
    )
    packing = laid.packing
    return min(max(packing.bend, steepest * packing.steep), _WIDEST_BEND)


def _snap(value: float) -> float:
    return round(value / _GRID) * _GRID
