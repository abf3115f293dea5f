"""Of a picture that is not large only what became another is drawn again."""

import pytest
from hands import Hands
from PySide6.QtCore import QPointF, QRectF
from shown import grid, pixels

from gui.commands import SetValue
from gui.picture import paint_edges
from gui.picture.lit import Lit
from gui.theme import Ink


def filled_from_now_on(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> list[QRectF]:
    """Return a list of what is drawn again, in units: it grows."""
    layers, filled = hands.canvas._layers, list[QRectF]()
    fill = layers._fill

    def noted(rows, edges, painter, stale, **lit):
        filled.append(stale.region())
        fill(rows, edges, painter, stale, **lit)

    monkeypatch.setattr(layers, "_fill", noted)
    return filled


def test_a_pan_draws_only_what_comes_into_view(hands: Hands, monkeypatch: pytest.MonkeyPatch):
    canvas = hands.canvas
    canvas.document.reset(grid())
    canvas.zoom_to(1.0)
    pixels(hands)
    filled = filled_from_now_on(hands, monkeypatch)
    canvas.pan(QPointF(-10.0, 0.0))
    pixels(hands)
    assert [region.width() < 60 for region in filled] == [True]
    canvas.document.do(SetValue("n1", 0.5234))
    pixels(hands)
    canvas.document.do(SetValue("n1", 0.6345))  # as wide as before: only its card is drawn
    pixels(hands)
    assert filled[-1].width() < 400
    assert filled[-1].height() < 120


def test_a_light_draws_only_where_it_falls_and_leaves_nothing_to_draw(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = hands.canvas
    canvas.document.reset(grid())
    canvas.fit()
    pixels(hands)
    filled = filled_from_now_on(hands, monkeypatch)
    card = Lit(Ink.VALUE, frozenset({"n8"}))
    for lit in (card, card, None):
        canvas.light(lit)
        pixels(hands)
    assert [region.width() < 300 and region.height() < 200 for region in filled] == [True]


def test_of_edges_only_stale_pieces_are_drawn_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = hands.canvas
    canvas.document.reset(grid())
    canvas.fit()
    drawn: list[int] = []
    draw = paint_edges.draw_segments
    monkeypatch.setattr(
        paint_edges, "draw_segments", lambda p, some: (drawn.append(len(some)), draw(p, some))
    )
    pixels(hands)
    whole = sum(drawn)
    drawn.clear()
    canvas.select({"n8"})
    pixels(hands)
    assert 0 < sum(drawn) < whole / 4
