"""A quiz on the picture: blanks in place of numbers, answers checked, hints, a score."""

from gui.quiz.blank import Blank
from gui.quiz.session import Mark, Session

__all__ = ["Blank", "Mark", "Session"]
