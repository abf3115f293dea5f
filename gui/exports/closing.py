"""What may end a deck: one parameter bumped by a little, and how many steps either way takes.

The lecture checks a derivative so: w up by 0.001, and J falls by 4 × 0.001; then it counts.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np

import engine
from engine.progress import stage
from engine.schedule import schedule
from gui.bumping import Bumping
from gui.exports.sequence import Scene, captioned, scenes
from gui.exports.subject import Subject
from gui.language import tr
from gui.picture.bump_caption import bump_lines, cost_lines
from gui.picture.bump_seen import BumpSeen, is_brief
from gui.picture.drawing import Drawing
from gui.picture.lit import Lit
from gui.picture.numbers import number_text
from gui.picture.packing import READABLE
from gui.picture.picture import ROUTED, Picture
from gui.picture.runs import Typeset
from gui.picture.spread import spread
from gui.readings import Seen, asks
from gui.run import Readings, read
from gui.theme import Ink

__all__ = ["closing", "closing_texts", "pages"]

_EPSILON = 1e-3
_SEEN = 1e-6  # of a number: a smaller bump takes more digits than are read at a glance
_TRIED = 16  # parameters, of which one is looked for whose bump is read at a glance
_LINES = None, 13, 0  # letters in which both numbers stand in one line: where it is high, or wide
_WORTH = 1.15  # times larger numbers are worth it that cards stand elsewhere than at the steps


def closing(subject: Subject, picture: Picture, page: tuple[float, float] | None) -> list[Scene]:
    """Return the scene of a bump and that of the count, none where nothing can be bumped.

    In that case a remark says why. Without a parameter there is nothing to count. The first has
    places of its own: its numbers are wider; it is laid out for `page`, in points, where else they
    were too small there. The second is drawn on `picture`, which shows afterwards what it showed
    before.
    """
    with stage(0.0, 0.05):
        readings = read(picture.graph)
    with stage(0.05, 0.1):
        found = _first_bump(subject, readings)
    if found is None:
        subject.remarks.append(_why_none(subject, readings))
        return []
    scenes = [_bumped(subject, picture, page, readings, *found)]
    if readings.parameters:
        before = picture.readings
        picture.show(readings)
        scenes.append(_counted(subject, picture, readings))
        picture.show(before)
    return scenes


def _bumped(
    subject: Subject,
    picture: Picture,
    page: tuple[float, float] | None,
    readings: Readings,
    bumping: Bumping,
    bump: engine.Bump,
) -> Scene:
    graph = picture.graph
    with stage(0.1, 0.3):
        told = [BumpSeen(readings, bump, line=letters) for letters in _LINES]
        if page is None:
            drawn = spread(picture, told[0])
        else:
            drawn = _readable(subject, picture, page, told)
    moved = frozenset(bump.moved)
    ways = frozenset(e for e in graph.edges() if {e.source, e.target} <= moved)
    with stage(0.3, 0.6):
        drawing = subject.drawing_of(drawn, Lit(Ink.VALUE, moved, ways, True))
    lines = bump_lines(graph, readings, bumping, bump)
    title = tr("a bump of {epsilon}").format(epsilon=number_text(bump.epsilon))
    return Scene(drawing, lines, title, drawn.readings, own_places=True)


def _readable(
    subject: Subject, picture: Picture, page: tuple[float, float], ways: Sequence[Seen]
) -> Picture:
    """Return the picture with the first of the `ways` to tell a bump, or laid out for `page`.

    That is done where its numbers cannot be read and are much larger then; in the other ways, which
    tell it in less room, where they are larger.
    """
    best = spread(picture, ways[0])
    size = subject.number_size(best, page)
    for seen in ways:
        if size >= READABLE or len(picture.names) > ROUTED:
            break
        like = Picture(picture.graph, seen, picture.packing)
        other = spread(subject.picture_on(page, like), seen)
        larger = subject.number_size(other, page)
        if larger > size * (_WORTH if seen is ways[0] else 1.0):
            best, size = other, larger
    return best


def _counted(subject: Subject, picture: Picture, readings: Readings) -> Scene:
    graph = picture.graph
    with stage(0.6, 0.65):
        nodes = _counted_nodes(graph, readings)
    ways = frozenset(e for e in graph.edges() if {e.source, e.target} <= nodes)
    with stage(0.65, 1.0):
        drawing = subject.drawing_of(picture, Lit(Ink.DERIVATIVE, nodes, ways))
    arrays = readings.counts.has_arrays
    title = tr("n + p against n × entries") if arrays else tr("n + p against n × p")
    return Scene(drawing, cost_lines(readings), title, readings, _words(readings))


def closing_texts(subject: Subject) -> tuple[list[tuple[Typeset, ...]], list[str]]:
    """Return the captions of these scenes, and what is said below them, without a picture."""
    graph = subject.graph
    readings = read(graph)
    found = _first_bump(subject, readings)
    if found is None:
        return [], []
    bumped = bump_lines(graph, readings, *found)
    if not readings.parameters:
        return [bumped], []
    return [bumped, cost_lines(readings)], [_words(readings)]


def _words(readings: Readings) -> str:
    """Return what is said below the count."""
    if readings.counts.has_arrays:
        return tr(
            "n operations, p parameters. Bumping runs all n anew for each entry of each parameter, "
            "backpropagation once for all."
        )
    return tr(
        "n operations, p parameters. With 10,000 and 100,000 of them it is 110,000 steps against "
        "a billion."
    )


def pages(subject: Subject) -> list[Drawing]:
    """Return the drawings of all steps and of what follows them, or the picture by itself."""
    options = subject.options
    with stage(0.0, 1.0 if not options.bump else 0.9 if options.steps else 0.4):
        drawing = None if options.steps else subject.drawing
        found = [] if drawing else scenes(subject)
    if options.bump:
        if drawing:
            found = [Scene(drawing, (), "", subject.picture.readings)]
        with stage(0.9 if options.steps else 0.4, 1.0):
            found += closing(subject, subject.picture, subject.page)
    return [drawing] if drawing and len(found) <= 1 else captioned(found)


def _first_bump(subject: Subject, readings: Readings) -> tuple[Bumping, engine.Bump] | None:
    """Return the first parameter that is drawn and can be moved, else the first such input.

    One that moves the output comes before one that does not, and one of which that is read at a
    glance before others. None where there is none: classes, for one, are whole numbers; and none
    where the output is NaN or infinite, which no bump would move.
    """
    drawn = subject.options.selection
    if readings.message or _is_asked(subject, readings) or _endless(readings) is not None:
        return None
    leaves = readings.parameters, _inputs(subject.graph, readings)
    known = [[name for name in names if drawn is None or name in drawn] for names in leaves]
    moving = ((n for n in names if np.any(readings.derivative(n))) for names in known)
    tried = (_best_bump(readings, names) for names in chain(moving, [chain(*known)]))
    return next(filter(None, tried), None)


def _best_bump(readings: Readings, names: Iterable[str]) -> tuple[Bumping, engine.Bump] | None:
    """Return the first of these leaves whose bump is read at a glance, else the first of all.

    None is returned where none can be moved. Of those that can, only some are tried.
    """
    found: list[tuple[Bumping, engine.Bump]] = []
    for name in names:
        bumping = Bumping(readings, name)
        bump = _telling(bumping)
        if bump is not None and bump.slope() is not None:
            found.append((bumping, bump))
            if is_brief(bump, readings.output or ""):
                return bumping, bump
        if len(found) == _TRIED:
            break
    return found[0] if found else None


def _telling(bumping: Bumping) -> engine.Bump | None:
    """Return a bump by 0.001, or by a thousandth of the node where only that tells something.

    Of a large number 0.001 is lost in rounding, and so is what it does to a large output.
    """
    first = bumping.by(_EPSILON)
    if first is None or _tells(bumping, first):
        return first
    before = _entry(first)
    if before == 0.0 or not math.isfinite(before):
        return first
    other = bumping.by(_EPSILON * 10.0 ** math.floor(math.log10(abs(before))))
    return other if other is not None and _tells(bumping, other) else first


def _tells(bumping: Bumping, bump: engine.Bump) -> bool:
    """Tell whether `bump` is small, seen, and moves the output about as its derivative says."""
    size = abs(_entry(bump))
    seen = _SEEN * size <= bump.epsilon <= (size or bump.epsilon)
    return seen and bool(bump.slope()) and bumping.is_near(bump)


def _entry(bump: engine.Bump) -> float:
    """Return the number that is bumped, before it is."""
    return float(np.asarray(bump.before(bump.node))[bump.index or ()])


def _is_asked(subject: Subject, readings: Readings) -> bool:
    """Tell whether a quiz asks for numbers that a bump would tell."""
    lens = subject.options.lens
    return lens is not None and asks(lens(readings))


def _endless(readings: Readings) -> float | None:
    """Return the output's value where it is NaN or infinite: no bump would move it."""
    value = None if readings.output is None else readings.value(readings.output)
    return value if isinstance(value, float) and not math.isfinite(value) else None


def _why_none(subject: Subject, readings: Readings) -> str:
    """Return a sentence on why nothing is bumped."""
    if readings.message:
        return tr("no bump: {reason}").format(reason=readings.message)
    endless = _endless(readings)
    if endless is not None:
        said = tr("no bump: {output} is {value}")
        return said.format(output=readings.output, value=number_text(endless))
    if _is_asked(subject, readings):
        return tr("no bump: it would tell what the quiz still asks for")
    if subject.options.selection is not None:
        return tr("no bump: no parameter or input that moves the output is selected")
    return tr("no bump: no parameter or input moves the output")


def _inputs(graph: engine.Graph, readings: Readings) -> Iterator[str]:
    """Yield the inputs that the output depends on, in the graph's order."""
    relevant = _relevant(graph, readings)
    yield from (n for n in graph.nodes() if n in relevant and graph.op_of(n) == "input")


def _counted_nodes(graph: engine.Graph, readings: Readings) -> frozenset[str]:
    """Return what is counted: the ops and the parameters that the output depends on."""
    relevant = _relevant(graph, readings)
    return frozenset(n for n in relevant if not graph.is_leaf(n) or graph.op_of(n) == "parameter")


def _relevant(graph: engine.Graph, readings: Readings) -> set[str]:
    """Return all that the output depends on."""
    plan = schedule(graph, readings.output, partial=True)
    return {plan.names[number] for number in plan.relevant}
