"""In a window of another language an example speaks it, and a file that ships stays as it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from window_desk import Desk

import engine
from engine.formats.chainrule_file import dumps
from engine.lesson.lesson_text import LessonText
from gui.actions import loading
from gui.actions.file import open_file, open_paths, save
from gui.language import speak
from gui.picture.layout import place_all
from resources import resource

NAMES = ("examples/linear-unit.chainrule", "lessons/linear-unit.chainrule")


@pytest.fixture(autouse=True)
def _german(qapp: QApplication) -> Iterator[None]:
    translators = speak(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture(params=NAMES)
def path(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that ships, saved once before, in a folder that may be written to."""
    name: str = request.param
    path = tmp_path / name
    path.parent.mkdir()
    graph = engine.load(resource(name))
    place_all(graph)
    engine.save(graph, path)
    monkeypatch.setattr("gui.shipped.resource", lambda folder: tmp_path / folder)
    return path


def by_name(desk: Desk, path: Path) -> None:
    desk.path = path
    open_file(desk.window)


def dropped(desk: Desk, path: Path) -> None:
    desk.window.take_dropped(str(path))
    QApplication.processEvents()


def recent(desk: Desk, path: Path) -> None:
    desk.window.centre.welcome.recent_chosen.emit(path)


@pytest.mark.parametrize(
    "way", [by_name, dropped, recent, lambda desk, path: open_paths(desk.window, [path])]
)
def test_a_shipped_file_that_is_opened_and_saved_keeps_its_bytes(
    desk: Desk, path: Path, way: Callable[[Desk, Path], None]
) -> None:
    before = path.read_bytes()
    way(desk, path)
    document = desk.window.document
    assert document.path == path
    assert document.title == engine.load(path).title == "One linear unit"
    assert LessonText.of(document.graph) == LessonText.of(engine.load(path))
    assert save(desk.window)
    assert path.read_bytes() == before


def test_an_example_speaks_the_windows_language_and_has_no_file(desk: Desk, path: Path) -> None:
    welcome = desk.window.centre.welcome
    teaches = path.parent.name == "lessons"
    (welcome.lesson_chosen if teaches else welcome.example_chosen).emit(path)
    document = desk.window.document
    assert document.path is None
    assert not document.modified
    assert document.title == "Eine lineare Einheit"
    assert LessonText.of(document.graph) != LessonText.of(engine.load(path)) or not teaches
    left = dumps(document.graph)
    again = loading.recovered(desk.window, left, document.title)
    assert dumps(again.picture.graph) == left  # what a crash leaves, read at the next start
