"""What an action that cannot be taken now waits for, in words."""

from collections.abc import Callable

from gui.actions.action import Action, Editor, has_nodes
from gui.actions.alignment import has_several
from gui.actions.edit import (
    can_redo,
    can_rename,
    can_undo,
    has_edge,
    has_node,
    has_nodes_selected,
    has_selection,
    has_typed,
)
from gui.actions.export import may_be_told
from gui.actions.graph import can_slide
from gui.actions.groups import has_group
from gui.actions.lesson import can_take_forward, has_way
from gui.actions.randomise import has_leaves
from gui.actions.windows import has_bars
from gui.language import noop, tr

__all__ = ["needs"]

_NEEDS: dict[Callable[[Editor], bool], str] = {
    can_redo: noop("there is nothing to do again"),
    can_rename: noop("select one node or one group first"),
    can_slide: noop("select a leaf that holds one number first"),
    can_take_forward: noop("there is no parameter or input yet"),
    can_undo: noop("there is nothing to undo"),
    has_bars: noop("canvas and lesson fill the screen"),
    has_edge: noop("select one edge first"),
    has_group: noop("select a group first"),
    has_leaves: noop("there is no leaf yet"),
    has_node: noop("select one node first"),
    has_nodes: noop("the graph is still empty"),
    has_nodes_selected: noop("select a node first"),
    has_selection: noop("select a node or an edge first"),
    has_several: noop("select several nodes first"),
    has_typed: noop("select one leaf or one formula first"),
    has_way: noop("select one or two nodes first, outside a lesson"),
    may_be_told: noop("there are no numbers that may be told"),
}


def needs(action: Action) -> str:
    """Return why `action` cannot be taken where its `enabled` says so, "" for one that always can.

    >>> from gui.actions.table import ACTIONS
    >>> needs(ACTIONS["graph.slider"])
    'select a leaf that holds one number first'
    """
    return tr(_NEEDS.get(action.enabled, ""))
