"""What welcome pages show of the shipped graphs: read, laid out and drawn once for all windows."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from engine.lesson.lesson_text import LessonText
from engine.lesson.steps import steps
from gui.document_file import read_graph
from gui.exports import Options, Subject
from gui.exports.png import draw_image, frame
from gui.picture.drawing import draw
from gui.picture.picture import Picture
from gui.shipped import read_example
from gui.theme import THEMES

__all__ = ["DETAIL", "Example", "image_of", "picture_of", "said_of"]

DETAIL = 2.0
"""Pixels per picture unit of an image, before it is made smaller, so that all of it is drawn."""

_PAGE = (2.6, 1.0)  # the shape a long graph is folded to
_MOST = 64  # kept: as many as are shipped, in two themes


class Example(NamedTuple):
    """What a card says: a title, how many steps a lesson has, and what that is about."""

    title: str
    steps: int
    about: str


@lru_cache(_MOST)
def said_of(path: Path, language: str, *, lesson: bool) -> Example:
    """Return what a file says in the `language` spoken now; of a `lesson` also its steps."""
    del language  # that is what the file is read in
    graph = read_example(path)
    title = graph.title or path.stem
    if not lesson:
        return Example(title, 0, "")
    said = LessonText.of(graph)
    about = "" if said is None else said.about
    return Example(title, len(steps(graph, graph.output)) - 1, about)


@lru_cache(_MOST)
def picture_of(path: Path, digits: int) -> Picture:
    """Return the picture of the graph in a file, laid out for a card, its numbers so long."""
    del digits  # all numbers are written with as many as are wanted now
    return Subject(read_graph(path)).picture_on(_PAGE)


@lru_cache(_MOST)
def image_of(path: Path, digits: int, theme: str) -> QImage:
    """Return the same drawn in the theme of that name, `DETAIL` pixels per unit."""
    options = Options(scale=DETAIL, transparent=True, padding=0.0)
    drawing = draw(picture_of(path, digits), THEMES[theme], legend=False)
    return draw_image(drawing, frame(drawing, options), options)
