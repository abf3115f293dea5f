"""After a crash: offers the work that was never saved, and brings it back into windows."""

from collections.abc import Callable

from shiboken6 import isValid

import engine
from gui.actions import loading
from gui.dialogs import message
from gui.dialogs.modal import ask
from gui.dialogs.recover import Choice, Recover
from gui.evaluation import LARGE
from gui.language import tr
from gui.safety.entry import Entry, entries
from gui.threads.work import Cancelled
from gui.window.main_window import MainWindow

__all__ = ["offer"]


def offer(window: MainWindow, another: Callable[[], MainWindow]) -> None:
    """Ask over `window` what shall become of work that a crash left; `another` makes windows."""
    found = entries(window.journal.file.parent)
    if not found:
        return
    dialog = Recover(found, window)
    ask(dialog)
    choice, chosen = dialog.choice, dialog.chosen
    for entry in chosen:
        if choice is Choice.DISCARD:
            entry.discard()
        elif choice is Choice.RECOVER:
            if not _stands(window):  # it was closed while other work was brought back
                window = another()
            loaded = _read(window, entry)
            if loaded is not None:  # what cannot be read would make a window for a moment
                _show(window if _untouched(window) else another(), entry, loaded)


def _read(window: MainWindow, entry: Entry) -> loading.Loaded | None:
    """Return the work, None where that is not possible, which is told, or was given up."""
    try:
        return loading.recovered(window, entry.contents, entry.title)
    except Cancelled:
        return None
    except engine.GraphError as error:
        sentence = tr("“{title}” cannot be recovered:").format(title=entry.title)
        message.tell_failure(window, sentence, f"{error} ({entry.file})")
        return None


def _show(window: MainWindow, entry: Entry, loaded: loading.Loaded) -> None:
    """Show the work in `window`, unsaved.

    The entry goes only once the window has one of its own. A file that is no longer the one the
    work began with is not the document's file any more: saving asks for a place.
    """
    follows = entry.follows
    loading.show(window, loaded, entry.path if follows else None, saved=False)
    window.journal.take_over(entry)
    if len(window.document.graph) <= LARGE:  # a larger one is written in slices, and by a thread
        window.journal.flush()
    if entry.path is not None and not follows:
        sentence = tr("{file} was changed or removed since; this work is kept apart from it.")
        window.status.say(sentence.format(file=entry.path.name))


def _stands(window: MainWindow) -> bool:
    return isValid(window) and window.isVisible()


def _untouched(window: MainWindow) -> bool:
    if not _stands(window):
        return False
    document = window.document
    return document.path is None and not document.graph.nodes() and not document.modified
