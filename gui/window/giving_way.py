"""In a narrow window palette and right column give way to the canvas, and come back with room."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gui.window.presentation import Presentation

__all__ = ["NARROW", "SIGNS", "GivingWay"]

NARROW = 1180  # pixels; in a narrower window the palette shows signs alone at first
SIGNS = 84  # pixels: of the palette the signs alone are seen
_CANVAS = 360  # pixels that the canvas keeps: a graph of a few cards can be read
_SLIVER = 260  # no more is nobody's wish, where a window opens so


class GivingWay(QObject):
    """Lets first the palette's words go, then the column, then the palette.

    What is shown again by hand stays until there has been room for all.
    """

    def __init__(
        self, splitter: QSplitter, panels: Mapping[str, QWidget], presentation: Presentation
    ) -> None:
        """Have the first and the last of a splitter's parts give way, except while presenting."""
        super().__init__(splitter)
        self.splitter, self.panels = splitter, panels
        self._palette, self._column = panels.values()
        self._presentation = presentation
        self._wide: dict[QWidget, int] = {}  # how wide what gave way was before
        self._gone: set[QWidget] = set()
        self._by_hand: set[QWidget] = set()  # hidden so
        self._insisted: set[QWidget] = set()
        self._first = True
        self._words_from = 0  # pixels of a window in which the palette has words again
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._come_back)
        for watched in (splitter, *panels.values()):
            watched.installEventFilter(self)

    def gave_way(self, panel: QWidget) -> bool:
        """Return whether a panel is hidden only for want of room."""
        return panel in self._gone and panel.isHidden()

    @property
    def widths(self) -> dict[str, object]:
        """How wide those panels are that gave way, where there is room for them."""
        return {name: self._wide[p] for name, p in self.panels.items() if p in self._wide}

    def restore(self, widths: Mapping[str, object]) -> None:
        """Let panels have given way that did so in the last session."""
        for name, width in widths.items():
            if isinstance(width, int) and name in self.panels:
                self._wide[self.panels[name]] = width
                if self.panels[name] is self._column:
                    self._gone.add(self._column)
                    self._column.hide()

    def begin_with_signs(self, palette: int) -> None:
        """Let the palette be `palette` pixels wide once the window is no longer narrow."""
        self._wide[self._palette] = palette
        self._words_from = NARROW

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room as the splitter is shown, before it shares out less width, after it has more.

        What is shown by hand is heeded at once: hidden again, it did not give way.
        """
        panel = next((one for one in self.panels.values() if one is watched), None)
        if panel is not None and event.type() == QEvent.Type.ShowToParent:
            self._heed_shown()
            if panel in self._by_hand:
                self._by_hand.discard(panel)
                self._insisted.add(panel)
                self._later.start()  # hidden as signs, it may have room for words now
        elif panel is not None and event.type() == QEvent.Type.HideToParent:
            if panel not in self._gone and not self._presentation.on:
                self._by_hand.add(panel)
        elif isinstance(event, QResizeEvent) and watched is self.splitter:
            if event.size().width() >= event.oldSize().width():
                self._later.start()
            elif self.splitter.isVisible() or self._wide:
                self.settle(event.size().width())
        elif event.type() == QEvent.Type.Show and watched is self.splitter and self._is_sliver():
            self.settle(self.splitter.width())  # not later: a graph may open with the window
        return False

    def settle(self, width: int) -> None:
        """Show as much of both as a window of this width has room for."""
        if self._presentation.on:
            return
        self._heed_hand()
        now = self._shown()
        palette, column = (self._wanted(panel) for panel in (self._palette, self._column))
        signs = min(palette, SIGNS)
        least_column = column if self._column in self._insisted else 0
        least_palette = signs if self._palette in self._insisted else 0
        choices = [
            (palette, column),
            (signs, column),
            (signs, least_column),
            (least_palette, least_column),
        ]
        if palette > signs and width < self._words_from:
            choices[0] = choices[1]
        fitting = [choice for choice in choices if width - sum(choice) >= _CANVAS]
        found = fitting[0] if fitting else choices[-1]
        if found == (palette, column):
            self._insisted.clear()
            self._words_from = 0
        if found != now:
            self._show(found, (palette, column))

    def _show(self, widths: tuple[int, int], wanted: tuple[int, int]) -> None:
        total = sum(self.splitter.sizes())
        for panel, width, before in zip((self._palette, self._column), widths, wanted, strict=True):
            if not before:
                continue  # hidden by hand
            if width:
                self._gone.discard(panel)  # before it is shown: not by hand
            else:
                self._gone.add(panel)
            panel.setVisible(width > 0)
            if width < before:
                self._wide[panel] = before
            else:
                self._wide.pop(panel, None)
        # A hidden panel keeps its width in the splitter: with 0 it would come back collapsed.
        sides = [
            width or before or max(panel.width(), panel.minimumWidth())
            for panel, width, before in zip(
                (self._palette, self._column), widths, wanted, strict=True
            )
        ]
        self.splitter.setSizes([sides[0], max(total - sum(widths), 1), sides[1]])

    def _come_back(self) -> None:
        sliver = self._is_sliver()
        self._first = self._first and not self.splitter.isVisible()
        if self._wide or sliver:
            self.settle(self.splitter.width())

    def _is_sliver(self) -> bool:
        """Tell whether a window that opens leaves the canvas too little."""
        return self._first and self.splitter.width() - sum(self._shown()) < _SLIVER

    def _heed_shown(self) -> None:
        """Take what was shown by hand as there to stay."""
        for panel in [panel for panel in self._gone if not panel.isHidden()]:
            self._gone.discard(panel)
            self._insisted.add(panel)
            self._wide.pop(panel, None)

    def _heed_hand(self) -> None:
        """Take what was shown, or made wider, by hand as it is now."""
        self._heed_shown()
        signs = self._palette in self._wide and self._palette not in self._gone
        if signs and self._shown()[0] > SIGNS:
            del self._wide[self._palette]

    def _wanted(self, panel: QWidget) -> int:
        """Return how wide a panel is where there is room, 0 where it was hidden by hand."""
        if panel.isHidden() and panel not in self._gone:
            return 0
        return self._wide.get(panel) or self._shown()[panel is self._column]

    def _shown(self) -> tuple[int, int]:
        sizes = self.splitter.sizes()
        palette = 0 if self._palette.isHidden() else sizes[0]
        return palette, 0 if self._column.isHidden() else sizes[-1]
