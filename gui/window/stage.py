"""Where the lesson meets canvas and inspector, which know nothing of it."""

from collections.abc import Collection
from typing import Protocol

from PySide6.QtCore import QObject

import engine
from gui.canvas.canvas import Canvas
from gui.document import Change
from gui.lesson.keys import Keys
from gui.lesson.lesson import Lesson
from gui.lesson.transport import Transport
from gui.panels.inspector import Inspector
from gui.picture.plain_text import plain_text
from gui.window.camera import Camera
from gui.window.presentation import Presentation

__all__ = ["Stage"]


class _Window(Protocol):
    """What of the window a lesson is given on."""

    canvas: Canvas
    inspector: Inspector
    lesson: Lesson
    transport: Transport
    presentation: Presentation


class Stage(QObject):
    """Lights the lesson's step on the canvas, shows its node, and follows a click to its step."""

    def __init__(self, window: _Window) -> None:
        super().__init__(window.canvas)
        self._canvas, self._inspector = window.canvas, window.inspector
        self._lesson = lesson = window.lesson
        self._said = ""
        self._place: int | None = None
        self._stayed = False  # whether it was said that no step comes
        self._follows = False  # whether the lesson is on its way to what is selected
        self.camera = Camera(window.canvas, lesson)
        Keys(lesson, window.canvas, window.canvas.viewport())
        Keys(lesson, window.transport)
        lesson.toggled.connect(self._toggle)
        lesson.lit_changed.connect(self._light)
        lesson.stepped.connect(self._show)
        lesson.stayed.connect(self._stay)
        window.canvas.escaped.connect(self._leave)
        window.transport.closed.connect(self._canvas.setFocus)
        window.transport.refused.connect(self._canvas.message)
        window.presentation.toggled.connect(self.camera.take_soon)
        self._seen = False  # whether the step was in view before an edit
        window.canvas.document.changing.connect(self._look)
        window.canvas.document.changed.connect(self._keep_in_view)

    def follow(self, nodes: Collection[str], edges: Collection[engine.Edge]) -> bool:
        """Go to the step of a node that was selected; return whether the lesson took it."""
        if not self._lesson.on:
            self._canvas.light(None)  # a way that was lit is another selection's
            self._sweep_from(nodes, edges)
            return False
        if edges or len(nodes) > 1:
            return False
        if nodes:
            self._follows = True
            try:
                self._lesson.jump_to(*nodes)
            finally:
                self._follows = False
        self._inspect()
        return True

    def _sweep_from(self, nodes: Collection[str], edges: Collection[engine.Edge]) -> None:
        """Differentiate by a leaf that was selected alone, in forward mode."""
        sweep = self._lesson.sweep
        if sweep.on and len(nodes) == 1 and not edges:
            sweep.choose(next(iter(nodes)))

    def _light(self) -> None:
        self._canvas.light(self._lesson.lit)

    def _stay(self, sentence: str) -> None:
        """Say that no step comes, until one is shown or the lesson ends."""
        self._stayed = True
        self._canvas.say(sentence)

    def _go_on(self) -> None:
        if self._stayed:
            self._stayed = False
            self._canvas.say("")

    def _toggle(self, on: bool) -> None:
        self._go_on()
        if on:
            self._canvas.setFocus()
            self.camera.take_soon()  # the bar has taken its place by then
        else:
            self._place = None
            selection = self._canvas.selection
            self._inspector.show_selection(selection.nodes, selection.edges)

    def _leave(self) -> None:
        """End the lesson or forward mode: Esc found nothing nearer to give up."""
        if self._lesson.on:
            self._lesson.stop()
        else:
            self._lesson.sweep.end()

    def _show(self) -> None:
        """Show the node of the step; what was selected before would only be in the way."""
        if not self._lesson.on:
            return
        node, selection = self._lesson.node, self._canvas.selection
        if not self._follows and (selection.edges or selection.nodes - {node}):
            self._canvas.select(set())
        self._inspect()
        self._announce()
        if self._place != self._lesson.place:  # else the same step, with other numbers
            self._place = self._lesson.place
            self._go_on()
            self.camera.follow()

    def _look(self) -> None:
        self._seen = self._lesson.on and self.camera.sees_step()

    def _keep_in_view(self, change: Change) -> None:
        """Go after a step that was in view, where a fold or its undo puts its card elsewhere."""
        if change.groups and self._lesson.on and self._seen and not self.camera.sees_step():
            self.camera.follow()

    def _announce(self) -> None:
        """Let a screen reader hear the step, once: what its author says, and the caption."""
        lesson = self._lesson
        text = lesson.texts.get(lesson.place, "")
        said = " ".join((text, *(plain_text(line) for line in lesson.caption))).strip()
        if said != self._said:
            self._said = said
            self._canvas.voice.say(said, now=True)

    def _inspect(self) -> None:
        """Let the inspector show the step's node, nothing where it is about none or several."""
        node = self._lesson.node
        self._inspector.show_selection([] if node is None else [node], [])
