"""The lesson: stepping through the passes, and showing it on a full screen."""

from gui.actions.action import Action, Editor, noop
from gui.actions.file import has_nodes

__all__ = ["LESSON"]


def toggle(editor: Editor) -> None:
    """Begin the lesson on the graph, or end it."""
    if editor.lesson.on:
        editor.lesson.stop()
    else:
        editor.show_canvas()
        editor.lesson.start()


def is_on(editor: Editor) -> bool:
    """Return whether a lesson is being given."""
    return editor.lesson.on


def present(editor: Editor) -> None:
    """Fill the screen with the lesson, or leave it."""
    if not editor.presenting and not editor.lesson.on:
        toggle(editor)
    editor.present(not editor.presenting)


LESSON = (
    Action(
        "lesson.toggle",
        noop("&Step through"),
        toggle,
        ("F5",),
        noop("Step through forward and backward"),
        enabled=has_nodes,
        checked=is_on,
        icon="lesson",
    ),
    Action(
        "lesson.present",
        noop("&Present on the full screen"),
        present,
        ("F11",),
        noop("Present on the full screen; Esc leaves"),
        enabled=has_nodes,
        checked=lambda editor: editor.presenting,
        icon="present",
    ),
)
