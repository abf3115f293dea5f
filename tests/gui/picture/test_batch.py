"""Many shapes at once look as each by itself does."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gui.picture.batch import draw_boxes, fill_boxes

INK = QColor("#336699")


def blank(ratio: float) -> QImage:
    image = QImage(120, 90, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("count", [1, 40, 4000])
def test_boxes_filled_together_cover_what_each_covers(count: int, ratio: float) -> None:
    rng = np.random.default_rng(count)
    corners = rng.uniform(-10.0, 125.0, (count, 2)) / ratio  # some lie outside
    boxes = np.concatenate([corners, rng.uniform(2.0, 9.0, (count, 2)) / ratio], axis=1)
    together, each = blank(ratio), blank(ratio)
    with QPainter(together) as painter:
        fill_boxes(painter, boxes, INK)
    with QPainter(each) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(INK)
        draw_boxes(painter, boxes)
    assert together == each
