"""Frames in a layout: what is in one is laid out by itself, and then stands as one box."""

from collections.abc import Iterator
from dataclasses import dataclass

import engine
from engine.graph.attributes import Position
from engine.graph.folding import on_cycles
from engine.graph.groups import parents
from gui.picture.arrange.columns import Box, Join
from gui.picture.frame import FRAME_BAR, FRAME_FOOT, FRAME_PAD, least_width
from gui.picture.measure import OUTPUT_ARROW, PORT_PITCH
from gui.picture.shown import Shown

__all__ = ["Content", "Nest", "port_offset"]

_DEEPEST = 12  # frames in frames that are kept together
_APART = 10.0  # around a frame
_BEFORE = 22.0  # left of it, where edges bend to the ports inside

Part = tuple[str, int]  # what is in a frame: a `card` by its row, or a `frame` by its group


def port_offset(place: int, count: int, pitch: float = PORT_PITCH) -> float:
    """Return how far below the middle of a card the port `place` of `count` lies."""
    return (place - (count - 1) / 2) * pitch


@dataclass(slots=True)
class Content:
    """What is to be laid out together: boxes, the parts they stand for, the edges between them."""

    parts: list[Part]
    boxes: list[Box]
    joins: list[Join]


@dataclass(slots=True)
class _Closed:
    """A frame that is laid out: where its cards stand, from its middle, and how edges meet it.

    Of those that enter it the port, and how deep behind its border the card begins with which lead;
    of those that leave it the rise, and how short of its border the card ends: as in `Join`.
    """

    box: Box
    rows: dict[int, Position]
    ins: dict[int, tuple[int, float, float]]
    outs: dict[int, tuple[float, float]]


class Nest:
    """The cards of `boxes` (by row), in the frames of the open groups that they are in.

    A frame that a path would leave and come back to is given up, what is in it stands free; the
    same holds for one of which only a part is laid out.
    """

    def __init__(self, shown: Shown, boxes: dict[int, Box], *, frames: bool = True) -> None:
        self._shown, self._boxes = shown, boxes
        self._outer: dict[int, int | None] = {}  # of each frame, by the place of its group
        self._holder: dict[int, int | None] = dict.fromkeys(boxes)
        if frames and shown.graph.groups:
            self._find_frames()
        self._parts: dict[int | None, list[Part]] = {}  # of each frame
        for row, at in self._holder.items():
            self._parts.setdefault(at, []).append(("card", row))
        for inner, at in self._outer.items():
            self._parts.setdefault(at, []).append(("frame", inner))
        self._closed: dict[int, _Closed] = {}
        self._feeding = {shown.index[edge.source] for edge in shown.edges}
        self._edges: dict[int | None, list[int]] = {}
        self._crossing: dict[int, tuple[list[int], list[int]]] = {}
        self._sort_edges()

    def inward(self) -> Iterator[int]:
        """Yield the frames, those inside others first."""
        yield from reversed(self._outer)  # they were found from the outside

    def content(self, frame: int | None) -> Content:
        """Return what is in a frame, or with None in none; frames in it are closed already."""
        parts = self._parts[frame]
        place = {part: i for i, part in enumerate(parts)}
        joins = []
        for i in self._edges.get(frame, []):
            source, rise, short = self._source_in(frame, i)
            target, port, deep, lead = self._target_in(frame, i)
            joins.append(Join(place[source], place[target], port, rise, short, deep, lead))
        joins.sort(key=lambda join: (join.target, join.port))
        boxes = [self._boxes[k] if kind == "card" else self._closed[k].box for kind, k in parts]
        return Content(parts, boxes, joins)

    def close(self, frame: int, content: Content, places: list[Position]) -> None:
        """Make one box of a frame whose content was laid out."""
        left = top = float("inf")
        right = bottom = -left
        for (kind, k), box, (x, y) in zip(content.parts, content.boxes, places, strict=True):
            arrow = OUTPUT_ARROW if kind == "card" and k not in self._feeding else 0.0
            left = min(left, x - box.width / 2 - (box.lead if box.ports else 0.0))
            right = max(right, x + box.width / 2 + arrow)
            top, bottom = min(top, y - box.up), max(bottom, y + box.down)
        left, right = left - FRAME_PAD, right + FRAME_PAD
        right = max(right, left + least_width(self._shown.graph.groups[frame]))
        left, right = left - _BEFORE, right + _APART
        top, bottom = top - FRAME_PAD - FRAME_BAR - _APART, bottom + FRAME_FOOT + _APART
        middle = (left + right) / 2, (top + bottom) / 2
        rows = self._rows(content, [(x - middle[0], y - middle[1]) for x, y in places])
        entering, leaving = self._crossing.get(frame, ([], []))
        heights = sorted((rows[self._target(i)][1] + self._port_offset(i), i) for i in entering)
        half = (bottom - top) / 2
        ports = tuple(y for y, _ in heights)
        box = Box(right - left, half, half, 0.0, ports, leaf=False, frame=True)
        ins = {i: (port, *self._inside(i, rows, box)) for port, (_, i) in enumerate(heights)}
        outs = {i: self._outward(i, rows, box) for i in leaving}
        self._closed[frame] = _Closed(box, rows, ins, outs)

    def _inside(self, i: int, rows: dict[int, Position], frame: Box) -> tuple[float, float]:
        """Return how deep in a frame the target of edge `i` begins, and its lead."""
        row = self._target(i)
        box = self._boxes[row]
        return rows[row][0] - box.width / 2 + frame.width / 2, box.lead

    def _outward(self, i: int, rows: dict[int, Position], frame: Box) -> tuple[float, float]:
        """Return the rise of edge `i` out of a frame, and how short of its border it begins."""
        row = self._source(i)
        x, y = rows[row]
        return y + self._rise(i), frame.width / 2 - x - self._boxes[row].width / 2

    def places(self, content: Content, places: list[Position]) -> dict[int, Position]:
        """Return where every card stands, by row, in the order of the rows."""
        rows = self._rows(content, places)
        return {row: rows[row] for row in self._boxes}

    def _rows(self, content: Content, places: list[Position]) -> dict[int, Position]:
        found: dict[int, Position] = {}
        for (kind, k), (x, y) in zip(content.parts, places, strict=True):
            if kind == "card":
                found[k] = (x, y)
            else:
                inner = self._closed[k].rows.items()
                found |= {row: (x + dx, y + dy) for row, (dx, dy) in inner}
        return found

    # --- which frames there are

    def _find_frames(self) -> None:
        groups = self._shown.graph.groups
        outer = parents(groups)
        children: dict[int | None, list[int]] = {}
        for i in range(len(groups)):
            children.setdefault(outer[i], []).append(i)
        holder: dict[int, int | None] = dict.fromkeys(children[None])
        for _ in range(_DEEPEST):
            holder = self._accept(holder, groups, children)

    def _accept(
        self,
        candidates: dict[int, int | None],
        groups: tuple[engine.Group, ...],
        children: dict[int | None, list[int]],
    ) -> dict[int, int | None]:
        """Take groups that lie beside each other as frames; return those inside them."""
        inside: dict[int, int | None] = {}
        for _ in range(_DEEPEST):
            whole = dict.fromkeys(i for i in candidates if self._is_whole(groups[i]))
            cyclic = self._cyclic([groups[i] for i in whole])
            free: dict[int, int | None] = {}
            for i, holder in candidates.items():
                inner = [] if self._is_hidden(groups[i]) else children.get(i, [])
                if i not in whole or groups[i].id in cyclic:
                    free |= dict.fromkeys(inner, holder)
                    continue
                self._outer[i] = holder
                self._holder |= {self._shown.index[name]: i for name in groups[i].members}
                inside |= dict.fromkeys(inner, i)
            candidates = free
        return inside

    def _cyclic(self, frames: list[engine.Group]) -> set[str]:
        """Return the ids of the frames that, one box each, would stand on a cycle."""
        if not frames:
            return set()
        held = {name for frame in frames for name in frame.members}
        cards = [c.group for c in self._shown.composites.values() if c.nodes[0] not in held]
        return on_cycles(self._shown.graph, [*frames, *cards])

    def _is_whole(self, group: engine.Group) -> bool:
        """Tell whether a group is open, and all of it is laid out."""
        rows = {self._shown.index[name] for name in group.members}
        return rows <= self._boxes.keys() and not self._is_hidden(group)

    def _is_hidden(self, group: engine.Group) -> bool:
        """Tell whether a group is a card, or lies in one."""
        one = self._shown.composites.get(self._shown.index[group.members[0]])
        return one is not None and set(group.members).issubset(one.nodes)

    # --- which edges lie between which boxes

    def _sort_edges(self) -> None:
        """Note for each frame the edges between what is in it, and those that cross its border."""
        for i in range(len(self._shown.edges)):
            if self._source(i) not in self._boxes or self._target(i) not in self._boxes:
                continue
            sources, targets = self._around(self._source(i)), self._around(self._target(i))
            shared: int | None = None
            while sources and targets and sources[-1] == targets[-1]:
                shared = sources.pop()
                targets.pop()
            self._edges.setdefault(shared, []).append(i)
            for frame in targets:
                self._crossing.setdefault(frame, ([], []))[0].append(i)
            for frame in sources:
                self._crossing.setdefault(frame, ([], []))[1].append(i)

    def _around(self, row: int) -> list[int]:
        """Return the frames around a card, the innermost first."""
        found, at = [], self._holder[row]
        while at is not None:
            found.append(at)
            at = self._outer[at]
        return found

    def _within(self, frame: int | None, row: int) -> int | None:
        """Return the frame in `frame` that a card is in, None where it is in `frame` itself."""
        inner = None
        for at in self._around(row):
            if at == frame:
                break
            inner = at
        return inner

    def _source_in(self, frame: int | None, i: int) -> tuple[Part, float, float]:
        """Return the part of a frame that edge `i` leaves, its rise, and how short it begins."""
        row = self._source(i)
        inner = self._within(frame, row)
        if inner is None:
            return ("card", row), self._rise(i), 0.0
        return ("frame", inner), *self._closed[inner].outs[i]

    def _target_in(self, frame: int | None, i: int) -> tuple[Part, int, float, float]:
        """Return the part of a frame that edge `i` enters, its port, how deep, and the lead."""
        row = self._target(i)
        inner = self._within(frame, row)
        if inner is None:
            return ("card", row), int(self._shown.ports[i]), 0.0, 0.0
        return ("frame", inner), *self._closed[inner].ins[i]

    def _source(self, i: int) -> int:
        return self._shown.index[self._shown.edges[i].source]

    def _target(self, i: int) -> int:
        return self._shown.index[self._shown.edges[i].target]

    def _rise(self, i: int) -> float:
        """Return how far below the middle of its source's card edge `i` leaves it."""
        composite = self._shown.composites.get(self._source(i))
        return port_offset(int(self._shown.outs[i]), len(composite.outputs)) if composite else 0.0

    def _port_offset(self, i: int) -> float:
        return self._boxes[self._target(i)].ports[int(self._shown.ports[i])]
