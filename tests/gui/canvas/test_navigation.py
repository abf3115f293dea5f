"""Looking around over cards: drag and fit; wheel, pinch and keys are journeys."""

from PySide6.QtCore import QPointF, Qt

import engine


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


def test_fit_shows_a_graph_that_needs_to_be_seen_from_farther_than_one_zooms(window):
    document, canvas = window.document, window.canvas
    graph = engine.Graph()
    for k in range(9):
        graph.parameter(f"w{k}", position=(k * 40_000.0, 0.0))
    document.reset(graph)
    window.show_canvas()
    canvas.fit()
    assert 0.001 < canvas.viewpoint.scale < 0.01
    assert window.status.zoom.text().startswith("0.")
    cards = [canvas.view_rect(row) for row in (0, 8)]
    assert all(canvas.viewport().rect().contains(card.center()) for card in cards)
    far = canvas.viewpoint.scale
    canvas.zoom_to(far / 2)
    assert canvas.viewpoint.scale == far  # from there one comes nearer alone
    canvas.zoom_to(far * 2)
    assert canvas.viewpoint.scale == far * 2
    canvas.zoom_to(0.2)
    canvas.zoom_to(0.01)
    assert canvas.viewpoint.scale == 0.05
