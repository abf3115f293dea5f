"""The inspector's page when nothing is selected: the graph itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

import engine
from gui.commands import SetOutput, SetTitle
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.panels.field import Field
from gui.panels.page import Page, reading_text
from gui.panels.slider_list import SliderList
from gui.picture.name_text import name_html, name_text
from gui.theme import Theme
from gui.threads.work import Cancelled
from gui.widgets.named import named
from gui.widgets.scripted_box import ScriptedBox

__all__ = ["GraphPage"]

_MOST_CHOICES = 200  # a list of more nodes is no choice


class GraphPage(Page):
    """Title and output of the graph."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._evaluation = evaluation
        self.heading(self.tr("Graph"))
        form = self.add_form()
        self.title = Field(self.tr("Title"), self)
        self.title.entered.connect(lambda text: self.do(SetTitle(text), self.title))
        form.addRow(self.tr("Title"), self.title)
        self.output = ScriptedBox(self)
        self.output.setAccessibleName(self.tr("Output"))
        self.output.setMinimumContentsLength(8)
        self.output.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.output.activated.connect(self._choose_output)
        form.addRow(self.tr("Output"), self.output)
        self._offered: tuple[object, ...] | None = None  # what the outputs to choose from hang on
        document.changed.connect(self._follow)
        self.value = named(QLabel(self), "value")
        form.addRow(self.tr("Value"), self.value)
        self._sliders_heading = self.heading(self.tr("Sliders"))
        self.sliders = SliderList(document, self)
        self.column.addWidget(self.sliders)
        self.message = named(QLabel(self, wordWrap=True), "warning")
        self.column.addWidget(self.message)
        self._hint = named(
            QLabel(self.tr("Select a node or an edge to see all about it."), self), "muted"
        )
        self._hint.setWordWrap(True)
        self.column.addWidget(self._hint)
        self.column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Write the sliders' names in `theme`."""
        self.sliders.set_theme(theme)

    def refresh(self) -> None:
        """Show the graph's title, output and what stands in the way of its derivatives."""
        graph, readings = self.document.graph, self._evaluation.seen
        self.sliders.refresh()
        for part in (self.sliders, self._sliders_heading):
            part.setVisible(bool(self.sliders.names))
        self.title.show_text(graph.title, self.tr("Untitled"))
        self._fill_outputs()
        output = readings.output
        self.value.setText(reading_text(readings.value(output) if output else None))
        self.message.setText(readings.message)
        self.message.setVisible(bool(readings.message))

    def _follow(self, change: Change) -> None:
        if not change.of_numbers_alone:  # nodes, or a label
            self._offered = None

    def _fill_outputs(self) -> None:
        graph = self.document.graph
        hangs_on = graph, graph.output, self._evaluation.seen.output
        if self._offered == hangs_on:
            return
        self._offered = hangs_on
        nodes = graph.nodes()[:_MOST_CHOICES]
        named = graph.output
        if named is not None and named not in nodes:
            nodes.append(named)
        only = self._evaluation.seen.output if named is None else None
        auto = self.tr("Automatic ({name})") if only else self.tr("Automatic")

        def written(write: Callable[[engine.Graph, str], str], name: str | None) -> str:
            return (
                auto.format(name=write(graph, only or "")) if name is None else write(graph, name)
            )

        # under the same label there may be another node
        choices = [(written(name_text, name), name) for name in (None, *nodes)]
        self.output.offer(choices, lambda name: written(name_html, name))
        self.output.setCurrentIndex(0 if named is None else nodes.index(named) + 1)

    def _choose_output(self, row: int) -> None:
        try:
            self.document.do(SetOutput(self.output.itemData(row)))
        except Cancelled:
            self._offered = None
            self._fill_outputs()
