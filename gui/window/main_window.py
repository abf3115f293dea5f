"""The window: a document between palette and inspector."""

import weakref
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QToolBar, QVBoxLayout, QWidget

from gui.actions.action import Action
from gui.actions.bars import Bars
from gui.actions.beside import edited_beside
from gui.actions.by_name import open_by_name
from gui.actions.file import may_leave, open_paths, settle_outside
from gui.actions.loading import leave
from gui.actions.table import ACTIONS
from gui.canvas.canvas import Canvas
from gui.dialogs.waiting import is_waiting
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.lesson.lesson import Lesson
from gui.own_ops import own_ops_in
from gui.panels.inspector import Inspector
from gui.panels.palette import Palette
from gui.panels.status import Status
from gui.picture.numbers import DIGITS, write_digits
from gui.quiz import Session
from gui.readings import Numbers
from gui.safety.guard import Guard
from gui.safety.journal import Journal
from gui.settings import Settings
from gui.theme import Theme
from gui.training.trainer import Trainer
from gui.window import standing
from gui.window.appearance import Appearance
from gui.window.between import Between
from gui.window.centre import Centre
from gui.window.frame import Frame
from gui.window.giving_way import GivingWay
from gui.window.heading import Heading
from gui.window.menu_keys import MenuKeys
from gui.window.own_ops import OwnOpsOffered
from gui.window.panes import Panes
from gui.window.presentation import Presentation
from gui.window.quiz_desk import QuizDesk
from gui.window.side_panels import SidePanels
from gui.window.sidebar import Sidebar
from gui.window.stage import Stage
from gui.window.windows import Windows

__all__ = ["MainWindow"]


class MainWindow(Frame):
    """One document with its canvas and panels; what the actions act on (`actions.Editor`)."""

    def __init__(
        self, settings: Settings, appearance: Appearance, windows: Windows | None = None
    ) -> None:
        super().__init__()
        appearance.dress(self)  # before there are parts: each would be dressed twice
        self._windows = windows or Windows()
        self.settings = settings
        self.own_ops = own_ops_in(settings.data)
        self.document = Document(self)
        self.evaluation = Evaluation(self.document, self)
        self.canvas = Canvas(self.document, self.evaluation, self)
        self.lesson = Lesson(self.document, self.evaluation, self)
        self.journal = Journal(self.document, settings.data / "journal", self)
        self.guard = Guard(self.document, self)
        self.trainer = Trainer(self.document, self)
        self.quiz = Session(self.document, self.evaluation, self)
        # weak, for what the document holds is a cycle through C++
        self.document.beside = partial(edited_beside, weakref.proxy(self))
        self._appearance = appearance
        self._panels: dict[str, QWidget] = {}
        self._numbers = (Numbers.BOTH, DIGITS)
        self._left = False  # whether all that outlives the window was let go
        self._build()
        self.document.changed.connect(self._follow)
        self.journal.failed.connect(self._tell_of_journal)
        self.guard.noticed.connect(self._ask_about_file)
        appearance.changed.connect(self._change)
        self.placed_as_before = standing.restore(self, self._beside, settings)
        self._dress()
        self._heading = Heading(self, self.document)
        self._windows.keep(self)

    # --- what actions ask of an editor

    @property
    def widget(self) -> QWidget:
        """The window itself."""
        return self

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""
        return self._appearance.theme

    def choose_theme(self, name: str) -> None:
        """Show `light`, `dark` or the `system`'s theme, from now on."""
        self._appearance.choose(name)

    def show_canvas(self) -> None:
        """Bring the canvas forward and give it the keyboard."""
        self.centre.bring_canvas()
        self.canvas.setFocus()

    def show_welcome(self) -> None:
        """Bring the welcome page with the recent files and the examples forward."""
        self.centre.bring_welcome()

    def leave_panels(self) -> None:
        """Give the keyboard to the page in front, the canvas or the welcome page."""
        self.centre.take_keys()

    def another(self) -> "MainWindow":
        """Return another window with the same panels, shown with its welcome page aside."""
        if not self.presenting:  # what that hides is hidden for this window only
            standing.store_panels(self._beside, self.settings)
        window = MainWindow(self.settings, self._appearance, self._windows)
        window.resize(self.size())
        window.move(standing.aside(self, self.windows))
        window.placed_as_before = True  # there may be no room aside of a window that fills a screen
        window.show_welcome()
        window.show()
        return window

    def window_showing(self, path: Path) -> "MainWindow | None":
        """Return the window of this process that shows the file `path`."""
        return self._windows.showing(path)  # type: ignore[return-value]  # all are of this class

    @property
    def windows(self) -> "list[MainWindow]":
        """The open windows of this process, in the order in which they were opened."""
        return [window for window in self._windows.all() if not window.isHidden()]

    @property
    def name(self) -> str:
        """What the window is called among others: its title, with a star if it is unsaved."""
        return self._heading.name

    def panel(self, name: str) -> QWidget:
        """Return the panel `palette` or the column of the `inspector`."""
        return self._panels[name]

    @property
    def presenting(self) -> bool:
        """Whether canvas and lesson fill the screen."""
        return self.presentation.on

    def present(self, on: bool) -> None:
        """Fill the screen with the canvas and the lesson, or stand as before."""
        self.presentation.show(on)

    def take(self, action: Action) -> None:
        """Take an action; what the graph refuses is said."""
        self.bars.take(action)

    def run_by_name(self) -> None:
        """Ask for the name of an action, and take it."""
        open_by_name(self, ACTIONS)

    def go_to_pane(self, by: int) -> None:
        """Give the keyboard to the next pane, or to the one before."""
        self.panes.go(by)

    def take_settings(self) -> None:
        """Do as the settings say from now on."""
        settings, canvas = self.settings, self.canvas
        canvas.navigation.wheel_zooms, canvas.snaps = settings.wheel_zooms, settings.snaps
        canvas.minimap.wanted = settings.minimap
        write_digits(settings.digits)
        before, self._numbers = self._numbers, (settings.numbers, settings.digits)
        if self._numbers != before:
            canvas.show_numbers(settings.numbers, anew=settings.digits != before[1])
            self.evaluation.evaluated.emit()  # the panels and a lesson write them, too
        canvas.redraw()

    def turn_to(self, name: str) -> None:
        """Show the panel `inspect`, `bump`, `train` or `quiz` in the right column."""
        told = self.lesson.node if name == "bump" and self.lesson.on else None
        self.sidebar.turn_to(name)
        if told is not None:
            self.side.bump.show_selection({told})
        if name == "bump":  # it may have been in front already, behind a lesson
            self.side.bump.take()

    # --- the window's own affairs

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why the action of a key cannot be taken now: else nothing would come of it.

        An Esc that nobody took brings the keyboard back to the canvas, where typing adds.
        """
        if event.key() == Qt.Key.Key_Escape and not self.canvas.hasFocus():
            self.canvas.setFocus()
        elif not self.bars.say_why_not(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when unsaved work is saved or given up; remember how the window stood."""
        self.trainer.pause()  # it would go on behind the question, and after the last save
        event.setAccepted(self._left or may_leave(self))
        if event.isAccepted():
            self._leave()

    def put_away(self) -> None:
        """Be done without a question: unsaved work is left to the journal, for the next start."""
        self.trainer.pause()
        self._leave(keep=self.document.modified)

    def _leave(self, *, keep: bool = False) -> None:
        """Let go of all that outlives a window, once; with `keep` the journal's entry stays."""
        if self._left:
            return
        self._left = True
        self.journal.close(keep=keep)
        self.guard.close()
        self.present(False)  # what it hides is hidden for this session only
        standing.store(self, self._beside, self.settings)
        self.quiz.stop()
        leave(self)

    def _build(self) -> None:
        # Each part is made where it stays: one that moves takes all within it through its styles.
        middle = QWidget(self)
        self.setCentralWidget(middle)
        self.splitter = QSplitter(middle)
        self.splitter.setHandleWidth(1)
        self.palette_panel = Palette(self.splitter)
        self.centre = Centre(self, self.splitter)
        self.welcome, self.transport = self.centre.welcome, self.centre.transport
        self.sidebar = Sidebar(self.splitter)
        for part, stretch in ((self.palette_panel, 0), (self.centre, 1), (self.sidebar, 0)):
            self.splitter.setStretchFactor(self.splitter.indexOf(part), stretch)
        self.inspector = Inspector(self.document, self.evaluation, self.sidebar)
        self.inspector.fold_by(self.canvas.grouping.folding)
        self.sidebar.add("inspect", self.tr("Inspect"), self.inspector)
        self.side = SidePanels(self)
        self._panels = {"palette": self.palette_panel, "inspector": self.sidebar}
        self.status = Status(self.document, self.evaluation, middle)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        self.toolbar = QToolBar(self.tr("Toolbar"), self)
        around = (self.menuBar(), self.toolbar, self.palette_panel, self.sidebar, self.status)
        self.presentation = Presentation(self, self.canvas, self.lesson, self.transport, around)
        self._beside: GivingWay = GivingWay(self.splitter, self._panels, self.presentation)
        self.quiz_desk = QuizDesk(self.document, self.canvas, self.quiz, self.sidebar)
        self.stage = Stage(self)  # its keys come before those of the presentation
        self.bars = Bars(self)
        self.bars.fill_menus(self.menuBar())
        self.bars.fill_toolbar(self.toolbar)
        self.addToolBar(self.toolbar)
        self.panes = Panes([self.palette_panel, self.centre.pages, self.transport, self.sidebar])
        Between(self)
        MenuKeys(self.menuBar(), self.centre)
        OwnOpsOffered(self, self.palette_panel, self.inspector)
        self.canvas.dropping.file_dropped.connect(self.take_dropped)
        self.files_dropped.connect(self._open_dropped)
        self.take_settings()

    def _open_dropped(self, paths: list[Path]) -> None:
        open_paths(self, paths)

    def _follow(self, change: Change) -> None:
        if change.added and not change.reset:
            self.centre.bring_canvas()

    def _tell_of_journal(self, reason: str) -> None:
        self.status.say(self.tr("Unsaved work is not kept for a crash: {}").format(reason))

    def _ask_about_file(self) -> None:
        # Never over another question, in the midst of a drag, or behind another window.
        busy = QApplication.activeModalWidget() or QApplication.mouseButtons() or is_waiting(self)
        if busy or not self.isActiveWindow():
            self.guard.again()
        else:
            settle_outside(self)

    def _change(self) -> None:
        """Wear another theme."""
        self._appearance.dress(self)
        self._dress()

    def _dress(self) -> None:
        for part in (self.centre, self.palette_panel, self.sidebar):
            part.set_theme(self.theme)
        self.bars.recolour()
        self.bars.refresh()
