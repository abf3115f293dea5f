"""The inspector's page of a group: its title, whether it is folded, what leaves it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

import engine
from gui.commands import fold, retitle
from gui.document import Change, Command, Document
from gui.evaluation import Evaluation
from gui.language import counted
from gui.panels.field import Field
from gui.panels.page import Page, reading_text
from gui.picture.array_room import making_room
from gui.picture.name_text import derivative_text, name_html
from gui.picture.shown import Composite, composite_of
from gui.threads.making import Making
from gui.threads.work import Cancelled
from gui.widgets.named import named, rich
from gui.widgets.tick import Tick

__all__ = ["Folding", "GroupPage"]

_MOST_OUTPUTS = 8
_AT_ONCE = 2000  # members

Folding = Callable[[Collection[str], bool], Command]
"""Returns the step that folds groups, or unfolds them; it raises GraphError."""


@dataclass(frozen=True)
class _Output:
    """The labels of one output: its name and value, and its derivative."""

    name: QLabel
    value: QLabel
    of: QLabel
    derivative: QLabel


class GroupPage(Page):
    """Title and fold of a group to edit; the values and derivatives that leave it to see."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._evaluation = evaluation
        self.folding: Folding = lambda ids, folded: fold(document.graph, ids, folded=folded)
        self._group = ""
        self._composite: Composite | None = None
        self._known_for: tuple[object, ...] = ()
        self._making: Making[Composite] = Making(self)
        document.changing.connect(self._making.interrupt)
        self.outputs: list[_Output] = []
        self.heading(self.tr("Group"))
        self.counts = named(QLabel(self, wordWrap=True), "muted")
        self.column.addWidget(self.counts)
        form = self.add_form()
        self.title = Field(self.tr("Title"), self)
        self.title.entered.connect(self._retitle)
        form.addRow(self.tr("Title"), self.title)
        self.folded = Tick(self.tr("Folded into one card"), self)
        self.folded.chosen.connect(self._fold)
        form.addRow("", self.folded)
        self.refusal = named(QLabel(self, wordWrap=True), "warning")
        self.column.addWidget(self.refusal)
        document.changed.connect(self._follow)
        self.heading(self.tr("What leaves it"))
        self._readings: QFormLayout = self.add_form()
        self.column.addStretch(1)

    def show_group(self, group: engine.Group) -> None:
        """Show `group` as it is now."""
        if group.id != self._group:
            self.title.give_up()
        self._group = group.id
        self._find(group)
        self.title.show_text(group.title)
        self.folded.setChecked(group.folded)
        self.refusal.hide()
        self._tell(group, self._composite)

    def _tell(self, group: engine.Group, composite: Composite | None) -> None:
        """Tell how large a group is and what leaves it, the latter once that is known."""
        counts = [counted(len(group.members), "1 node", "{n} nodes")]
        if composite is not None:
            inputs = len(composite.inputs)
            counts.append(counted(inputs, "1 input from outside", "{n} inputs from outside"))
        self.counts.setText(", ".join(counts))
        self._show_outputs(() if composite is None else composite.outputs[:_MOST_OUTPUTS])

    def _find(self, group: engine.Group) -> None:
        """Find what a group is as one card, unless that is known; of a large one in a moment."""
        graph = self.document.graph
        hangs_on = graph, graph.mark, graph.output, group.members
        if hangs_on == self._known_for:
            return
        self._composite, self._known_for = None, hangs_on

        def take() -> None:
            self._composite = self._making.result()
            if self._group == group.id:
                self._tell(group, self._composite)

        long = len(group.members) > _AT_ONCE
        self._making.begin(lambda: composite_of(graph, group), take, long=long)

    def _follow(self, change: Change) -> None:
        """Let go of a graph that another took the place of, and of what may be another now."""
        if change.reset:
            self._making.stop()
            self._composite, self._known_for = None, ()

    def _show_outputs(self, names: Sequence[str]) -> None:
        readings = self._evaluation.seen
        while len(self.outputs) < len(names):
            self._add_output()
        for row in range(self._readings.rowCount()):
            self._readings.setRowVisible(row, row < 2 * len(names))
        for name, row_of in zip(names, self.outputs, strict=False):
            row_of.name.setText(name_html(self.document.graph, name))
            row_of.value.setText(reading_text(readings.value(name)))
            row_of.of.setText(derivative_text(self.document.graph, readings, name, name_html))
            row_of.derivative.setText(reading_text(readings.derivative(name)))

    def _add_output(self) -> None:
        row = _Output(
            rich(named(QLabel(self), "reading")),
            named(QLabel(self, wordWrap=True), "value"),
            rich(named(QLabel(self), "reading")),
            named(QLabel(self, wordWrap=True), "derivative"),
        )
        self.outputs.append(row)
        self._readings.addRow(row.name, row.value)
        self._readings.addRow(row.of, row.derivative)

    def _retitle(self, text: str) -> None:
        try:
            graph = self.document.graph
            command = retitle(graph, self._group, text)
            command = making_room(graph, self._evaluation, command, grows=True)
        except engine.GraphError as error:
            self.title.refuse(str(error))
        else:
            self.do(command, self.title)

    def _fold(self, folded: bool) -> None:
        try:
            self.document.do(self.folding([self._group], folded))
        except engine.GraphError as error:
            self.folded.setChecked(not folded)
            self.refusal.setText(str(error))
            self.refusal.show()
        except Cancelled:
            self.folded.setChecked(not folded)
