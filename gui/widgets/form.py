"""Parts of forms: rows of a title and a field, and a box to choose one of several from."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from gui.widgets.wheel import LeavesWheel

__all__ = ["ChoiceBox", "choice_box", "form_layout"]


def form_layout(*, across: int = 16, down: int = 10) -> QFormLayout:
    """Return a form whose fields take all the room; the gaps in pixels."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(across)
    form.setVerticalSpacing(down)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


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
