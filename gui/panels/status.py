"""The status bar: what the graph holds, what it lacks, and what backpropagation saves."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

import engine
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.language import count_text, counted, tr
from gui.picture.not_finite import begins_briefly
from gui.readings import complaint
from gui.widgets.literal import in_button, in_tip
from gui.widgets.named import mark, named

__all__ = ["Status"]

_HEIGHT = 30
_SAID_FOR = 6000  # ms


class Status(QWidget):
    """One line; `asked_for` carries the node behind a warning that was clicked."""

    asked_for = Signal(str)

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)  # a warning that comes and goes moves nothing
        self._document, self._evaluation = document, evaluation
        self.counts = QLabel(self)
        self.missing = self._warning()
        self.nonfinite = self._warning()
        self.derivatives = self._warning()
        self.unfit = self._warning()
        self.message = named(QLabel(self), "warning")
        self.steps = QLabel(self)
        self.working = QLabel(self)
        self.cancel = self._button(self.tr("Cancel"), evaluation.give_up)
        self.cancel.setToolTip(self.tr("Compute nothing until the next edit (Esc)"))
        self.resume = self._button(self.tr("Compute"), evaluation.resume)
        self.zoom = QLabel(self)
        self.said = named(QLabel(self), "remark")
        self.said.hide()
        self._silence = QTimer(self, interval=_SAID_FOR, singleShot=True)
        self._silence.timeout.connect(self.said.hide)
        self._lay_out()
        self._counted = False
        document.changed.connect(self._follow)
        evaluation.evaluated.connect(self.refresh)
        evaluation.worked.connect(self._show_work)
        evaluation.progressed.connect(self._show_progress)
        self._show_work()
        self.refresh()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(18)
        for part in (
            self.counts,
            self.missing,
            self.nonfinite,
            self.derivatives,
            self.unfit,
            self.message,
            self.said,
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        for part in (self.working, self.cancel, self.resume):
            layout.addWidget(part)
        layout.addWidget(self.steps)
        layout.addWidget(self.zoom)
        for part in (self.message, self.said):
            part.setMinimumWidth(1)  # a long sentence is cut, it does not widen the window

    def refresh(self) -> None:
        """Say how the graph stands now."""
        if not self._counted:
            self._count()
        readings = self._evaluation.readings
        strange = readings.nonfinite
        self._warn(self.nonfinite, strange[0] if strange else "", self._nonfinite(strange))
        begins = readings.nonfinite_derivatives
        self._warn(self.derivatives, begins[0] if begins else "", self._derivatives(begins))
        unfit = readings.unfit
        self._warn(self.unfit, unfit[0] if unfit else "", self._unfit(unfit))
        sentence = complaint(self._document.graph, readings)
        if not sentence and readings.output is not None and not unfit:
            sentence = readings.problem(readings.output) or ""
        self.message.setText("" if self.missing.property("node") else sentence)
        self.message.setToolTip(in_tip(sentence))
        self.message.setVisible(bool(self.message.text()))
        counts = readings.counts
        evaluated = readings.output is not None and readings.value(readings.output) is not None
        told = evaluated and counts.nodes and counts.parameters
        self.steps.setText(_steps(counts) if told else "")
        self.steps.setToolTip(_meant(counts))

    def say(self, sentence: str) -> None:
        """Say for a while why something could not be done."""
        self._say(sentence, refused=True)

    def tell(self, sentence: str) -> None:
        """Say for a while what was done, or what is to be done next."""
        self._say(sentence, refused=False)

    def _say(self, sentence: str, *, refused: bool) -> None:
        mark(self.said, "refused", refused)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self._silence.start()

    def show_zoom(self, scale: float) -> None:
        """Say how large the picture is shown."""
        digits = 0 if scale >= 0.01 else 2
        self.zoom.setText(f"{scale:.{digits}%}".replace("%", " %"))

    def _show_work(self) -> None:
        """Say that a large graph is computed, or was to be, and offer the other."""
        working = self._evaluation.working
        self._show_progress(0.0)
        self.working.setVisible(working)
        self.cancel.setVisible(working)
        self.resume.setVisible(self._evaluation.given_up)

    def _show_progress(self, share: float) -> None:
        text = self.tr("computing…")
        self.working.setText(f"{text} {share:.0%}".replace("%", " %") if share else text)

    def _follow(self, change: Change) -> None:
        """Count anew only what an edit may have changed: a slider must not walk the graph."""
        if change.reshapes:
            self._counted = False
        if not self._document.previewing and replace(change, moved=()):
            self.said.hide()  # it is settled; where a card was only moved aside, perhaps not yet

    def _count(self) -> None:
        graph = self._document.graph
        nodes, edges = len(graph), graph.edge_count()
        counts = counted(nodes, "1 node", "{n} nodes"), counted(edges, "1 edge", "{n} edges")
        self.counts.setText(" · ".join(counts) if nodes else "")
        missing = graph.missing_inputs()
        self._warn(self.missing, missing[0][0] if missing else "", _missing(len(missing)))
        self._counted = True

    def _button(self, text: str, press: Callable[[], None]) -> QToolButton:
        button = named(QToolButton(self, autoRaise=True), "work")
        button.setText(text)
        button.clicked.connect(press)
        return button

    def _warning(self) -> QToolButton:
        button = named(QToolButton(self, autoRaise=True), "warning")
        button.hide()
        button.clicked.connect(lambda: self.asked_for.emit(button.property("node")))
        return button

    def _warn(self, button: QToolButton, node: str, text: str) -> None:
        button.setProperty("node", node)
        button.setText(in_button(text))
        button.setToolTip(in_tip(self.tr("Show {node}").format(node=node)))
        button.setVisible(bool(node))

    def _unfit(self, nodes: tuple[str, ...]) -> str:
        """Return why shapes do not fit at a node, or at how many of `nodes` they do not."""
        if len(nodes) == 1:
            return self._evaluation.readings.problem(nodes[0]) or ""
        count = len(nodes)
        return counted(count, "shapes do not fit at 1 node", "shapes do not fit at {n} nodes")

    def _nonfinite(self, nodes: tuple[str, ...]) -> str:
        if not nodes:
            return ""
        if len(nodes) > 1:
            said = self.tr("NaN or infinity starts at {n} nodes")
            return said.format(n=count_text(len(nodes)))
        (node,) = nodes
        value = self._evaluation.readings.value(node)
        kind = "NaN" if value is None or np.isnan(value).any() else self.tr("infinity")
        return self.tr("{kind} starts at {node}").format(kind=kind, node=node)

    def _derivatives(self, nodes: tuple[str, ...]) -> str:
        """Return where derivatives cease to be finite; why is said there, as far as it is seen."""
        if not nodes:
            return ""
        if len(nodes) > 1:
            said = self.tr("derivatives become NaN or infinite at {n} nodes")
            return said.format(n=count_text(len(nodes)))
        return begins_briefly(self._document.graph, self._evaluation.readings, *nodes)


def _missing(count: int) -> str:
    return counted(count, "1 input is missing", "{n} inputs are missing")


def _steps(counts: engine.Counts) -> str:
    """Return `n + p = 6 steps against n × p = 8`; of arrays every entry would be bumped."""
    if counts.has_arrays:
        return tr("n + p = {fewer} steps against n × {entries} entries = {more}").format(
            fewer=count_text(counts.backprop_steps),
            entries=count_text(counts.entries),
            more=count_text(counts.entry_steps),
        )
    return tr("n + p = {fewer} steps against n × p = {more}").format(
        fewer=count_text(counts.backprop_steps), more=count_text(counts.bump_steps)
    )


def _meant(counts: engine.Counts) -> str:
    """Return what n and p are, and what is compared."""
    if counts.has_arrays:
        return tr(
            "n ops and p parameters, each a number or an array: one backward pass gives every "
            "derivative in n + p steps; bumping takes n steps for each entry."
        )
    return tr(
        "n ops and p parameters: one backward pass gives every derivative in n + p steps; "
        "bumping each parameter in turn takes n × p."
    )
