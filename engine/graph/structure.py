"""A graph as it can be asked: its nodes and edges in their order, ports, sinks, names.

`rules` adds what it must not become, `graph` the editing; only that changes it.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Set
from heapq import nsmallest
from itertools import filterfalse, islice
from typing import Any

import networkx as nx

from engine import ops
from engine.errors import InvalidAttributeError, OutputError
from engine.graph.edge import Edge
from engine.graph.groups import Group
from engine.graph.own_ops import OwnOp, computes, said_own
from engine.language import count_text, sentence
from engine.value import Value
from engine.words.suggestion import unknown_node

__all__ = ["Structure"]

_NOTHING: Mapping[int, str] = {}
_MOST_TOUCHED = 65_536
_MOST_SORTED = 8  # times as many nodes are gone through as soon as these are sorted
_FEW = 64  # nodes that come and go one by one in a known order; for more it is sorted anew


class Structure:
    """Nodes known by their names, in an order of their own, over a networkx graph.

    Of this one no view of edges or degrees is asked here: networkx keeps it, in a cycle that only
    the garbage collector takes apart, and all nodes with it.
    """

    def __init__(self) -> None:
        self.network: nx.MultiDiGraph = nx.MultiDiGraph(format="chainrule", version=1)
        self._rank: dict[str, int] = {}
        self._next_rank = 0
        self._order: list[str] | None = None
        self._reordered = 0  # how often since it was asked for
        self._next_numbers: dict[str, int] = {}  # below them, all of a stem's names are taken
        self._operations: dict[str, ops.Op] = {}
        self._fed: dict[str, dict[int, str]] = {}  # what feeds each port of a node
        self._edges = 0  # how many there are
        self._sinks: dict[str, None] = {}
        self._against: set[Edge] = set()  # whose source stands behind its target
        self._groups: tuple[Group, ...] = ()
        # members of groups that are nodes, by their identity, as it was at a mark; never changed
        self._sound: tuple[int, Mapping[int, tuple[str, ...]]] = (-1, {})
        self._own_ops: tuple[OwnOp, ...] = ()
        self._touched: list[str] = []  # the last of all names ever touched
        self._touched_before = 0  # how many more there were
        # as it was at a mark; never changed, as a thread may read it
        self._missing: tuple[int, Mapping[str, tuple[int, ...]]] = (-1, {})

    def __contains__(self, name: object) -> bool:
        return name in self._rank

    def __len__(self) -> int:
        return len(self._rank)

    def nodes(self) -> list[str]:
        """Return all names in their order, the order of the file."""
        if self._order is None:
            self._order = sorted(self._rank, key=self._rank.__getitem__)
        self._reordered = 0
        return list(self._order)

    def among(self, names: Iterable[str]) -> list[str]:
        """Return those of the names that are nodes, as they are listed."""
        return list(filter(self._rank.__contains__, names))

    def not_among(self, names: Iterable[str]) -> list[str]:
        """Return those of the names that are no nodes, as they are listed."""
        return list(filterfalse(self._rank.__contains__, names))

    def in_order(self, names: Iterable[str], most: int | None = None) -> list[str]:
        """Return the nodes among names in the order of all, or only so many of them, the first.

        Of most names those are found soonest by going through all.
        """
        chosen = names if isinstance(names, Set) else set(names)
        if _MOST_SORTED * len(chosen) > len(self):
            return list(islice(filter(chosen.__contains__, self.nodes()), most))
        known, rank = self.among(chosen), self._rank.__getitem__
        return sorted(known, key=rank) if most is None else nsmallest(most, known, key=rank)

    def edges(self, into: Iterable[str] | None = None) -> list[Edge]:
        """Return all edges, or those `into` some nodes, by the order of their targets and ports."""
        fed = self._fed
        return [
            Edge(source, name, port)
            for name in (self.nodes() if into is None else into)
            if (ports := fed.get(name))
            for port, source in sorted(ports.items())
        ]

    def edge_count(self) -> int:
        """Return how many edges there are, without walking them."""
        return self._edges

    @property
    def mark(self) -> int:
        """Return what `touched_since` is asked with later."""
        return self._touched_before + len(self._touched)

    def touched_since(self, mark: int) -> set[str] | None:
        """Return the names that came, went, or are fed by others since `mark`.

        Return None where that is too long ago to be known. Of a renamed node it is both its names,
        and what it feeds.
        """
        first = mark - self._touched_before
        return None if first < 0 else set(self._touched[first:])

    def op_of(self, name: str) -> str:
        """Return the node's op, or which kind of leaf it is."""
        op: str = self.attributes(name)["op"]
        return op

    def has_any(self, kinds: Container[str]) -> bool:
        """Tell whether any node's op is one of these."""
        known = self.network._node.values()
        # from both ends: leaves mostly stand together, after a large undo the other way round
        return any(
            a["op"] in kinds or b["op"] in kinds
            for a, b in zip(known, reversed(known), strict=True)
        )

    def is_leaf(self, name: str) -> bool:
        """Tell whether the node is a parameter, an input or a constant."""
        return self.attributes(name)["op"] in ops.LEAVES

    def value(self, name: str) -> Value:
        """Return a leaf's value: a float or a read-only array."""
        if not self.is_leaf(name):
            said = sentence("{name} computes its value, it has none set", name=name)
            raise InvalidAttributeError(said, node=name)
        value: Value = self.attributes(name)["value"]
        return value

    def attributes(self, name: str) -> Mapping[str, Any]:
        """Return the node's attributes, for reading."""
        # networkx's own dicts, here and below: through its views a large file opens half as fast
        attributes: Mapping[str, Any] | None = self.network._node.get(name)
        if attributes is None:
            raise unknown_node(name, self._rank)
        return attributes

    def operation(self, name: str) -> ops.Op:
        """Return the op of a node with its attributes."""
        operation = self._operations.get(name)
        if operation is None:
            operation = ops.create(self.op_of(name), self.attributes(name))
            self._operations[name] = operation
        return operation

    def own_op(self, name: str) -> OwnOp | None:
        """Return the own op that a formula was made of and still computes, None without one."""
        attributes = self.attributes(name)
        own = said_own(attributes)
        if not own or attributes["op"] != "formula":
            return None
        op = next((op for op in self._own_ops if op.name == own), None)
        same = op is not None and computes(op, attributes["formula"], attributes["inputs"])
        return op if same else None

    def inputs(self, name: str) -> tuple[str | None, ...]:
        """Return what feeds each port, None where nothing does."""
        into = self._into(name)
        return tuple(map(into.get, range(self._ports_shown(name, into))))

    def source_at(self, name: str, port: int) -> str | None:
        """Return what feeds one port, None where nothing does, or there is no such port."""
        return self._into(name).get(port)

    def port_count(self, name: str) -> int:
        """Return how many ports the node has; a variadic op has those in use and at least two."""
        return self._ports_shown(name, self._into(name))

    def port_names(self, name: str) -> tuple[str, ...]:
        """Return the names of the node's ports."""
        if self.is_leaf(name):
            return ()
        named = self.operation(name).ports
        return named + tuple(str(k) for k in range(len(named), self.port_count(name)))

    def next_port(self, name: str) -> int | None:
        """Return the first free port; a variadic op always has one, it grows."""
        for port, source in enumerate(self.inputs(name)):
            if source is None:
                return port
        if not self.is_leaf(name) and self.operation(name).variadic:
            return self.port_count(name)
        return None

    @property
    def sinks(self) -> Set[str]:
        """The nodes that feed nothing, in no order, for reading; they are kept, not looked for."""
        return self._sinks.keys()

    def consumers(self, name: str) -> list[Edge]:
        """Return the edges that leave the node."""
        self._check_known(name)
        into = self.network._succ[name]
        found = [Edge(name, target, port) for target, ports in into.items() for port in ports]
        return found if len(found) < 2 else sorted(found, key=self._edge_order)

    def consumer_count(self, name: str) -> int:
        """Return how many edges leave the node, without listing them."""
        self._check_known(name)
        return sum(map(len, self.network._succ[name].values()))

    def degree(self, name: str) -> int:
        """Return how many edges enter or leave the node, without listing them."""
        return self.consumer_count(name) + len(self._into(name))

    def missing_inputs(self) -> list[tuple[str, int]]:
        """Return (node, port) of every port without an edge; only what was touched is looked at.

        Several threads may ask at once, as long as none edits.
        """
        (known_at, known), now = self._missing, self.mark
        touched = self.touched_since(known_at)
        if touched is None:
            known, touched = {}, set(self._rank)
        if touched:
            missing = {name: ports for name, ports in known.items() if name not in touched}
            for name in self.among(touched):
                inputs = self.inputs(name)
                if None in inputs:
                    ports = tuple(port for port, source in enumerate(inputs) if source is None)
                    missing[name] = ports
            self._missing, known = (now, missing), missing
        return [(name, port) for name in self.in_order(known.keys()) for port in known[name]]

    def resolve_output(self, output: str | None = None) -> str:
        """Return the node whose derivatives are meant: the one asked for, named, or only sink.

        Raises OutputError, which lists the sinks where there are several.
        """
        chosen = output if output is not None else self.network.graph.get("output")
        if chosen is not None:
            self._check_known(chosen)
            return str(chosen)
        sinks = self.in_order(self.sinks)
        if not sinks:
            raise OutputError(sentence("the graph is empty: there is no output"))
        if len(sinks) > 1:
            listed = ", ".join(sinks[:6]) + (", …" if len(sinks) > 6 else "")
            said = sentence(
                "{n} nodes lead nowhere: {listed}; "
                "draw edges on from them, or choose one as the output",
                n=count_text(len(sinks)),
                listed=listed,
            )
            raise OutputError(said, nodes=tuple(sinks))
        return sinks[0]

    def unique_name(self, stem: str) -> str:
        """Return `stem`, or with the first number behind it that makes it a new name."""
        if stem not in self._rank:
            return stem
        number = self._next_numbers.get(stem, 2)
        while f"{stem}{number}" in self._rank:
            number += 1
        self._next_numbers[stem] = number
        return f"{stem}{number}"

    def _note_sink(self, name: str) -> None:
        """Note whether a node feeds nothing, after one of its edges went."""
        if not self.network._succ[name]:
            self._sinks[name] = None

    def _reorder(self, rank: int, *names: str, gone: int = 0) -> None:
        """Put names where `rank` stands in the order, in place of as many as are about to go."""
        order = self._order
        if order is None:
            return
        self._reordered += 1
        if self._reordered > _FEW:
            self._order = None
            return
        at = bisect_left(order, rank, key=self._rank.__getitem__)
        order[at : at + gone] = names

    def _touch(self, *names: str) -> None:
        """Note that nodes came, went, or are fed by others now."""
        if len(self._touched) >= _MOST_TOUCHED:
            self._touched_before += _MOST_TOUCHED // 2
            del self._touched[: _MOST_TOUCHED // 2]
        self._touched += names

    def _check_known(self, name: str) -> None:
        if name not in self._rank:
            raise unknown_node(name, self._rank)

    def _into(self, name: str) -> Mapping[int, str]:
        into = self._fed.get(name)
        if into is None:
            self._check_known(name)
            return _NOTHING
        return into

    def _ports_shown(self, name: str, into: Mapping[int, str]) -> int:
        operation = self._operations.get(name)
        if operation is None:
            if self.is_leaf(name):
                return 0
            operation = self.operation(name)
        if operation.variadic:
            return max(2, max(into, default=-1) + 1)
        return len(operation.ports)

    def _edge_order(self, edge: Edge) -> tuple[int, int]:
        return self._rank[edge.target], edge.port
