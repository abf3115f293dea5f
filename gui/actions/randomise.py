"""Random values for the selected leaves, the parameters, or all leaves."""

from engine.graph.dicts import attributes_of
from engine.ops import LEAVES
from gui.actions.action import Action, Editor
from gui.dialogs.modal import ask
from gui.language import noop, tr

__all__ = ["RANDOMISE"]

_MOST_SHOWN = 5000  # nodes; of a larger graph nothing is shown beforehand


def has_leaves(editor: Editor) -> bool:
    """Return whether there is a leaf at all."""
    return editor.document.graph.has_any(LEAVES)


def randomise(editor: Editor) -> None:
    """Ask for random values, showing what they would be, and set them as one step."""
    from gui.dialogs.randomise import Randomise

    document = editor.document
    dialog = Randomise(_choices(editor), editor.widget)

    def show() -> None:
        if len(document.graph) <= _MOST_SHOWN:
            document.preview(dialog.command(document.graph))

    dialog.changed.connect(show)
    editor.canvas.begin_moving()
    show()
    accepted = ask(dialog)
    document.end_preview()
    if accepted:
        document.do(dialog.command(document.graph))
    editor.canvas.rest()


def _choices(editor: Editor) -> dict[str, list[str]]:
    """Return the leaves to choose among, by what they are called; none of these is empty."""
    graph, chosen = editor.document.graph, editor.canvas.selection.nodes
    known = attributes_of(graph)  # of 100,000, a call for each would take four times as long
    leaves = graph.in_order({name for name, held in known.items() if held["op"] in LEAVES})
    choices = {
        tr("The selected"): [name for name in leaves if name in chosen],
        tr("All parameters"): [name for name in leaves if known[name]["op"] == "parameter"],
        tr("All leaves"): leaves,
    }
    return {title: names for title, names in choices.items() if names}


RANDOMISE = (
    Action(
        "graph.randomise",
        noop("&Randomise values…"),
        randomise,
        tip=noop("Give leaves random values, by a seed"),
        enabled=has_leaves,
    ),
)
