"""Where a node goes that is placed without a pointer: found soon, however much is in view."""

import time

import engine
from gui.canvas.placing import free_place


def test_a_free_place_is_found_at_once_where_the_view_is_full(hands):
    graph = engine.Graph()
    for k in range(30_000):
        graph.input(f"x{k}", 1.0, position=(k % 200 * 130.0, k // 200 * 100.0))
    hands.canvas.document.reset(graph)
    hands.canvas.fit()
    began = time.perf_counter()
    at = free_place(hands.canvas)
    took = time.perf_counter() - began
    assert took < 2.0  # seconds; all places of the view took 20
    gaps = abs(hands.canvas.picture.centres - (at.x(), at.y()))
    assert (gaps.max(axis=1) >= 100.0).all()
