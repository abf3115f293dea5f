"""Random values asked for: of which leaves, how they are drawn, how large, by which seed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

import engine
from gui.commands.randomise import Distribution, randomise
from gui.dialogs.form import FormDialog
from gui.document import Command
from gui.language import count_text, tr
from gui.widgets.form import choice_box
from gui.widgets.number_box import DecimalBox, NumberBox

__all__ = ["Randomise"]


class Randomise(FormDialog):
    """Asks how leaves get random values; `choices` names the leaves of each choice.

    `changed` tells that something else is asked for, which `command` returns.
    """

    changed = Signal()

    def __init__(self, choices: Mapping[str, Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(tr("Randomise values"), parent)
        leaves = {
            tuple(names): f"{title} ({count_text(len(names))})" for title, names in choices.items()
        }
        self.leaves = choice_box(leaves, self)
        distributions = {
            Distribution.UNIFORM: self.tr("Uniform, from −scale to scale"),
            Distribution.NORMAL: self.tr("Normal, scale is the deviation"),
        }
        self.distribution = choice_box(distributions, self)
        self.scale = DecimalBox(self)
        self.scale.setDecimals(4)
        self.scale.setRange(0.0001, 1e6)
        self.scale.setValue(1.0)
        self.scale.setStepType(DecimalBox.StepType.AdaptiveDecimalStepType)
        self.seed = NumberBox(0, 2**31 - 1, self)
        rows = {
            self.tr("Leaves"): self.leaves,
            self.tr("Distribution"): self.distribution,
            self.tr("Scale"): self.scale,
            self.tr("Seed"): self.seed,
        }
        self.lay_out(rows, self.tr("&Randomise"))
        self.say(self.tr("The same seed gives the same values again."))
        for box in (self.leaves, self.distribution):
            box.currentIndexChanged.connect(self.changed)
        for spin in (self.scale, self.seed):
            spin.valueChanged.connect(self.changed)

    def command(self, graph: engine.Graph) -> Command:
        """Return the step that is asked for."""
        return randomise(
            graph,
            self.leaves.currentData(),
            self.distribution.currentData(),
            self.scale.value(),
            self.seed.value(),
        )
