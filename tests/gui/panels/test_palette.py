"""The palette: what is listed and found, and placed by keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import OwnOp, ops
from gui.fonts import Face, font
from gui.language import languages, speak
from gui.mime import OP
from gui.panels.palette import Palette
from gui.panels.palette_model import Item, PaletteModel
from gui.theme import DARK


def _ops(model: PaletteModel) -> list[str]:
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row.op for row in rows if isinstance(row, Item)]


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    palette = Palette()
    qtbot.addWidget(palette)
    palette.resize(250, 700)
    palette.show()
    return palette


def test_every_leaf_and_op_is_listed_once(palette: Palette) -> None:
    assert _ops(palette.model)[:3] == ["parameter", "input", "constant"]
    assert sorted(_ops(palette.model)) == sorted([*ops.LEAVES, *ops.OPS])


def test_a_tooltip_says_what_is_typed_for_an_op(palette: Palette) -> None:
    palette.show_own([OwnOp("swish", "u*sigmoid(u)", "φ")], [])
    model = palette.model
    rows = [model.index(row) for row in range(model.rowCount())]
    tips = [model.data(row, Qt.ItemDataRole.ToolTipRole) for row in rows]
    assert "Matrix product (matmul)" in tips
    assert "swish" in tips


@pytest.mark.parametrize(
    ("text", "first"),
    [("relu", "relu"), ("×", "multiply"), ("param", "parameter"), ("SIGM", "sigmoid")],
)
def test_a_search_finds_by_name_title_and_sign(palette: Palette, text: str, first: str) -> None:
    palette.search.setText(text)
    assert _ops(palette.model)[0] == first


def test_a_search_that_finds_nothing_says_so(palette: Palette) -> None:
    palette.search.setText("convolution")
    assert palette.nothing.isVisible()
    palette.search.setText("con")
    assert not palette.nothing.isVisible()


def test_enter_in_the_search_places_the_first_found(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "relu")
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert chosen.args == ["relu"]
    assert palette.search.text() == ""  # all others are there again
    assert len(_ops(palette.model)) > 3


def test_arrows_walk_over_headings_and_enter_places(qtbot: QtBot, palette: Palette) -> None:
    for _ in range(4):
        qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.list, Qt.Key.Key_Return)
    assert chosen.args == [_ops(palette.model)[3]]


def test_where_it_is_narrow_the_signs_stand_in_its_middle(palette: Palette) -> None:
    palette.resize(84, 400)
    row = palette.list.visualRect(palette.model.index(1))
    image = palette.list.viewport().grab(row).toImage()
    ratio, y = image.devicePixelRatio(), image.height() // 2
    ground = image.pixel(0, y)
    drawn = [x / ratio for x in range(image.width()) if image.pixel(x, y) != ground]
    middle = (drawn[0] + drawn[-1]) / 2 + palette.list.mapTo(palette, row.topLeft()).x()
    field = palette.search.geometry().center().x()
    assert abs(middle - field) <= 1.0


@pytest.fixture(params=languages())
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translators = speak(qapp, request.param)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("width", [84, 250])
def test_what_the_search_asks_for_is_not_cut(spoken: str, palette: Palette, width: int) -> None:
    palette.setFont(font(Face.SANS, 13))
    palette.resize(width, 400)
    field, around = palette.search, 40  # pixels: its margins, its frame, and blanks beside the text
    assert (field.placeholderText()[:4] == "Find") is (spoken == "en")
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= width - around


def test_a_double_click_places(qtbot: QtBot, palette: Palette) -> None:
    place = palette.list.visualRect(palette.model.index(1)).center()
    viewport = palette.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["parameter"]


def test_nothing_found_places_nothing(qtbot: QtBot, palette: Palette) -> None:
    palette.search.setText("no such thing")
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    assert palette.search.text() == ""
    assert len(_ops(palette.model)) > 3


def test_a_drag_carries_the_op(palette: Palette) -> None:
    index = palette.model.index(2)
    data = palette.model.mimeData([index])
    assert bytes(data.data(OP).data()) == b"input"
    assert palette.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert not palette.model.flags(palette.model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


@pytest.mark.parametrize("taken", [Qt.DropAction.CopyAction, Qt.DropAction.IgnoreAction])
def test_what_is_dragged_is_a_sign_and_the_search_ends_with_the_drop(
    palette: Palette, monkeypatch: pytest.MonkeyPatch, taken: Qt.DropAction
) -> None:
    dragged: list[tuple[bytes, int]] = []

    def take(drag: QDrag, *_: object) -> Qt.DropAction:
        size = drag.pixmap().deviceIndependentSize()
        dragged.append((bytes(drag.mimeData().data(OP).data()), round(size.width())))
        return taken

    monkeypatch.setattr(QDrag, "exec", take)
    palette.search.setText("relu")
    palette.list.startDrag(Qt.DropAction.CopyAction)
    assert dragged == [(b"relu", 74)]
    assert palette.search.text() == ("relu" if taken is Qt.DropAction.IgnoreAction else "")


def test_the_rows_are_drawn_in_the_theme(palette: Palette) -> None:
    light = palette.grab().toImage()
    palette.set_theme(DARK)
    assert palette.grab().toImage() != light
    assert not QPixmap(light).isNull()
