"""Working on the graph by keys alone: adding, connecting by name, following the edges."""

from collections.abc import Callable

from gui.actions.action import Action, Editor, has_nodes
from gui.actions.edit import has_edge, selected_node
from gui.canvas.keyboard import Way
from gui.language import noop, tr

__all__ = ["KEYBOARD"]


def add(editor: Editor) -> None:
    """Ask what to add."""
    editor.show_canvas()
    editor.canvas.adding.ask()


def connect(editor: Editor) -> None:
    """Ask what the selected node shall be connected with."""
    node = selected_node(editor)
    if node is None:
        editor.canvas.say(tr("select one node to connect"))
        return
    editor.show_canvas()
    editor.canvas.keyboard.connect_by_name(node)


def insert(editor: Editor) -> None:
    """Ask what goes into the selected edge."""
    (edge,) = editor.canvas.selection.edges
    editor.show_canvas()
    editor.canvas.adding.ask_into(edge)


def _follows(way: Way) -> Callable[[Editor], None]:
    return lambda editor: editor.canvas.keyboard.follow(way)


def _follow(way: Way, text: str, key: str) -> Action:
    name = f"graph.{way.value}"
    return Action(name, text, _follows(way), (key,), enabled=has_nodes, on_canvas=True)


KEYBOARD = (
    Action("graph.add", noop("A&dd…"), add, ("Shift+A",), on_canvas=True),
    Action("graph.connect", noop("&Connect…"), connect, ("Ctrl+K",), enabled=has_nodes),
    Action("graph.insert", noop("I&nsert into the edge…"), insert, enabled=has_edge),
    _follow(Way.ONWARD, noop("Follow edge &forward"), "Alt+Right"),
    _follow(Way.BACK, noop("Follow edge bac&k"), "Alt+Left"),
    _follow(Way.UP, noop("Sibling a&bove"), "Alt+Up"),
    _follow(Way.DOWN, noop("Sibling b&elow"), "Alt+Down"),
)
