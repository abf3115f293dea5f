"""Own ops: a formula kept under a name in the palette, and what is done to one there."""

import engine
from gui.actions.action import Action, Editor
from gui.actions.edit import selected_node
from gui.commands import become_own, change_own
from gui.dialogs import message
from gui.dialogs.modal import ask
from gui.language import noop, tr

__all__ = ["OWN_OPS", "delete_own_op", "edit_own_op", "keep_own_op"]


def has_formula(editor: Editor) -> bool:
    """Return whether just one node is selected, and it is a formula."""
    node = selected_node(editor)
    return node is not None and editor.document.graph.op_of(node) == "formula"


def save_own_op(editor: Editor) -> None:
    """Ask for a name and keep the selected formula under it; the node becomes one of that op.

    Where no formula is selected, the formula is asked for, too.
    """
    node, graph = selected_node(editor), editor.document.graph
    if node is None or not has_formula(editor):
        op = _asked(editor, engine.OwnOp("", ""), tr("New own op"))
        if op is not None:
            editor.own_ops.put(op)
        return
    formula = str(graph.attributes(node)["formula"])
    op = _asked(editor, engine.OwnOp("", formula), tr("Save as own op"))
    if op is not None:
        editor.own_ops.put(op)
        if op.formula == formula:
            editor.document.do(become_own(graph, node, op))


def own_op_label(editor: Editor) -> str:
    """Return what the action does now: it saves the selected formula, or asks for one."""
    return tr("Save as o&wn op…") if has_formula(editor) else tr("New o&wn op…")


def edit_own_op(editor: Editor, name: str) -> None:
    """Ask how an own op shall be from now on; nodes of the graph that are made of it follow."""
    before = editor.own_ops.named(name)
    if before is None:
        return
    op = _asked(editor, before, tr("Edit {name}").format(name=name))
    if op is not None and op != before:
        editor.own_ops.put(op, old=name)
        step = change_own(editor.document.graph, before, op)
        if step is not None:
            editor.document.do(step)


def delete_own_op(editor: Editor, name: str) -> None:
    """Forget an own op when the user is sure; graphs that use it keep it."""
    question = tr("Delete {name} from the palette?").format(name=name)
    if message.ask_sure(editor.widget, question, tr("Graphs that use it keep it."), tr("&Delete")):
        editor.own_ops.remove(name)


def keep_own_op(editor: Editor, name: str) -> None:
    """Keep an own op that came with the graph in the palette."""
    op = next((op for op in editor.document.graph.own_ops if op.name == name), None)
    if op is not None:
        editor.own_ops.put(op)


def _asked(editor: Editor, op: engine.OwnOp, title: str) -> engine.OwnOp | None:
    """Return the op that the user made of `op`, None where the dialog was given up."""
    from gui.dialogs.own_op import OwnOpDialog

    others = [other for other in editor.own_ops.ops if other.name != op.name]
    dialog = OwnOpDialog(op, others, title, editor.widget)
    ask(dialog)
    return dialog.op


OWN_OPS = (
    Action(
        "graph.save_op",
        noop("Save as o&wn op…"),
        save_own_op,
        tip=noop("Keep the formula under a name in the palette"),
        label=own_op_label,
    ),
)
