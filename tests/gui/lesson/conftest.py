"""A lesson on the linear unit, without a window."""

import pytest
from examples import example
from windows import unit, window

from gui.document import Document
from gui.evaluation import Evaluation
from gui.lesson.lesson import Lesson

__all__ = ["unit", "window"]


class Given(Lesson):
    """A lesson on the linear unit, with what it is given on at hand."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.reset(example("linear-unit"))
        self.evaluation = Evaluation(self.document)
        super().__init__(self.document, self.evaluation)


@pytest.fixture
def lesson(qapp):  # noqa: ARG001  timers need the application
    given = Given()
    yield given
    given.stop()
