"""The view from before an edit that moved it comes back as the edit is undone.

What is seen is no step of the history: it is a courtesy, and only where nobody looked elsewhere.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from gui.canvas.look.viewpoint import Viewpoint
from gui.canvas.view import View
from gui.document.change import Change

__all__ = ["LookingBack"]


@dataclass(frozen=True)
class _Way:
    """From where a view was seen before an edit and after it, and what the edit led to."""

    before: Viewpoint
    fitted: bool
    after: Viewpoint
    state: int


class LookingBack(QObject):
    """Lets a view be seen as before an edit that moved it, once that is undone."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._state = view.document.state
        self._last = self._state  # before the last edit
        self._seen, self._fitted = replace(view.viewpoint), False  # as it was done
        self._ways: dict[int, _Way] = {}  # by the state before the edit
        view.document.changed.connect(self._follow)
        view.moved_itself.connect(self._note)

    def _follow(self, change: Change) -> None:
        """Hear of an edit, or of one undone, before the view has moved for it."""
        view, state = self._view, self._view.document.state
        if change.reset:
            self._ways.clear()
        if state is None or state == self._state:  # only previewed
            return
        self._last, self._state = self._state, state
        way = self._ways.get(state)
        undone = way is not None and way.state == self._last and way.after == view.viewpoint
        if way is not None and undone and not view.is_held:
            view.look_as(way.before, fitted=way.fitted)
        self._seen, self._fitted = replace(view.viewpoint), view.fitted

    def _note(self, before: Viewpoint) -> None:
        """Note that the view moved by itself, unless somebody looked elsewhere before."""
        last, state = self._last, self._state
        if last is None or state is None or last == state:
            return
        way = self._ways.get(last)
        if before == self._seen or (way is not None and before == way.after):
            after = replace(self._view.viewpoint)
            self._ways[last] = _Way(self._seen, self._fitted, after, state)
