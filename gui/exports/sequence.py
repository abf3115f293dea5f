"""The steps of a lesson as drawings: what is known and lit at each, and what is said there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.steps import Direction
from gui.exports.subject import Subject
from gui.picture.caption import caption
from gui.picture.drawing import Drawing, Role, Text, draw
from gui.picture.picture import Picture
from gui.picture.runs import Typeset, plain_text
from gui.picture.step import Walk, walk

__all__ = ["Scene", "captioned", "scenes"]

_CAPTION_DROP = 52.0  # units from the picture's end to the caption's first baseline
_LINE_PITCH = 30.0

_TITLES = {
    Direction.GIVEN: "given",
    Direction.FORWARD: "forward {place} of {all}",
    Direction.BACKWARD: "backward {place} of {all}",
}


@dataclass(frozen=True)
class Scene:
    """One step: its drawing without a caption, the caption's lines, and what the step is called."""

    drawing: Drawing
    caption: tuple[Typeset, ...]
    title: str

    @property
    def words(self) -> str:
        """Return the caption as plain text."""
        return "\n".join(plain_text(line) for line in self.caption)


def scenes(subject: Subject, picture: Picture | None = None) -> list[Scene]:
    """Return the steps of the forward and the backward pass, drawn on `picture` or the subject's.

    Their geometry is the same: the picture was made with all its numbers.
    """
    picture = picture or subject.picture
    readings = picture.readings
    steps = walk(picture.graph, readings)
    found = []
    for place in range(len(steps)):
        picture.show(steps.seen(place, readings))
        drawing = draw(
            picture,
            subject.options.colours,
            nodes=subject.options.selection,
            legend=subject.options.legend,
            lit=steps.lit(place),
        )
        found.append(Scene(drawing, caption(steps, place, readings), _title(steps, place)))
    picture.show(readings)
    return found


def captioned(found: list[Scene]) -> list[Drawing]:
    """Return the drawings with their captions below, all with the same bounds."""
    bottom = max(scene.drawing.bounds[3] for scene in found)
    left = min(scene.drawing.bounds[0] for scene in found)
    written = []
    for scene in found:
        lines = tuple(_lines(scene.caption, left, bottom + _CAPTION_DROP))
        written.append(replace(scene.drawing, shapes=scene.drawing.shapes + lines))
    boxes = [scene.drawing.bounds for scene in found]
    boxes += [text.box() for drawing in written for text in drawing.texts()]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    bounds = min(lefts), min(tops), max(rights), max(bottoms)
    return [replace(drawing, bounds=bounds) for drawing in written]


def _lines(caption: tuple[Typeset, ...], left: float, baseline: float) -> Iterator[Text]:
    for place, line in enumerate(caption):
        yield Text(line, left, baseline + place * _LINE_PITCH, Role.CAPTION)


def _title(steps: Walk, place: int) -> str:
    """Return `forward 2 of 4`: which step of its pass this is."""
    direction = steps.steps[place].direction
    same = [k for k, step in enumerate(steps.steps) if step.direction is direction]
    return _TITLES[direction].format(place=same.index(place) + 1, all=len(same))
