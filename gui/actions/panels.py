"""The panels that are turned to from the menu: bump, train, quiz; and data to train on."""

from collections.abc import Callable

import engine
from engine.training import read_table
from engine.words.wording import reason_of
from gui.actions.action import Action, Editor, has_nodes
from gui.actions.loading import is_long
from gui.commands import SetTable
from gui.dialogs import choose, message
from gui.dialogs.waiting import wait_for
from gui.document_file import check_ends
from gui.language import noop, tr
from gui.threads.work import Cancelled

__all__ = ["PANELS", "open_table"]


def open_table(editor: Editor) -> None:
    """Ask for a CSV file and keep its table in the document, for training."""
    path = choose.table_to_open(editor.widget, editor.settings.folder)
    if path is None:
        return
    words = tr("Opening {file}").format(file=path.name)
    try:
        check_ends(path)
        table = wait_for(editor.widget, words, lambda: read_table(path), long=is_long(path))
    except Cancelled:
        return
    except (engine.GraphError, OSError) as error:
        sentence = tr("{file} cannot be used:").format(file=path.name)
        message.tell_failure(editor.widget, sentence, reason_of(error))
    else:
        editor.document.do(SetTable(table, tr("Take data")))
        editor.turn_to("train")


def _turns_to(panel: str) -> Callable[[Editor], None]:
    return lambda editor: editor.turn_to(panel)


PANELS = (
    Action("bump.panel", noop("B&ump"), _turns_to("bump"), ("Ctrl+B",), enabled=has_nodes),
    Action(
        "train.panel",
        noop("&Train"),
        _turns_to("train"),
        ("Ctrl+T",),
        also=noop("gradient descent, learning rate, optimizer, Adam"),
        enabled=has_nodes,
    ),
    Action("quiz.panel", noop("&Quiz"), _turns_to("quiz"), ("Ctrl+Shift+T",), enabled=has_nodes),
    Action("train.table", noop("Open t&raining data…"), open_table, enabled=has_nodes),
)
