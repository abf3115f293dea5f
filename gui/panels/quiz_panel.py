"""The quiz: what to hide, then the question at hand, its hints, the score."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

import engine
from engine.lesson.quiz import KEY, Quiz
from gui.commands import SetQuiz
from gui.document import Change, Document
from gui.language import count_text, counted
from gui.panels.formula_view import FormulaView
from gui.panels.page import Page
from gui.panels.panel import Panel
from gui.quiz import Session
from gui.quiz.hint import HINTS
from gui.theme import Theme
from gui.widgets.form import ChoiceBox
from gui.widgets.named import called, mark, named

__all__ = ["QuizPanel"]


class QuizPanel(Panel):
    """Begins a quiz, keeps it in the file, and tells how it goes; answers are typed on the canvas.

    `asked` tells that the current blank shall be typed in.
    """

    asked = Signal()

    def __init__(self, document: Document, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document, self._session = document, session
        self._edges: tuple[engine.Edge, ...] = ()
        self._pages = QStackedWidget(self)
        self.setWidget(self._pages)
        self._pages.addWidget(self._making())
        self._pages.addWidget(self._taking())
        session.changed.connect(self.refresh)
        session.toggled.connect(self.refresh)
        document.changed.connect(self._follow)
        self._read()
        self.refresh()

    @property
    def quiz(self) -> Quiz:
        """The quiz that is chosen."""
        chosen = self._edges if self.which.currentIndex() == 1 else None
        return Quiz(self.values.isChecked(), self.derivatives.isChecked(), chosen)

    def set_theme(self, theme: Theme) -> None:
        """Draw question and hints in `theme`."""
        for view in (self.question, *self.hints):
            view.set_theme(theme)

    def show_selection(self, edges: Collection[engine.Edge]) -> None:
        """Note which edges a quiz about the chosen ones would be about."""
        if self._session.on:
            return
        if edges or self.which.currentIndex() == 0:
            self._edges = tuple(edges)
        if edges:
            self.which.setCurrentIndex(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the quiz as it stands."""
        if not self.isVisible():
            return  # an edit, many times a second while it trains, asks nothing of it
        session = self._session
        self._pages.setCurrentIndex(1 if session.on else 0)
        if session.on:
            self._show_question()
        else:
            self._show_choice()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while another tab was in front."""
        super().showEvent(event)
        self.refresh()

    # --- making one

    def _making(self) -> Page:
        page = self._page = Page(self._document, self)
        page.heading(self.tr("Quiz"))
        self.result = named(QLabel(page), "value")
        self.result.setAccessibleName(self.tr("Points of the last quiz"))
        page.column.addWidget(self.result)
        about = named(
            QLabel(self.tr("Numbers are hidden and found by hand, in place, on the canvas."), page),
            "muted",
        )
        about.setWordWrap(True)
        page.column.addWidget(about)
        self.values = QCheckBox(self.tr("Ask for values"), page)
        self.derivatives = QCheckBox(self.tr("Ask for derivatives"), page)
        for box in (self.values, self.derivatives):
            box.setChecked(True)
            box.toggled.connect(self.refresh)
            page.column.addWidget(box)
        self.which = ChoiceBox(page)
        called(self.which, self.tr("Which edges"))
        self.which.addItems(["", ""])
        self.which.currentIndexChanged.connect(self.refresh)
        page.column.addWidget(self.which)
        self.begin = named(QPushButton(self.tr("Begin"), page), "primary")
        self.begin.clicked.connect(self._begin)
        self.keep = QPushButton(self.tr("Keep in the file"), page)
        self.keep.setToolTip(self.tr("Whoever opens the file begins with this quiz"))
        self.keep.clicked.connect(self._keep)
        page.column.addWidget(self.begin)
        page.column.addWidget(self.keep)
        self.told = named(QLabel(page, wordWrap=True), "muted")
        self.problem = named(QLabel(page, wordWrap=True), "warning")
        page.column.addWidget(self.told)
        page.column.addWidget(self.problem)
        page.column.addStretch(1)
        return page

    def _show_choice(self) -> None:
        has = self._document.graph.network.has_edge
        count = sum(has(edge.source, edge.target, key=edge.port) for edge in self._edges)
        self.which.setItemText(0, self.tr("All edges"))
        self.which.setItemText(
            1,
            counted(count, "The chosen edge", "The {n} chosen edges")
            if count
            else self.tr("Chosen edges: select them"),
        )
        graph = self._document.graph
        something = self.values.isChecked() or self.derivatives.isChecked()
        ready = len(graph) > 1 and something
        ready = ready and (count > 0 or self.which.currentIndex() == 0)
        self.begin.setEnabled(ready)
        going = self._session.interrupted and bool(self._session.blanks)
        self.begin.setText(self.tr("Go on") if going else self.tr("Begin"))
        kept = graph.network.graph.get(KEY)
        same = kept == self.quiz.tree(kept)
        self.keep.setEnabled(ready or same)
        self.keep.setText(self.tr("Take out of the file") if same else self.tr("Keep in the file"))
        self.told.setText(_rules(self))
        self.result.setVisible(bool(self.result.text()))

    def _begin(self) -> None:
        self.result.clear()
        self._session.start(self.quiz, self._begun)

    def _begun(self) -> None:
        """Ask for the first number, where there is one."""
        if not self._session.blanks:
            self._session.stop()
            self.problem.setText(self.tr("There is no single number to ask for."))
            self.problem.show()
        else:
            self.problem.hide()
            self.asked.emit()

    def _keep(self) -> None:
        kept = self._document.graph.network.graph.get(KEY)
        self._document.do(SetQuiz(None if kept == self.quiz.tree(kept) else self.quiz))
        self.refresh()

    def _follow(self, change: Change) -> None:
        if change.reset:
            self.result.clear()  # it was about another graph
            self._choose(Quiz())
        if change.reset or KEY in change.kept:
            self._read()
        graph, edges = self._document.graph, map(change.newest_edge, self._edges)
        self._edges = tuple(e for e in edges if e.source in graph and e.target in graph)
        if not self._session.on:
            self.refresh()

    def _read(self) -> None:
        """Take over the quiz that the file holds."""
        self.problem.hide()
        try:
            kept = Quiz.of(self._document.graph)
        except engine.GraphError as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        if kept is not None:
            self._choose(kept)

    def _choose(self, quiz: Quiz) -> None:
        self.values.setChecked(quiz.values)
        self.derivatives.setChecked(quiz.derivatives)
        self._edges = quiz.edges or ()
        self.which.setCurrentIndex(0 if quiz.edges is None else 1)

    # --- taking one

    def _taking(self) -> Page:
        page = Page(self._document, self)
        self.score = page.heading("")
        self.bar = QProgressBar(page)
        self.bar.setTextVisible(False)
        page.column.addWidget(self.bar)
        self.question = FormulaView(page, height=34)
        page.column.addWidget(self.question)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.hint = QPushButton(self.tr("Hint"), page)
        self.next = QPushButton(self.tr("Next"), page)
        self.end = QPushButton(self.tr("End"), page)
        self.hint.clicked.connect(self._hint)
        self.next.clicked.connect(self._next)
        self.end.clicked.connect(self._finish)
        for button in (self.hint, self.next, self.end):
            row.addWidget(button, 1)
        page.column.addLayout(row)
        self.verdict = named(QLabel(page, wordWrap=True), "reading")
        page.column.addWidget(self.verdict)  # below the buttons, which it must not move
        self.hints = [FormulaView(page) for _ in range(HINTS)]
        for view in self.hints:
            page.column.addWidget(view)
        rules = named(QLabel(_rules(self), page), "muted")
        rules.setWordWrap(True)
        page.column.addWidget(rules)
        page.column.addStretch(1)
        return page

    def _show_question(self) -> None:
        session = self._session
        of, done = len(session.blanks), len(session.blanks) - session.open
        self.score.setText(
            self.tr("{points} of {of} points").format(
                points=_points_text(session.points), of=count_text(of)
            )
        )
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        question = session.question
        self.question.setVisible(question is not None and session.open > 0)
        if question is not None:
            self.question.show_text(question)
        self.verdict.setText(session.said if session.open else session.ended)
        self.verdict.setVisible(bool(self.verdict.text()))
        right = not session.open or session.said_right
        mark(self.verdict, "told", "right" if right else "wrong")
        hints = session.hints
        for view, text in zip(self.hints, hints, strict=False):
            view.show_text(text)
        for number, view in enumerate(self.hints):
            view.setVisible(number < len(hints) and session.open > 0)
        self.hint.setEnabled(len(hints) < HINTS and session.open > 0)
        self.next.setEnabled(session.open > 0)

    def _finish(self) -> None:
        """End the quiz; what was reached stays to be read until the next one begins."""
        if any(mark.text for mark in self._session.marks.values()):
            self.result.setText(self.score.text())
        self._session.stop()

    def _hint(self) -> None:
        """Give a hint, and the keyboard back to the answer."""
        self._session.take_hint()
        self.asked.emit()

    def _next(self) -> None:
        if self._session.next() is not None:
            self.asked.emit()


def _points_text(points: float) -> str:
    """Return points with their thousands apart, too, and at most two decimals: `1,234.25`."""
    whole, point, decimals = f"{points:.2f}".rstrip("0").rstrip(".").partition(".")
    return f"{count_text(int(whole))}{point}{decimals}"


def _rules(widget: QWidget) -> str:
    return widget.tr(
        "Numbers, fractions such as −1/4 and expressions such as 2·(3+1) are answers, right "
        "within 0.5 %. A point each; a hint or a wrong answer halves it."
    )
