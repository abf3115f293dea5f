"""The bar over the canvas in forward mode: by which leaf, and how many sweeps that makes."""

from itertools import islice

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from gui.evaluation import Evaluation
from gui.language import count_text
from gui.lesson.entry_box import EntryBox
from gui.lesson.sweep import Sweep
from gui.theme import Theme
from gui.widgets.icon import icon
from gui.widgets.named import named
from gui.widgets.scripted_box import ScriptedBox

__all__ = ["SweepBar"]

_MOST_CHOICES = 500  # a list of more leaves is no choice; a click on one chooses it


class SweepBar(QWidget):
    """Shown while derivatives are taken forward."""

    def __init__(self, sweep: Sweep, evaluation: Evaluation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sweep, self._evaluation = sweep, evaluation
        self.leaf = ScriptedBox(self)
        self.leaf.setAccessibleName(self.tr("Leaf"))
        self.leaf.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.leaf.activated.connect(lambda _: sweep.choose(self.leaf.currentData()))
        self.entry = EntryBox(self)
        self.entry.setAccessibleName(self.tr("Entry"))
        self.entry.setToolTip(self.tr("One sweep is for one entry of an array"))
        self.entry.valueChanged.connect(self._choose_entry)
        self.counted = named(QLabel(self, wordWrap=True), "muted")
        self._close = QToolButton(self, autoRaise=True)
        self._close.setIconSize(QSize(18, 18))
        self._close.setToolTip(self.tr("Back to derivatives taken backward"))
        self._close.setAccessibleName(self._close.toolTip())
        self._close.clicked.connect(sweep.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.setSpacing(8)
        row.addWidget(named(QLabel(self.tr("Forward mode"), self), "heading"))
        row.addSpacing(8)
        before = QLabel(self.tr("derivatives by"), self)
        before.setBuddy(self.leaf)  # from which a reader has what the box is about
        row.addWidget(before)
        row.addWidget(self.leaf)
        row.addWidget(self.entry)
        row.addSpacing(12)
        row.addWidget(self.counted, 1)
        row.addWidget(self._close)
        self.hide()
        sweep.changed.connect(self._show)
        sweep.leaves_changed.connect(self._show)
        evaluation.evaluated.connect(self._renew)

    def set_theme(self, theme: Theme) -> None:
        """Draw the cross in `theme`."""
        self._close.setIcon(icon("close", theme))

    def _show(self) -> None:
        sweep = self._sweep
        self.setVisible(sweep.on)
        if not sweep.on:
            return
        leaves = list(islice(sweep.leaves, _MOST_CHOICES))
        if sweep.leaf not in leaves:
            leaves.insert(0, str(sweep.leaf))
        self.leaf.clear()
        for leaf in leaves:
            self.leaf.add(sweep.name_of(leaf), sweep.rich_name_of(leaf), leaf)
        self.leaf.setCurrentIndex(leaves.index(str(sweep.leaf)))
        self._renew()

    def _renew(self) -> None:
        """Show the labels of the leaves, the entries of the value now, and count the sweeps."""
        sweep = self._sweep
        if not sweep.on:
            return
        for row in range(self.leaf.count()):
            leaf = self.leaf.itemData(row)
            name = sweep.name_of(leaf)
            if name != self.leaf.itemText(row):
                self.leaf.write(row, name, sweep.rich_name_of(leaf))
        with QSignalBlocker(self.entry):
            self.entry.set_shape(sweep.shape)
            self.entry.setValue(sweep.entry)
        self.entry.setVisible(sweep.index is not None)
        self._count()

    def _count(self) -> None:
        """Say how many sweeps forward mode takes for what one does backward."""
        counts = self._evaluation.readings.counts
        p = counts.entries
        if p < 2:
            said = self.tr("One sweep per leaf. With a single parameter both ways cost the same.")
        elif counts.has_arrays:
            said = self.tr(
                "{done} of {p} sweeps, one for each entry of a parameter. "
                "Backward, 1 sweep is for all {p}."
            )
        else:
            said = self.tr(
                "{done} of {p} sweeps, one for each parameter. Backward, 1 sweep is for all {p}."
            )
        self.counted.setText(
            said.format(done=count_text(min(len(self._sweep.taken), p)), p=count_text(p))
        )

    def _choose_entry(self) -> None:
        if self._sweep.leaf is not None:
            self._sweep.choose(self._sweep.leaf, self.entry.value())
