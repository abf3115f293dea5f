"""What is done to the graph as a whole."""

import contextlib
from collections.abc import Iterator
from itertools import islice

from gui.actions.action import Action, Editor, has_nodes
from gui.actions.beside import made_beside
from gui.actions.edit import has_node, selected_node
from gui.actions.loading import LAID_OUT, view_of
from gui.commands import MoveNodes, SetOutput, SetSlider, SetSliders
from gui.language import noop, tr
from gui.picture.array_room import making_room
from gui.picture.layout import lay_out, lay_out_to_be_read, moved_to
from gui.picture.name_text import name_text
from gui.slider_span import first_span, span_of, with_number
from gui.threads.work import Cancelled

__all__ = ["GRAPH"]

_MOST_ASKED = 100  # leaves; what can be done is asked after every edit
_LOOKED_AT = 5000  # selected nodes, among which leaves are looked for then


def arrange(editor: Editor) -> None:
    """Lay the selected nodes out where they are, else the whole graph, in one step.

    Those that no edge joins would become a column upon other cards: then it is the whole, too, and
    where all are selected. A folded group is one card: edges within it join nothing that is seen.
    """
    graph, readings = editor.document.graph, editor.evaluation.readings
    chosen = set(editor.canvas.selection.nodes)
    card = editor.canvas.picture.shown.index
    joined = any(
        source in chosen and card[source] != card[name]
        for name in chosen
        for source in graph.inputs(name)
        if source is not None
    )
    names = chosen if joined and len(chosen) < len(graph) else None
    view = view_of(editor)
    with contextlib.suppress(Cancelled):
        places = made_beside(
            editor,
            tr("Laying the graph out"),
            lambda: (
                moved_to(graph, lay_out(graph, readings, names=names))
                if names
                else lay_out_to_be_read(graph, readings, view)
            ),
            long=len(names or graph) > LAID_OUT,
        )
        if names is None:
            editor.document.do(MoveNodes(places, tr("Arrange")))
            editor.canvas.fit()
        else:
            editor.document.do(MoveNodes(places, tr("Arrange the selection")))


def set_output(editor: Editor) -> None:
    """Make the selected node the output, or leave that to the only sink again.

    Of several ends none would be it, and all derivatives would be gone.
    """
    node, graph = selected_node(editor), editor.document.graph
    if node is not None and node == graph.output and len(graph.sinks) > 1:
        told = tr("{name} is the output already; choose another end")
        editor.canvas.tell(told.format(name=name_text(graph, node)))
        return
    command = SetOutput(None if node == graph.output else node)
    editor.document.do(making_room(graph, editor.evaluation, command))


def is_output(editor: Editor) -> bool:
    """Return whether the selected node is named as the output."""
    node = selected_node(editor)
    return node is not None and editor.document.graph.output == node


def _slidable(editor: Editor) -> Iterator[str]:
    """Yield the selected leaves that hold one number; of many nodes some are looked at."""
    graph, chosen = editor.document.graph, editor.canvas.selection.nodes
    return with_number(graph, graph.among(islice(chosen, _LOOKED_AT)))


def can_slide(editor: Editor) -> bool:
    """Return whether any selected leaf holds one number, as far as they are looked at."""
    many = len(editor.canvas.selection.nodes) > _LOOKED_AT
    return many or next(_slidable(editor), None) is not None


def have_sliders(editor: Editor) -> bool:
    """Return whether every selected leaf has a slider, and there is one; of many some are asked."""
    graph, some = editor.document.graph, list(islice(_slidable(editor), _MOST_ASKED))
    return bool(some) and all(span_of(graph, name) is not None for name in some)


def give_sliders(editor: Editor) -> None:
    """Give each selected leaf a slider, or take all of theirs where each has one."""
    graph, chosen = editor.document.graph, editor.canvas.selection.nodes
    # in the graph's order: of very many, those that are found side by side are found soonest
    names = list(with_number(graph, graph.in_order(chosen)))
    takes = have_sliders(editor)
    if len(names) == 1:
        span = None if takes else first_span(float(graph.value(names[0])))
        editor.document.do(SetSlider(names[0], span))
    elif names:
        editor.document.do(SetSliders(names, given=not takes))
    else:  # among the many that nobody looked at, either
        editor.canvas.tell(tr("None of the selected nodes is a leaf that holds one number"))


def next_problem(editor: Editor) -> None:
    """Go to what is amiss next: a missing input, where it is typed, shapes that do not fit, NaN."""
    editor.show_canvas()
    if not editor.canvas.walk.go_on():
        editor.canvas.tell(tr("No input is missing, all shapes fit, and no NaN or infinity starts"))


GRAPH = (
    Action(
        "graph.arrange",
        noop("&Arrange"),
        arrange,
        ("Ctrl+L",),
        noop("Lay out the selection, or the graph"),
        also=noop("layout, tidy up"),
        enabled=has_nodes,
        icon="arrange",
    ),
    Action(
        "graph.output",
        noop("Use as &output"),
        set_output,
        ("Ctrl+J",),
        enabled=has_node,
        checked=is_output,
    ),
    Action(
        "graph.slider",
        noop("&Slider"),
        give_sliders,
        tip=noop("Move the selected numbers by sliders"),
        enabled=can_slide,
        checked=have_sliders,
    ),
    Action(
        "graph.next_problem",
        noop("Next &problem"),
        next_problem,
        ("F8",),
        noop("Go to the next missing input, or to shapes that do not fit"),
        also=noop("missing input, shape error"),
    ),
)
