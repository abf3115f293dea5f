"""Help, examples and what the program is."""

from gui.actions.action import Action, Editor
from gui.dialogs.modal import ask
from gui.language import noop

__all__ = ["HELP"]


def about(editor: Editor) -> None:
    """Say what the program is."""
    from gui.dialogs.about import About

    dialog = About(editor.widget)
    ask(dialog)


def guide(editor: Editor) -> None:
    """Show the user guide beside the editor."""
    from gui.dialogs.guide import Guide

    window = Guide(editor.theme, editor.widget)
    window.show()


HELP = (
    Action("help.guide", noop("&Guide"), guide, ("F1",), noop("Show the guide")),
    Action(
        "help.examples",
        noop("&Examples"),
        lambda editor: editor.show_welcome(),
        ("Shift+F1",),
        noop("Show the examples"),
    ),
    Action("help.about", noop("&About Chainrule"), about),
)
