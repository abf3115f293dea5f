"""A large picture: what the hand does is seen at once, the rest is drawn beside the events."""

from dataclasses import replace

import pytest
from hands import Hands
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

import engine
from gui.canvas.drawn import overlay
from gui.commands import DeleteNodes, SetValue
from gui.picture.lit import Lit
from gui.picture.numbers import DIGITS, write_digits
from gui.picture.picture import ROUTED
from gui.picture.plain_text import plain_text
from gui.picture.visible import are_many, visible_edges, visible_rows
from gui.readings import Numbers
from gui.theme import DARK, LIGHT, Ink


@pytest.fixture
def large(hands: Hands) -> Hands:
    """A grid of 300 sums, all in view."""
    hands.canvas.document.reset(grid(300))
    hands.canvas.fit()
    picture, seen = hands.canvas.picture, region(hands)
    assert are_many(visible_rows(picture, seen), visible_edges(picture, seen))
    return hands


def grid(count: int) -> engine.Graph:
    graph = engine.Graph()
    for k in range(count):
        place = (k % 20 * 200.0, k // 20 * 120.0)
        if k < 20:
            graph.parameter(f"n{k}", 1.0, position=place)
        else:
            graph.op("add", f"n{k - 20}", f"n{k - 19}", name=f"n{k}", position=place)
    graph.output = f"n{count - 1}"
    return graph


def region(hands: Hands):
    return hands.canvas.viewpoint.region(hands.view.rect().size().toSizeF())


def pixels(hands: Hands) -> bytes:
    image = hands.view.grab().toImage()
    return bytes(image.constBits())


def face_at(hands: Hands, name: str) -> str:
    x, y = hands.middle(name)
    image = hands.view.grab().toImage()
    return image.pixelColor(hands.pixel(x, y - 16)).name()  # above what is written


def drawn_anew(hands: Hands) -> bytes:
    """Return the picture as a canvas shows it that was never anything else."""
    hands.canvas._backing.forget()
    hands.canvas.finish_drawing()
    return pixels(hands)


def test_what_is_refined_is_what_is_drawn_anew(large: Hands):
    large.canvas.finish_drawing()
    large.canvas.zoom_at(1.1, QPointF(300.0, 200.0))
    large.canvas.pan(QPointF(31.0, -12.0))
    scaled = pixels(large)
    large.canvas.finish_drawing()
    refined = pixels(large)
    assert scaled != refined
    assert refined == drawn_anew(large)


def test_what_is_made_has_a_rectangle_for_its_clip(large: Hands):
    # without one Qt draws the thin lines of a crowd many times as slowly
    large.canvas.finish_drawing()
    large.canvas.zoom_at(1.1, QPointF(300.0, 200.0))
    large.view.repaint()
    made = large.canvas._backing._made
    assert made is not None
    assert made.painter.hasClipping()
    clip = made.painter.worldTransform().mapRect(made.painter.clipBoundingRect())
    assert clip.toRect() == large.view.rect()


def test_while_it_is_refined_the_last_image_stands_where_the_view_is(large: Hands):
    large.canvas.finish_drawing()
    face = face_at(large, "n45")
    assert face == LIGHT.faces[large.canvas.picture.cards[45].kind]
    large.canvas.pan(QPointF(-60.0, 40.0))
    assert face_at(large, "n45") == face
    large.canvas.zoom_at(1.4, QPointF(400.0, 300.0))
    assert face_at(large, "n150") == face


def test_nothing_is_drawn_under_an_image_that_hides_it(large: Hands, monkeypatch) -> None:
    large.canvas.finish_drawing()
    shown = pixels(large)
    monkeypatch.setattr(overlay, "paint_grid", pytest.fail)
    assert pixels(large) == shown
    grounds = []
    monkeypatch.setattr(overlay, "paint_grid", lambda *_: grounds.append(1))
    large.canvas.pan(QPointF(60.0, 0.0))
    pixels(large)
    assert grounds


def test_the_events_alone_finish_it(large: Hands, qtbot):
    large.canvas.finish_drawing()
    large.canvas.pan(QPointF(25.0, 5.0))
    large.view.repaint()
    qtbot.waitUntil(lambda: large.canvas._backing._made is None)
    shown = pixels(large)
    assert shown == drawn_anew(large)


def test_a_changed_number_a_theme_and_a_selection_are_drawn(large: Hands):
    large.canvas.finish_drawing()
    before = pixels(large)
    large.canvas.document.do(SetValue("n0", 123456.0))
    large.canvas.finish_drawing()
    changed = pixels(large)
    assert changed != before
    assert changed == drawn_anew(large)
    large.canvas.set_theme(DARK)
    large.canvas.finish_drawing()
    assert face_at(large, "n45") == DARK.faces[large.canvas.picture.cards[45].kind]
    dark = pixels(large)
    large.canvas.select_all()
    assert pixels(large) != dark


def test_light_that_has_arrived_is_drawn_anew(large: Hands):
    canvas = large.canvas
    light = Lit(Ink.VALUE, frozenset({"n45"}), frozenset(canvas.picture.edges[50:52]), fresh=True)
    canvas.light(replace(light, progress=0.2))
    canvas.finish_drawing()
    under_way = pixels(large)
    canvas.light(light)
    canvas.finish_drawing()
    arrived = pixels(large)
    assert arrived != under_way
    assert arrived == drawn_anew(large)


def test_nodes_that_go_while_it_is_drawn_are_drawn_no_more(large: Hands):
    large.view.repaint()
    large.canvas.pan(QPointF(5.0, 5.0))
    large.view.repaint()
    names = [f"n{k}" for k in range(280, 300)]
    large.canvas.document.do(DeleteNodes(names))
    for _ in range(3):
        QApplication.processEvents()
    large.canvas.finish_drawing()
    assert pixels(large) == drawn_anew(large)


def test_a_canvas_that_is_closed_in_the_midst_of_it_says_nothing(large: Hands):
    large.canvas.pan(QPointF(5.0, 5.0))
    large.view.repaint()
    assert large.canvas._backing._made is not None
    large.canvas.hide()
    assert large.canvas._backing._made is None


def test_a_drag_moves_the_ring_at_once_and_the_card_soon(large: Hands):
    large.canvas.finish_drawing()
    x, y = large.middle("n150")
    large.press((x, y))
    large.carry((x + 30, y + 40))
    large.carry((x + 60, y + 50))
    large.canvas.finish_drawing()
    assert face_at(large, "n150") == LIGHT.faces[large.canvas.picture.cards[150].kind]
    large.key(Qt.Key.Key_Escape)
    large.release((x, y))


def test_many_selected_edges_are_drawn_as_lines_and_those_out_of_view_not_at_all(
    large: Hands, monkeypatch: pytest.MonkeyPatch
):
    drawn: list[int] = []
    monkeypatch.setattr(overlay, "paint_thick_edge", lambda _p, _picture, i, _t: drawn.append(i))
    canvas = large.canvas
    at = large.edge("n130", 0)
    canvas.selection.edges = set(canvas.picture.edges)
    canvas.finish_drawing()
    assert not drawn
    assert large.ink(at) == LIGHT.accent
    canvas.zoom_to(4.0)
    canvas.centre_on("n130")
    canvas.viewport().repaint()
    assert drawn
    assert set(drawn) <= set(visible_edges(canvas.picture, region(large)).tolist())


class Noting(dict):
    """Rows by name, with the names that were asked for."""

    def __init__(self, rows):
        super().__init__(rows)
        self.asked = set()

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)


def test_of_many_selected_cards_those_in_view_alone_are_looked_at(
    large: Hands, monkeypatch: pytest.MonkeyPatch
):
    canvas = large.canvas
    canvas.zoom_to(1.0)
    canvas.centre_on("n150")
    canvas.select_all()
    canvas.finish_drawing()
    ringed = large.view.grab().toImage()
    rows = Noting(canvas.picture.index)
    monkeypatch.setattr(canvas.picture, "index", rows)
    assert large.view.grab().toImage() == ringed
    assert rows.asked <= {canvas.evaluation.seen.output}  # for its arrow


def test_other_numbers_on_the_edges_make_no_large_picture_anew(large: Hands):
    canvas = large.canvas
    canvas.document.reset(grid(ROUTED + 20))
    canvas.fit()
    picture = canvas.picture
    canvas.show_numbers(Numbers.VALUES)
    assert canvas.picture is picture
    assert canvas.picture.edge_texts(0)[0].width
    assert not canvas.picture.edge_texts(0)[1].width
    canvas.finish_drawing()
    assert pixels(large) == drawn_anew(large)
    canvas.show_numbers(Numbers.BOTH)
    canvas.document.do(SetValue("n0", 1.23456789))
    canvas.finish_drawing()
    into = canvas.picture.edge_index["n20", 0]
    assert plain_text(canvas.picture.edge_texts(into)[0]) == "1.235"
    try:
        write_digits(7)
        canvas.show_numbers(Numbers.BOTH, anew=True)
        assert canvas.picture is picture
        assert plain_text(canvas.picture.edge_texts(into)[0]) == "1.234568"
    finally:
        write_digits(DIGITS)
