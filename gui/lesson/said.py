"""What a lesson's author says at its steps, as the graph keeps it."""

from collections.abc import Mapping, Sequence

import engine
from engine.lesson.lesson_text import LessonText
from engine.lesson.steps import Step
from gui.commands import SetLesson
from gui.document import Document

__all__ = ["Said"]


class Said:
    """The texts of a document's lesson; `texts` are those of its steps, by their places."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kept: LessonText | None = None
        self.texts: Mapping[int, str] = {}

    def hear(self) -> None:
        """Take the texts that the graph holds; raises GraphError where they are malformed."""
        self._kept = LessonText.of(self._document.graph)

    def hear_again(self) -> None:
        """Take those that it holds now; an undo may bring back what was malformed before."""
        try:
            self.hear()
        except engine.GraphError:
            self._kept = None

    def place(self, steps: Sequence[Step]) -> None:
        """Find the steps at which they are said."""
        self.texts = {} if self._kept is None else self._kept.by_place(steps)

    def say(self, text: str, step: Step) -> None:
        """Keep `text` with the graph as what is said at a step; an empty one says nothing."""
        self._document.do(SetLesson(self._saying(text.strip(), step)))

    def check_room(self, step: Step) -> None:
        """Raise LimitError where nothing more can be said at a step."""
        self._saying("…", step)

    def _saying(self, text: str, step: Step) -> LessonText:
        return (self._kept or LessonText("", ())).saying(text, step)
