"""What an action is, and what it acts on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from gui.canvas.canvas import Canvas
from gui.document import Document
from gui.evaluation import Evaluation, Lens
from gui.lesson.lesson import Lesson
from gui.own_ops import OwnOps
from gui.readings import Numbers, showing
from gui.safety.guard import Guard
from gui.settings import Settings
from gui.theme import Theme
from gui.training.trainer import Trainer

__all__ = ["Action", "Editor", "always", "has_nodes", "shown_lens"]


class Editor(Protocol):
    """One window's document with its canvas: what every action is given."""

    document: Document
    evaluation: Evaluation
    canvas: Canvas
    lesson: Lesson
    settings: Settings
    own_ops: OwnOps
    guard: Guard
    trainer: Trainer

    @property
    def widget(self) -> QWidget:
        """The window, for dialogs to stand on."""

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""

    def choose_theme(self, name: str) -> None:
        """Show `light`, `dark` or the `system`'s theme, from now on."""

    def show_canvas(self) -> None:
        """Bring the canvas forward and give it the keyboard."""

    def show_welcome(self) -> None:
        """Bring the welcome page with the examples forward."""

    def leave_panels(self) -> None:
        """Give the keyboard to the page in front, the canvas or the welcome page."""

    def present(self, on: bool) -> None:
        """Fill the screen with the canvas and the lesson, or stand as before."""

    @property
    def presenting(self) -> bool:
        """Whether canvas and lesson fill the screen."""

    def another(self) -> "Editor":
        """Return another window, shown and empty."""

    @property
    def name(self) -> str:
        """What the window is called among others: its document's title, with a mark if unsaved."""

    @property
    def windows(self) -> "Sequence[Editor]":
        """The open windows of this process, in the order in which they were opened."""

    def come_forward(self) -> None:
        """Come before all other windows."""

    def window_showing(self, path: Path) -> "Editor | None":
        """Return the window of this process that shows the file `path`."""

    def take(self, action: "Action") -> None:
        """Take an action; what the graph refuses is said."""

    def run_by_name(self) -> None:
        """Ask for the name of an action, and take it."""

    def go_to_pane(self, by: int) -> None:
        """Give the keyboard to the next pane, or to the one before."""

    def take_settings(self) -> None:
        """Do as the settings say from now on."""

    def panel(self, name: str) -> QWidget:
        """Return the panel `palette` or the column of the `inspector`."""

    def turn_to(self, name: str) -> None:
        """Show the panel `inspect`, `bump`, `train` or `quiz` in the right column."""


def always(editor: Editor) -> bool:
    """Return True: the action can always be taken."""
    del editor
    return True


def has_nodes(editor: Editor) -> bool:
    """Return whether there is anything to draw."""
    return len(editor.document.graph) > 0


@dataclass(frozen=True)
class Action:
    """A thing to ask for; `run` does it, `enabled` says whether it can be done now.

    `label` gives a text that says more than `text` (what would be undone), `also` other words to
    find it by. With `checked` the action is a choice that is on or off. An action with `on_canvas`
    hears its keys only while the canvas has the keyboard, never while text is typed. One that may
    be asked for `ahead` is, while the window waits, and is taken afterwards. One that may be taken
    `amid` a drag only looks around, or gives the drag up itself.
    """

    id: str
    text: str
    run: Callable[[Editor], object]
    keys: tuple[str, ...] = ()
    tip: str = ""
    enabled: Callable[[Editor], bool] = always
    label: Callable[[Editor], str] | None = None
    checked: Callable[[Editor], bool] | None = None
    icon: str = ""
    also: str = ""
    on_canvas: bool = False
    ahead: bool = False
    amid: bool = False


def shown_lens(editor: Editor) -> Lens | None:
    """Return what an export looks through: a bump, or a quiz whose answers it must not tell.

    Without these, that the edges show one kind of numbers. Not a lesson's lens: its steps are an
    export's own choice.
    """
    if editor.lesson.on:
        return None
    numbers = editor.canvas.numbers
    if editor.evaluation.lens is None and numbers is not Numbers.BOTH:
        return lambda readings: showing(readings, numbers)
    return editor.evaluation.lens
