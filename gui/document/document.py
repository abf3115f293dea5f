"""What is edited: a graph with its history and its file, told by one `Change` an edit."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

import engine
from engine.formats import chainrule_file
from gui.document.change import Change
from gui.document.command import Command, Edit
from gui.document.fingerprint import file_fingerprint, fingerprint, graph_fingerprint
from gui.document.history_step import Step, joined, step_at
from gui.document.output_after import following
from gui.threads.work import Cancelled

__all__ = ["Document"]

_UNKNOWN = (-1, False)  # of no revision is known whether it would be saved as other bytes
_LARGE = 2500  # nodes and edges; an edit of more is done beside the event loop


class Document(QObject):
    """A graph being edited; every edit is a `Command`, every edit is told by `changed`."""

    changing = Signal()
    """The graph is about to change: whoever reads it in another thread has to stop now."""
    reshaping = Signal()
    """Nodes or edges may come or go by the next step: what is drawn of them can still be asked."""
    changed = Signal(object)
    """Carries one `Change` per edit, undo, redo or new graph."""
    told = Signal()
    """Everyone has heard of the last change."""
    filed = Signal()
    """The document has another path, or was saved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.graph = engine.Graph()
        self.history = QUndoStack(self)
        # Told only once the history stands where the edit led: who hears it may ask both.
        self.history.indexChanged.connect(self._flush)
        self._untold = Change()
        self.path: Path | None = None
        self._preview: Command | None = None
        self.beside: Callable[[str, Edit], Change] | None = None
        """Does a large edit, named in words, beside the event loop, and ends with `become`.

        Returns what was touched. What it raises, Cancelled too, leaves all as it was.
        """
        self._large = _LARGE
        self._done_beside: Change | None = None
        self.saved = graph_fingerprint(self.graph)
        """Tells the bytes last saved or opened from all others; nothing where there are none."""
        self.in_file = ""
        """Tells what the file holds, as far as that is known, from all else; "" without a file."""
        self._revision = 0
        self._compared = _UNKNOWN

    @property
    def title(self) -> str:
        """The graph's title, else the file's name, else `Untitled`."""
        if self.graph.title:
            return self.graph.title
        return self.path.stem if self.path else self.tr("Untitled")

    @property
    def modified(self) -> bool:
        """Whether a save would write other bytes than the last one; found out once per edit."""
        if self.history.isClean() and self._preview is None:
            return False
        if self._compared[0] != self._revision:
            now = graph_fingerprint(self.graph)
            self._compared = (self._revision, not now or now != self.saved)
        return self._compared[1]

    @property
    def previewing(self) -> bool:
        """Whether what is shown is only previewed: a drag is under way."""
        return self._preview is not None

    def do(self, command: Command, *, at_once: bool = False) -> None:
        """Apply `command` as one step of the history; a GraphError leaves all as it was.

        A command that touches nothing is no step. It is applied before it is pushed: a redo that
        raises inside QUndoStack.push would stay on the stack. A large one is applied beside the
        event loop, unless it must be `at_once`, and raises Cancelled where it is given up. Where
        another node is the output by it, that is named in the same step.
        """
        command = following(command)
        if command.reshapes:
            self.reshaping.emit()
        if self.beside is not None and not at_once and self._is_large(command):
            change = self._applied_beside(command, self.beside)
        else:
            change = self._applied(command)
            self._touched(change)
        if change and not joined(self.history, command, self._revision):
            self.history.push(Step(command, self._take_step, self._revision))  # it tells
        else:
            self._flush()

    def preview(self, command: Command) -> None:
        """Show what `command` would do without making it a step, in place of the last preview.

        The preview ends with `end_preview` and by itself with the next step, undo, redo or save.
        A GraphError ends the last preview too.
        """
        command = following(command)
        change = self._applied(command)
        self._preview = command if change else None  # a command that did nothing has no way back
        self._touched(change)
        self._flush()

    def end_preview(self) -> None:
        """Take back what is only previewed."""
        self._withdraw()
        self._flush()

    def undo(self) -> bool:
        """Take the last step back, if there is one; tell False where a large one is given up."""
        self.end_preview()
        words = self.tr("Undo {edit}").format(edit=self.history.undoText())
        step = step_at(self.history, self.history.index() - 1)
        if step is None or self._is_ready(words, step.command, step.command.revert):
            self.history.undo()
            return True
        return False

    def redo(self) -> bool:
        """Take the last undone step again, if there is one; tell False likewise."""
        self.end_preview()
        words = self.tr("Redo {edit}").format(edit=self.history.redoText())
        step = step_at(self.history, self.history.index())
        if step is None or self._is_ready(words, step.command, step.command.apply):
            self.history.redo()
            return True
        return False

    @property
    def revision(self) -> int:
        """Another number after every edit."""
        return self._revision

    @property
    def state(self) -> int | None:
        """A number that comes back when undo or redo lead back; None for what is only previewed."""
        step = step_at(self.history, self.history.index() - 1)
        return None if self._preview is not None else 0 if step is None else step.state

    def become(self, edited: engine.Graph) -> engine.Graph:
        """Let the graph become `edited`, a copy of it; return what it was, as a graph of its own.

        What was touched is to be told next.
        """
        self.changing.emit()
        return self.graph.become(edited)

    def reset(
        self,
        graph: engine.Graph,
        path: Path | None = None,
        *,
        saved: bool = True,
        in_file: str | None = None,
    ) -> None:
        """Begin anew with `graph`, an empty history and the file `path`.

        With `saved` false the document counts as modified until it is saved (recovered work).
        `in_file` is the file's fingerprint, taken before it was read: found out now without one.
        """
        self.changing.emit()
        self._preview = None
        self.history.clear()
        self.graph = graph
        self.path = path
        self.saved = graph_fingerprint(graph) if saved else ""
        self.in_file = self._found_in_file() if in_file is None else in_file
        if not saved:
            self.history.resetClean()
        self._touched(Change(reset=True))
        self._flush()
        self.filed.emit()

    def contents(self) -> bytes:
        """Return the bytes of the document's file, without what is only previewed."""
        self.end_preview()
        return chainrule_file.dumps(self.graph)

    def snapshot(self) -> bytes:
        """Return the bytes of what is shown now, a preview with it: a drag goes on undisturbed."""
        return chainrule_file.dumps(self.graph)

    def mark_saved(self, path: Path, contents: bytes) -> None:
        """Note that `contents`, what the document is now, stand in the file `path`."""
        self.mark_written(path, fingerprint(contents), self._revision)

    def mark_written(self, path: Path, found: str, revision: int) -> None:
        """Note that the file `path`, of the fingerprint `found`, holds what was at a `revision`."""
        self.path = path
        self.saved = self.in_file = found
        self._compared = _UNKNOWN
        if revision == self._revision:
            self.history.setClean()
        else:
            self.history.resetClean()
        self.filed.emit()

    def mark_unsaved(self) -> None:
        """Note that the file no longer holds what was saved, whatever the history says."""
        self.saved, self.in_file = "", self._found_in_file()
        self._compared = _UNKNOWN
        self.history.resetClean()
        self.filed.emit()

    def _found_in_file(self) -> str:
        return "" if self.path is None else file_fingerprint(self.path)

    def _is_large(self, command: Command) -> bool:
        """Tell whether a window would stand still for `command`, done, undone or done again.

        Where groups are folded, the picture is made anew for whatever reshapes the graph.
        """
        graph = self.graph
        anew = command.reshapes and any(group.folded for group in graph.groups)
        return (len(graph) if anew else command.size(graph)) > self._large

    def _is_ready(self, words: str, command: Command, edit: Edit) -> bool:
        """Do `edit` beside the event loop where it is large; tell whether its step can be taken."""
        if command.reshapes:
            self.reshaping.emit()
        if self.beside is not None and self._is_large(command):
            index = self.history.index()

            def step(graph: engine.Graph) -> Change:
                if self.history.index() != index:  # what was being typed is a step before it
                    raise Cancelled
                return edit(graph)

            try:
                self._done_beside = self.beside(words, step)
            except Cancelled:
                return False
        return True

    def _take_step(self, edit: Edit) -> None:
        """Note what `edit` touches, which has been done already where it is large."""
        done, self._done_beside = self._done_beside, None
        self._touched(edit(self.graph) if done is None else done)

    def _applied(self, command: Command) -> Change:
        """Apply `command` in place of what is only previewed, and return what it touched."""
        self._withdraw()
        try:
            return command.apply(self.graph)
        except engine.GraphError:
            self._flush()
            raise

    def _applied_beside(self, command: Command, beside: Callable[[str, Edit], Change]) -> Change:
        """Do the same beside the event loop, and note it; the preview is seen until then."""
        own = Change()

        def edit(graph: engine.Graph) -> Change:
            nonlocal own
            preview = self._preview  # unless what was being typed ended it
            withdrawn = Change() if preview is None else preview.revert(graph)
            own = command.apply(graph)
            return withdrawn.then(own)

        try:
            self._touched(beside(command.text, edit))
        except (engine.GraphError, Cancelled):
            self.end_preview()
            raise
        self._preview = None
        return own

    def _withdraw(self) -> None:
        """Take the preview back without telling anyone yet, so that one `Change` says it all."""
        self.changing.emit()
        if self._preview is not None:
            command, self._preview = self._preview, None
            self._touched(command.revert(self.graph))

    def _touched(self, change: Change) -> None:
        """Note what is to be told."""
        self._untold = self._untold.then(change)
        self._revision += bool(change)

    def _flush(self) -> None:
        """Tell what was touched since the last time."""
        change, self._untold = self._untold, Change()
        if change:
            self.changed.emit(change)
            self.told.emit()
