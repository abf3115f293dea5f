"""Random values asked for: of which leaves, how they are drawn, how large, by which seed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

import engine
from gui.commands.randomise import Distribution, randomise
from gui.document import Command

__all__ = ["Randomise"]

_WIDTH = 380


class Randomise(QDialog):
    """Asks how leaves get random values; `choices` names the leaves of each choice.

    `changed` tells that something else is asked for, which `command` returns.
    """

    changed = Signal()

    def __init__(self, choices: Mapping[str, Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Randomise values"))
        self.leaves = QComboBox(self)
        for title, names in choices.items():
            self.leaves.addItem(f"{title} ({len(names):,})", list(names))
        self.distribution = QComboBox(self)
        self.distribution.addItem(self.tr("Uniform, from −scale to scale"), Distribution.UNIFORM)
        self.distribution.addItem(self.tr("Normal, scale is the deviation"), Distribution.NORMAL)
        self.scale = QDoubleSpinBox(self, decimals=4, minimum=0.0001, maximum=1e6, value=1.0)
        self.scale.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.seed = QSpinBox(self, minimum=0, maximum=2**31 - 1)
        self._lay_out()
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

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Leaves"), self.leaves)
        form.addRow(self.tr("Distribution"), self.distribution)
        form.addRow(self.tr("Scale"), self.scale)
        form.addRow(self.tr("Seed"), self.seed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go = buttons.addButton(self.tr("&Randomise"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
