"""Point 13: a ring over a legal port; over an illegal one the reason, at the pointer."""

import pytest
from hands import Hands
from PySide6.QtCore import QPointF, Qt

import engine
from engine.formats.chainrule_file import dumps
from gui.canvas.gestures.reason import shortened
from gui.theme import LIGHT


def hold(unit: Hands, source: str, target: str, port: int) -> None:
    x, y = unit.port(target, port)
    unit.press(unit.out(source))
    unit.carry((x - 40, y + 60))
    unit.carry((x, y))


def ring(unit: Hands, target: str, port: int) -> str:
    x, y = unit.port(target, port)
    return unit.ink((x - 7.0, y))


def test_a_legal_port_is_ringed(unit: Hands):
    unit.canvas.zoom_to(2.0)
    unit.canvas.centre_on("a")
    hold(unit, "c", "a", 1)
    assert ring(unit, "a", 1) == LIGHT.legal
    unit.key(Qt.Key.Key_Escape)
    assert ring(unit, "a", 1) != LIGHT.legal


def rows_of_the_reason(unit: Hands, target: str, port: int) -> tuple[int, int]:
    """Return the highest and the lowest row of pixels with the border of the reason's box."""
    pixel, image = unit.pixel(*unit.port(target, port)), unit.view.grab().toImage()
    rows = [
        y
        for y in range(max(pixel.y() - 200, 0), min(pixel.y() + 200, image.height()))
        if all(
            ink.red() > ink.green() + 40
            for ink in (image.pixelColor(pixel.x() + k, y) for k in range(16, 40))
        )
    ]
    return min(rows), max(rows)


@pytest.mark.parametrize(
    ("source", "target", "port", "reason"),
    [
        ("d", "a", 1, "d would depend on itself: d → a → d"),
        ("J", "c", 0, "J would depend on itself: J → c → a → d → J"),
        ("a", "a", 0, "a node cannot feed itself"),
        ("c", "a", 0, "c already feeds the first input of a"),
    ],
)
def test_an_illegal_port_says_why_and_takes_nothing(
    unit: Hands, window, source: str, target: str, port: int, reason: str
):
    before = dumps(unit.graph)
    hold(unit, source, target, port)
    assert unit.canvas.hand.gesture._reason == reason
    card = unit.canvas.view_rect(unit.canvas.picture.index[target])
    top, bottom = rows_of_the_reason(unit, target, port)
    assert bottom < card.top() or top > card.bottom()
    assert bottom - top > 20
    unit.release(unit.port(target, port))
    assert dumps(unit.graph) == before
    assert window.status.said.text() == reason


def test_the_path_of_the_cycle_lights(unit: Hands):
    unit.canvas.zoom_to(2.0)
    unit.canvas.centre_on("a")
    at = unit.edge("d", 0, 0.5)
    assert unit.ink(at) != LIGHT.illegal
    hold(unit, "d", "a", 1)
    assert unit.ink(at) == LIGHT.illegal
    unit.key(Qt.Key.Key_Escape)
    assert unit.ink(at) != LIGHT.illegal


def test_a_long_reason_keeps_its_beginning_and_its_end():
    path = tuple(f"node{k}" for k in range(60))
    sentence = str(engine.CycleError((*path, "node0")))
    words = shortened(sentence, 400.0)
    assert words.startswith("node0 would depend on itself: node0 → …")
    assert words.endswith("node0")
    assert "…" in words
    assert len(words) < len(sentence) / 4
    assert shortened("a node cannot feed itself", 400.0) == "a node cannot feed itself"


def test_a_reason_at_the_border_lies_inside_the_view(unit: Hands):
    x, y = unit.middle("J")
    unit.canvas.viewpoint.pan(QPointF(unit.view.width() - 30 - unit.pixel(x, y).x(), 0))
    hold(unit, "J", "d", 0)
    unit.carry(unit.middle("J"))
    assert unit.canvas.hand.gesture._reason
    image = unit.view.grab().toImage()
    borders = {image.pixelColor(image.width() - 6, row).name() for row in range(image.height())}
    assert LIGHT.illegal in borders


@pytest.mark.parametrize("scale", [1.0, 4.0])
def test_a_reason_near_a_border_is_read_whole(unit: Hands, scale: float):
    """Below there is no room, and of a card as large as the view there is none beside it."""
    unit.canvas.zoom_to(scale)
    unit.canvas.centre_on("a")
    x, y = unit.port("a", 1)
    unit.canvas.pan(QPointF(0.0, unit.view.height() - unit.pixel(x, y).y() - 60.0 * scale))
    hold(unit, "d", "a", 1)
    top, bottom = rows_of_the_reason(unit, "a", 1)
    assert 0 <= top < bottom < unit.view.height()
    assert bottom - top > 20
