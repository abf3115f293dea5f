"""What welcome pages keep of the shipped graphs: one image each, as large as it is drawn."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.panels import examples
from gui.panels.example_card import ExampleCard
from gui.panels.welcome import Welcome
from gui.theme import THEMES


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Begin with no image, and list the themes in which one is drawn from now on."""
    themes: list[str] = []
    draw = examples.draw

    def noted(picture, theme, **more):
        themes.append(theme.name)
        return draw(picture, theme, **more)

    monkeypatch.setattr(examples, "draw", noted)
    examples._images.clear()
    yield themes
    examples._images.clear()


@pytest.fixture
def page(qtbot: QtBot) -> Welcome:
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(1000, 1500)
    page.show()
    qtbot.waitUntil(lambda: not page._to_load)
    return page


def cards(page: Welcome) -> list[ExampleCard]:
    return [*page.lessons.cards, *page.examples.cards]


def kept() -> list[QImage]:
    return [image.pixels for _, image in examples._images.values()]


def test_an_image_is_no_larger_than_its_card_and_of_one_theme(
    drawn: list[str], page: Welcome
) -> None:
    for theme in THEMES.values():
        page.set_theme(theme)
        page.grab()
        assert set(drawn) == {theme.name}
        assert len(kept()) == len(cards(page)) == len(drawn)
        drawn.clear()
    ratio = page.devicePixelRatioF()
    for card in cards(page):
        assert card._image is not None
        pixels = card._image.pixels
        assert pixels.width() <= card.width() * ratio
        assert pixels.height() <= card.height() * ratio
        assert any(pixels is one for one in kept())


def test_of_a_size_that_changes_only_the_last_is_drawn_one_card_in_a_turn(
    drawn: list[str], page: Welcome, qtbot: QtBot
) -> None:
    page.grab()
    drawn.clear()
    for width in (960, 930, 900):
        page.resize(width, 1500)
        page.grab()
    assert drawn == []
    turns: list[int] = []
    page._loading.timeout.connect(lambda: turns.append(len(drawn)))
    qtbot.waitUntil(lambda: len(turns) > 0 and not page._to_load)
    page.grab()
    assert len(drawn) == len(cards(page)) == len(kept())
    assert all(later - one <= 1 for one, later in pairwise(turns))
    page.grab()
    assert len(drawn) == len(cards(page))
