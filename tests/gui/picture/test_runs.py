"""Shaped letters belong to the thread that shaped them."""

from threading import Thread

import pytest
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QTextLayout

from gui.fonts import Face
from gui.picture import runs
from gui.picture.lettering import draw_typeset, draw_typesets
from gui.picture.runs import advance, glyphs, join, letters, set_text
from gui.theme import LIGHT


def test_glyphs_that_another_thread_shaped_are_not_drawn():
    made = {}

    def shape() -> None:
        made["glyphs"] = glyphs("37", Face.ROMAN, 31)
        made["letters"] = letters(Face.ROMAN, 31)
        made["width"] = advance("37", Face.ROMAN, 31)

    thread = Thread(target=shape)
    thread.start()
    thread.join()
    assert glyphs("37", Face.ROMAN, 31) is not made["glyphs"]
    assert glyphs("37", Face.ROMAN, 31) is glyphs("37", Face.ROMAN, 31)
    assert letters(Face.ROMAN, 31) is not made["letters"]
    assert advance("37", Face.ROMAN, 31) == made["width"]
    image = QImage(80, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFFFFFFFF)
    blank = image.copy()
    text = set_text("37", Face.ROMAN, 31)
    with QPainter(image) as painter:
        draw_typeset(painter, text, 4.0, 30.0, LIGHT)  # it crashed with the other thread's glyphs
        draw_typesets(painter, [(text, 40.0, 30.0)], LIGHT)
    assert image != blank


def test_a_row_of_parts_has_each_part_moved_to_where_the_one_before_ends():
    a, b, c = (set_text(text, Face.ROMAN, 18) for text in ("w", "+", "x"))
    inner = join([(a, 0.0), (b, 4.0)])
    for first in (a, inner, join([(inner, -2.0), (c, 0.0)])):
        for rise in (0.0, 3.5):
            found = join([(first, rise), (c, 0.0), (b, -1.0)])
            x = first.width
            moved = [(first, 0.0, rise), (c, x, 0.0), (b, x + c.width, -1.0)]
            assert list(found.runs) == [r for p, dx, up in moved for r in p.shifted(dx, -up)]


def test_the_first_part_of_a_row_is_not_made_anew():
    sum_ = join([(set_text("w", Face.ROMAN, 18), 0.0), (set_text("+", Face.ROMAN, 18), 0.0)])
    longer = join([(sum_, 0.0), (set_text("x", Face.ROMAN, 18), 0.0)])
    for run, kept in zip(longer.runs, sum_.runs, strict=False):
        assert run is kept  # else n parts cost n times n


@pytest.mark.usefixtures("qapp")
def test_letters_of_several_fonts_come_from_left_to_right(monkeypatch):
    class Layout(QTextLayout):
        """Gives the letters of each font as Qt may: in an order that is another in each process."""

        def glyphRuns(self):  # noqa: N802  Qt's name
            return sorted(super().glyphRuns(), key=_start, reverse=True)

    monkeypatch.setattr(runs, "QTextLayout", Layout)
    starts = list(map(_start, glyphs("∂w/∂x", Face.ITALIC, 41)))  # no other test has asked for it
    assert starts == sorted(starts)
    assert len(starts) > 1  # the italic has no ∂


def _start(run: QGlyphRun) -> float:
    return run.positions()[0].x()
