"""The guide: every heading can be gone to, every picture is there, the web pages say the same."""

import re
import runpy
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QFont, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.dialogs.guide import Guide
from gui.language import ENGLISH, languages
from gui.shipped import guide_file
from gui.theme import THEMES
from resources import resource

TEXT = resource("guide/guide.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^##? (.+)$", TEXT, re.MULTILINE)
CODE = re.findall(r"^chainrule \S.*$", TEXT, re.MULTILINE)
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
        if block.text() in CODE:
            lines.append(block)
        block = block.next()
    layout = guide.text.document().documentLayout()
    tops = [layout.blockBoundingRect(line).top() for line in lines]
    height = min(line.layout().lineAt(0).naturalTextRect().height() for line in lines)
    assert len(lines) > 3
    gaps = [after - before for before, after in pairwise(tops)]
    for gap, line in zip(gaps, lines, strict=False):  # a long one is broken on a small screen
        assert gap < 1.6 * height * line.layout().lineCount()


def test_on_a_small_screen_nothing_is_scrolled_sideways(guide: Guide, qtbot: QtBot) -> None:
    """A line of code was as wide as it was typed, a picture as when it was opened."""
    page, kind = guide.text, QTextDocument.ResourceType.ImageResource.value

    def widest() -> float:
        images = [page.document().resource(kind, QUrl(name)) for _, name in PICTURES]
        return max(image.width() / image.devicePixelRatio() for image in images)

    opened = widest()
    for width in (684, 1080):
        guide.resize(width, 402)
        qtbot.waitUntil(lambda: page.document().size().width() <= page.viewport().width())
    qtbot.waitUntil(lambda: widest() > opened)


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


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    runpy.run_path(str(Path(__file__).parents[3] / "packaging/guide.py"))["main"](folder)
    return folder


@pytest.mark.parametrize("spoken", languages())
def test_the_web_page_says_the_same_in_every_language(web: Path, spoken: str) -> None:
    text = guide_file(spoken).read_text(encoding="utf-8")
    page = (web / web_name(spoken)).read_text(encoding="utf-8")
    assert f'<html lang="{spoken}">' in page
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert len(headings) == len(HEADINGS) - 1
    places = re.findall(r'<h2 id="([^"]+)">', page)
    assert len(set(places)) == len(headings)
    for heading, place in zip(headings, places, strict=True):
        assert f'<a href="#{place}">{heading}</a>' in page
    for _, picture in PICTURES:
        assert f'src="{picture}"' in page
        assert (web / picture).is_file()


def test_each_web_page_leads_to_those_in_other_languages(web: Path) -> None:
    for spoken in languages():
        page = (web / web_name(spoken)).read_text(encoding="utf-8")
        led = re.findall(r'<a href="([^"#]+)" hreflang', page)
        assert led == [web_name(other) for other in languages() if other != spoken]


def web_name(spoken: str) -> str:
    return "index.html" if spoken == ENGLISH else f"index.{spoken}.html"


def test_no_line_ends_within_a_derivative(guide: Guide) -> None:
    document = guide.text.document()
    block = document.find("∂J").block()
    seen = 0
    for width in range(300, 900, 7):
        document.setTextWidth(width)
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            words = block.text()[line.textStart() : line.textStart() + line.textLength()]
            seen += words.count("∂J")
            assert not words.startswith("∂w")
    assert seen > 50


@pytest.mark.parametrize("listens", [True, False])
def test_a_reader_says_the_line_that_an_arrow_leads_to(qtbot: QtBot, *, listens: bool) -> None:
    """Without a caret Orca said nothing of the text; for everybody else arrows scroll the page."""
    QAccessible.setActive(listens)
    try:
        window = Guide(THEMES["light"])
        qtbot.addWidget(window)
        window.show()
        QTest.keyClick(window.text, Qt.Key.Key_Down)
        assert bool(window.text.textCursor().position()) is listens
    finally:
        QAccessible.setActive(False)
