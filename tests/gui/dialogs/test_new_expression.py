"""The dialog that makes a graph of an expression, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

import engine
from gui.dialogs.new_expression import NewExpression
from gui.theme import DARK, LIGHT
from gui.window.style import palette, sheet


@pytest.fixture
def dialog(qtbot) -> NewExpression:
    dialog = NewExpression()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_text(qtbot, dialog: NewExpression, text: str) -> None:
    dialog.text.setFocus()
    dialog.text.selectAll()
    qtbot.keyClicks(dialog.text, text)


def rows(dialog: NewExpression) -> list[tuple[str, str, bool]]:
    table = dialog.values
    return [
        (
            table.item(row, 0).text(),
            table.item(row, 1).text(),
            table.item(row, 2).checkState() is Qt.CheckState.Checked,
        )
        for row in range(table.rowCount())
    ]


def test_the_leaves_follow_what_is_typed_and_keep_their_values(qtbot, dialog):
    assert rows(dialog) == [
        ("w", "2", True),
        ("x", "-2", False),
        ("b", "8", True),
        ("y", "2", False),
    ]
    type_text(qtbot, dialog, "J = (w1*u)^2")
    assert rows(dialog) == [("w1", "1", True), ("u", "1", False)]
    dialog.values.item(1, 1).setText("1/4")
    dialog.values.item(1, 2).setCheckState(Qt.CheckState.Checked)
    type_text(qtbot, dialog, "J = w1*2")
    type_text(qtbot, dialog, "J = w1*u")
    assert rows(dialog) == [("w1", "1", True), ("u", "1/4", True)]
    assert dialog.told.text() == "3 nodes, 2 edges"
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    graph = dialog.graph
    assert graph is not None
    assert graph.op_of("u") == "parameter"
    assert graph.value("u") == 0.25


def test_a_product_written_as_on_paper_is_told_to_be_one_name(qtbot, dialog):
    type_text(qtbot, dialog, "J = wx + b")
    assert dialog.told.text() == "3 nodes, 2 edges; wx is one name, not w*x"


@pytest.mark.parametrize(
    ("text", "leaves"),
    [("J = 1/(1 + e^-x)", ["x"]), ("e^2/2", ["e"]), ("w₁*x₁", ["w_1", "x_1"]), ("xⁿ", ["x", "n"])],
)
def test_what_is_typed_is_meant_as_on_paper(dialog, text, leaves):
    dialog.text.setPlainText(text)
    assert [row[0] for row in rows(dialog)] == leaves
    assert dialog.typed().output == "J"


@pytest.mark.parametrize(("text", "said"), [("nan*x", "nan is no name"), ("wᵀx", "wᵀ transposed")])
def test_what_is_no_name_of_a_leaf_is_told(dialog, text, said):
    dialog.text.setPlainText(text)
    assert dialog.told.text().startswith(said)
    assert not dialog.go.isEnabled()
    with pytest.raises(engine.GraphError, match=said):
        dialog.typed()


def test_a_number_that_is_no_name_is_told_to_stand_in_the_table(dialog):
    dialog.text.setPlainText("c = inf; J = c*x")
    assert dialog.told.text().endswith("has: write c for it, and give c the value inf below")


def test_what_is_wrong_is_said_and_marked_at_its_place(qtbot, dialog):
    type_text(qtbot, dialog, "J = w * ) x")
    assert dialog.told.text().startswith("this ')' closes nothing at character 5")
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == ")"
    assert not dialog.go.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    type_text(qtbot, dialog, "J = w*x")
    assert not dialog.text.extraSelections()
    assert dialog.go.isEnabled()
    dialog.values.item(0, 1).setText("abc")
    assert dialog.told.text() == "w: ‘abc’ is not a number"
    assert not dialog.go.isEnabled()
    dialog.text.selectAll()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Delete)
    assert dialog.told.text() == "there is no expression"


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [("J = w₁*x + )", 12, '8: "w₁*x + )"'), ("x⁻¹ + y)", 8, '8: "x⁻¹ + y)"')],
)
def test_what_is_wrong_behind_a_script_is_marked_where_it_is_typed(dialog, text, place, shown):
    dialog.text.setPlainText(text)
    assert dialog.told.text().endswith(f"character {shown}")
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.position() == place
    dialog.text.setPlainText("2*w₁x₁")
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == "w"


def test_the_picture_is_drawn_when_the_hands_rest(qtbot, dialog):
    before = dialog.preview.pixmap().toImage()
    type_text(qtbot, dialog, "J = w^2")
    qtbot.waitUntil(lambda: dialog.preview.pixmap().toImage() != before)
    dialog.text.insertPlainText("".join(f"+w{k}^2" for k in range(70)))
    qtbot.waitUntil(lambda: dialog.preview.text().startswith("Too large"))


def test_assignments_may_stay_one_node_each(qtbot, dialog):
    type_text(qtbot, dialog, "c = w*x; J = c^2/2 + c")
    dialog.expand.click()
    dialog.accept()
    assert isinstance(dialog.graph, engine.Graph)
    assert dialog.graph.op_of("J") == "formula"
    assert len(dialog.graph) == 4


def test_tab_leads_past_the_values_to_the_button(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(dialog.text.hasFocus)
    reached = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached[:3] == [dialog.values, dialog.expand, dialog.go]
    assert reached[3] is not dialog.values


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_box_of_the_table_is_drawn_as_any_other(dialog, theme):
    dialog.setPalette(palette(theme))
    dialog.setStyleSheet(sheet(theme))
    table = dialog.values

    def inks(row: int) -> set[str]:
        cell = table.visualItemRect(table.item(row, 2))
        image = table.viewport().grab(cell).toImage()
        return {image.pixelColor(x, 14).name() for x in range(image.width() - 4)}

    assert theme.accent in inks(0)
    assert theme.border in inks(1)


def test_own_ops_may_be_called(qtbot):
    dialog = NewExpression(own_ops=(engine.OwnOp("swish", "u*sigmoid(u)"),))
    qtbot.addWidget(dialog)
    dialog.show()
    type_text(qtbot, dialog, "J = swish(w*x) + b")
    assert [name for name, *_ in rows(dialog)] == ["w", "x", "b"]
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    graph = dialog.graph
    assert [graph.own_op(name).name for name in graph.nodes() if graph.own_op(name)] == ["swish"]
    assert [op.name for op in graph.own_ops] == ["swish"]
