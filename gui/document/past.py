"""What belonged to former states of a document: undo and redo lead back to them."""

from typing import Generic, TypeVar

__all__ = ["Past"]

_MOST = 16  # states

_Any = TypeVar("_Any")


class Past(Generic[_Any]):
    """Keeps something for each of the last states of a document that another took the place of."""

    def __init__(self) -> None:
        self._kept: dict[int, _Any] = {}

    def keep(self, state: int, what: _Any, most: int = _MOST) -> None:
        """Keep what belongs to a state, until it is taken or `most` others were kept."""
        self._kept.pop(state, None)
        self._kept[state] = what
        while len(self._kept) > most:
            del self._kept[next(iter(self._kept))]

    def take(self, state: int | None) -> _Any | None:
        """Return what belongs to a state, and keep it no more; None where nothing is known."""
        return None if state is None else self._kept.pop(state, None)

    def forget(self) -> None:
        """Keep nothing."""
        self._kept.clear()
