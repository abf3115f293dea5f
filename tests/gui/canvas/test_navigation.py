"""Looking around over cards: drag and fit; wheel, pinch and keys are journeys."""

from PySide6.QtCore import QPointF, Qt


def test_middle_drag_pans_over_anything(linear_unit):
    before = QPointF(linear_unit.canvas.viewpoint.origin)
    start = linear_unit.middle("c")
    linear_unit.drag(start, (start[0] + 50, start[1] + 20), button=Qt.MouseButton.MiddleButton)
    assert linear_unit.canvas.viewpoint.origin != before
    assert linear_unit.steps == 0


def test_fit_shows_every_card(linear_unit):
    linear_unit.canvas.zoom_to(6.0)
    linear_unit.canvas.fit()
    view = linear_unit.view.rect()
    for name in linear_unit.graph.nodes():
        assert view.contains(linear_unit.pixel(*linear_unit.middle(name)))
