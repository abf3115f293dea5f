"""The canvas for a screen reader: a list with a child for each node, made when it is asked for.

Qt keeps an interface by a number until it is told to forget it, and knows nothing of Python's
references: a child goes only through `_forget`, never by being dropped.
"""

import weakref
from functools import cache, partial

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, getCppPointer

from gui.canvas.aloud.accessible_action import NodeAction
from gui.canvas.aloud.spoken import about, ends, name_of, value_said
from gui.canvas.view import View
from gui.document.change import Change
from gui.picture.hit import card_at

__all__ = ["AccessibleGraph", "AccessibleNode", "make_accessible"]

_Relation = tuple[QAccessibleInterface, QAccessible.RelationFlag]


class AccessibleNode(QAccessibleInterface):
    """One node: its name and formula, its numbers, and the nodes its edges lead to and from."""

    def __init__(self, view: View, name: str) -> None:
        super().__init__()
        self._view = weakref.ref(view)
        self.name = name
        self._action = NodeAction(view, name)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Return what can be done to it, as Qt asks for it: by address, 0 for all it has not."""
        address = 0  # what is inherited says None, whose own address Qt would take and crash
        if kind == QAccessible.InterfaceType.ActionInterface:
            (address,) = getCppPointer(self._action)
        return VoidPtr(address)  # type: ignore[return-value]  # an int would be converted, and lost

    def isValid(self) -> bool:
        """Return whether the node is still there."""
        return self._row() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return None: a node is no Qt object."""
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the canvas."""
        view = self._view()
        return None if view is None else QAccessible.queryAccessibleInterface(view)

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return None."""
        del index
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return None."""
        del x, y
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that it has none."""
        del child
        return -1

    def role(self) -> QAccessible.Role:
        """Return that it is one of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected, has the keyboard, is in view."""
        state, view, row = QAccessible.State(), self._view(), self._row()
        if view is None or row is None:
            state.invalid = 1
            return state
        state.focusable = state.selectable = state.multiSelectable = 1
        state.selected = int(self.name in view.selection.nodes)
        state.focused = int(view.hasFocus() and view.selection.nodes == {self.name})
        state.offscreen = int(not view.viewport().rect().intersects(view.view_rect(row)))
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name with its formula, its value, or all about it."""
        view, row = self._view(), self._row()
        if view is None or row is None:
            return ""
        if kind == QAccessible.Text.Name:
            return name_of(view.picture, self.name)
        if kind == QAccessible.Text.Value:
            return value_said(view.picture.readings.value(self.name))
        return about(view.picture, self.name) if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: a node is edited through its fields."""

    def rect(self) -> QRect:
        """Return where its card stands on the screen."""
        view, row = self._view(), self._row()
        if view is None or row is None:
            return QRect()
        box = view.view_rect(row)
        return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())

    def relations(
        self, match: QAccessible.RelationFlag = QAccessible.RelationFlag.AllRelations
    ) -> list[_Relation]:
        """Return what feeds it and what it feeds; a flag says how the other stands to this one."""
        view = self._view()
        graph = None if view is None else QAccessible.queryAccessibleInterface(view)
        if view is None or self._row() is None or not isinstance(graph, AccessibleGraph):
            return []
        found: list[_Relation] = []
        flags = QAccessible.RelationFlag
        sources, edges = ends(view.picture, self.name)
        if match & flags.FlowsTo:
            found += [(graph.card_of(name), flags.FlowsTo) for name in sources]
        if match & flags.FlowsFrom:
            found += [(graph.card_of(edge.target), flags.FlowsFrom) for edge in edges]
        return found

    def _row(self) -> int | None:
        view = self._view()
        if view is None or self.name not in view.document.graph:
            return None
        return view.picture.index.get(self.name)


class AccessibleGraph(QAccessibleWidget):
    """The canvas: its nodes in their order, and behind them what is typed into over it."""

    def __init__(self, view: View) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = weakref.ref(view)
        self.made: dict[str, AccessibleNode] = {}
        """The nodes that were asked for."""
        view.document.changed.connect(self._follow)
        view.selection_changed.connect(self._tell_focus)
        view.destroyed.connect(partial(_forget, self.made))

    def childCount(self) -> int:
        """Return the number of cards, and one for the view."""
        view = self._view()
        return 0 if view is None else len(view.picture.names) + 1

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the node of a card; the last child is the view with its fields."""
        view = self._view()
        if view is None or not 0 <= index <= len(view.picture.names):
            return None
        if index == len(view.picture.names):
            return QAccessible.queryAccessibleInterface(view.viewport())
        return self.node(view.picture.names[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a child, -1 where it is none."""
        view = self._view()
        if view is None:
            return -1
        if isinstance(child, AccessibleNode):
            return view.picture.index.get(child.name, -1)
        return len(view.picture.names) if child.object() is view.viewport() else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the node at a point of the screen."""
        view = self._view()
        if view is None:
            return None
        point = view.viewpoint.to_picture(QPointF(view.viewport().mapFromGlobal(QPoint(x, y))))
        row = card_at(view.picture, point.x(), point.y())
        return None if row is None else self.node(view.picture.names[row])

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the one selected node, while the canvas has the keyboard."""
        view = self._view()
        if view is None or not view.hasFocus() or len(view.selection.nodes) != 1:
            return super().focusChild()
        return self.node(*view.selection.nodes)

    def node(self, name: str) -> AccessibleNode:
        """Return the interface of a node."""
        made = self.made.get(name)
        view = self._view()
        if made is None and view is not None:
            made = self.made[name] = AccessibleNode(view, name)
            QAccessible.registerAccessibleInterface(made)
        return made  # type: ignore[return-value]  # it is asked of a view that is there

    def card_of(self, name: str) -> AccessibleNode:
        """Return the interface of the card that stands for a node: of a folded group, its own."""
        view = self._view()
        return self.node(name if view is None else view.picture.names[view.picture.index[name]])

    def keyboard_came(self) -> None:
        """Let the focus go on to the one selected node, once Qt has told that the canvas has it."""
        view = self._view()
        if view is not None:
            QTimer.singleShot(0, view, self._tell_focus)

    def _follow(self, change: Change) -> None:
        """Forget the nodes that are gone, and tell that there are others."""
        gone = list(self.made) if change.reset else [*change.removed, *dict(change.renamed)]
        _forget({name: self.made.pop(name) for name in gone if name in self.made})
        if gone or change.added or change.reset:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectReorder))

    def _tell_focus(self) -> None:
        """Let the focus follow the selection."""
        view = self._view()
        if view is not None and view.hasFocus() and len(view.selection.nodes) == 1:
            node = self.node(*view.selection.nodes)
            QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))


@cache
def make_accessible() -> None:
    """Let Qt ask here for the interface of a canvas."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, View):
        return None
    thing.accessible = AccessibleGraph(thing)
    return thing.accessible


def _forget(nodes: dict[str, AccessibleNode], *_: object) -> None:
    for node in nodes.values():
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
    nodes.clear()
