"""What plain letters lack, `a^[1]`, is raised in the panels as on the canvas."""

from inspected import Desk
from PySide6.QtGui import QTextDocument

import engine
from gui.commands import SetAttribute


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
