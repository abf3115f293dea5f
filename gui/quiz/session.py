"""A quiz being taken: its blanks, the answers, what they count."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.lesson.quiz import Quiz, answer_of, is_right
from gui.document import Change, Document
from gui.evaluation import LARGE, Evaluation
from gui.language import count_text
from gui.picture.runs import Typeset
from gui.quiz.blank import Blank, answers
from gui.quiz.hint import HINTS, hint, question
from gui.quiz.seen import BLANK, QuizSeen
from gui.readings import Seen, Words
from gui.run import Readings
from gui.threads.making import Making

__all__ = ["Mark", "Session"]


@dataclass
class Mark:
    """What was answered at a blank, and what it cost."""

    text: str = ""
    right: bool = False
    wrong: int = 0
    hints: int = 0

    @property
    def points(self) -> float:
        """A point when right, half of it after every hint and every wrong answer."""
        return 0.5 ** (self.wrong + self.hints) if self.right else 0.0


class Marks(dict[Blank, Mark]):
    """The marks of the blanks that were touched; one that is asked for is there."""

    def __missing__(self, blank: Blank) -> Mark:
        """Return the mark of a blank that nobody touched before."""
        mark = self[blank] = Mark()
        return mark


class Session(QObject):
    """Asks for the numbers of a document's graph; it changes nothing in the document.

    While it is on, the evaluation is looked at through it: what is asked for is not shown.
    """

    toggled = Signal(bool)
    """The quiz is on, or over."""
    changed = Signal()
    """Something was answered, hinted at, or another blank is asked for."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._evaluation = document, evaluation
        self._quiz: Quiz | None = None
        self.interrupted = False
        """Whether somebody else's numbers came between: it can go on where it was."""
        self._answers: dict[Blank, float] = {}
        self._lens = self._look  # one object: the evaluation compares by identity
        self.marks = Marks()
        """What was answered; a blank that nobody touched has no mark of its own yet."""
        self._finding = Making[dict[Blank, float]](self)
        self.current: Blank | None = None
        self.said = ""
        """What became of the last answer."""
        self.said_right = False
        """Whether the last answer was right."""
        document.changing.connect(self._finding.interrupt)
        document.changed.connect(self._follow)
        evaluation.evaluated.connect(self._renew)
        evaluation.lens_changed.connect(self._yield)

    @property
    def on(self) -> bool:
        """Whether a quiz is being taken."""
        return self._quiz is not None

    @property
    def blanks(self) -> list[Blank]:
        """What is asked for, in the order in which it can be found."""
        return list(self._answers)

    @property
    def points(self) -> float:
        """What was reached, of a point for each blank."""
        return sum(mark.points for mark in self.marks.values())

    @property
    def open(self) -> int:
        """How many blanks there still are."""
        return len(self._answers) - sum(mark.right for mark in self.marks.values())

    @property
    def ended(self) -> str:
        """What is said once nothing is open."""
        return self.tr("All {n} are found.").format(n=count_text(len(self._answers)))

    def start(self, quiz: Quiz, then: Callable[[], None] | None = None) -> None:
        """Begin, and call `then`: all that is asked for is a blank.

        One that was interrupted is gone on with. In a large graph the blanks are found beside the
        event loop.
        """
        self._evaluation.flush()

        def begin(asked: dict[Blank, float]) -> None:
            self._quiz = quiz
            if not self.interrupted or asked != self._answers:
                self._ask(asked)
            self.interrupted = False
            self._evaluation.look_through(self._lens)
            self.toggled.emit(True)
            self.changed.emit()
            if then is not None:
                then()

        self._find(quiz, begin)

    def stop(self) -> None:
        """End the quiz: everything is shown again."""
        self._finding.stop()
        if self._end():
            self._evaluation.look_through(None)
        self.interrupted = False

    def turn_to(self, blank: Blank, said: str = "") -> None:
        """Ask for another blank, and say something about the last one."""
        if blank != self.current:
            self.current, self.said = blank, said
        self.changed.emit()

    def next(self, said: str = "") -> Blank | None:
        """Turn to the next blank that is still open, and return it; None where there is none."""
        blanks = self.blanks
        start = blanks.index(self.current) + 1 if self.current in self._answers else 0
        for blank in (*blanks[start:], *blanks[:start]):
            if not self.is_found(blank):
                self.turn_to(blank, said)
                return blank
        self.changed.emit()
        return None

    def asks(self, blank: Blank) -> bool:
        """Return whether the number is asked for, and not found yet."""
        return blank in self._answers and not self.is_found(blank)

    def is_found(self, blank: Blank) -> bool:
        """Return whether the right answer was given."""
        mark = self.marks.get(blank)
        return mark is not None and mark.right

    def answer(self, blank: Blank, text: str) -> bool:
        """Take an answer and return whether it is right; raises ExpressionError for what is none.

        A right answer stays.
        """
        number = answer_of(text)
        mark = self.marks[blank]
        if not mark.right:
            mark.text, mark.right = text.strip(), is_right(number, self._answers[blank])
            mark.wrong += not mark.right
        said = self.tr("{text} is right") if mark.right else self.tr("{text} is not it: try again")
        self.current, self.said = blank, said.format(text=mark.text)
        self.said_right = mark.right
        if self.on:  # else it was typed as the quiz ended, and another's numbers are shown
            self._evaluation.look_through(self._lens)
        self.changed.emit()
        return mark.right

    def take_hint(self) -> None:
        """Give the current blank's next hint: the local derivative, then the product."""
        mark = self.marks[self.current] if self.current in self._answers else None
        if mark is not None and not mark.right and mark.hints < HINTS:
            mark.hints += 1
            self.changed.emit()

    @property
    def question(self) -> Typeset | None:
        """What is asked for, such as `∂J/∂c = ?`."""
        if self.current is None:
            return None
        return question(self._document.graph, self._evaluation.seen, self.current)

    @property
    def hints(self) -> tuple[Typeset, ...]:
        """The hints that were taken."""
        if self.current is None:
            return ()
        taken = self.marks[self.current].hints
        return hint(self._document.graph, self._evaluation.seen, self.current)[:taken]

    # --- inside

    def _find(self, quiz: Quiz, take: Callable[[dict[Blank, float]], None]) -> None:
        """Find what a quiz asks for, and let it be taken."""
        graph, evaluation = self._document.graph, self._evaluation
        self._finding.begin(
            lambda: answers(graph, evaluation.readings, quiz),
            lambda: take(self._finding.result()),
            long=len(graph) > LARGE,
        )

    def _ask(self, asked: dict[Blank, float]) -> None:
        """Make all that is asked for a blank again."""
        self._answers, self.marks = asked, Marks()
        self.current = next(iter(self._answers), None)
        self.said = ""

    def _look(self, readings: Readings) -> Seen:
        """Return what is shown of the readings: the evaluation's lens."""
        return QuizSeen(self._document.graph, readings, self._told, asks=self.open > 0)

    def _told(self, blank: Blank) -> Words | None:
        """Return what stands at a blank: `?`, or the wrong answer; None lets the number be seen."""
        if not self.asks(blank):
            return None
        mark = self.marks.get(blank)
        return Words(f"{mark.text} ✗") if mark is not None and mark.text else BLANK

    def _follow(self, change: Change) -> None:
        """End with the document; an edit of the graph begins the quiz anew once it was run."""
        if change.reset:
            self.stop()
        elif change.removed or change.renamed:
            self.marks, self._answers, self.current = Marks(), {}, None  # their names are gone

    def _renew(self) -> None:
        """Ask anew where the numbers are others now."""
        if self._quiz is not None:
            self._find(self._quiz, self._take_renewed)
        else:
            self._finding.interrupt()  # what is found so far has the numbers from before

    def _take_renewed(self, asked: dict[Blank, float]) -> None:
        if asked != self._answers:
            self._ask(asked)
            self._evaluation.look_through(self._lens)
        self.changed.emit()

    def _yield(self) -> None:
        """End, or do not begin, when somebody else's lens is looked through."""
        lens = self._evaluation.lens
        if lens is self._lens:
            return
        if lens is not None or self.on:
            self._finding.stop()  # else what is being found would take the lens
        if self.on:
            self.interrupted = True
            self._end()

    def _end(self) -> bool:
        """Be off; return whether it was on."""
        if self._quiz is None:
            return False
        self._quiz = None
        self.toggled.emit(False)
        self.changed.emit()
        return True
