"""The inspector: all about what is selected, to read and to edit."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import filterfalse
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

import engine
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.language import counted
from gui.panels.graph_page import GraphPage
from gui.panels.panel import Panel
from gui.theme import LIGHT, Theme
from gui.widgets.named import named

if TYPE_CHECKING:
    from gui.panels.edge_page import EdgePage
    from gui.panels.group_page import Folding, GroupPage
    from gui.panels.node_page import NodePage

__all__ = ["Inspector"]


class _Pages(QStackedWidget):
    """Takes the room of the page in front: a longer one behind it is nothing to scroll to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size hint of the page in front."""
        return self._front.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the page in front."""
        return self._front.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the page in front in a column of `width` pixels."""
        return self._front.heightForWidth(width)

    @property
    def _front(self) -> QWidget:
        return cast("QWidget", self.currentWidget())  # there always is one


class Inspector(Panel):
    """Shows the page of one node, one edge, one group, several things, or the graph itself.

    The graph's page is there from the start; each of the others is made when it is first needed.
    """

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__("inspector", parent=parent)
        self._document, self._evaluation = document, evaluation
        self._theme: Theme = LIGHT
        self._own_ops: Sequence[engine.OwnOp] = ()
        self._folding: Folding | None = None
        self._nodes: tuple[str, ...] = ()
        self._edges: tuple[engine.Edge, ...] = ()
        self._pages = pages = _Pages(self.viewport())  # where it stays: it is styled once
        self.graph_page = GraphPage(document, evaluation, pages)
        self.several = named(QLabel(pages, wordWrap=True), "muted")
        self.several.setMargin(16)
        self.several.setAlignment(Qt.AlignmentFlag.AlignTop)
        for page in (self.graph_page, self.several):
            pages.addWidget(page)
        self.setWidget(pages)
        document.changed.connect(self._follow)
        evaluation.seen_changed.connect(self.refresh)
        self.refresh()

    @cached_property
    def node_page(self) -> "NodePage":
        """The page of one node."""
        from gui.panels.node_page import NodePage

        page = NodePage(self._document, self._evaluation, self._pages)
        page.chain.written.connect(self._thaw)
        page.attributes.own_ops = self._own_ops
        page.set_theme(self._theme)
        self._pages.addWidget(page)
        return page

    @cached_property
    def edge_page(self) -> "EdgePage":
        """The page of one edge."""
        from gui.panels.edge_page import EdgePage

        page = EdgePage(self._document, self._evaluation, self._pages)
        page.chain.written.connect(self._thaw)
        page.set_theme(self._theme)
        self._pages.addWidget(page)
        return page

    @cached_property
    def group_page(self) -> "GroupPage":
        """The page of one group."""
        from gui.panels.group_page import GroupPage

        page = GroupPage(self._document, self._evaluation, self._pages)
        page.folding = self._folding or page.folding
        self._pages.addWidget(page)
        return page

    def show_selection(self, nodes: Collection[str], edges: Collection[engine.Edge]) -> None:
        """Turn to the page of what is selected, unless it is the one that is shown.

        A click selects twice, with the press and with the release.
        """
        if (self._nodes, self._edges) != (chosen := (tuple(nodes), tuple(edges))):
            self._nodes, self._edges = chosen
            self.refresh()

    def fold_by(self, folding: "Folding") -> None:
        """Let a group be folded by the step that this returns, with room for it in the picture."""
        self._folding = folding

    def offer_own(self, own: Sequence[engine.OwnOp]) -> None:
        """Let formulas call these own ops."""
        self._own_ops = own
        if "node_page" in self.__dict__:
            self.node_page.attributes.own_ops = own

    def set_theme(self, theme: Theme) -> None:
        """Draw the formulas in `theme`."""
        self._theme = theme
        self.graph_page.set_theme(theme)
        if "node_page" in self.__dict__:
            self.node_page.set_theme(theme)
        if "edge_page" in self.__dict__:
            self.edge_page.set_theme(theme)

    def refresh(self) -> None:
        """Show what is selected as it is now: all at once where a part comes after a frame."""
        self._show()
        pages = (self.__dict__.get(name) for name in ("node_page", "edge_page"))
        if any(page is not None and page.chain.waits for page in pages):
            self.viewport().setUpdatesEnabled(False)  # as it was would stand beside as it is

    def _thaw(self) -> None:
        """Let what is shown be seen."""
        if not self.viewport().updatesEnabled():
            self.viewport().setUpdatesEnabled(True)

    def _show(self) -> None:
        group = self._group()
        if group is not None:
            self.group_page.show_group(group)
            self._turn_to(self.group_page)
        elif (one := self._single()) is not None:
            self.node_page.show_node(one)
            self._turn_to(self.node_page)
        elif len(self._edges) == 1 and not self._nodes:
            self.edge_page.show_edge(self._edges[0])
            self._turn_to(self.edge_page)
        elif self._nodes or self._edges:
            self.several.setText(self._count_text())
            self._turn_to(self.several)
        else:
            self.graph_page.refresh()
            self._turn_to(self.graph_page)

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; the keyboard is in none of its fields but where it was in that very page."""
        focus, other = self.window().focusWidget(), page is not self._pages.currentWidget()
        leaves = other and focus is not None and self._pages.isAncestorOf(focus)
        self._pages.setCurrentWidget(page)
        if leaves:  # Qt would hand it on to a field of the new one: what is typed next changed that
            self.setFocus()

    def _single(self) -> str | None:
        """Return the node that is selected alone, unless a folded group of it is."""
        alone = len(self._nodes) == 1 and not self._edges and self._group() is None
        return self._nodes[0] if alone else None

    def _group(self) -> engine.Group | None:
        """Return the group that is selected: all of it, and nothing else; the outermost of these.

        A single node in an open group is meant itself.
        """
        count = 0 if self._edges else len(self._nodes)
        alike = [one for one in self._document.graph.groups if len(one.members) == count]
        chosen = set(self._nodes if alike else ())
        for group in alike:
            if group.is_of(chosen) and (count > 1 or group.folded):
                return group
        return None

    def _count_text(self) -> str:
        counts = []
        if self._nodes:
            counts.append(counted(len(self._nodes), "1 node", "{n} nodes"))
        if self._edges:
            counts.append(counted(len(self._edges), "1 edge", "{n} edges"))
        return self.tr("{counts} selected").format(counts=", ".join(counts))

    def _follow(self, change: Change) -> None:
        """Keep to the same nodes and edges under their new names, and let go of those deleted."""
        graph, shown = self._document.graph, (self._nodes, self._edges)
        if not change.keeps_names:
            newest, nodes = dict(change.renamed), self._nodes
            if newest:
                nodes = tuple(newest.get(name, name) for name in nodes)
            # of another graph all may be gone
            gone = set(graph.not_among(nodes)) if change.reset else change.gone
            self._nodes = tuple(filterfalse(gone.__contains__, nodes)) if gone else nodes
        has, edges = graph.network.has_edge, map(change.newest_edge, self._edges)
        self._edges = tuple(e for e in edges if has(e.source, e.target, key=e.port))
        # numbers that are dragged, or given by training, come to something that is shown at once
        edited = () if self._document.previewing else change.edited
        if not replace(change, edited=edited, revalued=(), moved=()):  # nor does a page tell places
            return
        one = self._single()
        leaf = one is not None and graph.is_leaf(one)
        due, still = self._evaluation.due, shown == (self._nodes, self._edges)
        if due and still and not replace(change, edges=False, moved=(), added=()):
            return  # the numbers come in a moment, and of what is edited here nothing is another
        if not (change.of_numbers_alone and due and (leaf or one is None)):
            self.refresh()
        elif leaf:  # where it is edited; all else follows with the readings
            self.node_page.show_value()
        else:
            self.graph_page.sliders.refresh()
