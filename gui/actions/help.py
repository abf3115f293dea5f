"""Help, examples and what the program is."""

from gui.actions.action import Action, Editor, noop
from gui.dialogs.about import About

__all__ = ["HELP"]


def about(editor: Editor) -> None:
    """Say what the program is."""
    dialog = About(editor.widget)
    dialog.exec()
    dialog.deleteLater()


HELP = (
    Action(
        "help.examples",
        noop("&Examples"),
        lambda editor: editor.show_welcome(),
        ("F1",),
        noop("Show the examples"),
    ),
    Action("help.about", noop("&About Chainrule"), about),
)
