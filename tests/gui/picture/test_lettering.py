"""Numbers set letter by letter are those of Qt's layout, and drawn in one call alike."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from engine.words.number_text import number_text
from gui.fonts import Face
from gui.picture.lettering import draw_typeset, draw_typesets
from gui.picture.runs import advance, glyphs, is_numeral, join, letters, set_text
from gui.theme import LIGHT, Ink

pytestmark = pytest.mark.usefixtures("qapp")

FACES = [(Face.SANS, 13), (Face.ROMAN, 20), (Face.BOLD, 13)]


def numbers() -> list[str]:
    draw = np.random.default_rng(1)
    found = (draw.normal(size=200) * 10.0 ** draw.uniform(-9.0, 9.0, 200)).tolist()
    return [number_text(number) for number in (*found, 0.0, -4.0, 1e-20, -6.02e23)]


@pytest.mark.parametrize(("face", "size"), FACES)
def test_a_number_has_the_letters_and_places_of_its_layout(face, size):
    for text in numbers():
        assert is_numeral(text)
        (shaped,) = glyphs(text, face, size)
        into = ([], [])
        letters(face, size).place(text, 0.0, 0.0, into)
        assert into[0] == list(shaped.glyphIndexes())
        for place, expected in zip(into[1], shaped.positions(), strict=True):
            assert (place.x(), place.y()) == pytest.approx((expected.x(), expected.y()), abs=1e-6)
        assert advance(text, face, size) == pytest.approx(
            shaped.positions()[-1].x() + advance(text[-1], face, size), abs=1e-6
        )


@pytest.mark.parametrize("text", ["", "−", "1.", ".5", "∞", "NaN", "2 → 2.001", "1e", "x1", "1×2"])
def test_other_texts_are_no_numerals(text):
    assert not is_numeral(text)


def test_many_texts_are_drawn_as_each_alone():
    texts = [
        (
            join(
                [(set_text("w = ", Face.ROMAN, 20), 0.0), (set_text("−1.25", Face.ROMAN, 20), 0.0)]
            ),
            0,
        ),
        (set_text("0.1234", Face.SANS, 13, Ink.VALUE), 1),
        (set_text("∞", Face.SANS, 13, Ink.DERIVATIVE), 2),
        (set_text("−5.807e6", Face.SANS, 13, Ink.DERIVATIVE), 3),
    ]
    placed = [(text, 10.25, 30.0 + 25.0 * row) for text, row in texts]

    def drawn(*, one_by_one: bool) -> QImage:
        image = QImage(160, 130, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            if one_by_one:
                for text, x, baseline in placed:
                    draw_typeset(painter, text, x, baseline, LIGHT)
            else:
                draw_typesets(painter, placed, LIGHT)
        return image

    assert drawn(one_by_one=True) == drawn(one_by_one=False)
