"""What ships speaks the language of the window: lessons, examples, and what is made of them."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from decks import texts
from pptx import Presentation
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import engine
from engine.formats.chainrule_file import dumps
from engine.lesson.lesson_text import LessonText
from gui.exports import Options, Subject, slides
from gui.fonts import Face
from gui.language import languages, speak
from gui.panels.example_card import ExampleCard
from gui.picture.runs import set_text
from gui.shipped import read_example
from resources import resource

LESSONS = sorted(resource("lessons").glob("*.chainrule"))
EXAMPLES = sorted(resource("examples").glob("*.chainrule"))
UNIT = resource("lessons/linear-unit.chainrule")


@pytest.fixture(params=[code for code in languages() if code != "en"])
def spoken(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak another language than English."""
    translators = speak(qapp, request.param)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translators = speak(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def _said(graph: engine.Graph) -> LessonText:
    found = LessonText.of(graph)
    assert found is not None
    return found


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_text_of_a_lesson_is_told_and_fits_below_the_picture(path: Path) -> None:
    there, here = _said(engine.load(path)), _said(read_example(path))
    assert here.about != there.about
    assert [(one.direction, one.node) for one in here.said] == [
        (one.direction, one.node) for one in there.said
    ]
    for one, other in zip(there.said, here.said, strict=True):
        assert one.text != other.text
        assert other.text.endswith((".", "?", "!"))
        assert len(other.text) <= 230  # two lines


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("path", [*LESSONS, *EXAMPLES], ids=lambda path: path.stem)
def test_a_shipped_graph_has_its_title_and_else_stays_as_it_is(path: Path) -> None:
    there, here = engine.load(path), read_example(path)
    assert here.title != there.title
    here.title = there.title
    for graph in (there, here):
        graph.network.graph.pop("lesson", None)
    assert dumps(here) == dumps(there)


@pytest.mark.parametrize("path", [*LESSONS, *EXAMPLES], ids=lambda path: path.stem)
def test_in_english_a_shipped_graph_is_its_file(path: Path) -> None:
    assert dumps(read_example(path)) == dumps(engine.load(path))


@pytest.mark.usefixtures("german")
def test_the_card_of_a_lesson_tells_what_it_is_about(qtbot: QtBot) -> None:
    card = ExampleCard(UNIT, lesson=True)
    qtbot.addWidget(card)
    card.read()
    assert card.text() == "Eine lineare Einheit"
    assert card.toolTip().startswith("Eine Gerade, die ihr Ziel verfehlt")


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("path", [*LESSONS, *EXAMPLES], ids=lambda path: path.stem)
def test_a_title_fits_the_narrowest_card(qtbot: QtBot, path: Path) -> None:
    card = ExampleCard(path, lesson=path in LESSONS)
    qtbot.addWidget(card)
    card.read()
    beside = 90.0 if path in LESSONS else 0.0  # how many steps it has
    room = card.minimumWidth() - 36.0 - beside
    assert set_text(card.text(), Face.BOLD, 13).width <= room


@pytest.mark.usefixtures("german")
def test_the_slides_say_what_the_lesson_says() -> None:
    graph = read_example(UNIT)
    deck = Presentation(io.BytesIO(slides.render(Subject(graph, Options(steps=True)))))
    shown = [text for slide in deck.slides for text in texts(slide)]
    said = [text.partition("\n")[2] for text in shown]
    assert [text for text in said if text] == [one.text for one in _said(graph).said]
    assert "Eine lineare Einheit  —  rückwärts 3 von 8" in shown
