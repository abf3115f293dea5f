"""Setting what the graph keeps in its file besides itself: its data, its quiz, its lesson."""

from collections.abc import Callable, Hashable

import engine
from engine.lesson.lesson_text import KEY as LESSON
from engine.lesson.lesson_text import LessonText
from engine.lesson.quiz import KEY as QUIZ
from engine.lesson.quiz import Quiz
from engine.training import Choice, Table
from engine.training.choice import KEY as TRAINING
from engine.training.table import KEY as TABLE
from gui.document import Change, Command
from gui.language import tr

__all__ = ["SetLesson", "SetQuiz", "SetTable", "SetTraining"]

_Tree = Callable[[object], object]
"""Writes what is to be kept, from what is kept now: of that stays what nobody here knows."""


class _SetKept(Command):
    """Set an attribute of the graph, or remove it where `tree` writes None.

    Those of one `burst` are one step.
    """

    def __init__(self, key: str, tree: _Tree, text: str, burst: Hashable | None = None) -> None:
        self.text = text
        self._key, self._tree, self._burst = key, tree, burst
        self._before: dict[str, object] = {}

    def apply(self, graph: engine.Graph) -> Change:
        """Set the attribute; the same again touches nothing."""
        own = graph.network.graph
        now = own.get(self._key)
        tree = self._tree(now)
        if now == tree:
            return Change()
        self._before = {self._key: now} if self._key in own else {}
        own.pop(self._key, None)
        if tree is not None:
            own[self._key] = tree
        return Change(kept=(self._key,))

    def revert(self, graph: engine.Graph) -> Change:
        """Set the attribute as it was, were it malformed, or null."""
        graph.network.graph.pop(self._key, None)
        graph.network.graph.update(self._before)
        return Change(kept=(self._key,))

    def merge(self, later: Command) -> bool:
        """Take a later setting of the same burst."""
        if not isinstance(later, _SetKept) or self._burst is None:
            return False
        if (later._key, later._burst) != (self._key, self._burst):
            return False
        self._tree = later._tree
        return True


class SetTable(_SetKept):
    """Set the table of data, or remove it with None."""

    def __init__(self, table: Table | None, text: str = "", burst: Hashable | None = None) -> None:
        said = text or (tr("Remove the data") if table is None else tr("Change the data"))
        super().__init__(TABLE, _nothing if table is None else table.tree, said, burst)


class SetLesson(_SetKept):
    """Set what is said at the steps of the graph's lesson, or remove it with None."""

    def __init__(self, texts: LessonText | None) -> None:
        tree = _nothing if texts is None else texts.tree
        super().__init__(LESSON, tree, tr("Change what is said"))


class SetQuiz(_SetKept):
    """Set the quiz that is handed out with the file, or remove it with None."""

    def __init__(self, quiz: Quiz | None) -> None:
        said = tr("Remove the quiz") if quiz is None else tr("Keep the quiz")
        super().__init__(QUIZ, _nothing if quiz is None else quiz.tree, said)


class SetTraining(_SetKept):
    """Set how the graph is trained."""

    def __init__(self, choice: Choice, burst: Hashable | None = None) -> None:
        super().__init__(TRAINING, choice.tree, tr("Change the training"), burst)


def _nothing(_before: object) -> None:
    """Write nothing: it is to be removed, with what nobody here knows of it."""
