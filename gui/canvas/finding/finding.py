"""Finding nodes on the canvas; what does not match steps back."""

import time
from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter

import engine
from gui.canvas.drawn import overlay
from gui.canvas.entry import Entry
from gui.canvas.finding.find_bar import FindBar
from gui.canvas.finding.found import called_so, kept_up, label_of, matches, words_of
from gui.canvas.view import View
from gui.document.change import Change
from gui.theme import Theme

__all__ = ["Finding"]

_AT_ONCE = 2000  # nodes; what more are found by is read in slices
_SLICE = 0.008  # seconds


class Finding(QObject):
    """Lets nodes be found on a view."""

    counted = Signal()
    """The bar shows another count."""

    def __init__(self, view: View, entry: Entry) -> None:
        super().__init__(view)
        self._view, self._entry = view, entry
        self.bar: FindBar | None = None
        self.found: list[str] = []
        """The nodes that match, in their order."""
        self._sought = ""
        self._known: dict[str, str] = {}
        self._unread: Iterator[str] = iter(())
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)
        self._goes = False  # to the first match, once all is read
        self._retyped = False  # then also from another match to the one that is called just so
        self._confirms = False  # Enter does: it goes on from no match before
        view.document.changed.connect(self._find_again)

    def open(self) -> None:
        """Ask what to find, or go back to the text that is there."""
        self._entry.close()
        if self.bar is None:
            self.bar = FindBar(self._view.viewport(), self._view.theme)
            self.bar.sought.connect(self._seek)
            self.bar.entered.connect(self._enter)
            self.bar.stepped.connect(self.next)
            self.bar.closed.connect(self._end)
            self.bar.open(self._sought)
        self.bar.take_focus()

    @property
    def count(self) -> str | None:
        """Which match is shown, `2 of 5`; empty where nothing matches, None where none is shown.

        While a large graph is read through, nothing is known yet.
        """
        if self.bar is None or not self._sought.strip() or self._reading.isActive():
            return None
        if not self.found:
            return ""
        return None if self._place() is None else self.bar.count.text()

    def set_theme(self, theme: Theme) -> None:
        """Let the bar's icons have the ink of another theme."""
        if self.bar is not None:
            self.bar.set_theme(theme)

    def next(self, by: int = 1) -> None:
        """Select the next node that matches, or the one before, and bring it into view."""
        self._confirms = False
        if not self.found:
            return
        at = self._place()
        first = 0 if by > 0 else len(self.found) - 1
        self._show(first if at is None else (at + by) % len(self.found))

    def paint(self, painter: QPainter) -> None:
        """Let all that does not match step back."""
        if self.bar is None or not self._sought.strip() or self._reading.isActive():
            return
        view, picture = self._view, self._view.picture
        rows = {picture.index[name] for name in self.found if name in picture.index}
        overlay.paint_found(
            painter, picture, sorted(rows), view.selection, view.theme, view.region()
        )

    def _seek(self, text: str) -> None:
        self._retyped = self._confirms = text != self._sought  # else the bar is opened again
        self._sought, self._goes = text, True
        self._search()

    def _enter(self) -> None:
        """Show the node that is called just as was typed; from there, or if none is, the next."""
        if self._confirms and self._names_first():
            self._confirms = False
            self._show(0)
        else:
            self.next()

    def _names_first(self) -> bool:
        """Tell whether the first match is called just so."""
        return bool(self.found) and called_so(self.found[0], self._sought)

    def _search(self) -> None:
        """Find what matches; what a large graph's nodes are found by is read in slices before."""
        graph, known = self._view.document.graph, self._known
        if self._sought.strip() and len(graph) - len(known) > _AT_ONCE:
            self.found = []
            self._unread = (name for name in graph.nodes() if name not in known)
            self._reading.start()
            return
        self._reading.stop()
        self.found = matches(graph, self._sought, known)
        if self.found and self._goes:
            at = 0 if self._retyped and self._names_first() else self._place()
            self._show(at if at is not None else 0)
        self._goes = self._retyped = False
        self._tell()
        self._view.redraw()

    def _read_on(self) -> None:
        """Read for one slice of time by what the next nodes are found; search once all is read."""
        graph, end = self._view.document.graph, time.perf_counter() + _SLICE
        for name in self._unread:
            self._known[name] = words_of(graph, name)
            if time.perf_counter() > end:
                return
        self._search()

    def _show(self, at: int) -> None:
        name = self.found[at]
        self._view.select({name})
        self._view.reveal(name, readable=True)
        self._tell()

    def _place(self) -> int | None:
        """Return which of the matches is selected."""
        chosen = self._view.selection.nodes
        if len(chosen) != 1:
            return None
        (name,) = chosen
        with suppress(ValueError):
            return self.found.index(name)
        return None

    def _tell(self) -> None:
        if self.bar is None:
            return
        before = self.bar.count.text()
        self.bar.show_count(self._place(), len(self.found))
        if self.bar.count.text() != before:
            self.counted.emit()

    def _find_again(self, change: Change) -> None:
        """Keep the matches up with the graph; a leaf that only has another value stays as found."""
        if self.bar is None:
            return
        known, graph = self._known, self._view.document.graph
        if change.reshapes:
            known.clear()
        seen = (*change.edited, *change.looks)
        other = [name for name in seen if name in known and not self._is_kept(name, graph)]
        for name in other:
            del known[name]
        if change.reshapes or other:
            self._search()
        elif not self._reading.isActive():
            found = kept_up(self.found, graph, self._sought, known, change.other_numbers)
            if found is not self.found:
                self.found = found
                self._tell()
                self._view.redraw()

    def _is_kept(self, name: str, graph: engine.Graph) -> bool:
        """Tell of a node that was edited whether it is found by the same words as before.

        Training edits thousands of leaves in each frame.
        """
        if not graph.is_leaf(name):
            return self._known[name] == words_of(graph, name)
        label = "".join(label_of(graph, name).lower().split())
        return self._known[name].endswith(f"\n{label}")

    def _end(self, held: bool) -> None:
        self.bar = None
        self._reading.stop()
        self.found = []
        self._known.clear()
        if held:
            self._view.setFocus()
        self._view.redraw()
