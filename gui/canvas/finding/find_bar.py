"""The bar in which to type what is to be found."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.canvas.popup import Popup
from gui.language import count_text
from gui.theme import Theme
from gui.widgets.icon import icon
from gui.widgets.named import mark, named
from gui.widgets.undoing import Line

__all__ = ["FindBar"]

_WIDTH, _MARGIN = 330, 12


class FindBar(Popup):
    """Lies in the upper right corner of the canvas: a line, which match it is, next and previous.

    `sought` carries what is typed, `entered` that it is meant so, `stepped` the way to the next
    match, `closed` its end.
    """

    sought = Signal(str)
    entered = Signal()
    stepped = Signal(int)

    def __init__(self, view: QWidget, theme: Theme) -> None:
        super().__init__("find", view)
        self.line = Line(self)
        self.line.setPlaceholderText(self.tr("Name, formula, value"))
        self.line.setToolTip(self.tr("Name, label, op, formula or value"))
        self.line.setAccessibleName(self.tr("Find a node"))
        self.count = named(QLabel(self), "muted")
        self.count.setMinimumWidth(58)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 6, 5, 6)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addSpacing(4)
        self._buttons: dict[str, QToolButton] = {}  # by their icons
        for name, tip, way in (
            ("arrow-up", self.tr("Previous (Shift+Enter)"), -1),
            ("arrow-down", self.tr("Next (Enter)"), 1),
            ("close", self.tr("Close (Esc)"), 0),
        ):
            self._buttons[name] = self._button(tip, way)
            row.addWidget(self._buttons[name])
        self.set_theme(theme)
        self.line.textChanged.connect(self.sought)
        self.line.installEventFilter(self)
        view.installEventFilter(self)

    def open(self, text: str) -> None:
        """Show it with the text of the last time."""
        self.line.setText(text)
        self._settle()
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Have the icons of a theme."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))

    def take_focus(self) -> None:
        """Have what is typed replace the text."""
        self.line.setFocus()
        self.line.selectAll()

    def show_count(self, place: int | None, count: int) -> None:
        """Say which of the matches is shown."""
        if not self.line.text().strip():
            self.count.setText("")
        elif not count:
            self.count.setText(self.tr("none"))
        else:
            number = "–" if place is None else count_text(place + 1)
            self.count.setText(self.tr("{n} of {count}").format(n=number, count=count_text(count)))
        refused = bool(self.line.text().strip()) and not count
        mark(self.line, "refused", refused)

    def close_it(self) -> None:
        """Go away; what is sought stays for the next time."""
        self._view.removeEventFilter(self)
        super().close_it()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the view's size; hear the keys that walk the matches and close."""
        if watched is self._view:
            if event.type() == QEvent.Type.Resize:
                self._settle()
            return False
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not back:
                self.entered.emit()
                return True
            steps[key] = -1
        if key == Qt.Key.Key_Escape:
            self.close_it()
            return True
        if key in steps:
            self.stepped.emit(steps[key])
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc from a button, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Let Tab go round in the bar: the view it lies on has Tab for itself."""
        if self._done:  # Qt hands the keyboard on
            return super().focusNextPrevChild(onward)
        parts: list[QWidget] = [self.line, *self._buttons.values()]
        at = next((i for i, part in enumerate(parts) if part.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
        parts[(at + (1 if onward else -1)) % len(parts)].setFocus(reason)
        return True

    def _button(self, tip: str, way: int) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if way:
            button.clicked.connect(lambda: self.stepped.emit(way))
        else:
            button.clicked.connect(self.close_it)
        return button

    def _settle(self) -> None:
        width = min(_WIDTH, self._view.width() - 2 * _MARGIN)
        self.resize(width, self.sizeHint().height())
        self.move(self._view.width() - width - _MARGIN, _MARGIN)
