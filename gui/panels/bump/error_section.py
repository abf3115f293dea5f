"""How far ΔJ/ε is from the derivative, for every ε, and where the bump at hand is."""

import math

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.bumping import Bumping
from gui.panels.plot import Curve, Plot
from gui.theme import LIGHT, Ink, Theme
from gui.widgets.named import named, rich

__all__ = ["POWERS", "ErrorSection"]

POWERS = (-12, 0)  # of ten, from the smallest ε to the largest
_MOST_EVALUATED = 60_000  # nodes for one curve; more are no curve, but a pause
_FINEST = 4  # points of the curve for each power of ten


class ErrorSection(QWidget):
    """A curve of the distances, found once for each run and node."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._found: tuple[Bumping, tuple[float, ...], tuple[float, ...]] | None = None
        self._heading = rich(named(QLabel(self), "heading"))
        self.plot = Plot(self.tr("Distance from the derivative by ε"), self, 140)
        self.plot.log_x = self.plot.log_y = True
        self.plot.x_name = "ε"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._heading)
        column.addWidget(self.plot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.plot.set_theme(theme)

    def show_errors(
        self,
        bumping: Bumping | None,
        epsilon: float,
        derivative: float | None,
        output: str,
        rich_output: str,
    ) -> None:
        """Draw the distances of `bumping`, and that of `epsilon` as a dot.

        `output` is what the output is called, `rich_output` the same for a label.
        """
        self._heading.setText(self.tr("|Δ{j}/ε − ∂{j}| by ε").format(j=rich_output))
        if bumping is None or derivative is None or not math.isfinite(derivative):
            self.plot.hint = self.tr("There is no derivative to compare with.")
            self.plot.show_curves([])
            return
        steps, errors = self._errors(bumping, epsilon, derivative)
        ink, mark = self.theme.inks[Ink.MUTED], self.theme.inks[Ink.DERIVATIVE]
        curves = [Curve("", steps, errors, ink)] if any(e > 0 for e in errors) else []
        here = bumping.error(epsilon, derivative)
        if here > 0:
            curves.append(Curve("", [abs(epsilon)], [here], mark))
        self.plot.hint = self.tr("Δ{j}/ε is the derivative, whatever ε.").format(j=output)
        self.plot.show_curves(curves)

    def _errors(
        self, bumping: Bumping, epsilon: float, derivative: float
    ) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return ε from small to large and the distances."""
        if self._found is None or self._found[0] != bumping:
            first, last = POWERS
            bump = bumping.by(epsilon)  # which is known: as many move, whatever ε
            moved = 1 if bump is None else len(bump.moved)
            fine = min(_FINEST, _MOST_EVALUATED // (moved * (last - first)))
            stops = range(first * fine, last * fine + 1) if fine else ()
            steps = tuple(10.0 ** (k / fine) for k in stops)
            errors = tuple(bumping.error(step, derivative) for step in steps)
            self._found = bumping, steps, errors
        return self._found[1:]
