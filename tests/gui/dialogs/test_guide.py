"""The guide: every heading can be gone to, every picture is there, the web page says the same."""

import re
import runpy
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.dialogs.guide import Guide
from gui.theme import THEMES
from resources import resource

TEXT = resource("guide/guide.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^##? (.+)$", TEXT, re.MULTILINE)
PICTURES = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", TEXT)


@pytest.fixture(params=THEMES)
def guide(request: pytest.FixtureRequest, qtbot: QtBot) -> Guide:
    window = Guide(THEMES[request.param])
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_heading_that_is_chosen_stands_at_the_top(guide: Guide) -> None:
    listed = [guide.contents.item(row).text().strip() for row in range(guide.contents.count())]
    assert listed == HEADINGS
    for row in range(1, len(HEADINGS) - 3):  # the last ones are all in view at the end
        guide.contents.setCurrentRow(row)
        assert guide.text.textCursor().block().text() == HEADINGS[row]
        assert 0 <= guide.text.cursorRect().top() <= 60


def test_the_lines_of_a_block_of_code_stand_close_together(guide: Guide) -> None:
    block, lines = guide.text.document().begin(), []
    while block.isValid():
        if block.blockFormat().nonBreakableLines():
            lines.append(block)
        block = block.next()
    layout = guide.text.document().documentLayout()
    tops = [layout.blockBoundingRect(line).top() for line in lines]
    height = min(line.layout().lineAt(0).naturalTextRect().height() for line in lines)
    assert len(lines) > 3
    assert max(after - before for before, after in pairwise(tops)) < 1.6 * height


def test_no_word_is_bolder_than_the_font(guide: Guide) -> None:
    weights, block = set(), guide.text.document().begin()
    while block.isValid():
        weights |= {part.format.fontWeight() for part in block.textFormats()}
        block = block.next()
    assert max(weights) == QFont.Weight.DemiBold


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_it_closes_by_key(qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    window = Guide(THEMES["light"])
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.text, key, keys)
    assert not window.isVisible()


def test_every_picture_is_there_said_in_words_and_as_wide_as_the_page(guide: Guide) -> None:
    assert PICTURES
    kind = QTextDocument.ResourceType.ImageResource.value
    for words, name in PICTURES:
        assert words
        image = guide.text.loadResource(kind, name)
        assert 300 < image.width() / image.devicePixelRatio() <= 760


def test_the_web_page_has_the_same_headings_and_pictures(tmp_path: Path) -> None:
    runpy.run_path(str(Path(__file__).parents[3] / "packaging/guide.py"))["main"](tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    for heading in HEADINGS[1:]:
        slug = re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
        assert f'href="#{slug}"' in page
        assert f'id="{slug}"' in page
    for _, name in PICTURES:
        assert f'src="{name}"' in page
        assert (tmp_path / name).is_file()
