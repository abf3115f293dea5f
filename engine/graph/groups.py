"""Groups: nodes that are framed or folded together, known by their names.

The graph itself stays flat: what is evaluated never depends on its groups. Two groups share no
node, or one lies inside the other; of two with the same members the first is the outer one.
"""

from collections.abc import Collection, Container, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import filterfalse
from typing import Any

from engine.errors import InvalidGroupError
from engine.language import count_text, sentence

__all__ = [
    "MAX_GROUPS",
    "Group",
    "Membership",
    "around",
    "checked",
    "parents",
    "read_groups",
    "without_all",
]

MAX_GROUPS = 10_000
MAX_MEMBERS = 1_000_000  # of all groups together; a node counts once for each it is in
MAX_TEXT = 4096  # bytes of an id or a title
_KEYS = ("id", "title", "members", "folded")


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes with a title around them; a `folded` group is drawn as one card.

    `extra` holds what else a file says of the group.
    """

    id: str
    title: str
    members: tuple[str, ...]
    folded: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)

    def is_of(self, names: Collection[str]) -> bool:
        """Tell whether just these nodes are its members.

        >>> group = Group("g", "Layer", ("a", "z"))
        >>> group.is_of({"z", "a"}), group.is_of({"z"}), group.is_of({"z", "b"})
        (True, False, False)
        """
        return len(names) == len(self.members) and all(map(names.__contains__, self.members))

    def plain(self) -> dict[str, Any]:
        """Return the group as a file writes it."""
        own = {"id": self.id, "title": self.title, "members": list(self.members)}
        return {**own, "folded": self.folded, **dict(sorted(self.extra.items()))}


@dataclass(frozen=True, slots=True)
class Membership:
    """Where a node stood in a group: the group as it was, its place, the node's place in it."""

    group: Group
    rank: int
    place: int


def checked(
    groups: Sequence[Group], known: Container[str], sound: Container[int] = ()
) -> tuple[Group, ...]:
    """Return `groups`, whose members are `known` nodes; raises InvalidGroupError with the place.

    Members whose identity is among those that are `sound` were checked before.
    """
    if len(groups) > MAX_GROUPS:
        said = sentence(
            "{n} are more than {most}", n=count_text(len(groups)), most=count_text(MAX_GROUPS)
        )
        raise InvalidGroupError(f"groups: {said}")
    if sum(len(group.members) for group in groups) > MAX_MEMBERS:
        said = sentence("have more than {most} members together", most=count_text(MAX_MEMBERS))
        raise InvalidGroupError(f"groups: {said}")
    ids: set[str] = set()
    for i, group in enumerate(groups):
        _check_texts(group, f"groups[{i}]")
        if id(group.members) not in sound:
            _check_members(group.members, f"groups[{i}]", known)
        if group.id in ids:
            said = sentence("there is already a group {name}", name=repr(group.id))
            raise InvalidGroupError(f"groups[{i}].id: {said}")
        ids.add(group.id)
    parents(groups)
    return tuple(groups)


def parents(groups: Sequence[Group]) -> list[int | None]:
    """Return for each group the place of the innermost one around it, None where there is none.

    Raises InvalidGroupError for a group that shares nodes with another and is not inside it.
    """
    found: list[int | None] = [None] * len(groups)
    innermost: dict[str, int] = {}
    # from the largest on, the members of a group all lie in the same one before it
    inward = sorted(range(len(groups)), key=lambda i: -len(groups[i].members))
    for i in inward:
        holders = set(map(innermost.get, groups[i].members)) if innermost else {None}
        if len(holders) > 1:
            shared = next(name for name in groups[i].members if name in innermost)
            other = groups[innermost[shared]].title
            said = sentence(
                "shares {name} with the group {other} and is not inside it",
                name=repr(shared),
                other=repr(other),
            )
            raise InvalidGroupError(f"groups[{i}]: {said}")
        found[i] = next(iter(holders))
        if i != inward[-1]:  # which holds no other
            innermost.update(dict.fromkeys(groups[i].members, i))
    return found


def around(groups: Sequence[Group], names: Sequence[str]) -> Group | None:
    """Return the innermost group that holds all of `names`, None where there is none."""
    holding = [group for group in groups if set(names).issubset(group.members)]
    return min(reversed(holding), key=lambda group: len(group.members), default=None)


def without(
    groups: tuple[Group, ...], name: str
) -> tuple[tuple[Group, ...], tuple[Membership, ...]]:
    """Return the groups without a node, and what `back` needs; a group without nodes is gone."""
    left: list[Group] = []
    gone: list[Membership] = []
    for rank, group in enumerate(groups):
        if name not in group.members:
            left.append(group)
            continue
        place = group.members.index(name)
        gone.append(Membership(group, rank, place))
        members = group.members[:place] + group.members[place + 1 :]
        if members:
            left.append(replace(group, members=members))
    return tuple(left), tuple(gone)


def without_all(groups: Sequence[Group], names: Set[str]) -> tuple[Group, ...]:
    """Return the groups without nodes; a group without nodes is gone."""
    left = []
    for group in groups:
        if names.isdisjoint(group.members):
            left.append(group)
        elif members := tuple(filterfalse(names.__contains__, group.members)):
            left.append(replace(group, members=members))
    return tuple(left)


def back(groups: tuple[Group, ...], name: str, gone: Sequence[Membership]) -> tuple[Group, ...]:
    """Return the groups with a node in those again that it was taken out of."""
    found = list(groups)
    for was in gone:
        at = next((i for i, group in enumerate(found) if group.id == was.group.id), None)
        if at is None:
            found.insert(was.rank, replace(was.group, members=(name,)))
        else:
            members = found[at].members
            members = (*members[: was.place], name, *members[was.place :])
            found[at] = replace(found[at], members=members)
    return tuple(found)


def renamed(groups: tuple[Group, ...], old: str, new: str) -> tuple[Group, ...]:
    """Return the groups with a node under its new name."""
    return tuple(
        replace(group, members=tuple(new if name == old else name for name in group.members))
        if old in group.members
        else group
        for group in groups
    )


def read_groups(tree: object, known: Container[str]) -> tuple[Group, ...]:
    """Return the groups that a file's JSON tells of; raises InvalidGroupError with the place."""
    if not isinstance(tree, list):
        raise InvalidGroupError(f"groups: {sentence('expected a list')}")
    return checked([_read_one(entry, f"groups[{i}]") for i, entry in enumerate(tree)], known)


def _read_one(entry: object, place: str) -> Group:
    if not isinstance(entry, dict):
        raise InvalidGroupError(f"{place}: {sentence('expected an object')}")
    for key in ("id", "title"):
        if not isinstance(entry.get(key), str):
            raise InvalidGroupError(f"{place}.{key}: {sentence('expected a text')}")
    members = entry.get("members")
    if not isinstance(members, list) or not all(isinstance(name, str) for name in members):
        raise InvalidGroupError(f"{place}.members: {sentence('expected a list of names')}")
    folded = entry.get("folded", False)
    if not isinstance(folded, bool):
        raise InvalidGroupError(f"{place}.folded: {sentence('expected true or false')}")
    extra = {key: value for key, value in entry.items() if key not in _KEYS}
    return Group(entry["id"], entry["title"], tuple(members), folded, extra)


def _check_texts(group: Group, place: str) -> None:
    for key, text in (("id", group.id), ("title", group.title)):
        if len(text.encode(errors="replace")) > MAX_TEXT:
            said = sentence("is longer than {most} bytes", most=MAX_TEXT)
            raise InvalidGroupError(f"{place}.{key}: {said}")
        if not text.isprintable() or not text.strip():
            raise InvalidGroupError(
                f"{place}.{key}: {sentence('expected a text that can be seen')}"
            )


def _check_members(members: tuple[str, ...], place: str, known: Container[str]) -> None:
    if not members:
        raise InvalidGroupError(f"{place}.members: {sentence('a group has at least one')}")
    unknown = next(filterfalse(known.__contains__, members), None)
    if unknown is not None:
        k = members.index(unknown)
        said = sentence("there is no node named {name}", name=repr(unknown))
        raise InvalidGroupError(f"{place}.members[{k}]: {said}")
    if len(set(members)) < len(members):
        first = dict[str, int]()
        k = next(k for k, name in enumerate(members) if first.setdefault(name, k) != k)
        said = sentence("{name} is listed twice", name=repr(members[k]))
        raise InvalidGroupError(f"{place}.members[{k}]: {said}")
