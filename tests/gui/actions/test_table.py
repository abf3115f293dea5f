"""The table of actions: each has its place, its key and its letter to itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gui.actions.action import Action, always
from gui.actions.needs import needs
from gui.actions.table import (
    ACTIONS,
    MENUS,
    RECENT,
    SEPARATOR,
    SPACE,
    SUBMENUS,
    TOOLBAR,
    WINDOW_LIST,
)
from gui.language import languages, speak, tr
from resources import resource


def test_every_action_stands_in_a_menu_or_the_toolbar() -> None:
    menus = [*MENUS, *SUBMENUS.values()]
    listed = {name for _, names in menus for name in names} | set(TOOLBAR)
    assert listed - {RECENT, SEPARATOR, SPACE, WINDOW_LIST, *SUBMENUS} == set(ACTIONS)


def test_no_key_means_two_things() -> None:
    keys = [key for action in ACTIONS.values() for key in action.keys]
    assert len(keys) == len(set(keys))


@pytest.fixture(params=languages())
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    translators = speak(qapp, request.param)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("title", [title for title, _ in (*MENUS, *SUBMENUS.values())])
def test_no_letter_of_a_menu_means_two_things(title: str) -> None:
    names = dict((*MENUS, *SUBMENUS.values()))[title]
    texts = [ACTIONS[name].text for name in names if name in ACTIONS]
    texts += [SUBMENUS[name][0] for name in names if name in SUBMENUS]
    lettered = [text for text in map(tr, texts) if "&" in text]
    letters = [text[text.index("&") + 1].lower() for text in lettered]
    assert len(letters) == len(set(letters)), lettered


@pytest.mark.usefixtures("spoken")
def test_no_letter_of_the_menu_bar_means_two_things() -> None:
    letters = [tr(title).partition("&")[2][:1].lower() for title, _ in MENUS]
    assert len(letters) == len(set(filter(None, letters)))


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda a: a.id)
def test_an_icon_is_shipped_and_the_toolbar_has_one_each(action) -> None:  # type: ignore[no-untyped-def]
    if action.id in TOOLBAR:
        assert action.icon
    if action.icon:
        assert b"currentColor" in resource(f"icons/{action.icon}.svg").read_bytes()


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_what_an_action_that_cannot_be_taken_waits_for_is_said(action: Action) -> None:
    assert bool(needs(action)) is (action.enabled is not always)
