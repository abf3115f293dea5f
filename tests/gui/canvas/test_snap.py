"""Where a dragged card snaps to."""

from PySide6.QtCore import QPointF

import engine
from gui.canvas.gestures.snap import Snap
from gui.picture.picture import Picture
from gui.run import read


def test_the_grid_may_lead_away_from_the_card_whose_line_it_is() -> None:
    graph = engine.Graph()
    graph.input("far", 1.0, position=(-4.0, 0.0))
    graph.input("dragged", 1.0, position=(500.0, 300.0))
    snap = Snap(Picture(graph, read(graph)), "dragged", {"dragged"})
    place, (line,) = snap.snapped(QPointF(596.0, 1.0), 1.0)  # near enough to it; 600 is not
    assert place == QPointF(600.0, 0.0)
    assert (line.p1(), line.p2()) == (QPointF(-4.0, 0.0), place)
