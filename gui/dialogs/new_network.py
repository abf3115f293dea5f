"""A network generated for the editor: its layers typed, what it will be shown beforehand."""

from PySide6.QtWidgets import QWidget

import engine
from engine.network import ACTIVATIONS, LOSSES, Form, Network, layer_sizes
from gui.dialogs.form import FormDialog
from gui.language import count_text, tr
from gui.picture.item import op_title
from gui.widgets.form import TextLine, choice_box
from gui.widgets.number_box import NumberBox

__all__ = ["NewNetwork"]


class NewNetwork(FormDialog):
    """Asks what a fully connected network shall be: `chosen`, once the dialog is accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("New network"), parent)
        self.chosen: Network | None = None
        self.sizes = TextLine("2,3,1", self)
        self.sizes.setPlaceholderText("784,128,10")
        self.sizes.setToolTip(
            self.tr("Units from the inputs to the outputs; 20*3 stands for 20,20,20")
        )
        self.activation = choice_box(_titles(ACTIVATIONS), self, "relu")
        self.loss = choice_box(_titles(LOSSES), self)
        forms = {
            Form.ARRAYS: self.tr("Arrays, a matrix product per layer"),
            Form.NEURONS: self.tr("Numbers, a formula per neuron"),
            Form.OPERATIONS: self.tr("Numbers, a node per operation"),
        }
        self.form = choice_box(forms, self)
        self.batch = NumberBox(1, 100_000, self)
        self.seed = NumberBox(0, 2**31 - 1, self)
        rows = {
            self.tr("Layers"): self.sizes,
            self.tr("Activation"): self.activation,
            self.tr("Loss"): self.loss,
            self.tr("Written as"): self.form,
            self.tr("Examples"): self.batch,
            self.tr("Seed"): self.seed,
        }
        self.lay_out(rows, self.tr("&Create"))
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
            self.say(str(error), refused=True)
            return
        nodes = self.tr("{nodes} nodes, {parameters} parameters")
        text = nodes.format(
            nodes=count_text(network.nodes), parameters=count_text(network.parameters)
        )
        self.say(text)


def _titles(names: tuple[str, ...]) -> dict[str, str]:
    return {name: op_title(name) for name in names}
