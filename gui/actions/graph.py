"""What is done to the graph as a whole."""

import contextlib

from gui.actions.action import Action, Editor, noop, tr
from gui.actions.edit import has_node, selected_node
from gui.actions.file import has_nodes
from gui.commands import MoveNodes, SetOutput
from gui.dialogs.waiting import wait_for
from gui.evaluation import LARGE
from gui.picture.layout import lay_out
from gui.work import Cancelled

__all__ = ["GRAPH"]


def arrange_all(editor: Editor) -> None:
    """Lay the graph out, in one step, and show all of it."""
    graph, readings = editor.document.graph, editor.evaluation.readings
    with contextlib.suppress(Cancelled):
        places = wait_for(
            editor.widget,
            tr("Laying the graph out"),
            lambda: lay_out(graph, readings),
            long=len(graph) > LARGE // 4,
        )
        editor.document.do(MoveNodes(places, tr("Arrange")))
        editor.canvas.fit()


def set_output(editor: Editor) -> None:
    """Make the selected node the output, or leave that to the only sink again."""
    node = selected_node(editor)
    named = editor.document.graph.output
    editor.document.do(SetOutput(None if node == named else node))


def is_output(editor: Editor) -> bool:
    """Return whether the selected node is named as the output."""
    node = selected_node(editor)
    return node is not None and editor.document.graph.output == node


def next_missing(editor: Editor) -> None:
    """Select the next node that waits for an input, in the middle of the view."""
    missing = list(dict.fromkeys(name for name, _ in editor.document.graph.missing_inputs()))
    if not missing:
        editor.canvas.say(tr("no input is missing"))
        return
    current = selected_node(editor)
    place = (missing.index(current) + 1) % len(missing) if current in missing else 0
    editor.show_canvas()
    editor.canvas.select({missing[place]})
    editor.canvas.centre_on(missing[place])


GRAPH = (
    Action(
        "graph.arrange",
        noop("&Arrange"),
        arrange_all,
        ("Ctrl+L",),
        noop("Lay the graph out"),
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
    Action("graph.next_missing", noop("Next &missing input"), next_missing, ("F8",)),
)
