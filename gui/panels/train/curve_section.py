"""How training went as curves: the output and the parameters by step."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.document import Document
from gui.language import count_text
from gui.panels.plot import Curve, Growing, Plot
from gui.picture.name_text import name_pieces, name_text
from gui.theme import LIGHT, Ink, Theme
from gui.training.trainer import Trainer
from gui.widgets.named import named

__all__ = ["CurveSection"]


class CurveSection(QWidget):
    """Draws the output and the parameters of what is trained by step."""

    def __init__(self, document: Document, trainer: Trainer, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._trainer = document, trainer
        self.theme: Theme = LIGHT
        self._grown: dict[str, Growing] = {}  # what is drawn of the curves, by their nodes' names
        self.loss = Plot(self.tr("Output by step"), self, 150)
        self.loss.hint = self.tr("The output by step is drawn here.")
        self.loss.x_name = self.tr("step")
        self.loss.zero = True
        self.log = named(QPushButton(self.tr("Logarithmic"), self), "small")
        self.log.setCheckable(True)
        self.log.toggled.connect(self._set_scale)
        self.parameters = Plot(self.tr("Parameters by step"), self, 120)
        self.parameters.x_name = self.tr("step")
        self.parameters.named = True  # nothing above it says which parameter it is
        self.loss.whole_x = self.parameters.whole_x = True
        self.some = named(QLabel(self), "caption")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(named(QLabel(self.tr("Output"), self), "heading"))
        head.addStretch(1)
        head.addWidget(self.log)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.loss)
        column.addWidget(self.parameters)
        column.addWidget(self.some)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        for plot in (self.loss, self.parameters):
            plot.set_theme(theme)

    def show_steps(self, *, hidden: bool) -> None:
        """Draw how far training came, the output unless it is `hidden`."""
        trainer, history = self._trainer, self._trainer.history
        ink = self.theme.inks[Ink.VALUE]
        output = "J" if trainer.training is None else self._written(trainer.training.output)
        told = history and not hidden
        traces = trainer.traces | ({"": history} if told else {})  # no node is called so
        self._grown = {name: self._grown.get(name) or Growing() for name in traces}
        points = {name: self._grown[name].points(trace) for name, trace in traces.items()}
        self.loss.show_curves([Curve(output, *points[""], ink)] if told else [])
        inks = self.theme.curves
        self.parameters.show_curves(
            [
                Curve(
                    self._written(name),
                    *points[name],
                    inks[k % len(inks)],
                    pieces=name_pieces(self._document.graph, name),
                )
                for k, name in enumerate(trainer.traces)
            ]
        )
        self.parameters.setVisible(bool(trainer.traces))
        self._say_how_many()

    def _say_how_many(self) -> None:
        """Say how many parameters are drawn, where others are not."""
        training, drawn = self._trainer.training, len(self._trainer.traces)
        every = 0 if training is None else len(training.parameters)
        text = self.tr("{n} of {all} parameters are drawn")
        self.some.setText(text.format(n=count_text(drawn), all=count_text(every)))
        self.some.setVisible(0 < drawn < every)

    def _written(self, node: str) -> str:
        """Return a parameter as the picture writes it, in plain letters: w₂₂ for w_22."""
        return name_text(self._document.graph, node)

    def _set_scale(self, log: bool) -> None:
        self.loss.log_y = log
        self.loss.update()
