"""What passes between the canvas and the panels, which know nothing of each other."""

from typing import Protocol

from PySide6.QtCore import QObject

from gui.actions.action import Editor
from gui.actions.bars import Bars
from gui.panels.inspector import Inspector
from gui.panels.palette import Palette
from gui.panels.status import Status
from gui.window.side_panels import SidePanels
from gui.window.stage import Stage

__all__ = ["Between"]


class _Window(Editor, Protocol):
    """What of the window is told of each other."""

    bars: Bars
    inspector: Inspector
    palette_panel: Palette
    side: SidePanels
    stage: Stage
    status: Status


class Between(QObject):
    """Lets the panels follow the canvas, and the canvas what is chosen in them."""

    def __init__(self, window: _Window) -> None:
        super().__init__(window.widget)
        self._window, canvas, status = window, window.canvas, window.status
        window.palette_panel.chosen.connect(self._place)
        status.asked_for.connect(self._show_node)
        canvas.selection_changed.connect(self._show_selection)
        canvas.message.connect(status.say)
        canvas.told.connect(status.tell)
        canvas.menus.asked.connect(window.bars.open_context_menu)
        canvas.zoom_changed.connect(status.show_zoom)
        status.show_zoom(canvas.viewpoint.scale)
        self._trained = False, 0  # whether training played, and how many steps it had taken
        window.trainer.changed.connect(self._follow_training)

    def _place(self, op: str) -> None:
        self._window.show_canvas()
        self._window.canvas.adding.place(op)

    def _follow_training(self) -> None:
        """Let the canvas know when values begin to move and when they rest; a rate moves none."""
        (played, steps), trainer = self._trained, self._window.trainer
        self._trained = trainer.playing, trainer.steps
        if trainer.playing and not played:
            self._window.canvas.begin_moving()
        elif not trainer.playing and (played or trainer.steps != steps):
            self._window.canvas.rest()

    def _show_node(self, name: str) -> None:
        self._window.show_canvas()
        self._window.canvas.select({name})
        self._window.canvas.reveal(name)

    def _show_selection(self) -> None:
        window, selection = self._window, self._window.canvas.selection
        if window.stage.follow(selection.nodes, selection.edges):
            return
        window.inspector.show_selection(selection.nodes, selection.edges)
        window.side.show_selection()
