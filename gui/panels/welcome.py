"""The welcome page: begin anew, open a file, or start from an example shown as its picture."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.mime import OP
from gui.panels.example_card import ExampleCard
from gui.panels.shelf import Shelf
from gui.theme import Theme
from gui.threads.work import under_way
from gui.widgets.literal import in_button, in_tip
from gui.widgets.named import named
from resources import resource

__all__ = ["Welcome", "example_paths", "lesson_paths"]

# The order of the lecture: the simplest first.
_ORDER = (
    "linear-unit",
    "two-layer-network",
    "fan-out",
    "x-times-x",
    "logistic-neuron",
    "two-hidden-units",
)
_LESSONS = (
    "linear-unit",
    "two-layer-network",
    "fan-out",
    "logistic-unit",
    "layer-with-a-batch",
    "xor",
)
_MARGIN, _RECENT_SHOWN = 40, 5
_LATER = 100  # ms until an example is drawn that waits for long work, or to keep its size
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Welcome(QScrollArea):
    """Shown while nothing is drawn yet; its signals carry what was chosen."""

    new_asked = Signal()
    open_asked = Signal()
    back_asked = Signal()
    """The graph that is open shall come forward again."""
    example_chosen = Signal(object)
    lesson_chosen = Signal(object)
    recent_chosen = Signal(object)
    op_dragged = Signal()
    """An op is dragged over the page: the canvas should take its place."""
    typed = Signal(object)
    """Somebody types on the page, or pastes: the event is one for the canvas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Welcome"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self._page = page = named(QWidget(self), "page")
        self.setWidget(page)  # before it is filled: what is in it need not be styled again
        self.lessons = Shelf(self.tr("Lessons"), lesson_paths(), page, lessons=True)
        self.lessons.chosen.connect(self.lesson_chosen)
        self.examples = Shelf(self.tr("Examples"), example_paths(), page)
        self.examples.chosen.connect(self.example_chosen)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._to_load = [*self.lessons.cards, *self.examples.cards]
        self._loading = QTimer(self, interval=0)
        self._loading.timeout.connect(self._load_next)
        for card in self._to_load:
            card.seen.connect(self._loading.start)  # once the page is on the screen
            card.outgrown.connect(partial(self._load_again, card))
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Draw the examples in `theme`."""
        for shelf in (self.lessons, self.examples):
            shelf.set_theme(theme)

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List the files opened last."""
        while (entry := self._recent.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.deleteLater()
        shown = list(paths)[:_RECENT_SHOWN]
        if shown:
            self._recent.addWidget(named(QLabel(self.tr("Recent")), "heading"))
        for path in shown:
            button = named(QPushButton(in_button(path.name), flat=True), "entry")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setToolTip(in_tip(str(path)))
            button.clicked.connect(partial(self._choose_recent, path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def offer_way_back(self, there: bool) -> None:
        """Lead back to the graph that is open, where there is one: by a button, and Esc."""
        self.back.setVisible(there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc, leave what is typed or pasted to the canvas; other keys scroll."""
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.back_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) or _is_typed(event):
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many examples into a row as there is room for."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2 * _MARGIN
        for shelf in (self.lessons, self.examples):
            shelf.fit(room)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Make way for the canvas when an op is dragged here; files are the window's."""
        if event.mimeData().hasFormat(OP):
            self.op_dragged.emit()
        event.ignore()

    def _lay_out(self) -> None:
        begin = self.begin = named(QPushButton(self.tr("New graph")), "primary")
        begin.clicked.connect(self.new_asked)
        load = QPushButton(self.tr("Open…"))
        load.clicked.connect(self.open_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(begin)
        buttons.addWidget(load)
        self.back = QPushButton(self.tr("Back to the graph"))
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(_MARGIN, 36, _MARGIN, 36)
        column.setSpacing(0)
        column.addWidget(named(QLabel("Chainrule"), "headline"))
        column.addSpacing(6)
        said = self.tr("Draw a computation graph. See every value and every derivative.")
        column.addWidget(named(QLabel(said, wordWrap=True), "muted"))
        column.addSpacing(22)
        column.addLayout(buttons)
        column.addSpacing(22)
        column.addLayout(self._recent)
        column.addSpacing(22)
        column.addWidget(self.lessons)
        column.addSpacing(26)
        column.addWidget(self.examples)
        column.addStretch(1)

    def _load_next(self) -> None:
        """Draw one example per turn, so that the window answers in between; none amid long work."""
        busy = under_way()
        self._loading.setInterval(_LATER if busy else 0)
        if self._to_load and not busy:
            self._to_load.pop(0).load()
        if not self._to_load:
            self._loading.stop()

    def _load_again(self, card: ExampleCard) -> None:
        """Draw an example anew once the page keeps its size."""
        if card not in self._to_load:
            self._to_load.append(card)
        self._loading.start(_LATER)

    def _choose_recent(self, path: Path) -> None:
        self.recent_chosen.emit(path)


def example_paths() -> list[Path]:
    """Return the shipped examples, the simplest first."""
    return _shipped("examples", _ORDER)


def lesson_paths() -> list[Path]:
    """Return the shipped lessons in the order they are taken."""
    return _shipped("lessons", _LESSONS)


def _shipped(folder: str, order: Iterable[str]) -> list[Path]:
    found = {path.stem: path for path in resource(folder).glob("*.chainrule")}
    known = [found.pop(stem) for stem in order if stem in found]
    return known + [found[stem] for stem in sorted(found)]


def _is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key writes a letter or a sign."""
    held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())
