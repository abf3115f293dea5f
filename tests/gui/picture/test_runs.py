"""Shaped letters belong to the thread that shaped them."""

from threading import Thread

from PySide6.QtGui import QImage, QPainter

from gui.fonts import Face
from gui.picture.lettering import draw_typeset, draw_typesets
from gui.picture.runs import advance, glyphs, letters, set_text
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
