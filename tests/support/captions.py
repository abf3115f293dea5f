"""A lesson's captions in plain letters, for tests that read them."""

from gui.lesson.lesson import Lesson
from gui.picture.caption import caption
from gui.picture.plain_text import plain_text
from gui.picture.step import Walk
from gui.readings import Seen


def caption_text(walk: Walk, place: int, readings: Seen) -> str:
    """Return the caption of a step as plain text, a line for each of its lines."""
    return "\n".join(plain_text(line) for line in caption(walk, place, readings))


def said(lesson: Lesson) -> str:
    """Return the caption of a lesson's step in the same way."""
    return "\n".join(plain_text(line) for line in lesson.caption)
