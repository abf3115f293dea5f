"""What is made of the document, or done to it, beside the event loop, while training rests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from PySide6.QtWidgets import QWidget

import engine
from engine.progress import stage
from gui.actions.action import Editor
from gui.dialogs.waiting import wait_for, waiting_in
from gui.document import Change, Document, Edit
from gui.picture.picture import Picture
from gui.run import Readings, read
from gui.threads.parting import part_with
from gui.threads.work import Cancelled
from gui.widgets.unfinished import take_typed

__all__ = ["edited_beside", "given_up_by_edits", "made_beside"]

Made = TypeVar("Made")


@contextmanager
def given_up_by_edits(document: Document, window: QWidget) -> Iterator[None]:
    """Give up what `window` waits for within the block where the graph that it reads is edited.

    Hands cannot; who needs none, as a screen reader, can.
    """

    def stop() -> None:
        waiting = waiting_in(window)
        if waiting is not None:
            waiting.stop()

    document.changing.connect(stop)
    try:
        yield
    finally:
        document.changing.disconnect(stop)


def made_beside(editor: Editor, words: str, make: Callable[[], Made], *, long: bool) -> Made:
    """Return what `make` makes of the graph as it is now; raises what it raises, and Cancelled.

    Training goes on afterwards: its steps would change the graph, and run its program anew, under
    the thread that reads them. So would what is being typed, once the bar takes the keyboard.
    """
    take_typed(editor.widget)
    with editor.trainer.resting(), given_up_by_edits(editor.document, editor.widget):
        return wait_for(editor.widget, words, make, long=long)


class _Edited(NamedTuple):
    """An edited copy of a graph, what was touched, and what there is to show of it."""

    graph: engine.Graph
    change: Change
    readings: Readings
    picture: Picture


def edited_beside(editor: Editor, words: str, edit: Edit) -> Change:
    """Let `edit` be done to a copy of the graph, which the graph then becomes.

    Returns what was touched; canvas and evaluation take the copy's picture and readings once that
    is told. Raises what `edit` raises, and Cancelled: then all is as it was.
    """
    take_typed(editor.widget)  # an edit of its own, before this one
    document, evaluation = editor.document, editor.evaluation
    graph, before, revision = document.graph, evaluation.readings, document.revision
    try:
        made = made_beside(editor, words, lambda: _edited(graph, edit, before), long=True)
    finally:
        if document.revision != revision:  # by who needs no hands: it would be lost, or was read
            raise Cancelled
    if made.change:
        seen = editor.canvas.picture
        part_with(*seen.holds(), graph=document.become(made.graph))
        made.picture.belong_to(graph)
        editor.canvas.expect(made.picture)
        if made.readings is not before:
            evaluation.expect(graph, made.readings)
        elif evaluation.readings is not before:  # what was edited just before came to something
            made.picture.show(evaluation.readings)
    else:  # freed at once, the copy would stop the window
        part_with(*made.picture.holds(), graph=made.graph)
    return made.change


def _edited(graph: engine.Graph, edit: Edit, readings: Readings) -> _Edited:
    """Return what `edit` makes of a copy of `graph`, whose readings are given."""
    with stage(0.0, 0.2):
        copy = graph.copy()
    with stage(0.2, 0.4):
        change = edit(copy)
    with stage(0.4, 0.7):
        if change.reshapes or change.output or change.other_numbers:
            readings = read(copy)
    with stage(0.7, 1.0):
        return _Edited(copy, change, readings, Picture(copy, readings))
