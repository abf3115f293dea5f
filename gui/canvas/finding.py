"""Finding nodes: by name, label, op or formula; what does not match steps back."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

import engine
from engine import ops
from engine.expression import Name, written
from gui.canvas import overlay
from gui.canvas.dropping import Dropping
from gui.canvas.find_bar import FindBar
from gui.change import Change
from gui.document import Document
from gui.evaluation import Evaluation
from gui.language import tr

__all__ = ["Finding", "matches"]


def matches(graph: engine.Graph, text: str) -> list[str]:
    """Return the nodes of which the name, label, op or formula holds `text`, in their order.

    The node that is called just so comes first: `d` is also within every Add.
    Case and blanks do not matter: `W*x` finds `w * x`. Nothing is found by no text.
    """
    wanted = "".join(text.lower().split())
    if not wanted:
        return []
    found = [name for name in graph.nodes() if wanted in _words(graph, name)]
    return sorted(found, key=lambda name: name.lower() != wanted)


def _words(graph: engine.Graph, name: str) -> str:
    """Return all by which a node may be found, a line each."""
    attributes = graph.attributes(name)
    op = str(attributes["op"])
    words = [name, op, str(attributes.get("label", ""))]
    if op in ops.OPS:
        sources = [Name(source or "?") for source in graph.inputs(name)]
        title = ops.OPS[op].title
        words += [title, tr(title), written(graph.operation(name).written(*sources))]
    return "\n".join("".join(word.lower().split()) for word in words)


class Finding(Dropping):
    """A canvas on which nodes can be found."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.find_bar: FindBar | None = None
        self.found: list[str] = []
        """The nodes that match, in their order."""
        self._sought = ""
        document.changed.connect(self._find_again)

    def open_find(self) -> None:
        """Ask what to find, or go back to the text that is there."""
        self.entry.close()
        if self.find_bar is None:
            self.find_bar = FindBar(self.viewport(), self.theme)
            self.find_bar.sought.connect(self._seek)
            self.find_bar.stepped.connect(self.find_next)
            self.find_bar.closed.connect(self._end)
            self.find_bar.open(self._sought)
        self.find_bar.take_focus()

    def find_next(self, by: int = 1) -> None:
        """Select the next node that matches, or the one before, and bring it into view."""
        if not self.found:
            return
        at = self._place()
        first = 0 if by > 0 else len(self.found) - 1
        self._show(first if at is None else (at + by) % len(self.found))

    def paint_found(self, painter: QPainter) -> None:
        """Let all that does not match step back."""
        if self.find_bar is None or not self._sought.strip():
            return
        rows = {self.picture.index[name] for name in self.found if name in self.picture.index}
        region = self.viewpoint.region(self.viewport().rect().toRectF().size())
        overlay.paint_found(painter, self.picture, sorted(rows), self.selection, self.theme, region)

    def _seek(self, text: str) -> None:
        self._sought = text
        self.found = matches(self.document.graph, text)
        if self.found:
            at = self._place()
            self._show(at if at is not None else 0)
        self._tell()
        self.repaint()

    def _show(self, at: int) -> None:
        name = self.found[at]
        self.select({name})
        self.reveal(name)
        self._tell()

    def _place(self) -> int | None:
        """Return which of the matches is selected."""
        chosen = self.selection.nodes
        return next((i for i, name in enumerate(self.found) if chosen == {name}), None)

    def _tell(self) -> None:
        if self.find_bar is not None:
            self.find_bar.show_count(self._place(), len(self.found))

    def _find_again(self, change: Change) -> None:
        """Keep the matches up with the graph."""
        if self.find_bar is not None and not (change.moved and not change.edited):
            self.found = matches(self.document.graph, self._sought)
            self._tell()

    def _end(self) -> None:
        self.find_bar = None
        self.found = []
        self.setFocus()
        self.repaint()
