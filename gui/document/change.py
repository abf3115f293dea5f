"""What an edit touched, by node name, so that pictures and panels refresh only that."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from itertools import chain, groupby

import engine

__all__ = ["Change"]

_Names = tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """The nodes an edit touched, to be followed as: removed, renamed, added, then the rest.

    `removed` and the left sides of `renamed` are names from before the edit; all others are the
    names after it. The pairs of `renamed` happen at once. `moved` lists nodes with a new position,
    `edited` those with a new value or attribute; `looks` those that only look or are handled
    otherwise, by a label or a slider: nothing is computed anew; `revalued` leaves that were given
    single numbers at once, as training does, and held single numbers before: some have others now;
    `groups` that groups were made, folded or undone, `ops` that the graph knows other own ops;
    `kept` names what else was set of that which the graph keeps in its file (`data`); `reset` means
    that everything is new.
    """

    added: _Names = ()
    removed: _Names = ()
    moved: _Names = ()
    edited: _Names = ()
    revalued: _Names = ()
    looks: _Names = ()
    renamed: tuple[tuple[str, str], ...] = ()
    edges: bool = False
    output: bool = False
    title: bool = False
    groups: bool = False
    ops: bool = False
    kept: _Names = ()
    reset: bool = False

    def __bool__(self) -> bool:
        """Return whether anything was touched at all."""
        named = self.added or self.removed or self.moved or self.other_cards or self.renamed
        other = self.edges or self.output or self.title or self.groups or self.ops
        return bool(named or other or self.kept or self.reset)

    @property
    def reshapes(self) -> bool:
        """Whether nodes or edges came or went, or names changed: more than numbers and looks."""
        named = self.added or self.removed or self.renamed
        return bool(named or self.edges or self.reset)

    @property
    def other_numbers(self) -> _Names:
        """All nodes with another value or attribute, those that were given numbers together too."""
        return self.edited + self.revalued if self.revalued else self.edited

    @property
    def other_cards(self) -> _Names:
        """All nodes whose cards may show something else: other numbers, another label."""
        return self.other_numbers + self.looks if self.looks else self.other_numbers

    @property
    def of_numbers_alone(self) -> bool:
        """Whether nodes have other values or attributes, and nothing else was touched."""
        return bool(self.other_numbers) and not replace(self, edited=(), revalued=())

    @property
    def keeps_names(self) -> bool:
        """Whether the nodes are those from before, under their names."""
        return not (self.added or self.removed or self.renamed or self.reset)

    @cached_property
    def gone(self) -> frozenset[str]:
        """The names from before the edit that no node has after it; many ask, of many nodes."""
        gone = frozenset((*self.removed, *(old for old, _ in self.renamed)))
        came = (*self.added, *(new for _, new in self.renamed))
        return gone.difference(came) if came else gone

    def newest(self, name: str) -> str:
        """Return what a node from before the edit is called after it."""
        return dict(self.renamed).get(name, name)

    def newest_edge(self, edge: engine.Edge) -> engine.Edge:
        """Return an edge from before the edit under the names of after it."""
        newest = dict(self.renamed)
        source, target, port = edge
        return engine.Edge(newest.get(source, source), newest.get(target, target), port)

    def then(self, later: "Change") -> "Change":
        """Return the one change that says what this one and `later` touched together."""
        if not self or later.reset:
            return later
        if not later:
            return self
        before = {new: old for old, new in self.renamed}
        return Change(
            # What came and went again within the two was never there for anyone else.
            removed=_union(
                self.removed, (before.get(n, n) for n in later.removed if n not in self.added)
            ),
            renamed=_renamed_twice(self, later),
            added=_union(_surviving(self.added, later), later.added),
            moved=_union(_surviving(self.moved, later), later.moved),
            edited=_union(_surviving(self.edited, later), later.edited),
            revalued=_either(_surviving(self.revalued, later), later.revalued),
            looks=_union(_surviving(self.looks, later), later.looks),
            edges=self.edges or later.edges,
            output=self.output or later.output,
            title=self.title or later.title,
            groups=self.groups or later.groups,
            ops=self.ops or later.ops,
            kept=_union(self.kept, later.kept),
            reset=self.reset,
        )

    @staticmethod
    def together(changes: "Iterable[Change]") -> "Change":
        """Return the one change that says what `changes`, one after the other, touched together.

        Runs of what only edits, moves or cuts are joined at once: there are many in a large graph.
        """
        whole = Change()
        for keeps_names, run in groupby(changes, lambda change: change.keeps_names):
            for change in [_joined(list(run))] if keeps_names else run:
                whole = whole.then(change)
        return whole


def _joined(changes: "list[Change]") -> Change:
    """Return what changes that keep all names touched together."""
    return Change(
        moved=_union(*(change.moved for change in changes)),
        edited=_union(*(change.edited for change in changes)),
        revalued=reduce(_either, (change.revalued for change in changes)),
        looks=_union(*(change.looks for change in changes)),
        edges=any(change.edges for change in changes),
        output=any(change.output for change in changes),
        title=any(change.title for change in changes),
        groups=any(change.groups for change in changes),
        ops=any(change.ops for change in changes),
        kept=_union(*(change.kept for change in changes)),
    )


def _renamed_twice(first: Change, later: Change) -> tuple[tuple[str, str], ...]:
    onward, gone = dict(later.renamed), set(later.removed)
    pairs = [(old, onward.get(mid, mid)) for old, mid in first.renamed if mid not in gone]
    known = {mid for _, mid in first.renamed} | set(first.added)
    pairs += [pair for pair in later.renamed if pair[0] not in known]
    return tuple((old, new) for old, new in pairs if old != new)


def _surviving(names: _Names, later: Change) -> _Names:
    """Return the newest names of those `names` that `later` does not remove."""
    newest, gone = dict(later.renamed), set(later.removed)
    if not newest and not gone:
        return names
    return tuple(newest.get(name, name) for name in names if name not in gone)


def _union(*names: Iterable[str]) -> _Names:
    return tuple(dict.fromkeys(chain.from_iterable(names)))


def _either(first: _Names, second: _Names) -> _Names:
    """Return all names of both, those that are the same without looking at each."""
    if first is second or not second:
        return first
    return _union(first, second) if first else second
