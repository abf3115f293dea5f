"""Grouping nodes, folding their groups, and giving them up; the nodes stay as they are."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

import engine
from engine.graph.folding import check_folds
from gui.document import Change, Command
from gui.language import count_text, tr

__all__ = [
    "SetGroups",
    "check_title",
    "entitled",
    "fold",
    "group",
    "join",
    "retitle",
    "ungroup",
    "unique_ids",
]


_CHECKED_AT_ONCE = 2000  # nodes


class SetGroups(Command):
    """Let the graph have these groups; the functions below say which those are."""

    def __init__(
        self, groups: Sequence[engine.Group], text: str, unchecked: Collection[str] = ()
    ) -> None:
        self.groups = tuple(groups)
        self.text = text
        self._unchecked = unchecked  # ids of groups that may not be folded
        self._before: tuple[engine.Group, ...] = ()

    def size(self, graph: engine.Graph) -> int:
        """Return the size of the graph where groups are folded: its picture is made anew."""
        folded = any(group.folded for group in (*self.groups, *self._before, *graph.groups))
        return len(graph) if folded else len(self.groups)

    def apply(self, graph: engine.Graph) -> Change:
        """Set the groups; the same ones again touch nothing.

        Raises InvalidGroupError, the first time, for one that cannot be folded.
        """
        check_folds(graph, self._unchecked)
        self._unchecked = ()
        before = graph.groups
        graph.groups = self.groups
        self._before = before
        return Change(groups=before != self.groups)

    def revert(self, graph: engine.Graph) -> Change:
        """Set them as they were."""
        graph.groups = self._before
        return Change(groups=True)


def group(graph: engine.Graph, names: Iterable[str], title: str) -> SetGroups:
    """Return the command that frames `names`.

    Raises InvalidGroupError for half of another group, and where they are a group already.
    """
    inside = set(names)
    members = tuple(graph.in_order(inside))
    if not members:
        raise engine.InvalidGroupError(tr("select what shall be grouped"))
    for other in graph.groups:
        shared = inside.intersection(other.members)
        if len(shared) == len(inside) == len(other.members):
            raise engine.InvalidGroupError(
                tr("these are the group ‘{title}’ already").format(title=other.title)
            )
        if shared and len(shared) < min(len(inside), len(other.members)):
            raise engine.InvalidGroupError(
                tr(
                    "a part of the group ‘{title}’ is selected; select all of it, or only in it"
                ).format(title=other.title)
            )
    check_title(title)
    made = engine.Group(next(unique_ids(graph.groups)), title, members)
    return SetGroups([*graph.groups, made], tr("Group {title}").format(title=title))


def entitled(grouping: SetGroups, title: str) -> SetGroups:
    """Return the command by which the group that `grouping` makes has another title."""
    *others, made = grouping.groups
    text = tr("Group {title}").format(title=title)
    return SetGroups([*others, replace(made, title=title)], text)


def ungroup(graph: engine.Graph, ids: Collection[str]) -> Command:
    """Return the command that gives the groups `ids` up."""
    gone = [group for group in graph.groups if group.id in ids]
    left = [group for group in graph.groups if group.id not in ids]
    return SetGroups(left, tr("Ungroup {titles}").format(titles=_titles(gone)))


def fold(graph: engine.Graph, ids: Collection[str], *, folded: bool) -> Command:
    """Return the command that folds or unfolds the groups `ids`.

    Raises InvalidGroupError, with the path, for one whose card would lead back to itself. In a
    large graph that takes long to find out: there the command raises it as it is applied.
    """
    unchecked = tuple(ids) if folded else ()
    if len(graph) <= _CHECKED_AT_ONCE:
        check_folds(graph, unchecked)
        unchecked = ()
    changed = [group for group in graph.groups if group.id in ids]
    groups = [replace(g, folded=folded) if g.id in ids else g for g in graph.groups]
    text = tr("Fold {titles}") if folded else tr("Unfold {titles}")
    return SetGroups(groups, text.format(titles=_titles(changed)), unchecked)


def retitle(graph: engine.Graph, group_id: str, title: str) -> Command:
    """Return the command that gives a group another title."""
    check_title(title)
    groups = [replace(g, title=title) if g.id == group_id else g for g in graph.groups]
    return SetGroups(groups, tr("Rename the group {title}").format(title=title))


def join(graph: engine.Graph, name: str, beside: Sequence[str]) -> Command | None:
    """Return the command that takes a node into the groups that hold all of `beside`.

    None stands where there is no such group; the node is in no group itself.
    """
    holding = {g.id for g in graph.groups if set(beside).issubset(g.members)}
    if not holding or any(name in g.members for g in graph.groups):
        return None
    groups = [
        replace(g, members=(*g.members, name)) if g.id in holding else g for g in graph.groups
    ]
    return SetGroups(groups, "")


def unique_ids(groups: Iterable[engine.Group]) -> Iterator[str]:
    """Return ids that no group has, each its own."""
    used = {group.id for group in groups}
    return (new for number in count(1) if (new := f"group{number}") not in used)


def check_title(title: str) -> None:
    """Raise InvalidGroupError for what is no title."""
    if not title.strip():
        raise engine.InvalidGroupError(tr("a group needs a title"))


def _titles(groups: Sequence[engine.Group]) -> str:
    if len(groups) == 1:
        return groups[0].title
    return tr("{count} groups").format(count=count_text(len(groups)))
