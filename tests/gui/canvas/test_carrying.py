"""A card in the hand: a frame draws it and its edges over an image of all that rests."""

import numpy as np
from hands import Hands
from PySide6.QtCore import Qt
from shown import furthest, grid, pixels

from gui.picture.lit import Lit
from gui.theme import Ink


def test_a_frame_amid_a_drag_shows_what_drawing_it_anew_would(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.document.reset(grid())
    canvas.evaluation.flush()
    canvas.zoom_to(1.0)
    canvas.centre_on("n9")
    x, y = hands.middle("n9")
    hands.press((x, y))
    for step in range(1, 6):
        hands.carry((x + 23.0 * step, y + 31.0 * step))
        shown = pixels(hands)
        assert len(canvas.picture.carried) > 0
        canvas._still.forget()
        assert furthest(pixels(hands), shown) == 0
    hands.release((x + 115.0, y + 155.0))
    canvas.finish_drawing()
    assert len(canvas.picture.carried) == 0
    dropped = pixels(hands)
    canvas._still.forget()
    assert furthest(pixels(hands), dropped) == 0


def test_what_a_hand_puts_back_leaves_every_way_as_it_was(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.document.reset(grid())
    canvas.evaluation.flush()
    before = canvas.picture.lines
    x, y = hands.middle("n9")
    hands.press((x, y))
    hands.carry((x + 80.0, y + 60.0))
    hands.carry((x + 160.0, y + 120.0))
    hands.key(Qt.Key.Key_Escape)
    canvas.finish_drawing()
    for line, way in zip(canvas.picture.lines, before, strict=True):
        np.testing.assert_array_equal(line, way)


def test_an_edge_that_is_lit_stays_so_while_its_card_is_carried(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.document.reset(grid())
    canvas.evaluation.flush()
    canvas.zoom_to(1.0)
    canvas.centre_on("n9")
    edge = next(iter(canvas.document.graph.consumers("n9")))
    canvas.light(Lit(Ink.VALUE, frozenset({"n9"}), frozenset({edge})))
    x, y = hands.middle("n9")
    hands.press((x, y))
    hands.carry((x + 40.0, y + 30.0))
    shown = pixels(hands)
    assert len(canvas.picture.carried) > 0
    canvas.picture.carried = canvas.picture.carried[:0]
    canvas._still.forget()
    assert furthest(pixels(hands), shown) == 0
