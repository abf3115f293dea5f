"""Folding: which groups are drawn as one card each, such that no card leads back to itself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import groupby

from engine.errors import InvalidGroupError
from engine.graph import Graph
from engine.graph.dicts import successors_of
from engine.graph.groups import Group, parents
from engine.language import noop, sentence

__all__ = ["check_fold", "check_folds", "folded_groups", "on_cycles"]


_TRIED = 32  # groups on cycles that are tried one by one: for each all behind it may be asked


def folded_groups(graph: Graph, others: Collection[str] = ()) -> tuple[Group, ...]:
    """Return the groups that are drawn as one card: folded, and in no other that is.

    One whose card would stand on a cycle with those before it is left out: it is drawn open. The
    outer come before the inner, else they stand as in the graph; so what `check_fold` lets be
    folded opens no other. The `others` count as folded, too.
    """
    groups = graph.groups
    closed = {group.id for group in groups if group.folded or group.id in others}
    outer = _outermost(groups, closed)
    if not outer:  # asked with every edit, of graphs of any size
        return ()
    cyclic = on_cycles(graph, outer)
    if not cyclic:
        return outer
    depths, place = _depths(groups), {group.id: i for i, group in enumerate(groups)}
    known = {group.id for group in outer}
    doubtful = [(depths[group_id], place[group_id]) for group_id in cyclic]
    heapify(doubtful)
    kept: list[Group] = []
    tried = 0
    while doubtful:
        group, tried = groups[heappop(doubtful)[1]], tried + 1
        if tried <= _TRIED and not _way_back(graph, group, kept):
            kept.append(group)
            continue
        closed.discard(group.id)
        for inner in _outermost(groups, closed):
            if inner.id not in known:
                known.add(inner.id)
                heappush(doubtful, (depths[inner.id], place[inner.id]))
    return _outermost(groups, closed)


def _depths(groups: Sequence[Group]) -> dict[str, int]:
    """Return of each group how many others it lies in."""
    around = parents(groups)
    found: dict[str, int] = {}
    for i in sorted(range(len(groups)), key=lambda i: -len(groups[i].members)):
        holder = around[i]
        found[groups[i].id] = 0 if holder is None else found[groups[holder].id] + 1
    return found


def check_folds(graph: Graph, ids: Collection[str]) -> None:
    """Raise InvalidGroupError where not all of these groups can be folded at once, as one step."""
    if len(ids) > 1:
        closed = {group.id for group in graph.groups if group.folded or group.id in ids}
        if not on_cycles(graph, _outermost(graph.groups, closed)):
            return
    largest_first = sorted(graph.groups, key=lambda group: -len(group.members))
    in_turn = [group.id for group in largest_first if group.id in ids]
    for place, group_id in enumerate(in_turn):
        check_fold(graph, group_id, in_turn[:place])


def check_fold(graph: Graph, group_id: str, others: Collection[str] = ()) -> None:
    """Raise InvalidGroupError where a path leaves the group and comes back to it.

    Groups that are folded already count as the one card they are, so do the `others`.
    """
    group = next(group for group in graph.groups if group.id == group_id)
    inside = set(group.members)
    cards = [g for g in folded_groups(graph, others) if not inside.issuperset(g.members)]
    if any(inside.issubset(card.members) for card in cards):
        return  # it is out of sight
    path = _way_back(graph, group, cards)
    if path:
        said = noop("{title} cannot be folded: a path leaves it and comes back: {path}")
        raise InvalidGroupError(sentence(said, title=group.title, path=" → ".join(path)))


def _outermost(groups: tuple[Group, ...], closed: set[str]) -> tuple[Group, ...]:
    outer = parents(groups)
    found = []
    for i, group in enumerate(groups):
        above, hidden = outer[i], False
        while above is not None and not hidden:
            hidden = groups[above].id in closed
            above = outer[above]
        if group.id in closed and not hidden:
            found.append(group)
    return tuple(found)


def on_cycles(graph: Graph, folded: Sequence[Group]) -> set[str]:
    """Return the ids of the groups that, one card each, stand on a cycle of cards or between two.

    No node may be in two of them.
    """
    card_of = {name: group.members[0] for group in folded for name in group.members}
    onward: dict[str, set[str]] = {}
    fed = successors_of(graph)
    for name in graph.nodes():
        card = card_of.get(name, name)
        following = onward.setdefault(card, set())
        following.update(card_of.get(t, t) for t in fed[name])
        following.discard(card)
    backward: dict[str, set[str]] = {card: set() for card in onward}
    for card, following in onward.items():
        for target in following:
            backward[target].add(card)
    left = _trimmed(_trimmed(set(onward), onward, backward), backward, onward)
    return {group.id for group in folded if group.members[0] in left}


def _trimmed(
    cards: set[str], onward: Mapping[str, set[str]], backward: Mapping[str, set[str]]
) -> set[str]:
    """Return the cards without those that no cycle among them leads to."""
    left = set(cards)
    waiting = {card: len(backward[card] & left) for card in left}
    ready = [card for card in left if not waiting[card]]
    while ready:
        card = ready.pop()
        left.discard(card)
        for target in onward[card]:
            if target in waiting:
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
    return left


def _way_back(graph: Graph, group: Group, others: Iterable[Group]) -> list[str]:
    """Return a path that leaves the group and comes back, by names and titles; [] without one."""
    inside = set(group.members)
    holder = {name: other for other in others for name in other.members}
    came: dict[str, str] = {}
    stack, fed = list(group.members), successors_of(graph)
    while stack:
        at = stack.pop()
        for following in fed[at]:
            if following in inside and at in inside:
                continue
            if following in inside:
                return _told(came, at, following, inside, holder)
            shared = holder[following].members if following in holder else (following,)
            for name in shared:
                if name not in came:
                    # what enters a folded group leaves it anywhere
                    came[name] = at if name == following else following
                    stack.append(name)
    return []


def _told(
    came: Mapping[str, str], at: str, last: str, inside: set[str], holder: Mapping[str, Group]
) -> list[str]:
    path = [last]
    while True:
        path.append(holder[at].title if at in holder else at)
        if at in inside:
            return [shown for shown, _ in groupby(reversed(path))]
        at = came[at]
