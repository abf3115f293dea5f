"""Training from the menu: its panel, and data for it."""

import engine
from engine.training import read_table
from gui.actions.action import Action, Editor, has_nodes
from gui.commands import SetTable
from gui.dialogs import choose, message
from gui.language import noop, tr

__all__ = ["TRAINING", "open_table"]


def show_panel(editor: Editor) -> None:
    """Bring the training panel forward."""
    editor.turn_to("train")


def open_table(editor: Editor) -> None:
    """Ask for a CSV file and keep its table in the document, for training."""
    path = choose.table_to_open(editor.widget, editor.settings.folder)
    if path is None:
        return
    try:
        table = read_table(path)
    except engine.GraphError as error:
        message.tell_failure(
            editor.widget, tr("{file} cannot be used.").format(file=path.name), str(error)
        )
    except OSError as error:
        message.tell_failure(
            editor.widget,
            tr("{file} cannot be used.").format(file=path.name),
            error.strerror or str(error),
        )
    else:
        editor.document.do(SetTable(table, tr("Take data")))
        editor.turn_to("train")


def show_bump(editor: Editor) -> None:
    """Bring the bump forward."""
    editor.turn_to("bump")


def show_quiz(editor: Editor) -> None:
    """Bring the quiz forward."""
    editor.turn_to("quiz")


TRAINING = (
    Action("bump.panel", noop("B&ump"), show_bump, ("Ctrl+B",), enabled=has_nodes),
    Action("train.panel", noop("&Train"), show_panel, ("Ctrl+T",), enabled=has_nodes),
    Action("quiz.panel", noop("&Quiz"), show_quiz, ("Ctrl+Shift+T",), enabled=has_nodes),
    Action("train.table", noop("Open t&raining data…"), open_table, enabled=has_nodes),
)
