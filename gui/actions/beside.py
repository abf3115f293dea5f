"""What actions make of the document beside the event loop, while training rests."""

from collections.abc import Callable
from typing import TypeVar

from gui.actions.action import Editor
from gui.dialogs.waiting import wait_for
from gui.widgets.unfinished import take_typed

__all__ = ["made_beside"]

Made = TypeVar("Made")


def made_beside(editor: Editor, words: str, make: Callable[[], Made], *, long: bool) -> Made:
    """Return what `make` makes of the graph as it is now; raises what it raises, and Cancelled.

    Training goes on afterwards: its steps would change the graph, and run its program anew, under
    the thread that reads them. So would what is being typed, once the bar takes the keyboard.
    """
    take_typed(editor.widget)
    with editor.trainer.resting():
        return wait_for(editor.widget, words, make, long=long)
