"""An own op named: its name, how it is written, its formula; what cannot be is said at once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

import engine
from engine.assignments import divided, with_exp
from engine.expression import SHORT, check_new_leaves, kept, without_scripts
from gui.dialogs.form import FormDialog
from gui.own_ops import name_taken, without_calls
from gui.widgets.form import TextLine

__all__ = ["OwnOpDialog"]


class OwnOpDialog(FormDialog):
    """Asks for an own op; `op` is it once the dialog is accepted.

    Of the `others` it must not have the name, and its formula may call them.
    """

    def __init__(
        self,
        op: engine.OwnOp,
        others: Sequence[engine.OwnOp],
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.op: engine.OwnOp | None = None
        self._before, self._others = op, others
        self._known = op.inputs if op.formula else ()
        self.name = TextLine(op.name, self)
        self.name.setPlaceholderText("swish")
        self.symbol = TextLine(op.symbol, self)
        self.symbol.setToolTip(self.tr("How cards write it before its inputs, such as φ"))
        self.formula = TextLine(op.formula, self)
        self.formula.setPlaceholderText("u*sigmoid(u)")
        rows = {
            self.tr("Name"): self.name,
            self.tr("Symbol"): self.symbol,
            self.tr("Formula"): self.formula,
        }
        self.lay_out(rows, self.tr("&Keep"))
        for line in (self.name, self.symbol, self.formula):
            line.textChanged.connect(self._tell)
        self._tell()

    def typed(self) -> engine.OwnOp:
        """Return what is typed; raises GraphError where it is no op."""
        name, typed = self.name.text().strip(), self.formula.text().strip()
        self._check_name(name)
        if divided(typed)[0] is not None:
            said = self.tr("type the formula alone: {formula}")
            raise engine.InvalidAttributeError(said.format(formula=divided(typed)[1].strip()))
        typed = with_exp(without_scripts(typed, self._known), self._others, self._known)
        formula = without_calls(typed, self._others)
        op = engine.OwnOp(name, formula, self.symbol.text().strip(), self._before.extra)
        op.check()
        op = replace(op, formula=kept(op.formula))
        check_new_leaves((used for used in op.inputs if used not in self._known), formula)
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
        try:
            if (missing := self._missing()) is not None:  # nothing typed is nothing wrong yet
                self.say(missing)
                self.go.setEnabled(False)
                return
            op = self.typed()
        except engine.GraphError as error:
            self.say(str(error), refused=True)
            return
        self.say(f"{op.sign}({', '.join(op.inputs)}) = {op.formula}")

    def _check_name(self, name: str) -> None:
        """Raise GraphError for what cannot be the op's name, whatever its formula."""
        if not name:
            raise engine.InvalidNameError(self.tr("type a name for the op"))
        engine.OwnOp(name, "").check_name()
        if name in SHORT:
            said = self.tr("{name} is an op already; choose another name")
            raise engine.InvalidNameError(said.format(name=name))
        if name in (other.name for other in self._others):
            raise name_taken(name)

    def _missing(self) -> str | None:
        """Return what is to be typed still; None when there is something in each field.

        Raises GraphError for a name that cannot be, before a formula is typed for it.
        """
        if not self.name.text().strip():
            return self.tr("A name to find it by, and how cards write it")
        self._check_name(self.name.text().strip())
        if not self.formula.text().strip():
            return self.tr("A formula with a letter for each input")
        return None
