"""The steps of a lesson as drawings: what is known and lit at each, and what is said there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.graph.attributes import seen
from engine.lesson.lesson_text import LessonText
from engine.progress import stage
from gui.exports.subject import Subject
from gui.fonts import Face
from gui.picture.caption import caption
from gui.picture.drawing import Drawing, Role, Shape, Text
from gui.picture.measure import NUMBER
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset, advance, set_text
from gui.picture.step import walk
from gui.readings import Seen

__all__ = ["Scene", "broken", "captioned", "scenes"]

_CAPTION_DROP = 52.0  # units from the picture's end to the caption's first baseline
_LINE_PITCH, _SAID_PITCH = 32.0, 22.0
_NARROWEST = 480.0  # units; what is said below a narrower picture is as wide as this


@dataclass(frozen=True)
class Scene:
    """One step: its drawing without a caption, the caption's lines, and what the step is called.

    `readings` are the numbers that are known by then. `said` is what the graph's own lesson says
    here, empty where it says nothing. `own_places` tells that the cards stand elsewhere than at
    other steps.
    """

    drawing: Drawing
    caption: tuple[Typeset, ...]
    title: str
    readings: Seen
    said: str = ""
    own_places: bool = False

    @property
    def words(self) -> str:
        """Return caption and lesson as plain text."""
        lines = [plain_text(line) for line in self.caption]
        return "\n".join([*lines, *([self.said] if self.said else [])])


def scenes(subject: Subject, picture: Picture | None = None) -> list[Scene]:
    """Return the steps of the forward and the backward pass, drawn on `picture` or the subject's.

    Their geometry is the same, the legend's too: the picture was made with all its numbers.
    """
    with stage(0.0, 0.05):
        picture = picture or subject.picture
    readings = picture.readings
    with stage(0.05, 0.08):
        steps = walk(picture.graph, readings)
    lesson = LessonText.of(picture.graph)
    said = {} if lesson is None else lesson.by_place(steps.steps)
    found = []
    with stage(0.08, 0.1):
        whole = subject.drawing_of(picture)
    share = 0.9 / len(steps)
    for place in range(len(steps)):
        known = steps.seen(place, readings)
        picture.show(known)
        with stage(0.1 + place * share, 0.1 + (place + 1) * share):
            drawing = subject.drawing_of(picture, steps.lit(place))
        drawing = _with_legend_of(whole, drawing)
        lines, title = caption(steps, place, readings), steps.title(place)
        found.append(Scene(drawing, lines, title, known, seen(said.get(place, ""))))
    picture.show(readings)
    return found


def _with_legend_of(whole: Drawing, drawing: Drawing) -> Drawing:
    """Return a step's drawing with the legend where it stands below all numbers, not its own."""
    legend = iter([shape for shape in whole.shapes if _is_legend(shape)])
    shapes = (next(legend, shape) if _is_legend(shape) else shape for shape in drawing.shapes)
    return replace(drawing, shapes=tuple(shapes), bounds=whole.bounds)


def _is_legend(shape: Shape) -> bool:
    return isinstance(shape, Text) and shape.role is Role.LEGEND


def captioned(found: list[Scene]) -> list[Drawing]:
    """Return the drawings with their captions below, all with the same bounds."""
    lefts, tops, rights, bottoms = zip(*(scene.drawing.bounds for scene in found), strict=True)
    legend = [t.left for t in found[0].drawing.texts() if t.role is Role.LEGEND]
    left, bottom = min(legend or lefts), max(bottoms)
    room = max(max(rights) - left, _NARROWEST)
    written = []
    for scene in found:
        lines = tuple(_lines(scene, left, bottom + _CAPTION_DROP, room))
        written.append(replace(scene.drawing, shapes=scene.drawing.shapes + lines))
    boxes = [text.box() for drawing in written for text in drawing.texts()]
    right, low = (max(box[side] for box in boxes) for side in (2, 3))
    bounds = min(lefts), min(tops), max(right, *rights), max(low, bottom)
    return [replace(drawing, bounds=bounds) for drawing in written]


def _lines(scene: Scene, left: float, baseline: float, room: float) -> Iterator[Text]:
    for line in scene.caption:
        yield Text(line, left, baseline, Role.CAPTION)
        baseline += _LINE_PITCH
    for words in broken(scene.said, room):
        yield Text(set_text(words, Face.SANS, NUMBER), left, baseline, Role.CAPTION)
        baseline += _SAID_PITCH


def broken(text: str, room: float) -> Iterator[str]:
    """Yield the lines of a text that is set as wide as `room`, in units."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and advance(longer, Face.SANS, NUMBER) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line
