"""The command palette: every action of the table by its name, and every node by its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QApplication

import engine
from engine.words.suggestion import did_you_mean
from gui.actions.action import Action, Editor
from gui.actions.fuzzy import fit
from gui.actions.needs import needs
from gui.actions.table import SUBMENUS
from gui.canvas.aloud.spoken import name_of
from gui.canvas.prompt import Prompt, Row
from gui.fonts import Face
from gui.language import tr
from gui.picture.lettering import draw_typeset
from gui.picture.runs import set_text
from gui.theme import Ink, Theme
from gui.typed.value_text import quoted
from gui.widgets.keyboard import give_back
from gui.widgets.literal import out_of_menu

__all__ = ["Entry", "entries", "open_by_name"]

_WIDTH, _MARGIN, _TOP, _ROWS = 520, 14, 64, 10
_NODE = "@"  # what follows is a node's name
_MOST_NODES = 100
_BY_OTHER_WORDS = 9  # a rank behind those whose title has what is typed


@dataclass(frozen=True)
class Entry:
    """A row of the palette: an action, or a node to go to."""

    title: str
    note: str
    enabled: bool = True
    action: Action | None = None
    node: str = ""

    @property
    def words(self) -> str:
        """Return what a screen reader reads."""
        off = "" if self.enabled else tr("cannot be done now")
        return ", ".join(part for part in (self.title, self.note, off) if part)


def entries(editor: Editor, table: dict[str, Action], typed: str) -> list[Entry]:
    """Return the rows that fit what is typed, the best first; what cannot be done now comes last.

    Raises GraphError with a sentence where nothing fits.
    """
    if typed.startswith(_NODE):
        found = list(_nodes(editor, typed[1:].strip()))
    else:
        ranked = []
        menus = {
            entry: out_of_menu(tr(menu)) for menu, listed in SUBMENUS.values() for entry in listed
        }
        for action in table.values():
            title = _title(editor, action)
            if action.id in menus:
                title = f"{menus[action.id]}: {title}"
            rank = _rank(typed, title, f"{tr(action.tip)} {tr(action.also)}")
            if rank is not None:
                enabled = action.enabled(editor)
                entry = Entry(title, _keys(action), enabled, action)
                # what cannot be done yields to what fits alike, not to what hardly fits
                order = (rank[0], not enabled, *rank[1:]) if typed else (not enabled,)
                ranked.append((order, entry))
        found = [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]
    if not found:
        said = tr("nothing is called ‘{typed}’").format(typed=quoted(typed))
        words = (_title(editor, action).lower().split() for action in table.values())
        raise engine.GraphError(said + did_you_mean(typed.lower(), {w for ws in words for w in ws}))
    return found


def open_by_name(editor: Editor, table: dict[str, Action]) -> Prompt:
    """Ask over the window which command shall be taken, and take it."""

    def take(entry: Entry) -> None:
        if not entry.enabled:
            raise engine.GraphError(needs(entry.action) if entry.action is not None else "")
        prompt.close_it()
        if entry.node:
            editor.show_canvas()
            editor.canvas.select({entry.node})
            editor.canvas.centre_on(entry.node)
        elif entry.action is not None:
            editor.take(entry.action)

    before = QApplication.focusWidget()

    def end(held: bool) -> None:
        if held and not give_back(before):
            editor.leave_panels()

    window = editor.widget
    width = min(_WIDTH, window.width() - 24)
    prompt = Prompt(
        window,
        editor.theme,
        tr("A command, or @ and a node’s name"),
        lambda typed: entries(editor, table, typed),
        take,
        row=Row(_paint, lambda entry: entry.words, 32, _ROWS),
        width=width,
    )
    prompt.told.connect(editor.canvas.voice.say_now)
    prompt.closed.connect(end)
    prompt.open_at(QPoint((window.width() - width) // 2, _TOP))
    return prompt


def _rank(typed: str, title: str, also: str) -> tuple[int, int, int] | None:
    """Return how well an action fits: its title, else other words, else letters of its title."""
    rank = fit(typed, title)
    if rank is None or rank[0] > 0:
        other = fit(typed, also)
        if other is not None and other[0] <= 0:
            return 0, _BY_OTHER_WORDS, len(title)
    return rank


def _title(editor: Editor, action: Action) -> str:
    return out_of_menu(action.label(editor) if action.label is not None else tr(action.text))


def _keys(action: Action) -> str:
    if not action.keys:
        return ""
    return QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def _nodes(editor: Editor, typed: str) -> Iterator[Entry]:
    graph, wanted = editor.document.graph, typed.lower()
    found = [name for name in graph.nodes() if wanted in name.lower()]
    found.sort(key=lambda name: (name.lower() != wanted, not name.lower().startswith(wanted)))
    for name in found[:_MOST_NODES]:
        yield Entry(name_of(editor.canvas.picture, name), tr("node"), node=name)


def _paint(painter: QPainter, box: QRectF, entry: Entry, theme: Theme) -> None:
    baseline = box.center().y() + 4.5
    ink = Ink.TEXT if entry.enabled else Ink.MUTED
    note = set_text(entry.note, Face.SANS, 12, Ink.MUTED)
    room = box.width() - 3 * _MARGIN - note.width
    text = entry.title
    title = set_text(text, Face.SANS, 13, ink)
    while title.width > room and len(text) > 1:
        text = text[: -max(1, len(text) // 12)]
        title = set_text(f"{text}…", Face.SANS, 13, ink)
    draw_typeset(painter, title, box.left() + _MARGIN, baseline, theme)
    draw_typeset(painter, note, box.right() - _MARGIN - note.width, baseline, theme)
