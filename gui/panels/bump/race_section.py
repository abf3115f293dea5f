"""The race in the panel: two counters on the graph at hand, and both costs for larger ones."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

import engine
from gui.document import Document
from gui.evaluation import Evaluation
from gui.language import count_text
from gui.panels.bump.race import Race
from gui.panels.plot import Curve, Plot
from gui.theme import LIGHT, Ink, Theme
from gui.widgets.named import named

__all__ = ["RaceSection"]

_PER_NODE = 10  # parameters of the lecture's network: 10,000 nodes, 100,000 parameters


class RaceSection(QWidget):
    """Bumping every parameter in turn against backpropagation."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._evaluation = evaluation
        self.race = Race(document, evaluation, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        words = QLabel(self.tr("Every parameter in turn"), self, wordWrap=True)
        head.addWidget(named(words, "heading"), 1)
        self.button = named(QPushButton(self.tr("Race"), self), "small")
        self.button.clicked.connect(self._press)
        head.addWidget(self.button)
        column.addLayout(head)
        self.bumping, self.bump_bar = self._lane(column, "bumpLane")
        self.backprop, self.backprop_bar = self._lane(column, "backpropLane")
        self.plot = Plot(self.tr("Steps by parameters"), self, 160)
        self.plot.log_x = self.plot.log_y = True
        self.plot.x_name = "p"
        column.addWidget(self.plot)
        self.told = named(QLabel(self, wordWrap=True), "muted")
        column.addWidget(self.told)
        self.race.moved.connect(self.refresh)
        evaluation.evaluated.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.plot.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show both counters and the graph's place on the curves."""
        counts, standing = self._evaluation.readings.counts, self.race.standing
        n, p, entries = counts.nodes, counts.parameters, counts.entries
        if counts.has_arrays:
            bumping = self.tr("bumping: {done} of n × entries = {n} × {p} = {all}")
        else:
            bumping = self.tr("bumping: {done} of n × p = {n} × {p} = {all}")
        self.bumping.setText(
            _counted(bumping, done=standing.bumping, n=n, p=entries, all=counts.entry_steps)
        )
        self.backprop.setText(
            _counted(
                self.tr("backprop: {done} of n + p = {n} + {p} = {all}"),
                done=standing.backprop,
                n=n,
                p=p,
                all=counts.backprop_steps,
            )
        )
        _fill(self.bump_bar, standing.bumping, counts.entry_steps)
        _fill(self.backprop_bar, standing.backprop, counts.backprop_steps)
        self.button.setText(self.tr("Stop") if self.race.running else self.tr("Race"))
        self.button.setEnabled(counts.entry_steps > 0)
        self.told.setText(self._told(counts))
        self._draw(counts)

    def _lane(self, column: QVBoxLayout, name: str) -> tuple[QLabel, QProgressBar]:
        label = named(QLabel(self, wordWrap=True), "reading")  # long where the graph is large
        bar = named(QProgressBar(self), name)
        bar.setTextVisible(False)
        bar.setFixedHeight(6)
        column.addWidget(label)
        column.addWidget(bar)
        return label, bar

    def _told(self, counts: engine.Counts) -> str:
        """Return what the curves are, and the dots."""
        told = self.tr(
            "Steps by parameters p, with p/10 nodes n; the dots are this graph. At 10,000 "
            "nodes and 100,000 parameters it is 110,000 steps against a billion."
        )
        if not counts.has_arrays:
            return told
        more = self.tr("Of an array every entry counts as a parameter, and a step is all of it.")
        return f"{told} {more}"

    def _draw(self, counts: engine.Counts) -> None:
        nodes = [10.0 ** (k / 4) for k in range(17)]  # to 10,000
        parameters = [_PER_NODE * x for x in nodes]
        slow, fast = self.theme.inks[Ink.DERIVATIVE], self.theme.inks[Ink.VALUE]
        curves = [
            Curve(
                "n × p", parameters, [x * q for x, q in zip(nodes, parameters, strict=True)], slow
            ),
            Curve(
                "n + p", parameters, [x + q for x, q in zip(nodes, parameters, strict=True)], fast
            ),
        ]
        if counts.entry_steps:
            at = [counts.entries]
            curves.append(Curve("", at, [counts.entry_steps], slow))
            curves.append(Curve("", at, [counts.backprop_steps], fast))
        self.plot.show_curves(curves)

    def _press(self) -> None:
        if self.race.running:
            self.race.stop()
        else:
            self.race.start()


def _counted(said: str, **counts: int) -> str:
    """Return what is said with counts in their places, thousands apart."""
    return said.format(**{name: count_text(count) for name, count in counts.items()})


def _fill(bar: QProgressBar, done: int, of: int) -> None:
    bar.setRange(0, 1000)
    bar.setValue(round(1000 * done / of) if of else 0)
