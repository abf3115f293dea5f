"""A row of cards under a heading, as many beside each other as there is room for."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.panels.example_card import ExampleCard
from gui.theme import Theme
from gui.widgets.named import named

__all__ = ["Shelf"]

_GAP = 18


class Shelf(QWidget):
    """Shows the graphs in `paths`; `chosen` carries the path of the card that was clicked."""

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        paths: Iterable[Path],
        parent: QWidget | None = None,
        *,
        lessons: bool = False,
    ) -> None:
        super().__init__(parent)
        self.cards = [ExampleCard(path, self, lesson=lessons) for path in paths]
        for card in self.cards:
            card.clicked.connect(partial(self._choose, card))
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(named(QLabel(title), "heading"))
        column.addLayout(self._grid)

    def set_theme(self, theme: Theme) -> None:
        """Draw the cards in `theme`."""
        for card in self.cards:
            card.set_theme(theme)

    def fit(self, width: int) -> None:
        """Put as many cards into a row as `width` has room for."""
        columns = max(1, (width + _GAP) // (self.cards[0].minimumWidth() + _GAP))
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))

    def _choose(self, card: ExampleCard) -> None:
        self.chosen.emit(card.path)
