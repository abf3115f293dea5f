"""Bumping: a node is moved by ε, its way to the output is seen, ΔJ/ε beside the derivative."""

import math
from collections.abc import Collection
from html import escape

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget

import engine
from gui.bumping import Bumping
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.panels.bump.entry_field import EntryField
from gui.panels.bump.epsilon_slider import EpsilonSlider
from gui.panels.bump.error_section import ErrorSection
from gui.panels.bump.race_section import RaceSection
from gui.panels.bump.sides import Sides
from gui.panels.field import Field
from gui.panels.page import Page
from gui.panels.panel import Panel
from gui.picture.bump_seen import BumpSeen, pair_text
from gui.picture.name_text import name_html, name_text
from gui.picture.not_finite import said_of
from gui.picture.numbers import MISSING, number_text
from gui.readings import Seen
from gui.run import Readings
from gui.theme import LIGHT, Theme
from gui.typed.value import value_of
from gui.typed.value_text import text_of
from gui.widgets.named import named, rich

__all__ = ["BumpPanel"]

EPSILON = 1e-3


class BumpPanel(Panel):
    """Bumps the selected node while it is in front; the picture shows before and after."""

    told = Signal(str)
    """Carries what the bump did, as plain text, for a reader."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._document, self._evaluation = document, evaluation
        self._lens = self._look  # one object: the evaluation tells lenses by identity
        self._selected: str | None = None
        self._chosen: tuple[str, tuple[int, ...]] | None = None  # an entry of a node
        self._sides = Sides()
        self._aside = False  # hidden with its column or window, not by another panel
        self.epsilon = EPSILON
        self.theme: Theme = LIGHT
        page = Page(document, self)
        self.setWidget(page)
        self.title = rich(page.heading(""))
        self._form = page.add_form()
        self._add_epsilon(page)
        self._add_readings(page)
        self.errors = ErrorSection(page)
        page.column.addWidget(self.errors)
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
        if self._evaluation.lens is not self._lens:  # else it has been since the panel came up
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.errors.set_theme(theme)
        self.race.set_theme(theme)
        self.refresh()

    @property
    def node(self) -> str | None:
        """The node that is bumped: the race's, the selected one, else the first parameter."""
        race = self.race.race
        if race.running and race.standing.parameter is not None:
            return race.standing.parameter
        graph = self._document.graph
        if self._selected is not None and self._selected in graph:
            return self._selected
        parameters = self._evaluation.readings.parameters
        return parameters[0] if parameters else next(iter(graph.nodes()), None)

    def refresh(self) -> None:
        """Show the numbers of the bump as they are now."""
        if self.isVisible():
            self._show_numbers()

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
            self.refresh()
        if self._evaluation.lens is None:
            self._show()

    def _add_epsilon(self, page: Page) -> None:
        self.typed = Field("ε", page)
        self.typed.show_text(text_of(self.epsilon))
        self.typed.entered.connect(self._take)
        self.slider = EpsilonSlider(self.epsilon, page)
        self.slider.valueChanged.connect(self._slide)
        self.entry = EntryField(page)
        self.entry.chosen.connect(self._choose)
        self._form.addRow(self.tr("Entry"), self.entry)
        self._form.addRow("ε", self.typed)
        self._form.addRow("", self.slider)

    def _add_readings(self, page: Page) -> None:
        self.sentence = rich(named(QLabel(page, wordWrap=True), "value"))
        page.column.addWidget(self.sentence)
        form = page.add_form()
        self.moved = named(QLabel(page, wordWrap=True), "value")
        self.slope = named(QLabel(page, wordWrap=True), "value")
        self.derivative = named(QLabel(page, wordWrap=True), "derivative")
        self.names = [rich(named(QLabel(page), "reading")) for _ in range(3)]
        values = (self.moved, self.slope, self.derivative)
        for name, value in zip(self.names, values, strict=True):
            form.addRow(name, value)

    def _bumping(self, readings: Readings) -> Bumping | None:
        node = self.node
        if node is None:
            return None
        chosen = self._chosen[1] if self._chosen is not None and self._chosen[0] == node else None
        return Bumping(readings, node, chosen)

    def _look(self, readings: Readings) -> Seen:
        """Return what the picture shows: the lens of this panel."""
        bumping = self._bumping(readings)
        bump = None if bumping is None else bumping.by(self.epsilon)
        return readings if bump is None else BumpSeen(readings, bump)

    def _show_numbers(self) -> None:
        readings = self._evaluation.readings
        waits = self._evaluation.lens not in (None, self._lens)  # a lesson hides what is to come
        bumping = None if waits else self._bumping(readings)
        bump = None if bumping is None else bumping.by(self.epsilon)
        slope = after = derivative = None
        if bumping is not None and bump is not None:
            slope, derivative = bump.slope(), bumping.derivative(bump)
            after = None if readings.output is None else bump.after(readings.output)
        output = readings.output or "J"
        node = self.node
        name, told = self._written(node or ""), self._written(output)
        self.title.setText(self.tr("Bump {node}").format(node=name) if node else "")
        self._show_entry(bumping, bump)
        one = f"{name}{list(bump.index)}" if bump is not None and bump.index else name
        rows = (f"{told}({one} + ε)", f"Δ{told}/ε", f"∂{told}/∂{one}")
        for label, text in zip(self.names, rows, strict=True):
            label.setText(text)
        self.moved.setText(_slope_text(after) if isinstance(after, float) else MISSING)
        self.slope.setText(MISSING if slope is None else _slope_text(slope))
        self.derivative.setText(MISSING if derivative is None else _slope_text(derivative))
        if bumping is None or bump is None:
            asked = self.tr("Select a node to bump it.")
            if waits:
                asked = self.tr("While a lesson, forward mode or a quiz is on, nothing is bumped.")
            refused = asked if bumping is None else bumping.refusal(self.epsilon)
            said = escape(readings.message or refused, quote=False)
        else:
            said = self._said(bump, slope, derivative, output)
            if slope is not None and not self._evaluation.is_behind:  # both of one graph
                sides = self._sides.said(self._document.graph, bumping, self.epsilon)
                said += f"<br>{sides.replace('{j}', told)}" if sides else ""
            why = said_of(self._document.graph, readings, bumping.node)
            said += f"<br>{escape(why, quote=False)}" if why else ""
        if self.sentence.text() != said:
            self.sentence.setText(said)
            self.told.emit(" ".join(QTextDocumentFragment.fromHtml(said).toPlainText().split()))
        plain = name_text(self._document.graph, output)
        self.errors.show_errors(bumping, self.epsilon, derivative, plain, told)

    def _show_entry(self, bumping: Bumping | None, bump: engine.Bump | None) -> None:
        """Let the entry of an array be chosen; a number has but one."""
        index = None if bump is None else bump.index
        self._form.setRowVisible(self.entry, bool(index))
        if bumping is not None and index:
            self.entry.show_entry(bumping.node, bumping.shape, index)

    def _choose(self, index: tuple[int, ...] | None) -> None:
        """Bump another entry of the node; None leaves it to what moves the output."""
        node = self.node
        self._chosen = None if node is None or index is None else (node, index)
        self._show()

    def _said(
        self, bump: engine.Bump, slope: float | None, derivative: float | None, output: str
    ) -> str:
        if slope is None or derivative is None:
            return escape(self._evaluation.readings.message, quote=False)
        most = 0.1 * max(abs(derivative), 1e-9)
        near = math.isfinite(derivative) and abs(slope - derivative) <= most
        sign = "=" if slope == derivative else "≈" if near else "≠"
        entry = str(list(bump.index)) if bump.index else ""
        name, told = self._written(bump.node), self._written(output)
        moved = f"{name}{entry}: {self._pair(bump, bump.node)},"
        if bump.node != output:
            moved += f" {told}: {self._pair(bump, output)},"
        slopes = f"Δ{told}/ε = {_slope_text(slope)} {sign} {_slope_text(derivative)}"
        return f"{moved}<br>{slopes}"

    def _written(self, node: str) -> str:
        return name_html(self._document.graph, node)

    def _pair(self, bump: engine.Bump, name: str) -> str:
        if name not in self._document.graph:
            return MISSING
        at = bump.index if name == bump.node and bump.index else ()
        before, after = bump.before(name), bump.after(name)
        if before is None or after is None or np.ndim(np.asarray(before)[at]):
            return MISSING
        return pair_text(float(np.asarray(before)[at]), float(np.asarray(after)[at]))

    def _take(self, text: str) -> None:
        try:
            value = value_of(text)
            if not isinstance(value, float) or not math.isfinite(value) or value == 0.0:
                raise engine.InvalidValueError(self.tr("ε is a number other than 0"))
        except engine.GraphError as error:
            self.typed.refuse(str(error))
            return
        self._set_epsilon(value)
        self.slider.show_epsilon(value)

    def _slide(self) -> None:
        self._set_epsilon(self.slider.epsilon)

    def _set_epsilon(self, epsilon: float) -> None:
        self.epsilon = epsilon
        self.typed.show_text(text_of(epsilon))
        self._show()

    def _follow(self, change: Change) -> None:
        if self._selected is not None:
            self._selected = change.newest(self._selected)
        if self._chosen is not None:
            self._chosen = change.newest(self._chosen[0]), self._chosen[1]
        if change.reset:
            self._selected = self._chosen = None


def _slope_text(slope: float) -> str:
    """Return a slope, or the moved output, with enough digits to tell what moved: 2.0005."""
    return number_text(slope, 7)
