"""Bringing the selected cards to one line, or to equal gaps."""

from collections.abc import Callable

from gui.actions.action import Action, Editor
from gui.canvas.aligning import Line, Spread, align, distribute
from gui.language import noop

__all__ = ["ALIGNMENT"]


def has_several(editor: Editor) -> bool:
    """Return whether several nodes are selected."""
    return len(editor.canvas.selection.nodes) > 1


def _aligns(line: Line) -> Callable[[Editor], None]:
    return lambda editor: align(editor.canvas, line)


def _distributes(spread: Spread) -> Callable[[Editor], None]:
    return lambda editor: distribute(editor.canvas, spread)


def _align(line: Line, text: str, key: str = "") -> Action:
    keys = (key,) if key else ()
    name = f"align.{line.name.lower()}"
    return Action(name, text, _aligns(line), keys, enabled=has_several, on_canvas=True)


def _distribute(spread: Spread, text: str) -> Action:
    name = f"align.{spread.name.lower()}"
    return Action(name, text, _distributes(spread), enabled=has_several, on_canvas=True)


ALIGNMENT = (
    _align(Line.LEFT, noop("&Left edges"), "Ctrl+Shift+Left"),
    _align(Line.CENTRE, noop("&Centres, upright")),
    _align(Line.RIGHT, noop("&Right edges"), "Ctrl+Shift+Right"),
    _align(Line.TOP, noop("&Top edges"), "Ctrl+Shift+Up"),
    _align(Line.MIDDLE, noop("&Middles, level")),
    _align(Line.BOTTOM, noop("&Bottom edges"), "Ctrl+Shift+Down"),
    _distribute(Spread.ACROSS, noop("Distribute &across")),
    _distribute(Spread.DOWN, noop("Distribute &down")),
)
