"""The document: a graph, its history and its file; the one place that changes the graph."""

import weakref
from abc import ABC, abstractmethod
from collections.abc import Collection, Generator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

import engine
from engine.formats import chainrule_file, contents
from engine.formats.contents import Contents
from gui.change import Change
from gui.fingerprint import fingerprint

__all__ = ["Change", "Command", "Document"]


class Command(ABC):
    """An edit of a graph that can be taken back exactly; `text` names it in the Edit menu."""

    text: str

    @abstractmethod
    def apply(self, graph: engine.Graph) -> Change:
        """Edit `graph` and return what was touched; a GraphError leaves it as it was."""

    @abstractmethod
    def revert(self, graph: engine.Graph) -> Change:
        """Give `graph` back the state from before `apply`, the order of its nodes too."""

    def merge(self, later: "Command") -> bool:
        """Take `later`, just applied, into this command; return False where it is a new step."""
        del later
        return False


class Document(QObject):
    """A graph being edited; every edit is a `Command`, every edit is told by `changed`."""

    changing = Signal()
    """The graph is about to change: whoever reads it in another thread has to stop now."""
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
        self.saved = _graph_fingerprint(self.graph)
        """Tells the bytes last saved or opened from all others; nothing where there are none."""
        self._revision = 0
        self._compared: tuple[int, bool] = (0, False)

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
            now = _graph_fingerprint(self.graph)
            self._compared = (self._revision, not now or now != self.saved)
        return self._compared[1]

    @property
    def previewing(self) -> bool:
        """Whether what is shown is only previewed: a drag is under way."""
        return self._preview is not None

    def do(self, command: Command) -> None:
        """Apply `command` as one step of the history; a GraphError leaves all as it was.

        A command that touches nothing is no step. It is applied before it is pushed: a redo that
        raises inside QUndoStack.push would stay on the stack.
        """
        change = self._applied(command)
        if change:
            self._touched(change)
            self.history.push(_Step(self, command))
        self._flush()

    def preview(self, command: Command) -> None:
        """Show what `command` would do without making it a step, in place of the last preview.

        The preview ends with `end_preview` and by itself with the next step, undo, redo or save.
        A GraphError ends the last preview too.
        """
        change = self._applied(command)
        self._preview = command if change else None  # a command that did nothing has no way back
        self._touched(change)
        self._flush()

    def end_preview(self) -> None:
        """Take back what is only previewed."""
        self._withdraw()
        self._flush()

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        self.end_preview()
        self.history.undo()

    def redo(self) -> None:
        """Take the last undone step again, if there is one."""
        self.end_preview()
        self.history.redo()

    def reset(self, graph: engine.Graph, path: Path | None = None, *, saved: bool = True) -> None:
        """Begin anew with `graph`, an empty history and the file `path`.

        With `saved` false the document counts as modified until it is saved (recovered work).
        """
        self.changing.emit()
        self._preview = None
        self.history.clear()
        self.graph = graph
        self.path = path
        self.saved = _graph_fingerprint(graph) if saved else ""
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

    def copied(self) -> Contents:
        """Return what a snapshot says, to be written out elsewhere while the graph changes."""
        return contents.copied(self.graph)

    def copied_in_slices(self) -> Generator[None, None, Contents]:
        """Return the same between two steps of which the window goes on, while it is not reshaped.

        What else changes meanwhile is made good by `copied_again`.
        """
        return contents.copied_in_slices(self.graph)

    def copied_again(self, copy: Contents, names: Collection[str]) -> Contents:
        """Return such a copy with the nodes `names` and the graph's own entries as they are now."""
        return contents.copied_again(self.graph, copy, names)

    def mark_saved(self, path: Path, contents: bytes) -> None:
        """Note that `contents` now stand in the file `path`."""
        self.path = path
        self.saved = fingerprint(contents)
        self._revision += 1
        self.history.setClean()
        self.filed.emit()

    def mark_unsaved(self) -> None:
        """Note that the file no longer holds what was saved, whatever the history says."""
        self.saved = ""
        self._revision += 1
        self.history.resetClean()
        self.filed.emit()

    def _applied(self, command: Command) -> Change:
        """Apply `command` in place of what is only previewed, and return what it touched."""
        self._withdraw()
        try:
            return command.apply(self.graph)
        except engine.GraphError:
            self._flush()
            raise

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


class _Step(QUndoCommand):
    """A command that has been applied, as a step of the history."""

    def __init__(self, document: Document, command: Command) -> None:
        super().__init__(command.text)
        # Strong, it would be a cycle through C++ that Python's collector cannot see.
        self._document = weakref.ref(document)
        self._command = command
        self._pushed = False

    def redo(self) -> None:
        """Apply the command, except when the stack calls this on being pushed."""
        document = self._document()
        if self._pushed and document is not None:
            document._touched(self._command.apply(document.graph))
        self._pushed = True

    def undo(self) -> None:
        """Revert the command."""
        document = self._document()
        if document is not None:
            document._touched(self._command.revert(document.graph))

    def id(self) -> int:
        """Return the same for all steps: whether two become one is the commands' affair."""
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Return whether `other`, just pushed, became part of this step."""
        if not isinstance(other, _Step) or not self._command.merge(other._command):
            return False
        del other._command  # Qt is done with `other`, but its Python half is never freed
        return True


_COMPARED = 5000  # nodes; a larger graph counts as modified until it is undone or saved


def _graph_fingerprint(graph: engine.Graph) -> str:
    """Return what tells the graph's file from others, "" for a graph too large to ask often."""
    if len(graph) > _COMPARED:
        return ""
    return fingerprint(chainrule_file.dumps(graph))
