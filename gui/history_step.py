"""A step of the history: a command that has been applied, as Qt's stack of them keeps it."""

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtGui import QUndoCommand

from gui.command import Command, Edit

__all__ = ["Step"]


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

    def id(self) -> int:
        """Return the same for all steps: whether two become one is the commands' affair."""
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Return whether `other`, just pushed, became part of this step."""
        if not isinstance(other, Step) or not self.command.merge(other.command):
            return False
        self.state = other.state
        del other.command  # Qt is done with `other`, but its Python half is never freed
        return True
