"""A step of the history: a command that has been applied, as Qt's stack of them keeps it."""

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.document.command import Command, Edit

__all__ = ["Step", "joined", "step_at"]


class Step(QUndoCommand):
    """A command that has been applied; done again and undone by the method `take` of its owner."""

    def __init__(self, command: Command, take: Callable[[Edit], None], state: int) -> None:
        super().__init__(command.text)
        self.state = state  # what it leads to is told from all else by this
        # Strong, it would be a cycle through C++ that Python's collector cannot see.
        self._take = WeakMethod(take)
        self.command = command
        self._pushed = False

    def redo(self) -> None:
        """Apply the command, except when the stack calls this on being pushed."""
        take = self._take()
        if self._pushed and take is not None:
            take(self.command.apply)
        self._pushed = True

    def undo(self) -> None:
        """Revert the command."""
        take = self._take()
        if take is not None:
            take(self.command.revert)


def step_at(history: QUndoStack, place: int) -> Step | None:
    """Return a step of the history, None where there is no such step."""
    found = history.command(place) if 0 <= place < history.count() else None
    return found if isinstance(found, Step) else None


def joined(history: QUndoStack, command: Command, state: int) -> bool:
    """Tell whether `command`, just applied, became part of the last step: they are one burst.

    None becomes part of what was saved, nor while there are steps to be taken again. Merged by
    Qt's stack, the Python half of each would stay for good: a kilobyte a frame of training.
    """
    last = step_at(history, history.index() - 1)
    if last is None or history.isClean() or history.canRedo():
        return False
    if not last.command.merge(command):
        return False
    last.state = state
    return True
