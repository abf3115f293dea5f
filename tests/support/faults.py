"""What overlaps in a picture, counted."""

from dataclasses import dataclass
from itertools import combinations

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
    for (a, _), (b, _) in combinations(owned, 2):
        found.label_on_label += overlap(a, b)
    for box, owner in owned:
        found.label_on_card += any(overlap(box, card) for card in cards)
        found.label_on_edge += any(
            crosses(line, box) for i, line in enumerate(picture.lines) if i != owner
        )
    found.card_on_card = sum(overlap(a, b) for a, b in combinations(cards, 2))
    return found


def drawn(graph: engine.Graph, page: str | None = None) -> Picture:
    return Subject(graph).picture_on(PAGES[page] if page else None)
