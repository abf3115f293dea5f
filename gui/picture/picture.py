"""The picture: what is drawn, as arrays, built from a graph and what its last run gave.

Geometry (cards, ways of the edges) depends on the graph and its positions alone; what a run
changes is texts, which are set when they are asked for. A text that outgrows its place is the
one exception: `show` then grows the lead it stands on.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

import engine
from engine.collection import without_collection
from engine.progress import report, watched
from gui.picture.card import Card, card, written_elsewhere
from gui.picture.composite_card import composite_card
from gui.picture.frame import Frame, Frames
from gui.picture.labels import Label, legend_texts, number_pair, placed
from gui.picture.measure import (
    ARROW_LENGTH,
    LEAD,
    LEAD_STEP,
    NUMBER,
    NUMBER_DROP,
    NUMBER_RISE,
    OUTPUT_ARROW,
    PORT_PITCH,
    SHORT_BEND,
)
from gui.picture.route import FLAT, flatten, flatten_simple, lanes_of, route, simple_routes
from gui.picture.runs import Typeset
from gui.picture.shown import Shown
from gui.picture.sums import outputs_sum_text, sum_text
from gui.readings import Seen

__all__ = ["ROUTED", "Picture"]

Points = NDArray[np.float64]

_NOWHERE: Points = np.empty((0, 2))
_NO_CARDS: Points = np.empty((0, 4))
_AIR = 8.0  # units around a card in which an edge looks for another way
ROUTED = 400  # up to this many cards, edges look for a way around them


class Picture:
    """What is drawn of one graph; rows of `centres`, `sizes` and `cards` follow `names`.

    A folded group is one card: `index` has its row for all its nodes, `names` one of them, and
    `edges` leaves out those inside. `shown` says what stands behind a card and its ports.
    """

    @without_collection()
    def __init__(self, graph: engine.Graph, readings: Seen) -> None:
        self.graph = graph
        self.readings = readings
        self.shown = Shown(graph)
        self.names: list[str] = self.shown.names
        self.index: dict[str, int] = self.shown.index
        rows = range(len(self.names))
        self.cards: list[Card] = [self._card(row) for row in watched(rows, 0.0, 0.6)]
        self.edges: list[engine.Edge] = self.shown.edges
        self.edge_index: dict[tuple[str, int], int] = {
            (edge.target, edge.port): i for i, edge in enumerate(self.edges)
        }
        self.centres: Points = self.shown.places()
        self.sizes: Points = np.empty((len(self.names), 2))
        self._sources = np.array([self.index[e.source] for e in self.edges], dtype=np.intp)
        self._targets = np.array([self.index[e.target] for e in self.edges], dtype=np.intp)
        self._ports, self._outs = self.shown.ports, self.shown.outs
        self.leads: Points = np.full(len(self.names), LEAD)
        self._arrow = OUTPUT_ARROW
        edges = len(self.edges)
        self.ways: list[Points] = [_NOWHERE] * edges
        self.lines: list[Points] = [_NOWHERE] * edges
        self.flat: Points = np.empty((edges, FLAT + 2, 2))  # the lines of all but the special
        self.special: set[int] = set()
        self.boxes: Points = np.empty((edges, 4))  # left, top, right, bottom, without numbers
        self.kinds: NDArray[np.str_] = np.empty(len(self.names), dtype="U9")
        self._port_counts: Points = np.empty(len(self.names))
        self._out_counts: Points = np.ones(len(self.names))
        self._frames: tuple[Frame, ...] | None = None
        self._known_frames = Frames(self.shown) if graph.groups else None
        place = self.shown.port_place
        self._missing = [(self.index[name], place(name, k)) for name, k in graph.missing_inputs()]
        self._texts: dict[int, tuple[Typeset, Typeset]] = {}
        self._sums: dict[int, Typeset | None] = {}
        named = ((name, written_elsewhere(graph, name)) for name in self.names)
        self._written = {name: written for name, written in named if written is not None}
        self._measure_cards()
        report(0.7)
        self._grow_leads()
        self._cards_drawn = self.rectangles()
        self.reroute()

    # --- cards and ports

    def rectangles(self) -> Points:
        """Return left, top, right, bottom of every card, shape (cards, 4)."""
        half = self.sizes / 2
        return np.concatenate([self.centres - half, self.centres + half], axis=1)

    def out_point(self, row: int, out: int = 0) -> tuple[float, float]:
        """Return where the edges of output `out` of card `row` leave it."""
        (x, y), width = self.centres[row], self.sizes[row, 0]
        offset = (out - (self._out_counts[row] - 1) / 2) * PORT_PITCH
        return float(x + width / 2), float(y + offset)

    def leaving_point(self, node: str) -> tuple[float, float]:
        """Return where the edges of a node leave its card."""
        return self.out_point(self.index[node], self.shown.out_place(node))

    def entering_point(self, node: str, port: int) -> tuple[float, float]:
        """Return where a node's `port` takes its edge, on the card that shows it."""
        return self.port_point(self.index[node], self.shown.port_place(node, port))

    def port_point(self, row: int, port: int) -> tuple[float, float]:
        """Return where port `port` of card `row` takes its edge."""
        (x, y), width = self.centres[row], self.sizes[row, 0]
        offset = (port - (self.cards[row].ports - 1) / 2) * PORT_PITCH
        return float(x - width / 2), float(y + offset)

    def frames(self) -> tuple[Frame, ...]:
        """Return the frames of the open groups, outer ones first."""
        if self._frames is None:
            known = self._known_frames
            self._frames = known.placed(self._reaches()) if known is not None else ()
        return self._frames

    def missing_ports(self) -> list[tuple[int, int]]:
        """Return (row, port) of every input that has no edge."""
        return self._missing

    # --- edges

    def reroute(self, rows: Iterable[int] | None = None) -> None:
        """Find the way of every edge, or of those that the cards `rows` touch when only they moved.

        In a large picture every edge runs plainly; looking around would take too long.
        """
        large = len(self.names) > ROUTED
        self._frames = None
        moved = None if rows is None else list(rows)
        before = self._cards_drawn
        if moved is not None and large:  # no edge looks at the cards around it
            chosen = np.flatnonzero(self._hanging(moved))
        else:
            self._cards_drawn = self.rectangles()
            chosen = np.arange(len(self.edges))
            if moved is not None:
                chosen = np.flatnonzero(self._touched(moved, before))
        if not len(chosen):
            return
        starts, leads, ends = self._edge_points(chosen)
        plain = simple_routes(starts, leads, ends)
        self.flat[chosen] = flat = flatten_simple(plain)
        self.boxes[chosen, :2], self.boxes[chosen, 2:] = flat.min(axis=1), flat.max(axis=1)
        indices = chosen.tolist()
        for i, way, line in zip(indices, plain, flat, strict=True):
            self.ways[i], self.lines[i] = way, line
        self.special.difference_update(indices)
        if not large:
            self._reroute_around(indices)

    def _reroute_around(self, chosen: list[int]) -> None:
        """Lead those of the edges `chosen` around that would cut a card or go back to the left."""
        starts, leads, ends = self._edge_points(np.arange(len(self.edges)))
        returning = leads[:, 0] < starts[:, 0] + 4.0
        lanes = lanes_of(starts, leads, np.flatnonzero(returning))
        for i in chosen:
            ends_of = starts[i], leads[i], ends[i]
            if returning[i]:
                self._lead_specially(i, route(*ends_of, self._cards_drawn, lanes[i]))
            else:
                near = self._near(i, starts[i], leads[i])
                if len(near):
                    self._lead_specially(i, route(*ends_of, near))

    def _hanging(self, rows: list[int]) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`."""
        moved = np.zeros(len(self.names), dtype=bool)
        moved[rows] = True
        hanging: NDArray[np.bool_] = moved[self._sources] | moved[self._targets]
        return hanging

    def _touched(self, rows: list[int], before: Points) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`, or run where one was or is now."""
        touched = self._hanging(rows)
        for left, top, right, bottom in np.concatenate([before[rows], self._cards_drawn[rows]]):
            across = (self.boxes[:, 2] > left - _AIR) & (self.boxes[:, 0] < right + _AIR)
            across &= (self.boxes[:, 3] > top - _AIR) & (self.boxes[:, 1] < bottom + _AIR)
            touched |= across
        return touched

    def _lead_specially(self, i: int, way: Points) -> None:
        """Let edge `i` run another way than the plain one."""
        line = flatten(way)
        self.special.add(i)
        self.ways[i], self.lines[i] = way, line
        self.boxes[i] = *line.min(axis=0), *line.max(axis=0)

    def _near(self, i: int, start: Points, lead: Points) -> Points:
        """Return the boxes of the cards that could be in the way of edge `i`, not its own two."""
        cards, box = self._cards_drawn, self.boxes[i]
        keep = (cards[:, 2] > start[0]) & (cards[:, 0] < lead[0])
        in_way = keep & (cards[:, 3] > box[1] - _AIR) & (cards[:, 1] < box[3] + _AIR)
        own = [self._sources[i], self._targets[i]]
        in_way[own] = keep[own] = False
        # only where the plain way meets a card do the others between its ends matter
        near: Points = cards[keep] if in_way.any() else _NO_CARDS
        return near

    def _edge_points(self, edges: NDArray[np.intp]) -> tuple[Points, Points, Points]:
        """Return where each of `edges` leaves its source, where its lead begins, and its port."""
        sources, targets = self._sources[edges], self._targets[edges]
        starts = self.centres[sources] + self.sizes[sources] * (0.5, 0.0)
        if self.shown.composites:
            outs = self._outs[edges] - (self._out_counts[sources] - 1) / 2
            starts[:, 1] += outs * PORT_PITCH
        counts = self._port_counts[targets]
        ends = self.centres[targets] - self.sizes[targets] * (0.5, 0.0)
        ends[:, 1] += (self._ports[edges] - (counts - 1) / 2) * PORT_PITCH
        leads = ends.copy()
        leads[:, 0] -= self.leads[targets]
        # A source that stands close keeps a short bend rather than a loop around its port.
        short = np.minimum(starts[:, 0] + SHORT_BEND, ends[:, 0] - ARROW_LENGTH)
        close = (leads[:, 0] < short) & (ends[:, 0] - starts[:, 0] > 1.5 * SHORT_BEND)
        leads[close, 0] = short[close]
        return starts, leads, ends

    def output_arrow(self) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """Return both ends of the arrow that leaves the output, None where there is no output."""
        output = self.readings.output or ""
        if output not in self.index:
            return None
        x, y = self.leaving_point(output)
        return (x, y), (x + self._arrow, y)

    def lead_of(self) -> dict[str, float]:
        """Return the length of the straight piece before each card that its numbers need."""
        return {name: float(lead) for name, lead in zip(self.names, self.leads, strict=True)}

    # --- texts

    def edge_texts(self, i: int) -> tuple[Typeset, Typeset]:
        """Return the value and the derivative of edge `i` as set text; `—` where there is none."""
        if i not in self._texts:
            edge = self.edges[i]
            self._texts[i] = number_pair(
                self.readings.value(edge.source),
                self.readings.edge_derivative(edge.source, edge.target, edge.port),
            )
        return self._texts[i]

    def edge_labels(self, i: int) -> tuple[Label, Label]:
        """Return the labels of edge `i`: the value above its lead, the derivative below."""
        row = int(self._targets[i])
        x, y = self.port_point(row, int(self._ports[i]))
        texts = self.edge_texts(i)
        middle = x - (self.leads[row] + ARROW_LENGTH) / 2
        width = max(texts[0].width, texts[1].width)
        return placed(texts, max(middle, self._leftmost(i, x, y, width)), y)

    def _leftmost(self, i: int, x: float, y: float, width: float) -> float:
        """Return where the middle of edge `i`'s numbers may be, clear of the card it comes from.

        What is wider than the room before the port at (x, y) stands in its middle.
        """
        source = self._sources[i]
        (across, down), (wide, high) = self.centres[source], self.sizes[source]
        right = float(across + wide / 2)
        if right >= x or abs(y - down) > high / 2 + NUMBER_RISE + NUMBER:
            return -np.inf
        return min(right + 3.0 + width / 2, max(x - 2.0 - width / 2, (right + x) / 2))

    def output_texts(self) -> tuple[Typeset, Typeset]:
        """Return the numbers on the output's arrow: J and ∂J/∂J."""
        output = self.readings.output or ""
        return number_pair(self.readings.value(output), self.readings.derivative(output))

    def output_labels(self) -> tuple[Label, Label] | None:
        """Return the labels on the output's arrow."""
        arrow = self.output_arrow()
        if arrow is None:
            return None
        (x0, y), (x1, _) = arrow
        return placed(self.output_texts(), (x0 + x1 - ARROW_LENGTH) / 2, y)

    def sum_label(self, row: int) -> Label | None:
        """Return a node's derivative as the sum over its edges, for a node with several."""
        if row not in self._sums:
            # it may reach to the left as far as the card's own lead, where no card stands
            room = float(self.sizes[row, 0]) + LEAD
            composite = self.shown.composites.get(row)
            if composite is None:
                self._sums[row] = sum_text(self.graph, self.readings, self.names[row], room)
            else:
                drawn = [edge.source for edge in self.edges if self.index[edge.source] == row]
                several = [name for name in composite.outputs if drawn.count(name) > 1]
                self._sums[row] = outputs_sum_text(self.graph, self.readings, several, room)
        text = self._sums[row]
        if text is None:
            return None
        (x, y), (width, height) = self.centres[row], self.sizes[row]
        # right-aligned below the place where the summed edges leave, clear of all of them
        middle = float(x + width / 2 - text.width / 2)
        return Label(text, middle, float(y + height / 2) + NUMBER_DROP + 1.0)

    def labels(self) -> Iterator[Label]:
        """Yield every number of the picture."""
        for i in range(len(self.edges)):
            yield from self.edge_labels(i)
        yield from self.output_labels() or ()
        for row in range(len(self.names)):
            label = self.sum_label(row)
            if label is not None:
                yield label

    def legend(self) -> tuple[Label, Label]:
        """Return the two lines that say which number is which, below the picture on the left."""
        left, _, _, bottom = self.content_bounds()
        return self.legend_at(left, bottom)

    def legend_at(self, left: float, bottom: float) -> tuple[Label, Label]:
        """Return the legend for what ends at `bottom` and begins at `left`."""
        forward, backward = legend_texts(self.readings, NUMBER)
        baseline, gap = bottom + 44.0, 36.0
        return (
            Label(forward, left + forward.width / 2, baseline),
            Label(backward, left + forward.width + gap + backward.width / 2, baseline),
        )

    # --- changes

    def show(self, readings: Seen) -> bool:
        """Show what another run gave; return whether the geometry had to change for it."""
        outputs = {self.readings.output, readings.output}
        output_moved = len(outputs) > 1
        self.readings = readings
        self._texts.clear()
        self._sums.clear()
        self._frames = None
        if output_moved:
            rows = [self.index[name] for name in outputs if name in self.index]
            for row in rows:
                self.cards[row] = self._card(row)
            self._measure_cards(rows)
        grown = self._grow_leads()
        if output_moved or len(grown):
            self.reroute(None if output_moved else grown)
        return output_moved or len(grown) > 0

    def refresh_cards(self, names: Iterable[str], *, steady: bool = False) -> None:
        """Write the cards of `names` anew after their values, labels or attributes changed.

        So are those that they feed, where these write something else of them now.

        A `steady` card becomes no narrower: a number that is dragged does not make it tremble.
        """
        known = [name for name in names if name in self.index]
        rows = sorted({self.index[name] for name in (*known, *self._followers(known))})
        sizes = self.sizes[rows]
        for row in rows:
            written = self._card(row)
            if steady:
                written.widen(float(self.sizes[row, 0]))
            self.cards[row] = written
        self._measure_cards(rows)
        if (self.sizes[rows] != sizes).any():
            self.reroute(rows)

    def _followers(self, names: Iterable[str]) -> Iterator[str]:
        """Yield what is fed by those of `names` of which others write something else now."""
        for name in names:
            written = written_elsewhere(self.graph, name)
            if written != self._written.get(name):
                self._written[name] = written
                for edge in self.graph.consumers(name):
                    if edge.target in self.index:
                        yield edge.target

    def move(self, positions: Mapping[str, tuple[float, float]]) -> None:
        """Move the centres of cards; a composite stands where the graph has its nodes now."""
        rows = [self.index[name] for name in positions]
        self.centres[rows] = list(positions.values())
        for row in self.shown.composites.keys() & set(rows):
            self.centres[row] = self.shown.place(row)
        self.reroute(rows)

    # --- bounds

    def content_bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of all cards, edges and numbers."""
        if not self.names:
            return 0.0, 0.0, 0.0, 0.0
        boxes = [self.rectangles(), np.array([frame.box for frame in self.frames()])]
        boxes[1] = boxes[1].reshape(-1, 4)
        arrow = self.output_arrow()
        if arrow is not None:
            (x0, y0), (x1, y1) = arrow
            boxes.append(np.array([[x0, y0, x1, y1]]))
        boxes.append(self.boxes)
        if len(self.names) <= ROUTED:
            boxes.append(np.array([label.box() for label in self.labels()]).reshape(-1, 4))
        # column by column and box by box: one reduction over all rows of four is much slower
        left, top = (min(float(b[:, k].min()) for b in boxes if len(b)) for k in (0, 1))
        right, bottom = (max(float(b[:, k].max()) for b in boxes if len(b)) for k in (2, 3))
        return left, top, right, bottom

    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of all that an export draws, the legend too."""
        left, top, right, bottom = self.content_bounds()
        if not self.edges:
            return left, top, right, bottom
        last = self.legend_at(left, bottom)[1].box()
        return left, top, max(right, last[2]), max(bottom, last[3])

    def _card(self, row: int) -> Card:
        composite = self.shown.composites.get(row)
        if composite is None:
            return card(self.graph, self.names[row], self.readings.output)
        return composite_card(self.graph, composite)

    def _reaches(self) -> Points:
        """Return left, top, right, bottom of every card with its numbers, which a frame holds."""
        boxes = self.rectangles()
        boxes[:, 0] -= self.leads * (self._port_counts > 0)
        arrow = self.output_arrow()
        if arrow is not None:
            row = self.index[self.readings.output or ""]
            boxes[row, 2] = arrow[1][0] - 8.0
        for row in range(len(self.names) if len(self.names) <= ROUTED else 0):
            label = self.sum_label(row)
            if label is not None:
                boxes[row, 3] = label.box()[3]
        return boxes

    def _measure_cards(self, rows: Iterable[int] | None = None) -> None:
        for row in range(len(self.names)) if rows is None else rows:
            self.sizes[row] = self.cards[row].width, self.cards[row].height
            self._port_counts[row] = self.cards[row].ports
            self._out_counts[row] = self.cards[row].outs
            self.kinds[row] = self.cards[row].kind.value

    def _grow_leads(self) -> list[int]:
        """Lengthen the leads whose numbers need it; return the rows of their cards."""
        widest = max(text.width for text in self.output_texts())
        self._arrow = max(self._arrow, widest + ARROW_LENGTH + 16.0)
        if len(self.names) > ROUTED:
            return []
        before = self.leads.copy()
        for i, row in enumerate(self._targets):
            widest = max(text.width for text in self.edge_texts(i))
            needed = widest + ARROW_LENGTH + 8.0
            if needed > self.leads[row]:
                self.leads[row] = LEAD + -(-(needed - LEAD) // LEAD_STEP) * LEAD_STEP
        # Cards of one column share their lead: no edge then bends before its neighbour's numbers.
        columns = np.round(self.centres[:, 0] - self.sizes[:, 0] / 2)
        for left in np.unique(columns[self.leads != before]):
            column = columns == left
            self.leads[column] = self.leads[column].max()
        grown: list[int] = np.flatnonzero(self.leads != before).tolist()
        return grown
