"""What overlaps in a picture, counted."""

from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from pages import PAGES

import engine
from gui.exports import Subject
from gui.picture.picture import Picture


@dataclass
class Faults:
    labels: int
    label_on_label: int = 0
    label_on_card: int = 0
    label_on_edge: int = 0
    card_on_card: int = 0

    @property
    def of_labels(self) -> int:
        return self.label_on_label + self.label_on_card + self.label_on_edge


def overlap(a, b, slack=0.5) -> bool:
    return (
        a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack
    )


def overlapping(boxes, others, slack=0.5):
    """Tell of each of the boxes, a row each, which of the others it overlaps."""
    a, b = boxes[:, None, :], others[None, :, :]
    begins = a[..., :2] < b[..., 2:] - slack
    return (begins & (b[..., :2] < a[..., 2:] - slack)).all(axis=2)


def pairs(boxes) -> int:
    """Return how many pairs of boxes overlap."""
    return int(np.triu(overlapping(boxes, boxes), 1).sum())


def crosses(line, box) -> bool:
    """Tell whether a polyline enters a box (Liang and Barsky, 1984)."""
    a, b = line[:-1], line[1:]
    step = b - a
    enter, leave = np.zeros(len(a)), np.ones(len(a))
    for axis in (0, 1):
        with np.errstate(divide="ignore", invalid="ignore"):
            near = (box[axis] - a[:, axis]) / step[:, axis]
            far = (box[axis + 2] - a[:, axis]) / step[:, axis]
        flat = step[:, axis] == 0
        outside = flat & ((a[:, axis] <= box[axis]) | (a[:, axis] >= box[axis + 2]))
        near = np.where(flat, -np.inf, near)
        far = np.where(flat, np.inf, far)
        enter = np.maximum(enter, np.minimum(near, far))
        leave = np.where(outside, -1.0, np.minimum(leave, np.maximum(near, far)))
    return bool((leave - enter > 1e-9).any())


def faults(picture: Picture) -> Faults:
    owned = [
        (label.box(), i) for i in range(len(picture.edges)) for label in picture.edge_labels(i)
    ]
    owned += [(label.box(), -1) for label in picture.output_labels() or ()]
    sums = (picture.sum_label(row) for row in range(len(picture.names)))
    owned += [(label.box(), -1) for label in sums if label is not None]
    cards = picture.rectangles()
    found = Faults(len(owned))
    boxes = np.array([box for box, _ in owned]).reshape(-1, 4)
    found.label_on_label = pairs(boxes)
    found.label_on_card = int(overlapping(boxes, cards).any(axis=1).sum())
    lines = picture.lines
    around = np.array([[*line.min(axis=0), *line.max(axis=0)] for line in lines]).reshape(-1, 4)
    for (box, owner), near in zip(owned, overlapping(boxes, around, 0.0), strict=True):
        others = (i for i in np.flatnonzero(near) if i != owner)
        found.label_on_edge += any(crosses(lines[i], box) for i in others)
    found.card_on_card = pairs(cards)
    return found


def through_cards(picture: Picture) -> list[tuple[str, str]]:
    """Return the edges that run through a card, with its name."""
    inner = picture.rectangles() + np.array([2.0, 2.0, -2.0, -2.0])
    return [
        (str(edge), name)
        for edge, line in zip(picture.edges, picture.lines, strict=True)
        for name, card in zip(picture.names, inner, strict=True)
        if crosses(line, card)
    ]


def level_pieces(line):
    """Yield height, left and right of each piece of a polyline that is level."""
    level = np.abs(np.diff(line[:, 1])) < 0.3
    steps = np.flatnonzero(np.diff(np.concatenate([[False], level, [False]])))
    for first, last in steps.reshape(-1, 2):
        yield float(line[first, 1]), *sorted(line[[first, last], 0].tolist())


def on_one_line(picture: Picture) -> list[tuple[str, str]]:
    """Return the edges that run on each other for a while, and carry different values."""
    pieces = [list(level_pieces(line)) for line in picture.lines]
    found = []
    for a, b in combinations(range(len(pieces)), 2):
        if picture.edges[a].source == picture.edges[b].source:
            continue
        for (y, left, right), (v, begins, ends) in product(pieces[a], pieces[b]):
            if abs(y - v) < 3.0 and min(right, ends) - max(left, begins) > 20.0:
                found.append((str(picture.edges[a]), str(picture.edges[b])))
    return found


def drawn(graph: engine.Graph, page: str | None = None) -> Picture:
    return Subject(graph).picture_on(PAGES[page] if page else None)
