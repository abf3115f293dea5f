"""The inspector's page of one node."""

import numpy as np
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

import engine
from engine.ops import LEAVES
from gui.commands import RenameNode, SetAttribute, SetKind, SetOutput
from gui.document import Command, Document
from gui.evaluation import Evaluation
from gui.panels.array_entries import Entries
from gui.panels.array_view import ArrayView
from gui.panels.attribute_fields import AttributeFields
from gui.panels.chain_section import ChainSection
from gui.panels.field import Field
from gui.panels.formula_view import FormulaView, one_by_one
from gui.panels.page import Page, reading_text
from gui.panels.slider_fields import SliderFields
from gui.picture.array_room import making_room, setting
from gui.picture.card import card
from gui.picture.item import node_title, op_title
from gui.picture.name_text import derivative_text, name_html
from gui.picture.not_finite import said_of, value_begins
from gui.picture.numbers import value_text
from gui.picture.written import Written
from gui.quiz.seen import QuizSeen
from gui.readings import Seen, Words, complaint
from gui.theme import Ink, Theme
from gui.threads.work import Cancelled
from gui.typed.name import name_of
from gui.typed.value import value_of
from gui.typed.value_text import text_of
from gui.widgets.form import choice_box
from gui.widgets.named import named, rich
from gui.widgets.tick import Tick

__all__ = ["NodePage"]

_MOST_TYPED = 256  # entries of an array
_MOST_LOCAL, _LOCAL_SIZE = 8, 17  # local derivatives shown of an op with many inputs; letters


class NodePage(Page):
    """A node's name, label, attributes and value to edit; its readings and formulas to see."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._evaluation = evaluation
        self._node = ""
        self.formula = FormulaView(self, height=30)
        self.kind = named(QLabel(self), "muted")
        self.column.addWidget(self.formula)
        self.column.addWidget(self.kind)
        self._add_fields()
        self._add_readings()
        self.chain = ChainSection(document, evaluation, self)
        self.column.addWidget(self.chain)
        self._local_heading = self.heading(self.tr("Derivatives by its inputs"))
        self._local = QVBoxLayout()
        self._local.setSpacing(4)
        self.local: list[FormulaView] = []
        self.column.addLayout(self._local)
        self.column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Draw the formulas and the arrays in `theme`."""
        for formula in (self.formula, *self.local):
            formula.set_theme(theme)
        self.chain.set_theme(theme)
        for entries in (self.values, self.derivatives):
            entries.set_theme(theme)

    def show_node(self, node: str) -> None:
        """Show `node` as it is now."""
        if node not in self.document.graph:
            return  # deleted a moment ago; the selection is about to follow
        graph, readings = self.document.graph, self._evaluation.seen
        if node != self._node:
            self.forget_typed()
        self._node = node
        self.formula.show_text(card(graph, node, readings.output).text)
        leaf = graph.is_leaf(node)
        op = graph.op_of(node)
        self.kind.setVisible(not leaf)  # a leaf has a field for it
        self._form.setRowVisible(self.leaf_kind, leaf)
        if leaf:
            self.leaf_kind.setCurrentIndex(self.leaf_kind.findData(op))
        self.kind.setText(node_title(graph, node))
        self.name.show_text(node)
        self.label.show_text(str(graph.attributes(node).get("label") or ""), node)
        self._form.setRowVisible(self.value, leaf)
        if leaf:
            self._show_value(graph.value(node))
        # more entries than are listed would be lost
        self.values.let_edit(leaf and Entries.lists_all(graph.value(node)))
        slides = leaf and isinstance(graph.value(node), float)
        self._form.setRowVisible(self.slider, slides)
        if slides:
            self.slider.show_node(node)
        self.attributes.show_node(node)
        self.output.setChecked(readings.output == node)
        self._show_readings()
        self.chain.show_node(node)
        self._show_local()

    def forget_typed(self) -> None:
        """Give up what is typed in the fields and in the table."""
        super().forget_typed()
        self.values.forget()

    def show_value(self) -> None:
        """Show the leaf's value where it is edited, before anything comes of it."""
        graph, node = self.document.graph, self._node
        value = graph.value(node)
        self._show_value(value)
        if not isinstance(self._evaluation.seen.value(node), Words):
            self.values.show_reading(value)
        if isinstance(value, float):
            self.slider.show_node(node)

    def _add_fields(self) -> None:
        self._form = self.add_form()
        self.name = Field(self.tr("Name"), self)
        self.name.entered.connect(self._rename)
        self.label = Field(self.tr("Label"), self)
        self.label.setToolTip(self.tr("How the picture writes the node, such as a^{[1]} or w_1"))
        self.label.entered.connect(self._set_label)
        self.value = Field(self.tr("Value"), self)
        self.value.entered.connect(self._set_value)
        self._form.addRow(self.tr("Name"), self.name)
        self._form.addRow(self.tr("Label"), self.label)
        self._form.addRow(self.tr("Value"), self.value)
        self.leaf_kind = choice_box({op: op_title(op) for op in LEAVES}, self)
        self.leaf_kind.setToolTip(self.tr("Parameters are trained; inputs take what a table holds"))
        self.leaf_kind.activated.connect(self._set_kind)
        self._form.addRow(self.tr("Leaf"), self.leaf_kind)
        self.slider = SliderFields(self)
        self._form.addRow("", self.slider)
        self.attributes = AttributeFields(self, self._form, self._evaluation)
        self.output = Tick(self.tr("Output"), self)
        self.output.setToolTip(self.tr("Every derivative shown is the output’s"))
        self.output.chosen.connect(self._set_output)
        self._form.addRow("", self.output)

    def _add_readings(self) -> None:
        self.heading(self.tr("Readings"))
        form = self.add_form()
        self.reading = named(QLabel(self, wordWrap=True), "value")
        self.derivative = named(QLabel(self, wordWrap=True), "derivative")
        self._derivative_of = rich(named(QLabel(self), "reading"))
        self.values = ArrayView(Ink.VALUE, self.tr("Entries of the value"), self)
        self.derivatives = ArrayView(Ink.DERIVATIVE, self.tr("Entries of the derivative"), self)
        self.values.edited.connect(self._set_array)
        form.addRow(self.tr("Value"), self.reading)
        form.addRow(self.values)
        form.addRow(self._derivative_of, self.derivative)
        form.addRow(self.derivatives)
        self.problem = named(QLabel(self, wordWrap=True), "warning")
        self.column.addWidget(self.problem)

    def _show_readings(self) -> None:
        readings, node = self._evaluation.seen, self._node
        value, derivative = readings.value(node), readings.derivative(node)
        self.reading.setText(reading_text(value))
        self.derivative.setText(reading_text(derivative))
        graph = self.document.graph
        # Entries are edited in what is shown, and a large graph's run may be from before the last.
        of_leaf = graph.is_leaf(node) and not isinstance(value, Words)
        self.values.show_reading(graph.value(node) if of_leaf else value)
        self.derivatives.show_reading(derivative)
        self._derivative_of.setText(derivative_text(graph, readings, node, name_html))
        problem = readings.problem(node) or value_begins(graph, readings, node)
        problem = problem or said_of(graph, readings, node)
        self.problem.setText(problem or complaint(graph, readings))
        self.problem.setVisible(bool(self.problem.text()))

    def _show_local(self) -> None:
        graph, seen = self.document.graph, self._evaluation.seen
        written = Written(graph, seen, _LOCAL_SIZE)
        edges = [
            engine.Edge(source, self._node, port)
            for port, source in enumerate(graph.inputs(self._node)[:_MOST_LOCAL])
            # nobody asks for ∂J/∂2, which looks like nonsense
            if source is not None and graph.op_of(source) != "constant"
        ]
        found = [written.derivative(edge) for edge in edges if not _is_asked(seen, edge)]
        formulas = [text for text in found if text is not None]
        while len(self.local) < len(formulas):
            view = FormulaView(self, reached=True)
            view.set_theme(self.formula.theme)
            view.setAccessibleDescription(self._local_heading.text())
            self.local.append(view)
            self._local.addWidget(view)
            one_by_one(self._local_heading, self.local)
        for number, view in enumerate(self.local):
            view.setVisible(number < len(formulas))
            if number < len(formulas):
                view.show_text(formulas[number])
        self._local_heading.setVisible(bool(formulas))

    def _show_value(self, value: engine.Value) -> None:
        """Show a leaf's value for editing; a large array is no text to be typed."""
        large = np.size(value) > _MOST_TYPED
        self.value.line.setReadOnly(large)
        self.value.show_text(value_text(value) if large else text_of(value))

    def _rename(self, text: str) -> None:
        try:
            name = name_of(text, self.document.graph, self._node)
        except engine.GraphError as error:
            self.name.refuse(str(error))
        else:
            self.do(self._grown(RenameNode(self._node, name)), self.name)

    def _set_label(self, text: str) -> None:
        self.do(self._grown(SetAttribute(self._node, "label", text or None)), self.label)

    def _grown(self, command: Command) -> Command:
        """Return a command that makes cards wider, with room for them."""
        return making_room(self.document.graph, self._evaluation, command, grows=True)

    def _set_kind(self) -> None:
        try:
            self.document.do(SetKind(self._node, self.leaf_kind.currentData()))
        except Cancelled:
            self.show_node(self._node)

    def _set_value(self, text: str) -> None:
        try:
            value = value_of(text)
        except engine.GraphError as error:
            self.value.refuse(str(error))
        else:
            command = setting(self.document.graph, self._evaluation, {self._node: value})
            self.do(command, self.value)

    def _set_array(self, value: engine.Value) -> None:
        """Set the value to an array that was edited in its table."""
        try:
            self.document.do(setting(self.document.graph, self._evaluation, {self._node: value}))
        except engine.GraphError as error:
            self.values.refuse(str(error))

    def _set_output(self, chosen: bool) -> None:
        try:
            command = SetOutput(self._node if chosen else None)
            self.document.do(making_room(self.document.graph, self._evaluation, command))
        except Cancelled:
            chosen = False  # what was the output still is
        self.output.setChecked(self._evaluation.seen.output == self._node or chosen)


def _is_asked(seen: Seen, edge: engine.Edge) -> bool:
    """Tell whether a local derivative is the first hint of what a quiz still asks for."""
    return isinstance(seen, QuizSeen) and seen.asks_for(edge)
