"""Whole arrays to look through: the table, the heat map, the tooltip."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

import engine
from engine.value import Array
from gui.canvas import array_tip
from gui.canvas.array_tip import array_html
from gui.commands import SetValue
from gui.document import Document
from gui.evaluation import Evaluation
from gui.panels import array_entries, heat_map
from gui.panels.array_view import ArrayView
from gui.panels.inspector import Inspector
from gui.picture import heat
from gui.picture.heat import as_table, heat_image, heat_scale
from gui.picture.lettering import draw_typeset
from gui.picture.runs import Typeset
from gui.readings import Words
from gui.theme import DARK, LIGHT, Ink, Theme


@pytest.fixture
def view(qtbot: QtBot) -> ArrayView:
    shown = ArrayView(Ink.VALUE, "Entries")
    qtbot.addWidget(shown)
    shown.resize(260, 500)
    return shown


def _texts(view: ArrayView, row: int) -> list[str]:
    model = view.model
    return [str(model.data(model.index(row, k))) for k in range(model.columnCount())]


def test_a_small_array_is_a_table_of_all_its_entries(view: ArrayView) -> None:
    view.show_reading(np.array([[1.0, -0.5], [np.nan, 2.00049]]))
    assert view.isVisible()
    assert not view.map.isVisible()
    assert [_texts(view, 0), _texts(view, 1)] == [["1", "−0.5"], ["NaN", "2.000"]]


def test_a_number_and_words_and_nothing_are_no_array(view: ArrayView) -> None:
    view.show_reading(np.ones(3))
    for reading in (2.0, Words("2 → 3"), None, np.ones((0, 3))):
        view.show_reading(reading)
        assert not view.isVisible()


def test_an_array_of_rank_three_names_its_rows_by_two_indices(view: ArrayView) -> None:
    view.show_reading(np.arange(12.0).reshape(2, 3, 2))
    header = view.model.headerData
    assert [header(k, Qt.Orientation.Vertical) for k in (0, 5)] == ["0, 0", "1, 2"]
    assert header(1, Qt.Orientation.Horizontal) == "1"
    index = view.model.index(5, 1)
    assert view.model.data(index, Qt.ItemDataRole.ToolTipRole) == "[1, 2, 1] = 11"


def test_numbers_as_far_apart_as_there_are_have_their_colours(view: ArrayView) -> None:
    view.show_reading(np.linspace(-0.9, 0.9, 49) * 1.7e308)
    low, middle, high = (view.map.grab().toImage().pixelColor(x, 5) for x in (2, 130, 257))
    assert low != middle != high != low


def test_a_large_array_is_a_heat_map_too_and_a_click_finds_the_entry(
    view: ArrayView, qtbot: QtBot
) -> None:
    array = np.linspace(-1.0, 3.0, 64 * 10).reshape(64, 10)
    view.show_reading(array)
    field = view.map.rect().adjusted(0, 0, 0, -40)
    assert view.map.isVisible()
    qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(field.right() - 2, 2))
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (0, 9)
    below = QPoint(5, view.map.height() - 3)
    qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=below)
    assert view.map.entry_at(below) is None


def test_the_pointer_on_the_heat_map_says_the_number(view: ArrayView) -> None:
    view.show_reading(np.arange(100.0).reshape(10, 10))
    QApplication.sendEvent(
        view.map, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1)))
    )
    assert QToolTip.text() == "[0, 0] = 0"


def test_selected_entries_are_copied_for_a_spreadsheet(view: ArrayView, qtbot: QtBot) -> None:
    view.show_reading(np.array([[1.0, -0.1], [1 / 3, 4.0]]))
    view.table.selectAll()
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\t-0.1\n0.3333333333333333\t4"


def test_another_run_keeps_the_place_in_the_table(view: ArrayView) -> None:
    view.show_reading(np.zeros((60, 9)))
    view.table.setCurrentIndex(view.model.index(50, 8))
    view.show_reading(np.ones((60, 9)))
    assert view.table.currentIndex().row() == 50
    assert _texts(view, 50)[8] == "1"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("ink", [Ink.VALUE, Ink.DERIVATIVE])
def test_colours_tell_sign_size_and_what_is_not_finite(theme: Theme, ink: Ink) -> None:
    array = np.array([[0.0, 4.0, -4.0, np.nan, np.inf, 1e-9]])
    image = heat_image(array, ink, theme)
    colours = [image.pixelColor(k, 0).name() for k in range(6)]
    strange = theme.inks[Ink.WARNING]
    assert colours[:5] == [
        theme.background,
        theme.inks[ink],
        theme.negatives[ink],
        strange,
        strange,
    ]
    assert colours[5] != theme.background
    assert heat_scale(array).strange


def test_a_huge_array_has_an_image_of_bounded_size() -> None:
    image = heat_image(np.zeros((3000, 2)), Ink.VALUE, LIGHT)
    assert (image.width(), image.height()) == (2, 512)


@pytest.mark.parametrize("shape", [(300, 2), (2, 400)])
def test_entries_are_crisp_in_the_direction_in_which_there_are_few(
    view: ArrayView, shape: tuple[int, int]
) -> None:
    array = np.ones(shape)
    array[:, 1::2] = -1.0
    if shape[1] > shape[0]:
        array = np.where(np.arange(2)[:, None] < 1, 1.0, -1.0) * np.ones(shape)
    view.show_reading(array)
    image, field = view.map.grab().toImage(), view.map._field()
    places = [(x, y) for x in range(2, field.width() - 2) for y in range(2, field.height() - 2)]
    seen = {image.pixelColor(x, y).name() for x, y in places}
    assert seen == {LIGHT.inks[Ink.VALUE], LIGHT.negatives[Ink.VALUE]}


@pytest.mark.parametrize("high", [1.0, 0.5, 3.0, 1.234e120])
@pytest.mark.parametrize("width", [220, 260])
def test_what_is_not_finite_is_said_clear_of_the_scale_s_numbers(
    view: ArrayView, monkeypatch: pytest.MonkeyPatch, high: float, width: int
) -> None:
    array = np.linspace(-1.0 if high < 9.0 else -high, high, 400).reshape(20, 20)
    array[3, 4] = np.nan
    view.show_reading(array)
    drawn: list[tuple[float, float]] = []

    def noted(painter: QPainter, text: Typeset, x: float, y: float, theme: Theme) -> None:
        drawn.append((x, x + text.width))
        draw_typeset(painter, text, x, y, theme)

    monkeypatch.setattr(heat_map, "draw_typeset", noted)
    view.map.resize(width, view.map.height())
    view.map.grab()
    drawn.sort()
    assert len(drawn) > 2
    assert all(one[1] + 4.0 < other[0] for one, other in pairwise(drawn))


@pytest.mark.parametrize("shape", [(400, 1), (181, 400), (1, 600), (1025, 9), (7, 13), (3, 5, 300)])
def test_each_pixel_names_the_entry_that_it_shows(view: ArrayView, shape: tuple[int, ...]) -> None:
    array = np.random.default_rng(0).normal(size=shape)
    array.flat[array.size // 2] = np.nan
    array.flat[array.size // 3] = -np.inf
    view.set_theme(LIGHT)
    view.show_reading(array)
    field, scale = view.map._field(), heat_scale(array)
    image, table = view.map.grab().toImage(), as_table(array)
    for x in range(1, field.width() - 1, 7):
        for y in range(1, field.height() - 1, 5):
            entry = view.map.entry_at(QPoint(x, y))
            assert entry is not None
            one = heat._coloured(table[entry].reshape(1, 1), scale, Ink.VALUE, LIGHT)
            assert image.pixelColor(x, y) == one.pixelColor(0, 0)


@pytest.mark.parametrize("size", [181, 400, 512, 600])
def test_the_pointer_on_what_stands_out_says_its_number(view: ArrayView, size: int) -> None:
    array = np.zeros((size, 1))
    array[size // 2 + 1] = 1.0
    view.set_theme(LIGHT)
    view.show_reading(array)
    image, field = view.map.grab().toImage(), view.map._field()
    full = LIGHT.inks[Ink.VALUE]
    rows = [y for y in range(1, field.height() - 1) if image.pixelColor(9, y).name() == full]
    assert len(rows) == 1
    at = QPoint(9, rows[0])
    QApplication.sendEvent(
        view.map, QHelpEvent(QHelpEvent.Type.ToolTip, at, view.map.mapToGlobal(at))
    )
    assert QToolTip.text() == f"[{size // 2 + 1}, 0] = 1"


@pytest.mark.parametrize("most", [1.0, -1.0, np.nan])
def test_nothing_that_stands_out_vanishes_where_entries_share_a_pixel(
    view: ArrayView, most: float
) -> None:
    array = np.full((3000, 2000), 0.2)
    array[1234, 777] = most
    view.set_theme(LIGHT)
    view.show_reading(array)
    image, field = view.map.grab().toImage(), view.map._field()
    seen = {
        image.pixelColor(x, y).name() for x in range(field.width()) for y in range(field.height())
    }
    ink = {1.0: LIGHT.inks[Ink.VALUE], -1.0: LIGHT.negatives[Ink.VALUE]}
    assert ink.get(most, LIGHT.inks[Ink.WARNING]) in seen
    assert view.map._shared == "a pixel: the strongest of 17 × 8 entries"
    assert view.map._shared in view.map.accessibleName()
    small = view.map.sizeHint().height()
    view.show_reading(np.ones((180, 200)))
    assert view.map._shared == ""
    assert view.map.sizeHint().height() < small


def test_the_tooltip_s_entries_are_crisp_too() -> None:
    array = np.ones((200, 2))
    array[:, 1] = -1.0
    coded = array_html(array, Ink.VALUE, LIGHT).partition("base64,")[2].partition('"')[0]
    image = QImage.fromData(QByteArray.fromBase64(coded.encode()))
    seen = {image.pixelColor(x, 80).name() for x in range(image.width())}
    assert seen == {LIGHT.inks[Ink.VALUE], LIGHT.negatives[Ink.VALUE]}


def test_the_tooltip_has_a_table_or_an_image() -> None:
    small, large = np.array([1.0, 2.0]), np.ones((40, 3))
    assert array_html(small, Ink.VALUE, LIGHT).count("<td") == 2
    assert "<img" in array_html(large, Ink.VALUE, LIGHT)
    assert "<img" in array_html(np.ones((3000, 1)), Ink.VALUE, LIGHT)
    assert array_html(np.ones(0), Ink.VALUE, LIGHT) == ""


def test_a_large_array_s_tooltip_colours_no_more_entries_than_it_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[QImage] = []

    def noted(*given: object) -> QImage:
        made.append(heat_image(*given))
        return made[-1]

    monkeypatch.setattr(array_tip, "heat_image", noted)
    assert '<img width="240"' in array_html(np.ones((1000, 1000)), Ink.VALUE, LIGHT)
    assert [(image.width(), image.height()) for image in made] == [(240, 160)]


def test_the_inspector_shows_the_arrays_of_a_node_and_of_an_edge(qtbot: QtBot) -> None:
    graph = engine.Graph()
    x = graph.input("x", np.arange(50.0).reshape(25, 2))
    s = graph.op("square", x, name="s", position=(200, 0))
    graph.op("mean", s, name="J", position=(600, 0))
    document = Document()
    document.reset(graph)
    inspector = Inspector(document, Evaluation(document))
    qtbot.addWidget(inspector)
    inspector.resize(280, 900)
    inspector.show()
    inspector.show_selection(("s",), ())
    inspector.set_theme(DARK)
    inspector.grab()  # paints the maps and the tables
    page = inspector.node_page
    assert page.reading.text() == "25×2, 0 … 2401"
    assert page.values.isVisible()
    assert page.derivatives.isVisible()
    inspector.show_selection(("J",), ())
    assert not page.values.isVisible()
    inspector.show_selection((), (engine.Edge("s", "J", 0),))
    edge = inspector.edge_page
    assert edge.derivative.text() == "25×2, 0.02"
    assert edge.derivatives.isVisible()
    assert "<img" in tooltip_of(document)


def test_an_array_that_an_edit_leaves_as_it_is_is_not_looked_through_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = engine.Graph()
    graph.op("sum", graph.parameter("w", np.arange(50.0).reshape(25, 2)), name="s")
    graph.op("add", "s", graph.parameter("b", 1.0), name="J")
    document = Document()
    document.reset(graph)
    evaluation = Evaluation(document)
    inspector = Inspector(document, evaluation)
    qtbot.addWidget(inspector)
    inspector.show()
    inspector.show_selection(("w",), ())
    compared, coloured = list[object](), list[object]()
    alike = array_entries._alike
    monkeypatch.setattr(array_entries, "_alike", lambda *two: compared.append(two) or alike(*two))

    def noted(array: Array, *how: object) -> QImage:
        coloured.append(array)
        return heat_image(array, *how)

    monkeypatch.setattr(heat_map, "heat_image", noted)
    document.do(SetValue("b", 2.0))
    evaluation.flush()
    page = inspector.node_page
    assert not any(array is graph.value("w") for array in coloured)
    values = page.values.model._table
    assert not any(two[1] is values for two in compared)
    other = np.arange(50.0).reshape(25, 2) + 1.0
    document.do(SetValue("w", other))
    assert any(array is graph.value("w") for array in coloured)
    assert page.values.model.data(page.values.model.index(0, 0)) == "1"


def tooltip_of(document: Document) -> str:
    from gui.canvas.tooltip import tooltip_at
    from gui.picture.picture import Picture

    picture = Picture(document.graph, Evaluation(document).readings)
    return tooltip_at(picture, QPointF(*picture.centres[picture.index["s"]]), 6.0)


def test_a_number_that_is_too_long_for_its_column_has_fewer_digits(qtbot: QtBot) -> None:
    view = ArrayView(Ink.VALUE, "values")
    qtbot.addWidget(view)
    view.set_theme(LIGHT)
    view.show_reading(np.array([[-0.0938812, 0.25, -9.87654e-120], [-0.001234, 1e300 / 3, 2.0]]))
    view.show()
    model, table = view.model, view.table
    places = [model.index(row, column) for row in range(2) for column in range(3)]
    texts = [str(model.data(place)) for place in places]
    assert texts[1] == "0.25"
    assert texts[2] == "−1e−119"
    assert "…" not in "".join(texts)
    for place, text in zip(places, texts, strict=True):
        assert table.fontMetrics().horizontalAdvance(text) < table.columnWidth(place.column())
    assert model.data(places[0], Qt.ItemDataRole.ToolTipRole) == "[0, 0] = −0.0938812"
