"""The table of all actions, and their order in menus and toolbar."""

from gui.actions.action import Action
from gui.actions.alignment import ALIGNMENT
from gui.actions.edit import EDIT
from gui.actions.file import FILE
from gui.actions.graph import GRAPH
from gui.actions.groups import GROUPS
from gui.actions.help import HELP
from gui.actions.keyboard import KEYBOARD
from gui.actions.lesson import LESSON
from gui.actions.own_ops import OWN_OPS
from gui.actions.panels import PANELS
from gui.actions.randomise import RANDOMISE
from gui.actions.view import VIEW
from gui.actions.windows import WINDOWS
from gui.language import noop

__all__ = [
    "ACTIONS",
    "CONTEXT",
    "MENUS",
    "NUMBERS",
    "RECENT",
    "SEPARATOR",
    "SPACE",
    "SUBMENUS",
    "THEMES",
    "TOOLBAR",
    "WINDOW_LIST",
]

ACTIONS: dict[str, Action] = {
    action.id: action
    for family in (
        FILE,
        EDIT,
        VIEW,
        GRAPH,
        GROUPS,
        ALIGNMENT,
        OWN_OPS,
        RANDOMISE,
        PANELS,
        KEYBOARD,
        LESSON,
        WINDOWS,
        HELP,
    )
    for action in family
}

SEPARATOR = ""
SPACE = "space"  # what follows in the toolbar stands at its right end
RECENT = "recent"  # the menu of recent files
WINDOW_LIST = "windows"  # an entry for each open window
THEMES = "themes"  # the menu of themes
NUMBERS = "numbers"  # the menu of what the edges show
ALIGN = "align"  # the menu of alignments

SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    THEMES: (noop("&Theme"), ("theme.system", "theme.light", "theme.dark")),
    NUMBERS: (
        noop("Num&bers on edges"),
        ("numbers.both", "numbers.values", "numbers.derivatives", "numbers.neither"),
    ),
    ALIGN: (
        noop("Al&ign"),
        (
            "align.left",
            "align.centre",
            "align.right",
            SEPARATOR,
            "align.top",
            "align.middle",
            "align.bottom",
            SEPARATOR,
            "align.across",
            "align.down",
        ),
    ),
}

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        noop("&File"),
        (
            "file.new",
            "file.new_expression",
            "file.new_network",
            "file.new_window",
            "file.open",
            RECENT,
            SEPARATOR,
            "file.save",
            "file.save_as",
            "file.export",
            "file.export_code",
            SEPARATOR,
            "file.close",
            "file.quit",
        ),
    ),
    (
        noop("&Edit"),
        (
            "edit.undo",
            "edit.redo",
            SEPARATOR,
            "edit.cut",
            "edit.copy",
            "edit.copy_picture",
            "edit.paste",
            "edit.paste_joined",
            "edit.duplicate",
            SEPARATOR,
            "edit.delete",
            "edit.delete_healing",
            "edit.select_all",
            SEPARATOR,
            "edit.rename",
            "edit.value",
            SEPARATOR,
            "edit.find",
            "edit.find_next",
            "edit.find_previous",
            SEPARATOR,
            "edit.preferences",
        ),
    ),
    (
        noop("&View"),
        (
            "view.zoom_in",
            "view.zoom_out",
            "view.full_size",
            "view.fit",
            "view.fit_selection",
            SEPARATOR,
            "view.palette",
            "view.inspector",
            "view.next_pane",
            "view.previous_pane",
            SEPARATOR,
            "view.commands",
            "view.menu",
            SEPARATOR,
            NUMBERS,
            THEMES,
        ),
    ),
    (
        noop("&Graph"),
        (
            "graph.add",
            "graph.connect",
            "graph.insert",
            SEPARATOR,
            "graph.arrange",
            ALIGN,
            "graph.output",
            "graph.slider",
            SEPARATOR,
            "graph.group",
            "graph.ungroup",
            "graph.fold",
            SEPARATOR,
            "graph.save_op",
            "graph.randomise",
            SEPARATOR,
            "graph.onward",
            "graph.back",
            "graph.up",
            "graph.down",
            "graph.next_problem",
        ),
    ),
    (
        noop("&Lesson"),
        (
            "lesson.toggle",
            "lesson.present",
            SEPARATOR,
            "bump.panel",
            "train.panel",
            "quiz.panel",
            SEPARATOR,
            "lesson.output",
            "lesson.forward",
            "lesson.way",
            SEPARATOR,
            "train.table",
        ),
    ),
    (
        noop("&Window"),
        (
            "window.minimise",
            "window.full",
            SEPARATOR,
            "window.next",
            "window.previous",
            SEPARATOR,
            WINDOW_LIST,
        ),
    ),
    (noop("&Help"), ("help.guide", "help.examples", SEPARATOR, "help.about")),
)

_EMPTY = (
    "graph.add",
    SEPARATOR,
    "edit.undo",
    "edit.redo",
    "edit.paste",
    "edit.select_all",
    "edit.find",
    SEPARATOR,
    "graph.arrange",
    "view.fit",
    SEPARATOR,
    "file.export",
)

CONTEXT: dict[str, tuple[str, ...]] = {
    "node": (
        "edit.value",
        "edit.rename",
        "graph.connect",
        "graph.output",
        "graph.slider",
        SEPARATOR,
        "edit.cut",
        "edit.copy",
        "edit.duplicate",
        SEPARATOR,
        "graph.group",
        "graph.ungroup",
        "graph.fold",
        "graph.save_op",
        ALIGN,
        SEPARATOR,
        "view.fit_selection",
        SEPARATOR,
        "edit.delete",
        "edit.delete_healing",
    ),
    "edge": (
        "graph.insert",
        SEPARATOR,
        "graph.back",
        "graph.onward",
        "view.fit_selection",
        SEPARATOR,
        "edit.delete",
    ),
    "frame": ("graph.fold", "graph.ungroup", "edit.rename", SEPARATOR, *_EMPTY),
    "canvas": _EMPTY,
}
"""The context menus: of a node, an edge, an empty place in a frame, and the empty canvas."""

TOOLBAR: tuple[str, ...] = (
    "file.new",
    "file.open",
    "file.save",
    "file.export",
    SEPARATOR,
    "edit.undo",
    "edit.redo",
    SEPARATOR,
    "graph.arrange",
    SEPARATOR,
    "lesson.toggle",
    SPACE,
    "view.zoom_out",
    "view.zoom_in",
    "view.fit",
    SEPARATOR,
    "theme.toggle",
)
