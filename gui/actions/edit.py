"""Undo, redo and what is done to the selection."""

import contextlib
from itertools import islice

from PySide6.QtGui import QGuiApplication

import engine
from gui.actions.action import Action, Editor, has_nodes, shown_lens
from gui.actions.beside import made_beside
from gui.canvas.deleting import delete_selection, delete_selection_healing
from gui.canvas.in_place import is_typed
from gui.evaluation import LARGE
from gui.exports import Options, Subject
from gui.exports.clipboard import copied, picture_data
from gui.exports.duration import long_to_write
from gui.language import noop, tr
from gui.threads.work import Cancelled
from gui.widgets.literal import in_button
from gui.widgets.unfinished import take_typed

__all__ = ["EDIT"]


def undo(editor: Editor) -> None:
    """Take the last step back: what is still being typed or dragged is one; raises Cancelled."""
    if editor.canvas.hand.drags:
        editor.canvas.hand.cancel()
        return
    take_typed(editor.widget)
    if not editor.document.undo():
        raise Cancelled


def redo(editor: Editor) -> None:
    """Take the last undone step again, unless something new is being typed; raises Cancelled."""
    take_typed(editor.widget)
    if not editor.document.redo():
        raise Cancelled


def can_undo(editor: Editor) -> bool:
    """Return whether there is a step to take back."""
    return editor.document.history.canUndo()


def can_redo(editor: Editor) -> bool:
    """Return whether there is a step to take again."""
    return editor.document.history.canRedo()


def undo_label(editor: Editor) -> str:
    """Return `Undo` with what it would take back."""
    text = editor.document.history.undoText()
    return tr("&Undo {edit}").format(edit=in_button(text)) if text else tr("&Undo")


def redo_label(editor: Editor) -> str:
    """Return `Redo` with what it would do again."""
    text = editor.document.history.redoText()
    return tr("&Redo {edit}").format(edit=in_button(text)) if text else tr("&Redo")


def selected_node(editor: Editor) -> str | None:
    """Return the one selected node, None where none or several are."""
    chosen, graph = editor.canvas.selection.nodes, editor.document.graph
    nodes = list(islice((name for name in chosen if name in graph), 2))
    return nodes[0] if len(nodes) == 1 else None


def has_selection(editor: Editor) -> bool:
    """Return whether any node or edge is selected."""
    selection = editor.canvas.selection
    return bool(selection.nodes or selection.edges)


def has_edge(editor: Editor) -> bool:
    """Return whether just one edge is selected, and no node."""
    selection = editor.canvas.selection
    return len(selection.edges) == 1 and not selection.nodes


def copy(editor: Editor) -> bool:
    """Put the selected nodes on the clipboard; tell whether it was done and not given up."""
    clipboard, chosen = editor.canvas.clipboard, editor.canvas.selection.nodes
    try:
        long = len(chosen) > LARGE // 4
        clipboard.put(made_beside(editor, tr("Copying"), clipboard.contents, long=long))
    except Cancelled:
        return False
    return True


def cut(editor: Editor) -> None:
    """Put the selected nodes on the clipboard and delete them."""
    if copy(editor):
        editor.canvas.clipboard.take_away()


def paste(editor: Editor, *, joined: bool = False) -> None:
    """Add what is on the clipboard; with `joined` the edges that led to the originals, too."""
    editor.show_canvas()
    with contextlib.suppress(Cancelled):
        editor.canvas.clipboard.paste(
            joined=joined,
            wait=lambda make, long: made_beside(editor, tr("Pasting"), make, long=long),
        )


def duplicate(editor: Editor) -> None:
    """Add the selected nodes once more, beside themselves."""
    with contextlib.suppress(Cancelled):
        editor.canvas.clipboard.duplicate(
            lambda make, long: made_beside(editor, tr("Duplicating"), make, long=long)
        )


def copy_picture(editor: Editor) -> None:
    """Put the picture on the clipboard, of the selected nodes where any are."""
    graph, selected = editor.document.graph, editor.canvas.selection.nodes
    selection = tuple(graph.in_order(selected)) or None
    # the theme is the export's choice, never the editor's
    theme = "dark" if editor.settings.export.get("theme") == "dark" else "light"
    options = Options(theme=theme, selection=selection, lens=shown_lens(editor))
    try:
        picture = made_beside(
            editor,
            tr("Drawing the picture"),
            lambda: copied(Subject(graph, options)),
            long=long_to_write(graph, options),
        )
    except engine.GraphError as error:
        editor.canvas.message.emit(str(error))
        return
    except Cancelled:
        return
    QGuiApplication.clipboard().setMimeData(picture_data(picture))
    part = tr("the picture of the selection") if selection else tr("the picture")
    editor.canvas.tell(tr("Copied {}").format(part))


def has_nodes_selected(editor: Editor) -> bool:
    """Return whether any node is selected."""
    return bool(editor.canvas.selection.nodes)


def has_node(editor: Editor) -> bool:
    """Return whether just one node is selected."""
    return selected_node(editor) is not None


def has_typed(editor: Editor) -> bool:
    """Return whether just one node is selected, and it is a leaf or a formula."""
    node = selected_node(editor)
    return node is not None and is_typed(editor.document.graph, node)


def can_rename(editor: Editor) -> bool:
    """Return whether just one node or just one group is selected."""
    return has_node(editor) or editor.canvas.grouping.selected_alone() is not None


def rename(editor: Editor) -> None:
    """Edit the selected node's name, or the selected group's title, in its place."""
    node, group = selected_node(editor), editor.canvas.grouping.selected_alone()
    if group is not None and (node is None or group.folded):
        editor.canvas.grouping.edit_title(group)
    elif node is not None:
        editor.canvas.in_place.rename(node)


def edit_value(editor: Editor) -> None:
    """Edit the selected leaf's value, or formula, in its place."""
    node = selected_node(editor)
    if node is not None:
        editor.canvas.in_place.edit_value(node)


def value_label(editor: Editor) -> str:
    """Return `Edit value`, or `Edit formula` where a formula is selected."""
    node, graph = selected_node(editor), editor.document.graph
    computed = node is not None and not graph.is_leaf(node) and is_typed(graph, node)
    return tr("Edit for&mula") if computed else tr("Edit &value")


EDIT = (
    Action(
        "edit.undo",
        noop("&Undo"),
        undo,
        ("Ctrl+Z",),
        enabled=can_undo,
        ahead=True,
        amid=True,
        label=undo_label,
        icon="undo",
    ),
    Action(
        "edit.redo",
        noop("&Redo"),
        redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=can_redo,
        ahead=True,
        label=redo_label,
        icon="redo",
    ),
    Action(
        "edit.delete",
        noop("&Delete"),
        lambda editor: delete_selection(editor.canvas),
        ("Del", "Backspace"),
        enabled=has_selection,
        on_canvas=True,
    ),
    Action(
        "edit.delete_healing",
        noop("Delete and &heal"),
        lambda editor: delete_selection_healing(editor.canvas),
        ("Ctrl+Del", "Ctrl+Backspace"),
        noop("Delete the selection and close the edges through it"),
        enabled=has_selection,
        on_canvas=True,
    ),
    Action(
        "edit.cut",
        noop("Cu&t"),
        cut,
        ("Ctrl+X",),
        enabled=has_nodes_selected,
        on_canvas=True,
    ),
    Action(
        "edit.copy",
        noop("&Copy"),
        copy,
        ("Ctrl+C",),
        enabled=has_nodes_selected,
        on_canvas=True,
    ),
    Action(
        "edit.copy_picture",
        noop("Copy picture"),
        copy_picture,
        ("Ctrl+Shift+C",),
        noop("Copy the picture, of the selected nodes where any are"),
        enabled=has_nodes,
    ),
    Action(
        "edit.paste",
        noop("&Paste"),
        paste,
        ("Ctrl+V",),
        on_canvas=True,
    ),
    Action(
        "edit.paste_joined",
        noop("Paste with incomin&g edges"),
        lambda editor: paste(editor, joined=True),
        ("Ctrl+Shift+V",),
        noop("Paste; what led to the originals leads to the copies"),
        on_canvas=True,
    ),
    Action(
        "edit.duplicate",
        noop("Dup&licate"),
        duplicate,
        ("Ctrl+D",),
        enabled=has_nodes_selected,
        on_canvas=True,
    ),
    Action(
        "edit.select_all",
        noop("Select &all"),
        lambda editor: editor.canvas.select_all(),
        ("Ctrl+A",),
        on_canvas=True,
    ),
    Action("edit.rename", noop("Re&name"), rename, ("F2",), enabled=can_rename, on_canvas=True),
    Action(
        "edit.value",
        noop("Edit &value"),
        edit_value,
        ("Enter", "Return"),  # the menu shows the first: the word of guide and README
        enabled=has_typed,
        label=value_label,
        on_canvas=True,
    ),
)
