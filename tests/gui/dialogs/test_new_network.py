"""The dialog that generates a network, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from engine.network import Form, Network
from gui.dialogs.new_network import NewNetwork


@pytest.fixture
def dialog(qtbot) -> NewNetwork:
    dialog = NewNetwork()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_sizes(qtbot, dialog: NewNetwork, text: str) -> None:
    dialog.sizes.setFocus()
    dialog.sizes.selectAll()
    qtbot.keyClicks(dialog.sizes, text)


def test_it_begins_as_the_command_line_does(dialog):
    assert dialog.network() == Network((2, 3, 1))


def test_what_is_typed_first_takes_the_place_of_the_sizes_that_are_offered(qtbot, dialog):
    dialog.activateWindow()
    qtbot.keyClicks(dialog.focusWidget(), "14,8,3")
    assert dialog.network() == Network((14, 8, 3))


def test_the_count_of_parameters_follows_what_is_typed(qtbot, dialog):
    type_sizes(qtbot, dialog, "784,128,10")
    assert dialog.told.text() == "13 nodes, 101,770 parameters"
    qtbot.keyClick(dialog.sizes, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.chosen is not None
    assert dialog.chosen.build().value("W1").shape == (784, 128)


def test_what_cannot_be_is_said_and_cannot_be_created(qtbot, dialog):
    type_sizes(qtbot, dialog, "2,abc")
    assert dialog.told.text() == "'abc' is no size of a layer; write 784,128,10 or 20*3"
    assert not dialog.go.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.chosen is None
    type_sizes(qtbot, dialog, "2,2")
    assert dialog.go.isEnabled()
    dialog.form.setCurrentIndex(dialog.form.findData(Form.OPERATIONS))
    dialog.loss.setCurrentIndex(dialog.loss.findData("cross_entropy"))
    assert "needs arrays" in dialog.told.text()


def test_examples_are_for_arrays_only(dialog):
    assert dialog.batch.isEnabled()
    dialog.batch.setValue(5)
    assert dialog.network().batch == 5
    dialog.form.setCurrentIndex(dialog.form.findData(Form.NEURONS))
    assert not dialog.batch.isEnabled()
    assert dialog.network().batch == 1
