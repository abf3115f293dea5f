"""The welcome page: the files that were open last stand on it, and lead back to themselves."""

from pathlib import Path

import pytest
from hands import click
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.panels.examples import picture_of
from gui.panels.welcome import Welcome
from gui.picture.numbers import DIGITS, write_digits


@pytest.fixture
def page(qtbot: QtBot) -> Welcome:
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def entries(page: Welcome) -> list[QPushButton]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    return [b for b in page.findChildren(QPushButton, "entry") if b.isVisible()]


def test_the_newest_files_are_listed_and_one_is_chosen_by_a_click(page: Welcome) -> None:
    chosen: list[Path] = []
    page.recent_chosen.connect(chosen.append)
    paths = [Path(f"/exercises/a&b {k}.chainrule") for k in range(7)]
    page.show_recent(paths)
    shown = [entry.text().replace("&&", "&") for entry in entries(page)]
    assert shown == [path.name for path in paths[:5]]
    assert entries(page)[0].text() == "a&&b 0.chainrule"
    click(entries(page)[1])
    assert chosen == paths[1:2]
    page.show_recent(paths[6:])
    assert [entry.toolTip() for entry in entries(page)] == [str(paths[6])]


def test_without_files_there_is_no_heading_over_none(page: Welcome) -> None:
    page.show_recent([])
    assert entries(page) == []
    assert "Recent" not in [label.text() for label in page.findChildren(QLabel)]


def test_no_example_is_drawn_while_long_work_goes_on(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    busy, asked = True, 0

    def under_way() -> bool:
        nonlocal asked
        asked += 1
        return busy

    monkeypatch.setattr("gui.panels.welcome.under_way", under_way)
    page = Welcome()
    qtbot.addWidget(page)
    everything = len(page._to_load)
    page.resize(900, 700)
    page.show()
    qtbot.waitUntil(lambda: asked > 1)
    assert len(page._to_load) == everything
    busy = False
    qtbot.waitUntil(lambda: not page._to_load)


def test_another_windows_examples_are_there_at_once(
    page: Welcome, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = [*page.lessons.cards, *page.examples.cards]
    for card in cards:
        card.load()
        card.grab()
    for one in ("read", "lay_out"):
        monkeypatch.setattr(f"gui.exports.subject.{one}", lambda *_, **__: pytest.fail("anew"))
    monkeypatch.setattr("gui.panels.examples.draw", lambda *_, **__: pytest.fail("anew"))
    other = Welcome()
    qtbot.addWidget(other)
    other.resize(page.size())
    other.show()
    qtbot.waitUntil(lambda: not other._to_load)
    others = [*other.lessons.cards, *other.examples.cards]
    assert len(others) == len(cards) > 1
    for card, first in zip(others, cards, strict=True):
        card.grab()
        assert card._image is first._image is not None
        assert card.toolTip() == first.toolTip()


def test_examples_are_laid_out_anew_for_numbers_of_another_length(page: Welcome) -> None:
    card = page.examples.cards[0]
    try:
        write_digits(3)
        card.load()
        short = picture_of(card.path, 3)
        write_digits(6)
        card.load()
        assert picture_of(card.path, 6) is not short
    finally:
        write_digits(DIGITS)
