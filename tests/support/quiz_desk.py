"""A window with a quiz on the linear unit, and hands that answer it."""

from examples import UNIT
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.actions.file import open_path
from gui.picture.plain_text import plain_text
from gui.window.main_window import MainWindow


class Desk:
    """A window with the quiz in front, and hands."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        open_path(window, UNIT)
        window.activateWindow()
        QApplication.processEvents()
        window.canvas.fit()
        window.turn_to("quiz")
        self.panel, self.session = window.side.quiz, window.quiz
        self.hands = Hands(window.canvas)
        QApplication.processEvents()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def type(self, text: str) -> None:
        self.settle()
        editor = self.window.canvas.entry.editor
        assert editor is not None
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.settle()

    def numbers(self) -> set[str]:
        """All that stands on the picture besides the cards."""
        return {plain_text(label.text) for label in self.window.canvas.picture.labels()}
