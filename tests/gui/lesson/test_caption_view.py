"""The caption of a step in a narrow window: letters of a text, in the room that there is."""

import pytest
from PySide6.QtGui import QImage

from gui.fonts import Face
from gui.lesson.caption_view import CaptionView
from gui.picture.runs import Typeset, join, set_text


def equation(parts: int) -> Typeset:
    """Return `0.5151 · … = … = …` of three sides with so many factors each."""
    side = " · ".join(["0.5151"] * parts)
    pieces = [side, " = ", side, " = ", side]
    return join((set_text(piece, Face.ROMAN, 20), 0.0) for piece in pieces)


def rows_of_ink(image: QImage) -> list[int]:
    """Return how many rows of pixels each line of text is high."""
    ground = image.pixel(0, 0)
    inked = [
        any(image.pixel(x, y) != ground for x in range(image.width()))
        for y in range(image.height())
    ]
    lines, run = [], 0
    for row in [*inked, False]:
        if row:
            run += 1
        elif run:
            lines.append(run)
            run = 0
    return lines


@pytest.mark.parametrize(("parts", "lines"), [(1, 1), (3, 2)])
def test_a_long_equation_is_broken_rather_than_set_small(qtbot, parts: int, lines: int) -> None:
    view = CaptionView(26)
    qtbot.addWidget(view)
    view.resize(460, view.sizeHint().height())
    view.show_lines((equation(parts),))
    inked = rows_of_ink(view.grab().toImage())
    assert len(inked) == lines
    assert min(inked) >= 9  # pixels of a digit


def test_a_line_without_an_equals_sign_is_set_smaller_and_whole(qtbot) -> None:
    view = CaptionView(26)
    qtbot.addWidget(view)
    view.resize(300, view.sizeHint().height())
    view.show_lines((set_text("Given: 9 parameters, 3 inputs, 2 constants", Face.ROMAN, 20),))
    assert len(rows_of_ink(view.grab().toImage())) == 1
