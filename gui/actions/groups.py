"""Groups of nodes: framing the selection, folding and unfolding, giving them up."""

from gui.actions.action import Action, Editor
from gui.actions.edit import has_nodes_selected
from gui.language import noop, tr

__all__ = ["GROUPS"]


def has_group(editor: Editor) -> bool:
    """Return whether a group is selected, or the selection lies in one."""
    return bool(editor.canvas.grouping.selected())


def group(editor: Editor) -> None:
    """Frame the selected nodes and ask for the title."""
    editor.show_canvas()
    editor.canvas.grouping.group_selection()


def ungroup(editor: Editor) -> None:
    """Give up the selected groups."""
    editor.canvas.grouping.ungroup_selection()


def toggle_fold(editor: Editor) -> None:
    """Fold the selected groups, or unfold them."""
    editor.show_canvas()
    editor.canvas.grouping.toggle_fold()


def fold_label(editor: Editor) -> str:
    """Return `Fold` or `Unfold`, whichever it would do."""
    groups = editor.canvas.grouping.selected()
    return tr("Unfo&ld") if groups and all(one.folded for one in groups) else tr("Fo&ld")


GROUPS = (
    Action(
        "graph.group",
        noop("&Group"),
        group,
        ("Ctrl+G",),
        noop("Frame the selected nodes with a title"),
        enabled=has_nodes_selected,
    ),
    Action(
        "graph.ungroup",
        noop("&Ungroup"),
        ungroup,
        ("Ctrl+Shift+G",),
        noop("Give the group up; its nodes stay"),
        enabled=has_group,
    ),
    Action(
        "graph.fold",
        noop("Fo&ld"),
        toggle_fold,
        ("Ctrl+U",),
        noop("Fold the group into one card, or unfold it"),
        enabled=has_group,
        label=fold_label,
    ),
)
