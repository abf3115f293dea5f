"""Boxes for numbers, their digits as far from the frame as in every other field.

What is typed stays as it was typed until it is a number of the box: a sign that is not let in would
make 15 of 1.5, and 35 of 3,5.
"""

import math
import re

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QToolTip, QWidget

from engine.expression import typed_number
from engine.words.wording import comma_readings
from gui.language import count_text, tr
from gui.widgets.named import mark
from gui.widgets.undoing import is_unheard, leave_keys
from gui.widgets.wheel import LeavesWheel

__all__ = ["DecimalBox", "NumberBox", "holds_refused"]

_INSET = 7  # pixels; a style sheet's padding does not reach the digits
_BLANK = re.compile(r"[ \u00a0\u202f]")
_GROUPED = re.compile(rf"(?<![\d.,eE])\d{{1,3}}(?:{_BLANK.pattern}\d{{3}})+(?!\d)")  # thousands
_NUMBER = r"(?:\d+[.,]?\d*|[.,]\d+)"
_BEGUN = re.compile(
    rf"[+−-]?(?:[.,]?|{_NUMBER}(?:e[+−-]?|/[+−-]?)"
    rf"|\d{{1,3}}(?:{_BLANK.pattern}\d{{3}})*{_BLANK.pattern}\d{{0,2}})",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+")
_LONGEST = 20  # characters that are quoted


class DecimalBox(LeavesWheel, QDoubleSpinBox):
    """A box for a number with decimals; who scrolls past changes nothing.

    A text that is no number of the box is outlined, told why, and stays until it is mended; Esc
    brings the number back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Where the system divides decimals by a comma, and thousands by a point, 1.5 would be 15.
        self.setLocale(QLocale.c())
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.lineEdit().setAcceptDrops(False)  # what is dropped is the window's
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self._kept = self.value()  # before the typing
        self.lineEdit().textEdited.connect(self._edited)
        self.editingFinished.connect(self._keep)
        self.valueChanged.connect(self._follow)

    def setValue(self, number: float) -> None:
        """Hold a number, which a refused text brings back."""
        super().setValue(number)
        self._keep()

    def setRange(self, least: float, most: float) -> None:
        """Take numbers from `least` to `most`."""
        super().setRange(least, most)
        self._keep()

    @property
    def problem(self) -> str:
        """Why what is typed is no number of the box; empty where it is one, or nothing is typed."""
        text = self._typed(self.text())
        return "" if not text or self.read(text) is not None else self.reason(text)

    def tell(self) -> None:
        """Outline what is no number of the box, and say why below it."""
        problem = self.problem
        if problem:
            self._take_back()
        self._say(problem)

    def read(self, text: str) -> float | None:
        """Return the number of the box that a text says, None where it says none."""
        plain = _ungrouped(text)
        if _is_ambiguous(plain, whole=not self.decimals()):
            return None
        try:
            number = typed_number(plain.replace(",", "."))
        except (ValueError, OverflowError):
            return None
        if not self.minimum() <= number <= self.maximum():
            return None
        return number + 0.0 if number == round(number, self.decimals()) else None

    def reason(self, text: str) -> str:
        """Return why a text is no number of the box."""
        plain = _ungrouped(text)
        quoted = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        said = tr("‘{text}’ is not a number").format(text=quoted)
        if _is_ambiguous(plain, whole=not self.decimals()):
            if not self.decimals():
                whole = plain.replace(",", "").replace(".", "")
                return said + tr("; write {number}").format(number=whole)
            thousands, decimals = comma_readings(plain)
            both = tr("{number} or {other}").format(number=thousands, other=decimals)
            return said + tr("; write {number}").format(number=both)
        try:
            number = typed_number(plain.replace(",", "."))
        except ValueError:
            readings = comma_readings(text)
            readable = [reading for reading in readings if self.read(reading) is not None]
            if readable:
                return said + tr("; write {number}").format(number=readable[0])
            if not readings:
                return said
            number = float(readings[0])
        except OverflowError:
            number = math.inf
        if math.isnan(number) or self.minimum() <= number <= self.maximum():
            return self._too_fine(number, quoted)
        return tr("a number from {least} to {most} is meant").format(
            least=_bound(self.minimum()), most=_bound(self.maximum())
        )

    def begun(self, text: str) -> bool:
        """Tell whether a text that is no number of the box may become one as it is typed on."""
        if _BEGUN.fullmatch(text):
            return True
        try:
            return 0.0 <= typed_number(text.replace(",", ".")) < self.minimum()
        except (ValueError, OverflowError):
            return False

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let every text be typed; one that says a number of the box is taken."""
        known = self.read(self._typed(text)) is not None
        state = QValidator.State.Acceptable if known else QValidator.State.Intermediate
        return state, text, position

    def valueFromText(self, text: str) -> float:
        """Return the number that a text says, else the one that is there."""
        number = self.read(self._typed(text))
        return self.value() if number is None else number

    def fixup(self, text: str) -> str:
        """Leave a text as it is: without its comma 1,5 would be 15."""
        return text

    def stepBy(self, steps: int) -> None:
        """Go on from the number that is there."""
        if self.problem:
            self._write_number()
        super().stepBy(steps)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing typed is to be undone; others likewise."""
        if is_unheard(event, self):
            return True
        taken = super().event(event)
        leave_keys(self.lineEdit(), event)
        return taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a refused text on Enter; give the number back on Esc."""
        if self.problem and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell()
        elif self.problem and event.key() == Qt.Key.Key_Escape:
            self.lineEdit().setText(
                self.prefix() + self.textFromValue(self.value()) + self.suffix()
            )
            self.tell()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep a refused text."""
        problem = self.problem
        text = self.lineEdit().text() if problem else ""
        if problem:
            self._take_back()
        super().focusOutEvent(event)
        if problem:
            self.lineEdit().setText(text)
            mark(self, "refused", True)
            self.setAccessibleDescription(problem)

    # --- inside

    def _edited(self) -> None:
        """Tell what is no number, but of nothing that may become one: 1 for 1920, 1e for 1e3."""
        problem = self.problem
        if problem:
            self._take_back()
        self._say("" if self.begun(self._typed(self.text())) else problem)

    def _say(self, problem: str) -> None:
        mark(self, "refused", bool(problem))
        self.setAccessibleDescription(problem)
        if problem:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), problem, self)
        elif QToolTip.isVisible():
            QToolTip.hideText()

    def _keep(self) -> None:
        if not self.problem:
            self._kept = self.value()
            self._mend()

    def _take_back(self) -> None:
        """Hold the number from before the typing: of a refused 1.5 it was 1 on the way."""
        if self.value() == self._kept:
            return
        line = self.lineEdit()
        text, place = line.text(), line.cursorPosition()
        super().setValue(self._kept)
        line.setText(text)
        line.setCursorPosition(place)

    def _write_number(self) -> None:
        """Write the number that is there in the place of what is typed."""
        number = self.textFromValue(self.value())
        self.lineEdit().setText(self.prefix() + number + self.suffix())
        self.tell()

    def _follow(self) -> None:
        """Keep a number that was not typed."""
        if not self.lineEdit().isModified():
            self._keep()

    def _mend(self) -> None:
        """Outline nothing any more once a number is there."""
        if self.property("refused"):
            self.tell()

    def _too_fine(self, number: float, quoted: str) -> str:
        """Return that a number of the box's range has decimals that it does not take."""
        if math.isnan(number):
            return tr("‘{text}’ is not a number").format(text=quoted)
        if not self.decimals():
            return tr("‘{text}’ is not a whole number").format(text=quoted)
        return tr("a number with {n} decimals at most is meant").format(n=self.decimals())

    def _typed(self, text: str) -> str:
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()


class NumberBox(DecimalBox):
    """A box for a whole number from `minimum` to `maximum`; who scrolls past changes nothing."""

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(0)
        self.setRange(minimum, maximum)

    def value(self) -> int:
        """Return the number."""
        return int(super().value())


def holds_refused(widget: QWidget) -> bool:
    """Tell whether a box within `widget` holds what is none of its numbers, and let it say why."""
    boxes = [box for box in widget.findChildren(DecimalBox) if box.isVisibleTo(widget)]
    refused = next((box for box in boxes if box.isEnabled() and box.problem), None)
    if refused is not None:
        refused.setFocus()
        refused.tell()
    return refused is not None


def _is_ambiguous(text: str, *, whole: bool) -> bool:
    """Tell whether a text may be a thousand or one, `1,000`: a point is one of decimals' alone."""
    return bool(_THOUSANDS.fullmatch(text)) if whole else len(comma_readings(text)) > 1


def _ungrouped(text: str) -> str:
    """Return a text without the blanks between thousands; behind a point there are none."""
    return _GROUPED.sub(lambda group: _BLANK.sub("", group[0]), text)


def _bound(number: float) -> str:
    return count_text(int(number)) if number == int(number) else f"{number:g}"
