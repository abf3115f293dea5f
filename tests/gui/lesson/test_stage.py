"""The lesson beside what is edited in its midst: its step's node in the inspector."""

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.commands import SetValue
from gui.window.main_window import MainWindow


def test_two_undos_at_once_let_go_of_the_node_that_the_step_told(
    unit: Hands, window: MainWindow
) -> None:
    window.document.do(SetValue("w", 3.0))
    window.bars.actions["lesson.toggle"].trigger()
    unit.drop("relu", unit.out("w"))
    (added,) = window.canvas.selection.nodes  # the steps found anew on the way to it left it so
    assert window.lesson.node == added
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(2):  # as keys do that waited for a busy window: no event comes between them
        QTest.keyClick(window.canvas, Qt.Key.Key_Z, control)
    assert added not in window.document.graph
    assert window.lesson.node is None
    assert window.document.graph.value("w") == 2.0
    QApplication.processEvents()
    assert window.lesson.node != added
    window.lesson.stop()
