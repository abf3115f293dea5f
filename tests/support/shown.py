"""The pixels that a canvas shows, and a graph to look at that takes all of a window."""

import numpy as np
from hands import Hands
from PySide6.QtGui import QImage

import engine

NODES = 24
BORDER = 24  # pixels: within a letter's width Qt draws one otherwise that the view's border cuts


def grid() -> engine.Graph:
    """Return sums of earlier nodes on a square, some of them far to the left of what feeds them."""
    rng = np.random.default_rng(3)
    graph = engine.Graph()
    for k in range(NODES):
        place = (k % 6 * 210.0, k // 6 * 120.0)
        if k < 6:
            graph.parameter(f"n{k}", float(k) / 7, position=place)
        else:
            a, b = rng.integers(0, k, 2).tolist()
            graph.op("add", f"n{a}", f"n{b}", name=f"n{k}", position=place)
    graph.output = f"n{NODES - 1}"
    return graph


def pixels(hands: Hands) -> np.ndarray:
    """Return what is shown, of shape (height, width, 4): blue, green, red and one more."""
    image = hands.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = np.array(image.constBits(), dtype=np.uint8)
    return found.reshape(image.height(), image.width(), 4).astype(np.int16)


def furthest(one: np.ndarray, other: np.ndarray) -> int:
    """Return how far a pixel of one is from that of the other, but at the view's border."""
    inner = slice(BORDER, -BORDER)
    return int(np.abs(one - other)[inner, inner].max())
