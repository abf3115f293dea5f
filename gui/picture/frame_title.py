"""The titles of frames: over the edges, on a ground of their own where one would strike it out."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from gui.picture.curve import meet, padded
from gui.picture.frame import Frame
from gui.picture.labels import Label
from gui.picture.lettering import colour, draw_typeset
from gui.picture.picture import Picture
from gui.theme import Theme

__all__ = ["Ground", "paint_titles", "title_grounds"]

Ground = tuple[float, float, float, float, float]


def title_grounds(picture: Picture, frames: Sequence[Frame]) -> list[Ground | None]:
    """Return what lies below each frame's title: left, top, width, height, corner radius.

    None stands for a title that no edge runs through.
    """
    return [_ground(picture, frame) for frame in frames]


def paint_titles(
    painter: QPainter, picture: Picture, theme: Theme, frames: Sequence[Frame]
) -> None:
    """Draw the titles of `frames` over the edges."""
    for frame, ground in zip(frames, title_grounds(picture, frames), strict=True):
        if ground is not None:
            *place, radius = ground
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour(theme.frame)))
            painter.drawRoundedRect(QRectF(*place), radius, radius)
        draw_typeset(painter, frame.title, *frame.title_place, theme)


def _ground(picture: Picture, frame: Frame) -> Ground | None:
    left, baseline = frame.title_place
    label = Label(frame.title, left + frame.title.width / 2, baseline)
    if not frame.title.runs:
        return None
    box, lines = np.array([label.box()]), picture.boxes
    near = (lines[:, 0] < box[0, 2]) & (lines[:, 2] > box[0, 0])
    near &= (lines[:, 1] < box[0, 3]) & (lines[:, 3] > box[0, 1])
    some = np.flatnonzero(near)
    if not len(some):
        return None
    struck = meet(padded(picture.lines_of(some)), box, np.ones((len(some), 1), dtype=bool))
    return label.ground() if struck.any() else None
