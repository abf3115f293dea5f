"""The inspector's page of one edge."""

from PySide6.QtWidgets import QLabel, QWidget

import engine
from gui.document import Document
from gui.evaluation import Evaluation
from gui.panels.array_view import ArrayView
from gui.panels.chain_section import ChainSection
from gui.panels.page import Page, reading_text
from gui.picture.name_text import input_text, name_html
from gui.picture.not_finite import begins_along
from gui.theme import Ink, Theme
from gui.widgets.named import named, rich

__all__ = ["EdgePage"]


class EdgePage(Page):
    """Where an edge leads, its value, its derivative, and how the derivative comes about."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._evaluation = evaluation
        self.title = rich(self.heading(""))
        self.port = named(QLabel(self), "muted")
        self.column.addWidget(self.port)
        form = self.add_form()
        self.value = named(QLabel(self, wordWrap=True), "value")
        self.derivative = named(QLabel(self, wordWrap=True), "derivative")
        self.values = ArrayView(Ink.VALUE, self.tr("Entries of the value"), self)
        self.derivatives = ArrayView(Ink.DERIVATIVE, self.tr("Entries of the derivative"), self)
        form.addRow(self.tr("Value"), self.value)
        form.addRow(self.values)
        form.addRow(self.tr("Derivative"), self.derivative)
        form.addRow(self.derivatives)
        self.problem = named(QLabel(self, wordWrap=True), "warning")
        self.column.addWidget(self.problem)
        self.chain = ChainSection(document, evaluation, self)
        self.column.addWidget(self.chain)
        self.column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw the formulas and the arrays in `theme`."""
        self.chain.set_theme(theme)
        for entries in (self.values, self.derivatives):
            entries.set_theme(theme)

    def show_edge(self, edge: engine.Edge) -> None:
        """Show `edge` as it is now."""
        graph, readings = self.document.graph, self._evaluation.seen
        if not graph.network.has_edge(edge.source, edge.target, key=edge.port):
            return  # gone a moment ago; the selection is about to follow
        source, target = name_html(graph, edge.source), name_html(graph, edge.target)
        self.title.setText(f"{source} → {target}")
        self.port.setText(input_text(graph, edge.target, edge.port))
        value, derivative = readings.value(edge.source), readings.edge_derivative(*edge)
        self.value.setText(reading_text(value))
        self.derivative.setText(reading_text(derivative))
        self.values.show_reading(value)
        self.derivatives.show_reading(derivative)
        self.problem.setText(begins_along(graph, readings, edge))
        self.problem.setVisible(bool(self.problem.text()))
        self.chain.show_edge(edge)
