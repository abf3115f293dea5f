"""What ships to be read: lessons, examples and the guide, in the language that is spoken."""

from dataclasses import replace
from pathlib import Path

import engine
from engine.lesson.lesson_text import KEY, LessonText
from gui.document_file import read_graph
from gui.language import ENGLISH, language, tr
from resources import resource

__all__ = ["guide_file", "is_shipped", "read_example"]


def is_shipped(path: Path) -> bool:
    """Return whether a file, its links followed, is one of those that ship."""
    folders = (resource(folder).resolve() for folder in ("examples", "lessons"))
    return any(map(path.is_relative_to, folders))


def read_example(path: Path) -> engine.Graph:
    """Return a copy of a shipped graph: its title, and what is said at its steps, translated.

    From then on they are texts of the graph as any: its author may change them, files keep them.
    Who opens the file itself gets what is in it (`read_graph`): it may be saved there.
    """
    graph = read_graph(path)
    _translate(graph)
    return graph


def guide_file(spoken: str = "") -> Path:
    """Return the guide in a language, by default what is spoken: Markdown beside its pictures."""
    spoken = spoken or language()
    return resource("guide/guide.md" if spoken == ENGLISH else f"guide/guide.{spoken}.md")


def _translate(graph: engine.Graph) -> None:
    if language() == ENGLISH:
        return
    graph.title = tr(graph.title)
    texts = LessonText.of(graph)
    if texts is not None:
        said = tuple(replace(one, text=tr(one.text)) for one in texts.said)
        graph.network.graph[KEY] = LessonText(tr(texts.about), said).tree(graph.network.graph[KEY])
