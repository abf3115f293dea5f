"""The bar under the canvas while a lesson is on: caption, buttons, the way, the step's number."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import engine
from engine.lesson.lesson_text import MOST_LETTERS
from engine.lesson.steps import Direction
from gui.lesson.caption_view import CaptionView
from gui.lesson.clock import SPEEDS
from gui.lesson.lesson import Lesson
from gui.lesson.track import Track
from gui.picture.step import Walk
from gui.theme import LIGHT, Theme
from gui.widgets.icon import icon
from gui.widgets.keyboard import has_keyboard
from gui.widgets.named import called, mark, named
from gui.widgets.undoing import Line

__all__ = ["Transport"]

_CAPTION, _LARGE_CAPTION = 26, 40  # pixels
_ICON = 18
_MARGIN = 14
_LEAST, _TRACK = 230, 120  # pixels: the row; of it the way, if anything else can give way
_DIGIT = re.compile(r"\d")
_NARROW, _APART = 2, (10, 10, 10, 6)  # pixels between the parts of the row, and between groups


class Transport(QWidget):
    """Shown while the lesson is on; the canvas keeps the keyboard."""

    refused = Signal(str)
    """Why nothing can be written at a step."""
    closed = Signal()
    """The field for what is said was closed, and the keyboard is nobody's."""

    def __init__(self, lesson: Lesson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lesson = lesson
        self._theme: Theme = LIGHT
        self.said = named(QLabel(self, wordWrap=True), "said")
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line = Line(self)
        self.line.setAccessibleName(self.tr("What is said at this step"))
        self.line.setPlaceholderText(self.tr("What is said at this step; Enter keeps it"))
        self.line.setMaxLength(MOST_LETTERS)
        self._begun = ""  # what stood in it before anything was typed
        self.line.installEventFilter(self)
        self.line.hide()
        self.caption = CaptionView(_CAPTION, self)
        self.track = Track(self)
        self.track.valueChanged.connect(self._choose)
        self.counter = QLabel(self)
        self.speed = called(QComboBox(self), self.tr("Speed"))
        self.speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.speed.addItems([f"{speed:g} ×" for speed in SPEEDS])
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.activated.connect(lambda index: lesson.clock.set_speed(SPEEDS[index]))
        self.buttons: dict[str, QToolButton] = {}
        self._large = False
        self._counted: Walk | None = None  # the way that the counter has room for
        self._lay_out()
        self.hide()
        lesson.ending.connect(self._keep_text)
        lesson.toggled.connect(self._toggle)
        lesson.stepped.connect(self._show)
        lesson.played.connect(self._show_playing)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._theme = theme
        for part in (self.caption, self.track):
            part.set_theme(theme)
        self._show_playing()
        for name, button in self.buttons.items():
            if name != "play":
                button.setIcon(icon(name, theme))

    def write(self) -> None:
        """Ask for what is said at this step."""
        self._lesson.pause()
        try:
            self._lesson.check_room()
        except engine.LimitError as error:
            self.refused.emit(str(error))
            return
        self.line.setText(self._lesson.texts.get(self._lesson.place, ""))
        self._begun = self.line.text()
        self.said.hide()
        self.line.show()
        self.line.setFocus()
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the text by Enter and when the keyboard goes elsewhere; give it up by Esc.

        Enter ends here: a field passes it on, and the canvas has the keyboard by then.
        """
        ends = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self.line and not self.line.isHidden():
            if escapes and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if escapes and event.type() == QEvent.Type.KeyPress:
                self._close_line()
                return True
            if ends and event.type() == QEvent.Type.KeyPress:
                self._take_text()
                return True
            popup = Qt.FocusReason.PopupFocusReason  # its own context menu gives it back
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != popup:
                self._keep_text()
        return super().eventFilter(watched, event)

    def set_large(self, large: bool) -> None:
        """Write the caption for the back row, or as usual."""
        self._large = large
        self._fit_row()
        self.caption.set_size(_LARGE_CAPTION if large else _CAPTION)
        mark(self.said, "large", large)
        self._keep_room()

    def _lay_out(self) -> None:
        lesson = self._lesson
        row = QHBoxLayout()
        row.setSpacing(_NARROW)
        for name, tip, run in (
            ("step-first", self.tr("First step (Home)"), lesson.first),
            ("step-back", self.tr("Step back (←)"), lesson.back),
            ("play", self.tr("Play or pause (Space)"), lesson.toggle_playing),
            ("step-next", self.tr("Next step (→)"), lesson.next),
            ("step-last", self.tr("Last step (End)"), lesson.last),
        ):
            row.addWidget(self._button(name, tip, run))
        row.addSpacing(_APART[0])
        row.addWidget(self.track, 1)
        row.addSpacing(_APART[1])
        row.addWidget(self.counter)
        row.addSpacing(_APART[2])
        row.addWidget(self.speed)
        row.addSpacing(_APART[3])
        row.addWidget(self._button("write", self.tr("Write what is said at this step"), self.write))
        row.addWidget(self._button("close", self.tr("End the lesson (F5)"), lesson.stop))
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 10, _MARGIN, 8)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.line)
        column.addWidget(self.caption)
        column.addLayout(row)

    def _button(self, name: str, tip: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._run, run))
        self.buttons[name] = button
        return button

    def _run(self, run: Callable[[], None], *_checked: bool) -> None:
        self._keep_text()
        run()

    def _take_text(self) -> None:
        text = self.line.text()
        self._close_line()
        if text != self._begun:  # else several texts would become one, as short as the line
            self._lesson.say(text)

    def _keep_text(self) -> None:
        """Keep what is being written with its step: another is about to be shown."""
        if self._lesson.on and not self.line.isHidden():
            self._take_text()

    def _close_line(self) -> None:
        held = has_keyboard(self.line)
        self.line.hide()
        self._show()
        if held:
            self.closed.emit()

    def _toggle(self, on: bool) -> None:
        self.line.hide()
        self.setVisible(on)
        if not on:
            self.track.forget()
            self._counted = None

    def _show(self) -> None:
        lesson = self._lesson
        if not lesson.on:
            return
        self.said.setText(lesson.texts.get(lesson.place, ""))
        self.said.setVisible(bool(lesson.texts) and self.line.isHidden())
        self._keep_room()
        self.caption.show_lines(lesson.caption)
        self.track.show_walk(lesson.walk, lesson.place)
        direction = lesson.walk.steps[lesson.place].direction
        kind = "derivative" if direction is Direction.BACKWARD else "value"
        if kind != self.counter.objectName():
            self.counter.setObjectName(kind)
            self.counter.style().polish(self.counter)
        self.counter.setText(lesson.walk.title(lesson.place))
        self._fit_counter()
        for name, last in (("step-first", 0), ("step-back", 0), ("step-next", 1), ("step-last", 1)):
            self.buttons[name].setEnabled(lesson.place != (lesson.walk.last if last else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the longest text at the new width, and for the row only what fits."""
        super().resizeEvent(event)
        self._fit_row()
        if self._lesson.on:
            self._keep_room()

    def minimumSizeHint(self) -> QSize:
        """Return the least room: a narrow window is not widened for what can do without."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def _fit_row(self) -> None:
        """Leave out of the row what the keys, the menu and the track do too, where it is narrow.

        Words differ in length by language: what there is room for is measured.
        """
        buttons = self.buttons
        always = [buttons[name] for name in ("step-back", "play", "step-next", "close")]
        room = self.width() - 2 * _MARGIN - sum(_APART) - _TRACK - sum(map(_width, always))
        for parts in (  # the last gives way first
            [self.counter],
            [buttons["write"]],
            [self.speed],
            [buttons["step-first"], buttons["step-last"]],
        ):
            room -= sum(map(_width, parts))
            for part in parts:
                part.setVisible(room >= 0 and not (self._large and part is buttons["write"]))

    def _fit_counter(self) -> None:
        """Keep room for the longest words of the counter: the track stands still amid the steps."""
        walk = self._lesson.walk
        if walk is self._counted:
            return
        self._counted = walk
        width = self.counter.fontMetrics().horizontalAdvance
        titles = [walk.title(place) for place in (0, self.track.turn, walk.last)]
        widest = max("0123456789", key=width)
        self.counter.setMinimumWidth(max(width(_DIGIT.sub(widest, each)) for each in titles) + 1)
        self._fit_row()

    def _keep_room(self) -> None:
        """Give the author's texts the height of the longest: the canvas stands still."""
        width = self.width() - 2 * _MARGIN
        flags = int(Qt.TextFlag.TextWordWrap)
        heights = [
            self.said.fontMetrics().boundingRect(0, 0, width, 0, flags, text).height()
            for text in self._lesson.texts.values()
        ]
        self.said.setFixedHeight(max(heights, default=0) + 4)

    def _show_playing(self) -> None:
        name = "pause" if self._lesson.playing else "play"
        self.buttons["play"].setIcon(icon(name, self._theme))

    def _choose(self, place: int) -> None:
        self._keep_text()
        self._lesson.pause()
        self._lesson.go(place)


def _width(part: QWidget) -> int:
    """Return how wide a part of the row is, with what keeps it from the next."""
    return max(part.sizeHint().width(), part.minimumWidth()) + _NARROW
