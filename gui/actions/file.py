"""Opening and saving, and the entries of the File menu."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

import engine
from engine.formats.elsewhere import check_graph_name
from engine.words.wording import reason_of
from gui.actions import loading
from gui.actions.action import Action, Editor, has_nodes
from gui.actions.export import export, export_code, may_be_told, proposed_path
from gui.actions.new import new, new_expression, new_network, new_window
from gui.dialogs import choose, message
from gui.dialogs.ahead import ahead_of, close
from gui.document_file import is_picture
from gui.language import noop, tr
from gui.paths import is_there
from gui.safety.guard import Outside
from gui.threads.work import Cancelled
from gui.widgets.unfinished import take_typed

__all__ = [
    "FILE",
    "may_leave",
    "open_example",
    "open_lesson",
    "open_path",
    "open_paths",
    "save",
    "save_as",
    "settle_outside",
]


def may_leave(editor: Editor) -> bool:
    """Return whether the document may be left: saved, unchanged, or given up by the user.

    What was edited amid the save is asked about as well.
    """
    take_typed(editor.widget)
    while editor.document.modified:
        editor.come_forward()  # of several windows with work untitled it is this one's
        answer = message.ask_unsaved(editor.widget, editor.document.title)
        if answer is not message.Answer.SAVE:
            return answer is message.Answer.DISCARD
        if not save(editor):
            return False
    return True


def open_file(editor: Editor) -> None:
    """Ask for a file and open it."""
    path = choose.file_to_open(editor.widget, editor.settings.folder)
    if path is not None:
        open_path(editor, path)


def open_path(editor: Editor, path: Path) -> bool:
    """Open the file `path`, or come forward with the window that shows it; return whether it is."""
    there = editor.window_showing(path)
    if there is not None and there is not editor:
        there.come_forward()
        return True
    return _opened(editor, path) is not None


def open_paths(editor: Editor, paths: Iterable[Path]) -> None:
    """Open the first of several files here, and each of the others in a window of its own.

    One that cannot be opened brings no window, nor does one that another window shows.
    """
    used = False
    for path in paths:
        there = editor.window_showing(path)
        if used and there is None:
            _load(editor, path, aside=True)
        else:
            used = (open_path(editor, path) and there in (None, editor)) or used


def open_example(editor: Editor, path: Path) -> bool:
    """Open a copy of a shipped example, without a file of its own; return whether it is open."""
    return _opened(editor, path, example=True) is not None


def open_lesson(editor: Editor, path: Path) -> bool:
    """Open a copy of a shipped lesson and begin it; return whether it is open."""
    opened = _opened(editor, path, example=True)
    if opened is not None:
        opened.lesson.start()
    return opened is not None


def save(editor: Editor) -> bool:
    """Save the document in its file, or ask for one; return whether it was saved."""
    path = editor.document.path
    return save_as(editor) if path is None else _save_to(editor, path)


def save_as(editor: Editor) -> bool:
    """Ask for a file and save the document there; return whether it was saved."""
    path = choose.file_to_save(editor.widget, proposed_path(editor))
    return path is not None and _save_to(editor, path)


def settle_outside(editor: Editor) -> bool | None:
    """Ask what shall become of a file that is another one now: keep mine, take theirs, save as.

    Return None where the document may replace the file, else whether theirs was opened or mine
    was saved elsewhere.
    """
    path = editor.document.path
    found = editor.guard.outside()
    if path is None or found is Outside.NOTHING:
        return None
    if found is Outside.GONE:
        editor.guard.keep_mine()
        sentence = tr("{file} was removed; save to write it again")
        editor.canvas.message.emit(sentence.format(file=path.name))
        return None
    answer = message.ask_outside(editor.widget, path.name, unsaved=editor.document.modified)
    if answer is message.Whose.MINE:
        editor.guard.keep_mine()
        return None
    if answer is message.Whose.THEIRS:
        return _load(editor, path) is not None
    return answer is message.Whose.SAVE_AS and save_as(editor)


def _opened(editor: Editor, path: Path, *, example: bool = False) -> Editor | None:
    """Open `path` where there is place for it; return the window it is in."""
    return _load(editor, path, example=example, aside=loading.has_unsaved(editor))


def _load(
    editor: Editor, path: Path, *, example: bool = False, aside: bool = False
) -> Editor | None:
    """Show `path` in this window, or `aside` in a new one, which comes once the file was read.

    Of an `example` it is a copy.
    """
    # a picture stays one: the graph from it is saved under a name of its own
    keep_path = not example and not is_picture(path)
    holder = editor.guard.claim(path, anew=aside) if keep_path else None
    if holder is not None:
        if not message.ask_copy(editor.widget, path.name, holder.since, holder.elsewhere):
            return None
        keep_path = False
    try:
        loaded = loading.waited(editor, path, example=example)
    except Cancelled:
        editor.guard.settle()
        return None
    except engine.GraphError as error:
        editor.guard.settle()
        if not is_there(path):
            editor.settings.remove_recent(path)
        message.tell_failure(
            editor.widget, tr("{file} cannot be opened:").format(file=path.name or path), str(error)
        )
        return None
    place = editor
    if aside:
        editor.guard.settle()  # the file is the other window's from here on
        place = editor.another()
    loading.show(place, loaded, path if keep_path else None)
    if keep_path:
        editor.settings.add_recent(path)
    return place


def _save_to(editor: Editor, path: Path) -> bool:
    if editor.guard.rests:  # it is being saved
        return False
    refused = take_typed(editor.widget)
    if editor.window_showing(path) is editor:  # by whatever name
        settled = settle_outside(editor)
        if settled is not None:
            return settled
    try:
        check_graph_name(path)
        if editor.guard.claim(path) is not None:
            raise engine.WriteError(tr("it is open in another window; save under another name"))
        loading.saved(editor, path)
    except Cancelled:
        editor.guard.settle()
        return False
    except engine.GraphError as error:
        editor.guard.settle()
        said = tr("{file} could not be saved:").format(file=path.name)
        elsewhere = message.offer_save_as(editor.widget, said, reason_of(error))
        return elsewhere and save_as(editor)
    editor.settings.add_recent(path)
    if refused:
        editor.canvas.say(tr("saved without {text}, which is refused").format(text=refused))
    return True


def quit_program(editor: Editor) -> None:
    """Close every window, this one last; where a window stays, all that were not asked do, too."""
    waiting = next((a for w in editor.windows if (a := ahead_of(w.widget)).waits), None)
    if waiting is not None:  # a save, perhaps, which is to be done
        waiting.put(partial(quit_program, editor))
        return
    others = [window for window in editor.windows if window is not editor]
    if all(window.widget.close() for window in (*others, editor)):
        QApplication.closeAllWindows()  # what is no editor's
    else:
        ahead_of(editor.widget).drop()


FILE = (
    Action("file.new", noop("&New"), new, ("Ctrl+N",), noop("Begin an empty graph"), icon="new"),
    Action(
        "file.new_window",
        noop("New &window"),
        new_window,
        ("Ctrl+Shift+N",),
        noop("Open another window"),
    ),
    Action("file.new_network", noop("New ne&twork…"), new_network),
    Action("file.new_expression", noop("New from e&xpression…"), new_expression),
    Action("file.open", noop("&Open…"), open_file, ("Ctrl+O",), noop("Open a file"), icon="open"),
    Action(
        "file.save",
        noop("&Save"),
        save,
        ("Ctrl+S",),
        noop("Save the graph"),
        ahead=True,
        icon="save",
    ),
    Action("file.save_as", noop("Save &as…"), save_as, ("Ctrl+Shift+S",), ahead=True),
    Action(
        "file.export",
        noop("&Export picture…"),
        export,
        ("Ctrl+E",),
        noop("Export the picture"),
        also=noop("PNG, SVG, PDF, PowerPoint, slides, GIF, HTML, TikZ, image"),
        enabled=has_nodes,
        icon="export",
    ),
    Action(
        "file.export_code",
        noop("Export co&de…"),
        export_code,
        enabled=may_be_told,
        also=noop("PyTorch, JAX, NumPy, micrograd, LaTeX, Graphviz, Mermaid, program"),
    ),
    Action("file.close", noop("&Close"), lambda e: close(e.widget), ("Ctrl+W",), ahead=True),
    Action("file.quit", noop("&Quit"), quit_program, ("Ctrl+Q",), ahead=True),
)
