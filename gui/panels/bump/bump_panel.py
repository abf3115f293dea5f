"""Bumping: a node is moved by ε, its way to the output is seen, ΔJ/ε beside the derivative."""

import math
from collections.abc import Collection

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSlider, QWidget

import engine
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.named import named
from gui.panels.bump.race_section import RaceSection
from gui.panels.bump.seen import BumpSeen, pair_text
from gui.panels.field import Field
from gui.panels.page import Page
from gui.panels.plot import Curve, Plot
from gui.picture.name_text import name_text
from gui.picture.numbers import MISSING, number_text
from gui.readings import Seen
from gui.run import Readings
from gui.theme import LIGHT, Ink, Theme
from gui.typed_value import text_of, value_of

__all__ = ["BumpPanel"]

EPSILON = 1e-3
_SLIDER = (-12, 0)  # powers of ten
_MOST_EVALUATED = 60_000  # nodes for one curve; more are no curve, but a pause
_FINE = 10  # stops of the slider for each power of ten


class BumpPanel(QScrollArea):
    """Bumps the selected node while it is in front; the picture shows before and after."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._document, self._evaluation = document, evaluation
        self._lens = self._look  # one object: the evaluation tells lenses by identity
        self._selected: str | None = None
        self._aside = False  # hidden with its column or window, not by another panel
        self.epsilon = EPSILON
        self._curve: tuple[Readings, str | None, tuple[float, ...], tuple[float, ...]] | None = None
        self.theme: Theme = LIGHT
        page = Page(document, self)
        self.setWidget(page)
        self.title = page.heading("")
        self._form = page.add_form()
        self._add_epsilon(page)
        self._add_readings(page)
        self.error = Plot(self.tr("Distance from the derivative by ε"), page, 140)
        self.error.log_x = self.error.log_y = True
        self.error.x_name = "ε"
        self._error_heading = page.heading("")
        page.column.addWidget(self.error)
        self.race = RaceSection(document, evaluation, page)
        self.race.race.moved.connect(self._follow_race)
        page.column.addWidget(self.race)
        page.column.addStretch(1)
        document.changed.connect(self._follow)
        evaluation.evaluated.connect(self.refresh)
        evaluation.lens_changed.connect(self._yield)
        self.refresh()

    # --- what the window tells

    def show_selection(self, nodes: Collection[str]) -> None:
        """Bump the node that is selected; with several or none, the last one or a parameter."""
        if len(nodes) == 1:
            self._selected = next(iter(nodes))
            self._show()

    def take(self) -> None:
        """Show the bump from now on, also where a lesson or a quiz is on."""
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.error.set_theme(theme)
        self.race.set_theme(theme)
        self.refresh()

    @property
    def node(self) -> str | None:
        """The node that is bumped: the race's, the selected one, else the first parameter."""
        racing = self.race.race.standing.parameter
        if racing is not None:
            return racing
        graph = self._document.graph
        if self._selected is not None and self._selected in graph:
            return self._selected
        parameters = self._evaluation.readings.parameters
        return parameters[0] if parameters else next(iter(graph.nodes()), None)

    def refresh(self) -> None:
        """Show the numbers of the bump as they are now."""
        if self.isVisible():
            self._show_numbers(self._bumped(self._evaluation.readings))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the picture show both values while this panel is in front."""
        super().showEvent(event)
        # A lesson goes on when the whole column comes back, from presenting say.
        if self._aside and self._evaluation.lens not in (None, self._lens):
            self.refresh()
        else:
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the picture show its own numbers again."""
        super().hideEvent(event)
        self._aside = not self.isHidden()
        self.race.race.clear()
        if self._evaluation.lens is self._lens:
            self._evaluation.look_through(None)

    # --- inside

    def _show(self) -> None:
        """Show the bump, here and on the picture, whatever was looked through before."""
        if self.isVisible():
            self._evaluation.look_through(self._lens)
            self.refresh()

    def _follow_race(self) -> None:
        """Show the race's bump; one that was ended, by a lesson say, takes nothing back."""
        if self.race.race.running or self._evaluation.lens is self._lens:
            self._show()
        else:
            self.refresh()

    def _yield(self) -> None:
        """End the race when somebody else's lens is looked through; after it, bump again."""
        if self._evaluation.lens is not self._lens:
            self.race.race.clear()
        if self._evaluation.lens is None:
            self._show()

    def _add_epsilon(self, page: Page) -> None:
        self.typed = Field("ε", page)
        self.typed.show_text(text_of(self.epsilon))
        self.typed.entered.connect(self._take)
        self.slider = QSlider(Qt.Orientation.Horizontal, page)
        self.slider.setAccessibleName(self.tr("ε, from 10⁻¹² to 1"))
        self.slider.setRange(_SLIDER[0] * _FINE, _SLIDER[1] * _FINE)
        self.slider.setPageStep(_FINE)
        self.slider.setValue(round(math.log10(self.epsilon) * _FINE))
        self.slider.valueChanged.connect(self._slide)
        self._form.addRow("ε", self.typed)
        self._form.addRow("", self.slider)

    def _add_readings(self, page: Page) -> None:
        self.sentence = named(QLabel(page, wordWrap=True), "value")
        page.column.addWidget(self.sentence)
        form = page.add_form()
        self.moved = named(QLabel(page, wordWrap=True), "value")
        self.slope = named(QLabel(page, wordWrap=True), "value")
        self.derivative = named(QLabel(page, wordWrap=True), "derivative")
        self.names = [named(QLabel(page), "reading") for _ in range(3)]
        values = (self.moved, self.slope, self.derivative)
        for name, value in zip(self.names, values, strict=True):
            form.addRow(name, value)

    def _bumped(self, readings: Readings, epsilon: float | None = None) -> engine.Bump | None:
        """Return the bump at hand, in an array of its first entry; None where there is none."""
        node = self.node
        if node is None:
            return None
        value = readings.value(node)
        index = (0,) * np.ndim(value) if isinstance(value, np.ndarray) and value.size else None
        try:
            return readings.bump(node, epsilon or self.epsilon, index)
        except engine.GraphError:
            return None

    def _look(self, readings: Readings) -> Seen:
        """Return what the picture shows: the lens of this panel."""
        bump = self._bumped(readings)
        return readings if bump is None else BumpSeen(readings, bump)

    def _show_numbers(self, bump: engine.Bump | None) -> None:
        readings = self._evaluation.readings
        node, output = self.node or "", readings.output or "J"
        told = self._written(output)
        self.title.setText(self.tr("Bump {node}").format(node=self._written(node)) if node else "")
        slope = None if bump is None else bump.slope()
        derivative = self._derivative(readings, bump)
        name = self._written(node)
        rows = (f"{told}({name} + ε)", f"Δ{told}/ε", f"∂{told}/∂{name}")
        for label, text in zip(self.names, rows, strict=True):
            label.setText(text)
        after = None if bump is None or readings.output is None else bump.after(output)
        self.moved.setText(_slope_text(after) if isinstance(after, float) else MISSING)
        self.slope.setText(MISSING if slope is None else _slope_text(slope))
        self.derivative.setText(MISSING if derivative is None else _slope_text(derivative))
        if bump is None:
            said = readings.message or self.tr("Select a node to bump it.")
        else:
            said = self._said(bump, slope, derivative, node, output)
        self.sentence.setText(said)
        self._draw_error(readings, derivative, told)

    def _said(
        self,
        bump: engine.Bump,
        slope: float | None,
        derivative: float | None,
        node: str,
        output: str,
    ) -> str:
        if slope is None or derivative is None:
            return self._evaluation.readings.message
        near = abs(slope - derivative) <= 0.1 * max(abs(derivative), 1e-9)
        sign = "=" if slope == derivative else "≈" if near else "≠"
        entry = str(list(bump.index)) if bump.index else ""
        name, told = self._written(node), self._written(output)
        moved = f"{name}{entry}: {self._pair(bump, node)}, {told}: {self._pair(bump, output)},"
        slopes = f"Δ{told}/ε = {_slope_text(slope)} {sign} {_slope_text(derivative)}"
        return f"{moved}\n{slopes}"

    def _written(self, node: str) -> str:
        return name_text(self._document.graph, node)

    def _pair(self, bump: engine.Bump | None, name: str) -> str:
        if bump is None or name not in self._document.graph:
            return MISSING
        at = bump.index if name == bump.node and bump.index else ()
        before, after = bump.before(name), bump.after(name)
        if before is None or after is None or np.ndim(np.asarray(before)[at]):
            return MISSING
        return pair_text(float(np.asarray(before)[at]), float(np.asarray(after)[at]))

    def _derivative(self, readings: Readings, bump: engine.Bump | None) -> float | None:
        if bump is None:
            return None
        found = readings.derivative(bump.node)
        return None if found is None else float(np.asarray(found)[bump.index or ()])

    def _draw_error(self, readings: Readings, derivative: float | None, output: str) -> None:
        """Draw how far ΔJ/ε is from the derivative for every ε, and where the bump at hand is."""
        self._error_heading.setText(self.tr("|Δ{j}/ε − ∂{j}| by ε").format(j=output))
        self.error.hint = self.tr("There is no derivative to compare with.")
        if derivative is None or not math.isfinite(derivative):
            self.error.show_curves([])
            return
        steps, errors = self._errors(readings, derivative)
        ink, mark = self.theme.inks[Ink.MUTED], self.theme.inks[Ink.DERIVATIVE]
        curves = [Curve("", steps, errors, ink)] if any(e > 0 for e in errors) else []
        here = self._error(readings, self.epsilon, derivative)
        if here > 0:
            curves.append(Curve("", [abs(self.epsilon)], [here], mark))
        self.error.hint = self.tr("Δ{j}/ε is the derivative, whatever ε.").format(j=output)
        self.error.show_curves(curves)

    def _errors(
        self, readings: Readings, derivative: float
    ) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return ε from small to large and the distances, found once for each run and node."""
        if self._curve is None or self._curve[:2] != (readings, self.node):
            bump = self._bumped(readings)
            moved = 1 if bump is None else len(bump.moved)
            fine = min(4, _MOST_EVALUATED // (moved * (_SLIDER[1] - _SLIDER[0])))
            stops = range(_SLIDER[0] * fine, _SLIDER[1] * fine + 1) if fine else ()
            steps = tuple(10.0 ** (k / fine) for k in stops)
            errors = tuple(self._error(readings, e, derivative) for e in steps)
            self._curve = (readings, self.node, steps, errors)
        return self._curve[2:]

    def _error(self, readings: Readings, epsilon: float, derivative: float) -> float:
        bump = self._bumped(readings, epsilon)
        slope = None if bump is None else bump.slope()
        return math.nan if slope is None else abs(slope - derivative)

    def _take(self, text: str) -> None:
        try:
            value = value_of(text)
            if not isinstance(value, float) or not math.isfinite(value) or value == 0.0:
                raise engine.InvalidValueError(self.tr("ε is a number other than 0"))
        except engine.GraphError as error:
            self.typed.refuse(str(error))
            return
        self._set_epsilon(value)
        self.slider.blockSignals(True)
        self.slider.setValue(round(math.log10(abs(value)) * _FINE))
        self.slider.blockSignals(False)

    def _slide(self, stop: int) -> None:
        self._set_epsilon(float(f"{10.0 ** (stop / _FINE):.2g}"))

    def _set_epsilon(self, epsilon: float) -> None:
        self.epsilon = epsilon
        self.typed.show_text(text_of(epsilon))
        self._show()

    def _follow(self, change: Change) -> None:
        if self._selected is not None:
            self._selected = dict(change.renamed).get(self._selected, self._selected)
        if change.reset:
            self._selected = None


def _slope_text(slope: float) -> str:
    """Return a slope, or the moved output, with enough digits to tell what moved: 2.0005."""
    return number_text(slope, 7)
