"""The prompt itself: it asks what a text finds, and hands on what is chosen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

import engine
from gui.canvas.popup import Popup
from gui.canvas.prompt.line import Line
from gui.canvas.prompt.rows import ITEM, OFFER, Offers, Row, Rows
from gui.theme import Theme
from gui.threads.work import Cancelled
from gui.widgets.aloud import LETTER_PAUSE
from gui.widgets.named import mark, named

__all__ = ["WIDTH", "Prompt"]

WIDTH, _LEAST_ROWS = 316, 3
_AIR = 4  # pixels to the view's border


class Prompt(Popup):
    """Shows what `find` finds for the typed text, by its `item`, and hands the chosen to `take`.

    A GraphError of either keeps it open with the reason, Cancelled without one; `closed` tells
    that it went away, `told` carries the offer that is chosen, in words, and the reason. Beneath
    the line stands the `goal`, what the answer is for, where one is given.
    """

    told = Signal(str)

    def __init__(
        self,
        view: QWidget,
        theme: Theme,
        asks: str,
        find: Callable[[str], Sequence[Any]],
        take: Callable[[Any], None],
        *,
        row: Row = ITEM,
        width: int = WIDTH,
        goal: str = "",
    ) -> None:
        super().__init__("prompt", view)
        self._row, self._width = row, width
        self._find, self._take = find, take
        self._trouble = self._lead = self._told = ""
        self.line = Line(self)
        self.line.setPlaceholderText(asks)
        self.line.setAccessibleName(f"{asks}, {goal}" if goal else asks)
        # a press on what takes no keyboard would give it to the view, and that closes the prompt
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.line)
        self.goal = named(QLabel(goal, self), "caption")
        self.goal.setVisible(bool(goal))
        self.model = Offers(row, self)
        self.list = self._listing(Rows(row, theme, self))
        self.nothing = named(QLabel(self, wordWrap=True), "caption")
        self._reason = named(QLabel(self, wordWrap=True), "refusal")
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(7, 7, 7, 7)
        layout.setSpacing(5)
        for part in (self.line, self.goal, self.list, self.nothing, self._reason):
            layout.addWidget(part)
        self._pause = QTimer(self, interval=LETTER_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell_nothing)
        self.line.textChanged.connect(self._search)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self._choose)
        self.line.left.connect(self.close_it)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def open_at(self, place: QPoint, text: str = "", lead: str = "") -> None:
        """Show it at a pixel of the view, with `text` typed already.

        `lead` is the letter of the key that opened it, which may have been meant to be typed.
        """
        self.move(place)
        self._lead = lead
        self.line.setText(text)
        self._search(text)
        self.show()
        self.raise_()
        self.line.setFocus()

    def stand_at(self, place: QPoint) -> None:
        """Stand at another pixel of the view, inside it."""
        self.move(place)
        self._fit()

    @property
    def reason(self) -> str:
        """Return why the text was not taken, empty where it was not refused."""
        return "" if self._reason.isHidden() else self._reason.text()

    # --- inside

    def _listing(self, rows: "Rows") -> QListView:
        listing = QListView(self)
        listing.setAccessibleName(self.tr("Matches"))
        listing.setModel(self.model)
        listing.setItemDelegate(rows)
        listing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        listing.setMouseTracking(True)
        listing.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return listing

    def _search(self, text: str) -> None:
        if self._lead and text.lstrip().startswith("="):  # no text begins so
            self._put_lead()  # and searches for the text that is there then
            return
        self._trouble = ""
        found: Sequence[Any]
        try:
            found = self._find(text)
        except engine.GraphError as error:
            found, self._trouble = (), str(error)
        # of what is half typed that is what comes next; on Enter it is a refusal
        self.nothing.setText(self._trouble or self.tr("Nothing is found"))
        self.model.show(found)
        if not found:
            self._told = ""
        self.list.setCurrentIndex(self.model.index(0) if found else QModelIndex())
        self._say("")
        self._pause.start()

    def _tell_nothing(self) -> None:
        if self.nothing.isVisible():
            self.told.emit(self.nothing.text())

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            number = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.model.index(number))

    def _put_lead(self) -> None:
        """Put the letter before what is typed; once, so that it can be deleted."""
        lead, self._lead = self._lead, ""
        self.line.setText(lead + self.line.text().lstrip())

    def _lacks_lead(self) -> bool:
        """Tell of a text that is refused whether only the letter is missing before it.

        A misspelt op is not the rest of a name, nor is a number unless it is given a value.
        """
        text = self.line.text().lstrip()
        if not self._lead or text[:1].isalpha() or (text[:1].isdigit() and "=" not in text):
            return False
        try:
            return bool(self._find(self._lead + text))
        except engine.GraphError:
            return False

    def _choose(self) -> None:
        if not self.list.currentIndex().isValid() and self._lacks_lead():
            self._put_lead()
        index = self.list.currentIndex()
        if not index.isValid():
            self._say(self._trouble)
            return
        try:
            self._take(index.data(OFFER))
        except engine.GraphError as error:
            self._say(str(error))
        except Cancelled:
            pass  # what was typed stays, to be taken or given up
        else:
            self.close_it()

    def _say(self, sentence: str) -> None:
        """Outline the line in red with the reason, or mend it where there is none."""
        mark(self.line, "refused", bool(sentence))
        self._reason.setText(sentence)
        self._reason.setVisible(bool(sentence))
        self._fit()
        self.told.emit(sentence)

    def _tell(self, chosen: QModelIndex) -> None:
        """Tell what is chosen, once while it stays so: each letter makes the list anew."""
        before, self._told = self._told, chosen.data() or ""
        if self._told != before:
            self.told.emit(self._told)

    def _fit(self) -> None:
        """Be as high as the list needs, inside the view."""
        rows = min(self.model.rowCount(), self._row.most, self._rows_beneath())
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(not rows and not self._reason.text())  # which says it, on Enter
        self.list.setFixedHeight(max(rows * self._row.height, 1))
        self._layout.activate()
        height = self._layout.sizeHint().height()
        if not self._reason.isHidden() or not self.nothing.isHidden():
            height = max(height, self._layout.totalHeightForWidth(self._width))
        self.resize(self._width, height)
        view = self._view
        x = min(self.x(), view.width() - self.width() - _AIR)
        y = min(self.y(), view.height() - self.height() - _AIR)
        self.move(max(x, _AIR), max(y, _AIR))

    def _rows_beneath(self) -> int:
        """Return how many rows there is room for beneath the line where it stands.

        A few stand there in any case: further down the line gives way, and by no more.
        """
        shown = [part for part in (self.line, self.goal) if not part.isHidden()]
        above = sum(part.sizeHint().height() + self._layout.spacing() for part in shown)
        edges = self._layout.contentsMargins()
        room = self._view.height() - self.y() - above - edges.top() - edges.bottom() - _AIR
        return max(room // self._row.height, _LEAST_ROWS)
