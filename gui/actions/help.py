"""Help, examples and what the program is."""

from PySide6.QtCore import Qt

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
    """Show the user guide beside the editor; one that is open already comes forward."""
    from gui.dialogs.guide import Guide

    shown = [guide for guide in editor.widget.findChildren(Guide) if guide.isVisible()]
    window = shown[0] if shown else Guide(editor.theme, editor.widget)
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


HELP = (
    Action(
        "help.guide",
        noop("&Guide"),
        guide,
        ("F1",),
        noop("Show the guide"),
        also=noop("help, manual, documentation"),
    ),
    Action(
        "help.examples",
        noop("&Examples"),
        lambda editor: editor.show_welcome(),
        ("Shift+F1",),
        noop("Show the examples"),
    ),
    Action("help.about", noop("&About Chainrule"), about),
)
