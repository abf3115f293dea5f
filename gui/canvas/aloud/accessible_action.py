"""What a screen reader may do to a node: press it, which opens it, and give it the keyboard."""

import weakref

from PySide6.QtGui import QAccessibleActionInterface

from gui.canvas.in_place import is_typed
from gui.canvas.view import View
from gui.language import tr

__all__ = ["NodeAction"]


class NodeAction(QAccessibleActionInterface):
    """Presses a node as Enter or a double click does: its value is edited, or its name.

    A folded group is unfolded. Whoever hears what a press does knows what will open.
    """

    def __init__(self, view: View, name: str) -> None:
        super().__init__()
        self._view = weakref.ref(view)
        self.name = name

    def actionNames(self) -> list[str]:
        """Return what can be done, while the node is there."""
        return [] if self._there() is None else [self.pressAction(), self.setFocusAction()]

    def doAction(self, action: str) -> None:
        """Do it; what is pressed is selected, too."""
        view = self._there()
        if view is None or action not in self.actionNames():
            return
        view.setFocus()
        view.select(set(view.picture.shown.nodes_of(view.picture.index[self.name])))
        if action == self.pressAction():
            view.opened.emit(self.name)

    def keyBindingsForAction(self, action: str) -> list[str]:
        """Return the key that does the same."""
        view = self._there()
        if view is None or action != self.pressAction() or self._is_group(view):
            return []
        return ["Return" if is_typed(view.document.graph, self.name) else "F2"]

    def localizedActionName(self, action: str) -> str:
        """Return what a press does to this node, in a word or two."""
        view = self._there()
        if view is None or action != self.pressAction():
            return super().localizedActionName(action)
        if self._is_group(view):
            return tr("Unfold")
        graph = view.document.graph
        if graph.is_leaf(self.name):
            return tr("Edit value")
        return tr("Edit formula") if is_typed(graph, self.name) else tr("Rename")

    def localizedActionDescription(self, action: str) -> str:
        """Return the same: there is no more to say."""
        return self.localizedActionName(action)

    def _there(self) -> View | None:
        view = self._view()
        return None if view is None or self.name not in view.picture.index else view

    def _is_group(self, view: View) -> bool:
        return view.picture.index[self.name] in view.picture.shown.composites
