"""The guide in every language: it says the same everywhere, and names what the window shows."""

import re

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot
from spoken import spoken

from engine.formats.text import TEXTS
from gui.actions.table import ACTIONS, MENUS, SUBMENUS
from gui.dialogs.guide import Guide
from gui.language import ENGLISH, language, tr
from gui.shipped import guide_file
from gui.theme import THEMES
from resources import resource

__all__ = ["spoken"]

HEADING = re.compile(r"^(##?) ", re.MULTILINE)
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
BLOCK = re.compile(r"^```\n.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+[A-Z0-9,](?!\w)|\bF\d+\b")
NAMED = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
IN_ENGLISH = {"Strg": "Ctrl", "Umschalt": "Shift", "Maj": "Shift"}
OTHER_ENTRIES = ("Race", "New o&wn op…")  # on a panel, and where no formula is selected


def english() -> str:
    return resource("guide/guide.md").read_text(encoding="utf-8")


def keys(text: str) -> list[str]:
    for name, key in IN_ENGLISH.items():
        text = text.replace(f"{name}+", f"{key}+")
    return sorted(KEYS.findall(text))


def shown(text: str) -> str:
    """Return a text as it is seen: no letter to press, no dots."""
    return tr(text).replace("&", "").removesuffix("…")


def test_every_language_has_a_guide_that_says_as_much() -> None:
    text = guide_file().read_text(encoding="utf-8")
    assert HEADING.findall(text) == HEADING.findall(english())
    assert PICTURE.findall(text) == PICTURE.findall(english())
    assert BLOCK.findall(text) == BLOCK.findall(english())
    sentence = "→"  # the one code that is said in words
    codes = [[c for c in CODE.findall(one) if sentence not in c] for one in (text, english())]
    assert sorted(codes[0]) == sorted(codes[1])
    assert keys(text) == keys(english())


def test_what_the_guide_names_is_in_the_window() -> None:
    entries = {shown(action.text) for action in ACTIONS.values()}
    entries |= {shown(text) for text in OTHER_ENTRIES}
    menus = {shown(title) for title, _ in (*MENUS, *SUBMENUS.values())}
    named = NAMED.findall(CODE.sub("", BLOCK.sub("", guide_file().read_text(encoding="utf-8"))))
    assert len(named) >= 10
    for name in named:
        *before, last = name.removesuffix("…").split(" › ")
        assert set(before) <= menus, name
        assert last in entries | menus, name


def test_texts_are_told_of_the_entry_that_has_them_and_not_of_the_pictures() -> None:
    text = guide_file().read_text(encoding="utf-8")
    entry = f"*{shown('&File')} › {shown('Export co&de…')}…*"
    (line,) = [line for line in text.splitlines() if entry in line]
    pictures, _, texts = line.partition(entry)
    words = {one.title.split()[0] for one in TEXTS.values()}  # PyTorch, LaTeX, Graphviz and so on
    assert words == {word for word in words if word in texts}
    assert not [word for word in words if word in pictures]


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_shown_with_its_pictures(qtbot: QtBot, theme: str) -> None:
    window = Guide(THEMES[theme])
    qtbot.addWidget(window)
    window.show()
    assert window.contents.count() == len(HEADING.findall(english()))
    first = "Five minutes" if language() == ENGLISH else window.contents.item(1).text().strip()
    assert (first == "Five minutes") == (language() == ENGLISH)
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in PICTURE.findall(english()):
        assert window.text.loadResource(kind, name).width() > 300
