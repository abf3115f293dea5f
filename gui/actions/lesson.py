"""The lesson: stepping through the passes, and showing it on a full screen."""

import contextlib
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import engine
from engine.graph.paths import count_paths, edges_between
from gui.actions.action import Action, Editor, has_nodes
from gui.actions.beside import made_beside
from gui.actions.edit import selected_node
from gui.canvas.gestures.pick import Pick
from gui.commands import SetOutput
from gui.evaluation import LARGE
from gui.language import counted, noop, tr
from gui.picture.array_room import making_room
from gui.picture.lit import Lit
from gui.picture.name_text import name_text
from gui.theme import Ink
from gui.threads.work import Cancelled

__all__ = ["LESSON"]

Found = TypeVar("Found")


def toggle(editor: Editor) -> None:
    """Begin the lesson on the graph, or end it."""
    if editor.lesson.on:
        editor.lesson.stop()
    else:
        editor.show_canvas()
        editor.evaluation.flush()
        with contextlib.suppress(Cancelled):
            editor.lesson.start(_waited(editor, tr("Finding the steps"), editor.lesson.found))


def _waited(editor: Editor, words: str, find: Callable[[], Found]) -> Found:
    """Return what is to be found in a graph, in a large one beside the event loop."""
    long = len(editor.document.graph) > LARGE
    return made_beside(editor, words, find, long=long)


def is_on(editor: Editor) -> bool:
    """Return whether a lesson is being given."""
    return editor.lesson.on


def present(editor: Editor) -> None:
    """Fill the screen with the lesson, or leave it."""
    if not editor.presenting and not editor.lesson.on:
        toggle(editor)
        if not editor.lesson.on:
            return  # it was given up
    editor.show_canvas()  # the examples may be in front of it
    editor.present(not editor.presenting)


def take_forward(editor: Editor) -> None:
    """Take derivatives forward, by the selected leaf or the first one; or backward again."""
    sweep = editor.lesson.sweep
    if sweep.on:
        sweep.end()
        return
    editor.show_canvas()
    editor.evaluation.flush()
    leaf, readings = selected_node(editor), editor.evaluation.readings
    with contextlib.suppress(Cancelled):
        _waited(editor, tr("Taking the derivatives"), lambda: sweep.foresee(readings, leaf))
        sweep.begin(leaf)


def is_forward(editor: Editor) -> bool:
    """Return whether derivatives are taken forward."""
    return editor.lesson.sweep.on


def can_take_forward(editor: Editor) -> bool:
    """Return whether there is a leaf to differentiate by."""
    return editor.lesson.sweep.on or editor.document.graph.has_any(("parameter", "input"))


def pick_output(editor: Editor) -> None:
    """Make the next node that is clicked the output."""
    document, evaluation, canvas = editor.document, editor.evaluation, editor.canvas

    def take(name: str) -> None:
        canvas.attempt(making_room(document.graph, evaluation, SetOutput(name)))

    editor.show_canvas()
    canvas.tell(tr("Click the node whose derivatives are asked for; Esc gives up"))
    canvas.hand.begin(Pick(canvas, take))


def light_way(editor: Editor) -> None:
    """Light the paths between two selected nodes, or from one to the output; or no more."""
    canvas, graph = editor.canvas, editor.document.graph
    if canvas.lit is not None:
        canvas.light(None)
        return
    names = graph.in_order(canvas.selection.nodes)
    try:
        # of the graph itself: what was run last may have had another output
        first, last = names if len(names) == 2 else (names[0], graph.resolve_output())
    except engine.GraphError as error:
        canvas.say(str(error))
        return
    if first == last:
        told = tr("{name} is the output itself: select a node that leads to it")
        canvas.say(told.format(name=name_text(graph, first)))
        return
    try:
        found = _waited(editor, tr("Finding the paths"), lambda: _way(graph, first, last))
    except Cancelled:
        return
    if found is not None:
        canvas.light(found.lit)
        said = counted(found.paths, "1 path", "{n} paths")
        canvas.tell(f"{name_text(graph, found.start)} → {name_text(graph, found.end)}: {said}")
        return
    canvas.say(
        tr("no path leads from {start} to {end}").format(
            start=name_text(graph, first), end=name_text(graph, last)
        )
    )


class _Way(NamedTuple):
    start: str
    end: str
    lit: Lit
    paths: int


def _way(graph: engine.Graph, first: str, last: str) -> _Way | None:
    """Return the paths between two nodes, whichever of them is fed by the other; None for none."""
    for start, end in ((first, last), (last, first)):
        edges = edges_between(graph, start, end)
        if edges:
            nodes = frozenset(name for edge in edges for name in edge[:2])
            lit = Lit(Ink.DERIVATIVE, nodes, frozenset(edges))
            return _Way(start, end, lit, count_paths(edges, start, end))
    return None


def has_way(editor: Editor) -> bool:
    """Return whether one or two nodes are selected and no lesson lights its own."""
    return not editor.lesson.on and 1 <= len(editor.canvas.selection.nodes) <= 2


LESSON = (
    Action(
        "lesson.toggle",
        noop("&Step through"),
        toggle,
        ("F5",),
        noop("Step through forward and backward"),
        also=noop("lesson, play, backprop, chain rule, gradient"),
        enabled=has_nodes,
        checked=is_on,
        icon="lesson",
    ),
    Action(
        "lesson.output",
        noop("Choose the &output by a click"),
        pick_output,
        ("Ctrl+Shift+J",),
        enabled=has_nodes,
    ),
    Action(
        "lesson.forward",
        noop("&Forward mode"),
        take_forward,
        ("Ctrl+Shift+F",),
        noop("Derivatives of everything by one leaf, from left to right"),
        enabled=can_take_forward,
        checked=is_forward,
    ),
    Action(
        "lesson.way",
        noop("Light the &way"),
        light_way,
        ("Ctrl+Shift+L",),
        noop("Light the paths between two selected nodes, or from one to the output"),
        enabled=has_way,
    ),
    Action(
        "lesson.present",
        noop("&Present on the full screen"),
        present,
        ("F11",),
        noop("Present on the full screen; Esc leaves"),
        enabled=has_nodes,
        checked=lambda editor: editor.presenting,
        icon="present",
    ),
)
