"""What random hands do with several windows: each has a document that goes back to its first."""

import gc
import shutil
import sys
import tempfile
import weakref
from functools import partial
from pathlib import Path
from unittest import mock

import hypothesis.strategies as st
from examples import example
from hands import Hands
from hypothesis.stateful import initialize, rule
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from random_tools import note
from random_touches import Answers

from engine.formats.chainrule_file import dumps
from gui.actions.file import open_example, open_lesson
from gui.dialogs import choose
from gui.document import Change, Document
from gui.picture.layout import place_all
from gui.picture.numbers import DIGITS, write_digits
from gui.settings import Settings
from gui.widgets.unfinished import take_typed
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from gui.window.windows import Windows
from resources import resource

SHIPPED = sorted(resource("lessons").glob("*.chainrule"))
SHIPPED += sorted(resource("examples").glob("*.chainrule"))
TABLE = "x,y\n1,2\n2,3\n3,5\n"
MOST = 3  # windows


class RandomWindows:
    """A window on the linear unit, and others beside it; the hands are in one of them."""

    @initialize()
    def begin(self) -> None:
        application = QApplication.instance() or QApplication([])
        self.raised: list[str] = []
        self._hook, sys.excepthook = sys.excepthook, partial(note, self.raised)
        self.before = len(application.allWidgets())
        self.folder = tempfile.TemporaryDirectory()
        self.store = QSettings(f"{self.folder.name}/settings.ini", QSettings.Format.IniFormat)
        settings = Settings(self.store)
        self.windows = Windows()
        self._begun: dict[MainWindow, Begun] = {}
        self._gone: list[weakref.ref[MainWindow]] = []
        self._choose_files(Path(self.folder.name))
        self.answers = Answers()
        self.stand_in(MainWindow(settings, Appearance(settings, application), self.windows))
        self.window.resize(1300, 800)
        self.window.show()
        graph = example("linear-unit")
        place_all(graph)
        self.document.reset(graph)
        self.window.show_canvas()
        self.canvas.fit()

    def _choose_files(self, folder: Path) -> None:
        """Answer the system's dialogs, which no touch answers."""
        table = folder / "table.csv"
        table.write_text(TABLE)
        graph = shutil.copy(SHIPPED[0], folder)  # what is opened is saved, too
        chosen = {
            "file_to_open": lambda *_: Path(graph),
            "table_to_open": lambda *_: table,
            "file_to_save": lambda *_: folder / "saved.chainrule",
            "export_to_write": lambda _, proposal, __: folder / proposal.name,
        }
        self._patches = [mock.patch.object(choose, name, by) for name, by in chosen.items()]
        for patch in self._patches:
            patch.start()

    @rule(k=st.integers(0, MOST), opens=st.booleans())
    def go_to_another_window(self, k, opens) -> None:
        if opens and len(self.windows.all()) < MOST:
            self.act("file.new_window")
        self.meet_new_windows()
        windows = self.windows.all()
        self.stand_in(windows[k % len(windows)])

    @rule()
    def put_the_window_down(self) -> None:
        self.act("window.minimise")
        self.window.showNormal()
        QApplication.processEvents()

    @rule()
    def leave_a_window(self) -> None:
        if len(self.windows.all()) > 1:
            self.close(self.window)
            self.stand_in(self.windows.all()[0])

    @rule(k=st.integers(0, len(SHIPPED) - 1), teaches=st.booleans())
    def open_what_is_shipped(self, k, teaches) -> None:
        lesson = teaches and SHIPPED[k].parent.name == "lessons"
        (open_lesson if lesson else open_example)(self.window, SHIPPED[k])
        QApplication.processEvents()

    def meet_new_windows(self) -> None:
        """Note with what new windows began, and close those that are too many."""
        for window in self.windows.all():
            if window not in self._begun:
                self._begun[window] = Begun(window.document)
                self._gone.append(weakref.ref(window))
        for window in self.windows.all()[1:]:
            if window is not self.window and len(self.windows.all()) > MOST:
                self.close(window)

    def stand_in(self, window: MainWindow) -> None:
        """Let the hands work in a window from now on."""
        self.window, self.document, self.canvas = window, window.document, window.canvas
        self.hands = Hands(self.canvas)
        self.meet_new_windows()
        window.activateWindow()
        QApplication.processEvents()

    def undo_and_redo_all(self, window: MainWindow) -> None:
        """Go to the end of a window's history, to its begin, and back."""
        document, canvas = window.document, window.canvas
        canvas.entry.close_prompt()
        canvas.entry.close_editor()
        canvas.hand.cancel()
        take_typed(window)  # else closing takes it, after the document counts as saved
        while document.history.canRedo():
            document.redo()
        last = dumps(document.graph)
        while document.history.canUndo():
            document.undo()
        assert dumps(document.graph) == self._begun[window].first
        while document.history.canRedo():
            document.redo()
        assert dumps(document.graph) == last

    def close(self, window: MainWindow) -> None:
        """Close a window once its history has been gone through."""
        window.trainer.pause()
        try:
            self.undo_and_redo_all(window)
        finally:  # a window that stayed would be in the way of all that follows
            document = window.document
            path = Path(self.folder.name) / "closed.chainrule"
            document.mark_saved(path, document.contents())
            self._begun.pop(window)
            window.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def teardown(self) -> None:
        if not hasattr(self, "canvas"):
            return
        self.meet_new_windows()
        try:
            for window in self.windows.all():
                self.close(window)
        finally:
            for window in self.windows.all():  # after one that failed
                window.put_away()
                window.close()
            self.answers.stop()
            for patch in self._patches:
                patch.stop()
            write_digits(DIGITS)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            sys.excepthook = self._hook
            self.store.sync()  # else it writes once it goes, and makes the folder again
            self.folder.cleanup()
        assert self.raised == []
        assert self.answers.asked == []
        del self.window, self.document, self.canvas, self.hands, window
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert [gone() for gone in self._gone if gone() is not None] == []
        assert len(QApplication.allWidgets()) <= self.before


class Begun:
    """Knows the bytes with which a document began, anew whenever it becomes another graph."""

    def __init__(self, document: Document) -> None:
        self._document = weakref.ref(document)
        self.first = dumps(document.graph)
        document.changed.connect(self.follow)

    def follow(self, change: Change) -> None:
        document = self._document()
        if change.reset and document is not None:
            self.first = dumps(document.graph)
