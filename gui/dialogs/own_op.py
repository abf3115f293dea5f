"""An own op named: its name, how it is written, its formula; what cannot be is said at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

import engine
from gui.named import named

__all__ = ["OwnOpDialog"]

_WIDTH = 420


class OwnOpDialog(QDialog):
    """Asks for an own op; `op` is it once the dialog is accepted. `taken` are others' names."""

    def __init__(
        self, op: engine.OwnOp, taken: set[str], title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.op: engine.OwnOp | None = None
        self._before, self._taken = op, taken
        self.name = QLineEdit(op.name, self)
        self.name.setPlaceholderText("swish")
        self.symbol = QLineEdit(op.symbol, self)
        self.symbol.setToolTip(self.tr("How cards write it before its inputs, such as φ"))
        self.formula = QLineEdit(op.formula, self)
        self.told = named(QLabel(self, wordWrap=True), "muted")
        self._lay_out()
        for line in (self.name, self.symbol, self.formula):
            line.textChanged.connect(self._tell)
        self._tell()

    def typed(self) -> engine.OwnOp:
        """Return what is typed; raises GraphError where it is no op."""
        name, formula = self.name.text().strip(), self.formula.text().strip()
        op = engine.OwnOp(name, formula, self.symbol.text().strip(), self._before.extra)
        if not name:
            raise engine.InvalidNameError(self.tr("type a name for the op"))
        op.check()
        if name in self._taken:
            raise engine.DuplicateNameError(
                self.tr("there is already an own op named {name}").format(name=name)
            )
        return op

    def accept(self) -> None:
        """Take what is typed; the dialog stays where it is no op."""
        try:
            self.op = self.typed()
        except engine.GraphError:
            return
        super().accept()

    def _tell(self) -> None:
        """Say how the op will be written, or what keeps it from being one."""
        self.symbol.setPlaceholderText(self.name.text())
        if not self.name.text().strip():  # nothing typed is nothing wrong yet
            self._say(self.tr("A name to find it by, and how cards write it"), refused=False)
            self.go.setEnabled(False)
            return
        try:
            op = self.typed()
        except engine.GraphError as error:
            self._say(str(error), refused=True)
            return
        self._say(f"{op.sign}({', '.join(op.inputs)}) = {op.formula}", refused=False)

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
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Symbol"), self.symbol)
        form.addRow(self.tr("Formula"), self.formula)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self.tr("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
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
