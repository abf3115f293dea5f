"""What plain letters lack, `a^[1]`, is raised in the panels as on the canvas."""

from dataclasses import replace

from hands import Hands
from inspected import Desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import with_panel

import engine
from engine.training import Table
from gui.actions.file import open_path
from gui.commands import SetAttribute, SetOutput, SetTable
from gui.lesson.sweep_bar import SweepBar
from gui.panels.plot.curve_name import name_width
from gui.widgets.scripted import RICH
from gui.window.main_window import MainWindow
from resources import resource


def seen(text: str) -> str:
    page = QTextDocument()
    page.setHtml(text)
    return page.toPlainText()


def test_a_raised_index_is_raised_in_the_inspector(desk: Desk) -> None:
    desk.document.do(SetAttribute("r", "label", "a^{[1]}"))
    desk.document.do(SetAttribute("c", "label", "c<d"))
    desk.evaluation.flush()
    desk.inspector.show_selection(["r"], [])
    of = desk.inspector.node_page._derivative_of
    assert of.text() == "∂J/∂a<sup>[1]</sup>"
    assert seen(of.text()) == "∂J/∂a[1]"
    desk.inspector.show_selection([], [engine.Edge("c", "r", 0)])
    title = desk.inspector.edge_page.title
    assert "<sup>[1]</sup>" in title.text()
    assert seen(title.text()) == "c<d → a[1]"


def test_a_label_typed_with_an_index_in_brackets_is_raised_without_braces(desk: Desk) -> None:
    desk.show("r")
    desk.type(desk.inspector.node_page.label, "a^[1]_i")
    assert desk.inspector.node_page._derivative_of.text() == "∂J/∂a<sup>[1]</sup><sub>i</sub>"


def test_a_raised_index_is_raised_in_the_chain_rule_s_titles(desk: Desk) -> None:
    desk.show("J")
    desk.type(desk.inspector.node_page.label, "J^[2]")
    desk.show("w")
    assert "All the way to J<sup>[2]</sup>" in desk.inspector.node_page.chain.texts()


def test_a_raised_index_is_raised_where_a_node_is_bumped_and_trained(window: MainWindow) -> None:
    hands = Hands(with_panel(window, Qt.Key.Key_B).canvas)
    window.document.do(SetAttribute("c", "label", "c^[1]<"))
    hands.click(hands.middle("c"))
    QApplication.processEvents()
    bump = window.side.bump
    assert bump.isVisible()
    assert bump.title.text() == "Bump c<sup>[1]</sup>&lt;"
    assert seen(bump.title.text()) == "Bump c[1]<"
    assert bump.names[2].text() == "∂J/∂c<sup>[1]</sup>&lt;"
    assert bump.sentence.text().startswith("c<sup>[1]</sup>&lt;: −4 → −3.999, J: 2 → 2.002,<br>")
    window.document.do(SetAttribute("J", "label", "J^[2]"))
    window.turn_to("train")
    QTest.mouseClick(window.side.train.once, Qt.MouseButton.LeftButton)
    assert window.side.train.state.text().startswith("step 1, J<sup>[2]</sup> = ")
    window.document.do(SetAttribute("w", "label", "w^[1]"))
    QTest.mouseClick(window.side.train.once, Qt.MouseButton.LeftButton)
    named = {curve.name: curve for curve in window.side.train.curves.parameters.curves}
    assert named["w^[1]"].pieces == (("w", 0), ("[1]", 1))
    assert name_width(named["w^[1]"]) < name_width(replace(named["w^[1]"], pieces=()))


def test_a_raised_index_is_raised_in_the_boxes_that_a_node_is_chosen_from(
    window: MainWindow,
) -> None:
    open_path(window, resource("examples/two-layer-network.chainrule"))
    window.document.do(SetOutput("a2"))
    window.evaluation.flush()
    output = window.inspector.graph_page.output
    assert output.currentText() == "a^[2]"  # for a screen reader, and who types a letter
    assert output.currentData(RICH) == "a<sup>[2]</sup>"
    raised = output.grab().toImage()
    window.document.do(SetAttribute("a2", "label", "a^[2]"))
    window.document.do(SetAttribute("a2", "label", "a[2]"))
    window.evaluation.flush()
    assert output.grab().toImage() != raised
    window.document.do(SetAttribute("a2", "label", "a^<[2]"))
    window.evaluation.flush()
    assert seen(output.currentData(RICH)) == "a<[2]"
    window.lesson.sweep.choose("w1")
    leaf = window.findChild(SweepBar).leaf
    assert leaf.currentText() == "w^[1]"
    assert leaf.currentData(RICH) == "w<sup>[1]</sup>"
    leaf.showPopup()
    assert QApplication.activePopupWidget() is not None
    QTest.keyClick(leaf.view(), Qt.Key.Key_Escape)


def test_a_raised_index_is_raised_in_the_headings_of_the_data(window: MainWindow) -> None:
    open_path(window, resource("examples/linear-unit.chainrule"))
    window.document.do(SetAttribute("x", "label", "x^[1]"))
    window.document.do(SetTable(Table(("x", "y"), ((1.0, 2.0),))))
    window.turn_to("train")
    QApplication.processEvents()
    view = window.side.train.data.view
    across = Qt.Orientation.Horizontal
    assert view.model().headerData(0, across) == "x^[1]"
    assert view.model().headerData(0, across, RICH) == "x<sup>[1]</sup>"
    raised = view.horizontalHeader().grab().toImage()
    window.document.do(SetAttribute("x", "label", "x[1]"))
    QApplication.processEvents()
    assert view.horizontalHeader().grab().toImage() != raised
