"""What is typed over the canvas: in a field over a card, or into a prompt; one at a time."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Signal

from gui.canvas.inline_editor import InlineEditor
from gui.canvas.prompt import Prompt
from gui.canvas.view import View
from gui.language import tr

__all__ = ["Entry"]

_CORNER = QPoint(0, 0)


class Entry(QObject):
    """Opens what is typed into over a view, and gives the keyboard back to it in the end."""

    prompt_closed = Signal()
    told = Signal(str)
    """Carries why a text is refused, and what the prompt offers first: the keyboard stays there."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self.editor: InlineEditor | None = None
        self.prompt: Prompt | None = None
        self._place = QRectF()  # of the field in the picture
        self._point, self._hold = QPointF(), _CORNER  # what is asked about, there and in the prompt
        view.moved_beneath.connect(self._follow)

    def edit(
        self,
        box: QRect,
        called: str,
        text: str,
        take: Callable[[str], None],
        *,
        exact: bool = False,
        pill: bool = False,
        begins: bool = False,
    ) -> None:
        """Edit a text in a field at `box`, in pixels of the view, and hand it to `take`.

        The field covers the box and as much around it as is good to type in; with `exact` no more.
        It is a `pill` as leaves are, or a box; the text stands in the middle, or `begins` where the
        box does.
        A screen reader reads it as `called`.
        """
        self.close()  # a prompt would close by itself, and give the keyboard to the view
        self.editor = InlineEditor(
            self._view.viewport(), text, box, take, exact=exact, pill=pill, begins=begins
        )
        self._place = self._view.viewpoint.transform().inverted()[0].mapRect(QRectF(box))
        self.editor.setAccessibleName(called)
        self.editor.refused.connect(self.told)
        self.editor.kept_back.connect(self._tell_key)
        self.editor.closed.connect(self._editor_closed)
        self.editor.begin()

    def ask(
        self,
        place: QPoint,
        asks: str,
        find: Callable[[str], Sequence[Any]],
        take: Callable[[Any], None],
        text: str = "",
        *,
        lead: str = "",
        hold: QPoint = _CORNER,
        goal: str = "",
    ) -> None:
        """Ask at a pixel of the view for one of what `find` finds, and hand it to `take`.

        The pixel lies at `hold` in the prompt, by default at its corner. `lead` is the letter of
        the key that asks, which may have been meant to be typed; `goal` says what it is for.
        """
        self.close()
        self._point, self._hold = self._view.viewpoint.to_picture(QPointF(place)), hold
        self.prompt = Prompt(self._view.viewport(), self._view.theme, asks, find, take, goal=goal)
        self.prompt.told.connect(self._tell)
        self.prompt.closed.connect(self._prompt_closed)
        self.prompt.open_at(place - hold, text, lead)
        self._view.redraw()

    @property
    def held(self) -> QPointF | None:
        """Where in the picture the prompt is held: near a border it stands aside of the pixel."""
        if self.prompt is None:
            return None
        return self._view.viewpoint.to_picture(QPointF(self.prompt.pos() + self._hold))

    def close(self) -> None:
        """Close what is open: a field keeps its text where it can be taken."""
        self.close_prompt()
        self.close_editor()

    def leave(self) -> bool:
        """Close what is open as the hand goes elsewhere; tell whether it closed."""
        self.close_prompt()
        if self.editor is not None:
            self.editor.leave()
        if self.editor is not None:
            self.editor.setFocus()
        return self.editor is None

    def give_up(self) -> None:
        """Close what is open; what was typed is given up."""
        self.close_prompt()
        if self.editor is not None:
            self.editor.finish(keep=False)

    def close_editor(self) -> None:
        """Close the field, keeping its text where it can be taken."""
        if self.editor is not None and not self.editor.finish(keep=True):
            self.editor.finish(keep=False)

    def close_prompt(self) -> None:
        """Close the prompt; what was typed is given up."""
        if self.prompt is not None:
            self.prompt.close_it()

    def _follow(self) -> None:
        """Let the field stay over what it is typed for, and the prompt beside it."""
        if self.prompt is not None:
            point = self._view.viewpoint.to_view(self._point).toPoint()
            self.prompt.stand_at(point - self._hold)
        if self.editor is not None:
            place = self._view.viewpoint.transform().mapRect(self._place)
            self.editor.stand_over(place.toRect())

    def _tell(self, sentence: str) -> None:
        self.told.emit(sentence)
        self._view.redraw()  # another list may have moved the prompt, inside the view

    def _tell_key(self, key: str) -> None:
        """Say why a key of the window does nothing: its typing may have been meant otherwise."""
        self._view.tell(tr("{key} waits while this field is open; Esc leaves it").format(key=key))

    def _editor_closed(self, held: bool) -> None:
        self.editor = None
        if held:
            self._view.setFocus()

    def _prompt_closed(self, held: bool) -> None:
        self.prompt = None
        self.prompt_closed.emit()
        if held:
            self._view.setFocus()
        self._view.redraw()
