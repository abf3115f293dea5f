"""What the author of a lesson says at its steps, kept in the graph's file.

A lesson is a graph whose attribute "lesson" holds a sentence about it and texts tied to steps by
their pass and node, so that they stay where they belong when nodes are added. Like all of a file
it is untrusted:

    {"about": "Forward, then backward.",
     "texts": [{"pass": "given", "say": "The leaves are given."},
               {"pass": "backward", "node": "w", "say": "This is what training needs."}]}
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.errors import FileError, LimitError
from engine.graph.kept import others
from engine.graph.structure import Structure
from engine.language import count_text, sentence
from engine.lesson.steps import Direction, Step

__all__ = ["KEY", "MOST_LETTERS", "MOST_TEXTS", "LessonText", "Said"]

KEY = "lesson"
"""The graph's attribute that holds the texts."""

MOST_TEXTS = 1000
MOST_LETTERS = 1000  # of one text: more cannot be shown under a picture

_PASSES = {direction.value: direction for direction in Direction}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said at the step of `node` in one pass; the first step gives all leaves at once.

    `extra` holds what else a file says of it.
    """

    direction: Direction
    node: str | None
    text: str
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class LessonText:
    """A sentence `about` the lesson, and what is said at its steps."""

    about: str
    said: tuple[Said, ...]

    @staticmethod
    def of(graph: Structure) -> "LessonText | None":
        """Return the texts that `graph` holds, None where it has none; raises FileError."""
        tree = graph.network.graph.get(KEY)
        return None if tree is None else LessonText.from_tree(tree)

    @staticmethod
    def from_tree(tree: object, place: str = f"graph.{KEY}") -> "LessonText":
        """Return the texts that JSON wrote; raises FileError naming the place of a fault."""
        if not isinstance(tree, dict):
            raise FileError(f"{place}: {sentence('expected an object with about and texts')}")
        texts = tree.get("texts", [])
        if not isinstance(texts, list):
            raise FileError(f"{place}.texts: {sentence('expected a list')}")
        _check_count(len(texts), place)
        about = _text(tree, "about", place, needed=False)
        said = tuple(_said(entry, f"{place}.texts[{i}]") for i, entry in enumerate(texts))
        return LessonText(about, said)

    def tree(self, before: object = None) -> dict[str, object] | None:
        """Return the texts as JSON writes them, None where nothing is said.

        What else stood in the tree `before` is kept.
        """
        texts = []
        for said in self.said:
            node = {} if said.node is None else {"node": said.node}
            texts.append({"pass": said.direction.value, **node, "say": said.text, **said.extra})
        about = {"about": self.about} if self.about else {}
        more = others(before, ("about", "texts"))
        return {**about, "texts": texts, **more} if about or texts or more else None

    def saying(self, text: str, step: Step) -> "LessonText":
        """Return the texts with `text` at `step` in place of what was said there, if anything.

        Raises LimitError for one text more than `from_tree` reads.
        """
        given = step.direction is Direction.GIVEN
        nodes = {None} if given else set(step.nodes)
        here = [s for s in self.said if s.direction is step.direction and s.node in nodes]
        left = [s for s in self.said if s not in here]
        if text:
            _check_count(len(left) + 1)
            extra = here[0].extra if here else {}
            new = Said(step.direction, None if given else step.nodes[0], text, extra)
            left.insert(self.said.index(here[0]) if here else len(left), new)
        return LessonText(self.about, tuple(left))

    def by_place(self, order: Sequence[Step]) -> dict[int, str]:
        """Return the texts by the place of their step in `order`; those of no step are left out."""
        places: dict[tuple[Direction, str | None], int] = {}
        for place, step in enumerate(order):
            nodes = (None,) if step.direction is Direction.GIVEN else step.nodes
            for node in nodes:
                places[step.direction, node] = place
        found: dict[int, str] = {}
        for said in self.said:
            at = places.get((said.direction, said.node))
            if at is not None:
                found[at] = f"{found[at]} {said.text}" if at in found else said.text
        return found


def _said(entry: object, place: str) -> Said:
    if not isinstance(entry, dict):
        raise FileError(f"{place}: {sentence('expected an object with pass, node and say')}")
    direction = _PASSES.get(_text(entry, "pass", place))
    if direction is None:
        raise FileError(f"{place}.pass: {sentence('expected given, forward or backward')}")
    node = None if direction is Direction.GIVEN else _text(entry, "node", place)
    extra = others(entry, ("pass", "node", "say"))
    return Said(direction, node, _text(entry, "say", place), extra)


def _check_count(count: int, place: str = "") -> None:
    """Raise LimitError for more texts than a lesson may have, with their place in a file."""
    if count > MOST_TEXTS:
        told = sentence("a lesson may have at most {most} texts", most=count_text(MOST_TEXTS))
        raise LimitError(f"{place}.texts: {told}" if place else told)


def _text(entry: Mapping[str, Any], key: str, place: str, *, needed: bool = True) -> str:
    found = entry.get(key, None if needed else "")
    if not isinstance(found, str) or (needed and not found):
        said = sentence("expected a text that is not empty" if needed else "expected a text")
        raise FileError(f"{place}.{key}: {said}")
    if len(found) > MOST_LETTERS:
        said = sentence("longer than {most} letters", most=count_text(MOST_LETTERS))
        raise LimitError(f"{place}.{key}: {said}")
    return found
