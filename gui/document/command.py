"""A command: an edit of a graph that can be taken back exactly."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection
from typing import TypeAlias

import engine
from gui.document.change import Change

__all__ = ["Command", "Edit"]

Edit: TypeAlias = Callable[[engine.Graph], Change]
"""Edits a graph and returns what it touched; a GraphError leaves the graph as it was."""


class Command(ABC):
    """An edit of a graph that can be taken back exactly; `text` names it in the Edit menu."""

    text: str
    reshapes = False
    """Whether nodes or edges may come or go, or names or the output change."""
    removes: Collection[str] = ()
    """The nodes that go by it."""

    @abstractmethod
    def apply(self, graph: engine.Graph) -> Change:
        """Edit `graph` and return what was touched; a GraphError leaves it as it was."""

    @abstractmethod
    def revert(self, graph: engine.Graph) -> Change:
        """Give `graph` back the state from before `apply`, the order of its nodes too."""

    def size(self, graph: engine.Graph) -> int:
        """Return about how many nodes and edges of `graph` it takes or took in hand."""
        del graph
        return 1

    def merge(self, later: "Command") -> bool:
        """Take `later`, just applied, into this command; return False where it is a new step."""
        del later
        return False
