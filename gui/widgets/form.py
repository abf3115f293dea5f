"""Parts of forms: rows of a title and a field, a line to type into, a box to choose from."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from gui.widgets.copying_drop import LeavesFiles
from gui.widgets.wheel import LeavesWheel

__all__ = ["ChoiceBox", "Form", "TextLine", "choice_box", "form_layout"]

_ONE_LINE = 44  # pixels; a higher field has several lines


class Form(QFormLayout):
    """A form whose titles stand at the middle of fields of one line, however high those are.

    Qt lets a title hang on to the top of a field that is a little higher than usual, and follow
    the middle of one below which a reason comes.
    """

    def addRow(self, *row: Any) -> None:  # noqa: N802  Qt's own name
        """Add a row of a title and a field, or of a field alone."""
        super().addRow(*row)
        title = self.labelForField(row[-1]) if len(row) > 1 else None
        if title is not None and row[-1].sizeHint().height() <= _ONE_LINE:
            title.setFixedHeight(row[-1].sizeHint().height())


def form_layout(*, across: int = 16, down: int = 10) -> QFormLayout:
    """Return a form whose fields take all the room; the gaps in pixels."""
    form = Form()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(across)
    form.setVerticalSpacing(down)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


class TextLine(LeavesFiles, QLineEdit):
    """A line to type into; a file that is dropped on it is not typed."""


class ChoiceBox(LeavesWheel, QComboBox):
    """A box to choose from, by a click or the keys: who scrolls past it changes nothing."""


def choice_box(choices: Mapping[Any, str], parent: QWidget, chosen: object = None) -> QComboBox:
    """Return a box of the choices by their words; its data are the choices themselves."""
    box = ChoiceBox(parent)
    for choice, words in choices.items():
        box.addItem(words, choice)
    if chosen is not None:
        box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
