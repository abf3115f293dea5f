"""The inspector's chain rule: where the derivative of a node or an edge comes from."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

import engine
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.panels.formula_view import FormulaView, one_by_one
from gui.picture.card import is_bare_constant
from gui.picture.chain import Row, Ways, edge_rows, node_rows, way_rows
from gui.picture.written import Written
from gui.quiz.seen import QuizSeen
from gui.theme import LIGHT, Theme
from gui.widgets.named import named, rich

__all__ = ["ChainSection"]

_SIZE = 16
_LARGE = 4_000  # nodes; in a larger graph paths are not looked for at every click, it takes long


class ChainSection(QWidget):
    """Rows of a few words with their formulas, made anew for what is selected on a `page`."""

    written = Signal()
    """The rows are those of what is selected."""

    def __init__(self, document: Document, evaluation: Evaluation, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._write)
        self._document, self._evaluation = document, evaluation
        self._theme: Theme = LIGHT
        self._shown: str | engine.Edge | None = None
        self._ways: tuple[str | engine.Edge, str, Ways] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._heading = named(QLabel(self.tr("Chain rule"), self), "heading")
        self._column.addWidget(self._heading)
        self._rows: list[tuple[QLabel, list[FormulaView]]] = []
        document.changed.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Draw the formulas in `theme`."""
        self._theme = theme
        for view in self.findChildren(FormulaView):
            view.set_theme(theme)

    def show_node(self, node: str) -> None:
        """Show where the derivative of `node` comes from."""
        self._show_soon(node)

    def show_edge(self, edge: engine.Edge) -> None:
        """Show where the derivative of `edge` comes from."""
        self._show_soon(edge)

    @property
    def waits(self) -> bool:
        """Whether rows are about to be written, which `written` tells of."""
        return self._soon.isActive()

    def texts(self) -> list[str]:
        """Return what is shown, a title as its label has it."""
        if self.waits:
            self._write()
        return [
            text
            for title, views in self._rows
            if title.isVisibleTo(self)
            for text in (
                title.text(),
                *(view.words for view in views if view.isVisibleTo(self)),
            )
        ]

    def _show_soon(self, shown: str | engine.Edge) -> None:
        """Write the rows about a node or an edge, where they are seen after the canvas's frame.

        They take longer than all else that comes of a click.
        """
        if self._is_soon_anew(shown):
            return
        self._soon.start()
        holder = self._page.parentWidget()  # the page itself may be about to come in front
        if holder is None or not holder.isVisible():
            self._write()

    def _write(self) -> None:
        """Write the rows."""
        self._soon.stop()
        shown, graph = self._shown, self._document.graph
        if shown is not None and _is_in(graph, shown):  # else deleted a moment ago
            written = self._written()
            if not self._goes_back(written) or self._is_asked(shown):
                self._show([])
            elif isinstance(shown, str):
                self._show(self._with_way(written, shown, node_rows(written, shown)))
            else:
                self._show(self._with_way(written, shown, edge_rows(written, shown)))
        self.written.emit()

    def _is_soon_anew(self, shown: str | engine.Edge) -> bool:
        """Tell whether the same is shown again with the readings that are due; note what it is.

        To write the rows with those from before the edit would take as long, for one turn.
        """
        before, self._shown = self._shown, shown
        return shown == before and self._evaluation.due

    def _written(self) -> Written:
        return Written(self._document.graph, self._evaluation.seen, _SIZE)

    def _goes_back(self, written: Written) -> bool:
        """Tell whether there is something to write: not in forward mode, nor before the next run.

        The last run's output may have gone, or have another name by now.
        """
        output = written.readings.output
        return written.readings.adds_up and (output is None or output in self._document.graph)

    def _is_asked(self, shown: str | engine.Edge) -> bool:
        """Tell whether a quiz asks for the edge, or one of those that leave the node."""
        if not isinstance(self._evaluation.seen, QuizSeen):
            return False  # of a node that feeds tens of thousands none is listed
        graph = self._document.graph
        return self._asked(graph.consumers(shown) if isinstance(shown, str) else [shown])

    def _asked(self, edges: Iterable[engine.Edge]) -> bool:
        """Tell whether a quiz asks for one of the edges: here its hints would cost nothing."""
        seen = self._evaluation.seen
        return isinstance(seen, QuizSeen) and any(map(seen.asks_for, edges))

    def _with_way(self, written: Written, begin: str | engine.Edge, rows: list[Row]) -> list[Row]:
        """Return the rows with those about the way; that there is none explains their zeros."""
        way = self._way(written, begin)
        none = bool(way) and self._ways is not None and not self._ways[2].count
        return [*way, *rows] if none else [*rows, *way]

    def _way(self, written: Written, begin: str | engine.Edge) -> list[Row]:
        """Return the rows about the whole way; the paths are found once per selection."""
        graph, output = self._document.graph, written.output
        start = begin if isinstance(begin, str) else begin.source
        if not output or len(graph) > _LARGE or begin == output or is_bare_constant(graph, start):
            return []
        kept = self._ways
        # a selection may be shown before `_follow` hears of the edit that led to it
        if kept is None or kept[:2] != (begin, output) or not kept[2].stand_in(graph):
            kept = self._ways = (begin, output, Ways.of(graph, output, begin))
        asked = any(self._asked(path) for path in kept[2].paths)
        return [] if asked else way_rows(written, kept[2])

    def _show(self, rows: list[Row]) -> None:
        self.setVisible(bool(rows))
        while len(self._rows) < len(rows):
            title = rich(named(QLabel(self, wordWrap=True), "muted"))
            title.setContentsMargins(0, 6, 0, 0)
            self._column.addWidget(title)
            self._rows.append((title, []))
        for number, (title, views) in enumerate(self._rows):
            row = rows[number] if number < len(rows) else Row("", ())
            title.setVisible(number < len(rows))
            title.setText(row.title)
            while len(views) < len(row.lines):
                view = FormulaView(self, reached=True)
                view.set_theme(self._theme)
                self._column.insertWidget(self._place(number), view)
                views.append(view)
                one_by_one(self._heading, [line for _, lines in self._rows for line in lines])
            said = QTextDocumentFragment.fromHtml(row.title).toPlainText()
            for k, view in enumerate(views):
                view.setAccessibleDescription(said)
                view.setVisible(k < len(row.lines))
                if k < len(row.lines):
                    view.show_text(row.lines[k])

    def _place(self, number: int) -> int:
        """Return where in the column the next line of row `number` stands."""
        before = sum(1 + len(views) for _, views in self._rows[: number + 1])
        return 1 + before

    def _follow(self, change: Change) -> None:
        if change.reshapes:
            self._ways = None


def _is_in(graph: engine.Graph, shown: str | engine.Edge) -> bool:
    """Tell whether a graph has a node or an edge."""
    if isinstance(shown, str):
        return shown in graph
    return bool(graph.network.has_edge(shown.source, shown.target, key=shown.port))
