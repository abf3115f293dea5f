"""The windows: one to the screen's edge or all of it, and the next of those that are open."""

from PySide6.QtCore import Qt

from gui.actions.action import Action, Editor
from gui.language import noop

__all__ = ["WINDOWS", "is_full"]


def is_full(editor: Editor) -> bool:
    """Return whether the window fills the screen, and not to present."""
    return editor.widget.isFullScreen() and not editor.presenting


def fill(editor: Editor) -> None:
    """Fill the screen with the window, or stand as before."""
    window = editor.widget
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def go_on(editor: Editor, by: int) -> None:
    """Come forward with the window that was opened next, or before; the only one stays."""
    windows = editor.windows
    windows[(windows.index(editor) + by) % len(windows)].come_forward()


def has_bars(editor: Editor) -> bool:
    """Return whether the window has its bars: canvas and lesson do not fill the screen."""
    return not editor.presenting


WINDOWS = (
    Action(
        "window.minimise",
        noop("&Minimise"),
        lambda editor: editor.widget.showMinimized(),
        ("Ctrl+M",),
    ),
    Action(
        "window.full",
        noop("&Full screen"),
        fill,
        ("Shift+F11",),
        enabled=has_bars,
        checked=is_full,
    ),
    Action(
        "window.next",
        noop("&Next window"),
        lambda editor: go_on(editor, 1),
        ("Ctrl+F6",),
    ),
    Action(
        "window.previous",
        noop("&Previous window"),
        lambda editor: go_on(editor, -1),
        ("Ctrl+Shift+F6",),
    ),
)
