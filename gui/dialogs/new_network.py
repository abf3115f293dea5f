"""A network generated for the editor: its layers typed, what it will be shown beforehand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

import engine
from engine.network import ACTIVATIONS, LOSSES, Form, Network, layer_sizes
from engine.ops import OPS
from gui.named import named
from gui.number_box import NumberBox

__all__ = ["NewNetwork"]

_WIDTH = 420


class NewNetwork(QDialog):
    """Asks what a fully connected network shall be: `chosen`, once the dialog is accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New network"))
        self.chosen: Network | None = None
        self.sizes = QLineEdit("2,3,1", self)
        self.sizes.setPlaceholderText("784,128,10")
        self.sizes.setToolTip(
            self.tr("Units from the inputs to the outputs; 20*3 stands for 20,20,20")
        )
        self.activation = _ops_box(self, ACTIVATIONS)
        self.activation.setCurrentIndex(self.activation.findData("relu"))
        self.loss = _ops_box(self, LOSSES)
        self.form = QComboBox(self)
        for form, title in (
            (Form.OPERATIONS, self.tr("Numbers, a node per operation")),
            (Form.NEURONS, self.tr("Numbers, a formula per neuron")),
            (Form.ARRAYS, self.tr("Arrays, a matrix product per layer")),
        ):
            self.form.addItem(title, form)
        self.batch = NumberBox(1, 100_000, self)
        self.seed = NumberBox(0, 2**31 - 1, self)
        self.told = named(QLabel(self), "muted")
        self.told.setWordWrap(True)
        self._lay_out()
        self.sizes.textChanged.connect(self._tell)
        for box in (self.activation, self.loss, self.form):
            box.currentIndexChanged.connect(self._tell)
        for spin in (self.batch, self.seed):
            spin.valueChanged.connect(self._tell)
        self._tell()

    def network(self) -> Network:
        """Return what is chosen; raises GraphError where there can be no such network."""
        form = self.form.currentData()
        network = Network(
            layer_sizes(self.sizes.text()),
            self.activation.currentData(),
            self.loss.currentData(),
            form,
            self.batch.value() if form is Form.ARRAYS else 1,
            self.seed.value(),
        )
        network.check()
        return network

    def accept(self) -> None:
        """Take what is chosen; the dialog stays where there can be no such network."""
        try:
            self.chosen = self.network()
        except engine.GraphError:
            self._tell()
            return
        super().accept()

    def _tell(self) -> None:
        """Say what the network will be, or what keeps it from being."""
        self.batch.setEnabled(self.form.currentData() is Form.ARRAYS)
        try:
            network = self.network()
        except engine.GraphError as error:
            self._say(str(error), refused=True)
            return
        nodes = self.tr("{nodes:,} nodes, {parameters:,} parameters")
        text = nodes.format(nodes=network.nodes, parameters=network.parameters)
        self._say(text, refused=False)

    def _say(self, text: str, *, refused: bool) -> None:
        self.told.setText(text)
        self.told.setProperty("refused", refused)
        self.told.style().polish(self.told)
        self.go.setEnabled(not refused)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Layers"), self.sizes)
        form.addRow(self.tr("Activation"), self.activation)
        form.addRow(self.tr("Loss"), self.loss)
        form.addRow(self.tr("Written as"), self.form)
        form.addRow(self.tr("Examples"), self.batch)
        form.addRow(self.tr("Seed"), self.seed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self.tr("&Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.told.setMinimumHeight(self.told.fontMetrics().lineSpacing() * 2 + 4)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)


def _ops_box(parent: QWidget, names: tuple[str, ...]) -> QComboBox:
    box = QComboBox(parent)
    for name in names:
        box.addItem(OPS[name].title, name)
    return box
