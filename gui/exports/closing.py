"""What may end a deck: one parameter bumped by a little, and how many steps either way takes.

The lecture checks a derivative so: w up by 0.001, and J falls by 4 × 0.001; then it counts.
"""

import engine
from engine.schedule import schedule
from gui.bumping import Bumping
from gui.exports.sequence import Scene, captioned, scenes
from gui.exports.subject import Subject
from gui.language import tr
from gui.picture.bump_caption import bump_lines, cost_lines
from gui.picture.bump_seen import BumpSeen
from gui.picture.drawing import Drawing, draw
from gui.picture.lit import Lit
from gui.picture.numbers import number_text
from gui.picture.picture import Picture
from gui.picture.runs import Typeset
from gui.picture.spread import spread
from gui.run import Readings, read
from gui.theme import Ink

__all__ = ["closing", "closing_captions", "closing_words", "pages"]

_EPSILON = 1e-3


def closing(subject: Subject, picture: Picture) -> list[Scene]:
    """Return the scene of a bump and that of the count, none where nothing can be bumped.

    Without a parameter there is nothing to count. The first has places of its own: its numbers are
    wider. The second is drawn on `picture`.
    """
    readings = read(picture.graph)
    found = _first_bump(subject, readings)
    if found is None:
        return []
    bumping, bump = found
    seen, graph = BumpSeen(readings, bump), picture.graph
    drawn = spread(picture, seen)
    moved = frozenset(bump.moved)
    ways = frozenset(e for e in graph.edges() if {e.source, e.target} <= moved)
    first = Scene(
        _drawing(subject, drawn, Lit(Ink.VALUE, moved, ways, True)),
        bump_lines(graph, readings, bumping, bump),
        tr("a bump of {epsilon}").format(epsilon=number_text(bump.epsilon)),
        seen,
        own_places=True,
    )
    if not readings.parameters:
        return [first]
    picture.show(readings)
    counted = _counted(graph, readings)
    steps = frozenset(e for e in graph.edges() if {e.source, e.target} <= counted)
    second = Scene(
        _drawing(subject, picture, Lit(Ink.DERIVATIVE, counted, steps)),
        cost_lines(readings),
        tr("n + p against n × p"),
        readings,
        closing_words(),
    )
    return [first, second]


def closing_captions(subject: Subject) -> list[tuple[Typeset, ...]]:
    """Return the captions of these scenes, without a picture."""
    graph = subject.graph
    readings = read(graph)
    found = _first_bump(subject, readings)
    if found is None:
        return []
    bumped = bump_lines(graph, readings, *found)
    return [bumped, cost_lines(readings)] if readings.parameters else [bumped]


def closing_words() -> str:
    """Return what is said below the count."""
    return tr(
        "n operations, p parameters. With 10,000 and 100,000 of them it is 110,000 steps against "
        "a billion."
    )


def pages(subject: Subject) -> list[Drawing]:
    """Return the drawings of all steps and of what follows them, or the picture by itself."""
    options = subject.options
    found = scenes(subject) if options.steps else []
    if options.bump:
        if not found:
            found = [Scene(subject.drawing, (), "", subject.picture.readings)]
        found += closing(subject, subject.picture)
    return captioned(found) if len(found) > 1 or options.steps else [subject.drawing]


def _first_bump(subject: Subject, readings: Readings) -> tuple[Bumping, engine.Bump] | None:
    """Return the first parameter that is drawn, else the first input, bumped; None without any."""
    drawn = subject.options.selection
    leaves = (*readings.parameters, *_inputs(subject.graph, readings))
    names = [name for name in leaves if drawn is None or name in drawn]
    if not names or readings.message:
        return None
    bumping = Bumping(readings, names[0])
    bump = bumping.by(_EPSILON)
    return None if bump is None or bump.slope() is None else (bumping, bump)


def _inputs(graph: engine.Graph, readings: Readings) -> list[str]:
    """Return the inputs that the output depends on, in the graph's order."""
    plan = schedule(graph, readings.output, partial=True)
    relevant = {plan.names[number] for number in plan.relevant}
    return [n for n in graph.nodes() if n in relevant and graph.op_of(n) == "input"]


def _drawing(subject: Subject, picture: Picture, lit: Lit) -> Drawing:
    options = subject.options
    names, legend = options.selection, options.legend
    return draw(picture, options.colours, nodes=names, legend=legend, lit=lit)


def _counted(graph: engine.Graph, readings: Readings) -> frozenset[str]:
    """Return what is counted: the ops and the parameters that the output depends on."""
    plan = schedule(graph, readings.output, partial=True)
    names = (plan.names[number] for number in plan.relevant)
    return frozenset(n for n in names if not graph.is_leaf(n) or graph.op_of(n) == "parameter")
