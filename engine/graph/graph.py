"""The graph as it is built and edited; the only place that changes one.

Nodes are leaves (`parameter`, `input`, `constant`) or ops; an edge carries its source's value into
one numbered port of its target. What is asked of a graph is in `structure`, what it must not become
in `rules`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from engine.errors import GraphError
from engine.graph import groups as grouping
from engine.graph import kept, own_ops
from engine.graph.attributes import checked_attributes, seen
from engine.graph.copying import copied, let_go
from engine.graph.edge import Edge, RemovedNode
from engine.graph.groups import Group
from engine.graph.own_ops import OwnOp
from engine.graph.renaming import relabel, renamed_formula
from engine.graph.setting import Setting
from engine.words.wording import no_edge

__all__ = ["Graph"]


class Graph(Setting):
    """A computation graph; its nodes are known by their names.

    >>> graph = Graph()
    >>> w, x = graph.parameter("w", 2.0), graph.input("x", -2.0)
    >>> graph.op("multiply", w, x, name="c")
    'c'
    >>> graph.edges()
    [Edge(source='w', target='c', port=0), Edge(source='x', target='c', port=1)]
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        if title:
            self.title = title

    # --- the graph's own attributes

    @property
    def title(self) -> str:
        """Return the graph's title on one line, empty where it has none.

        A character that cannot be seen, which a file may hold, is shown as a space.
        """
        return seen(str(self.network.graph.get("title", "")))

    @title.setter
    def title(self, title: str) -> None:
        if title:
            self.network.graph["title"] = title
        else:
            self.network.graph.pop("title", None)

    @property
    def output(self) -> str | None:
        """Return the node named as output, None where the only sink is meant."""
        output = self.network.graph.get("output")
        return None if output is None else str(output)

    @output.setter
    def output(self, name: str | None) -> None:
        if name is None:
            self.network.graph.pop("output", None)
        else:
            self._check_known(name)
            self.network.graph["output"] = name

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the groups of nodes, in the order of the file; setting them checks them."""
        return self._groups

    @groups.setter
    def groups(self, groups: Sequence[Group]) -> None:
        sound = self._sound[1] if self._sound[0] == self.mark else {}
        self._groups = grouping.checked(groups, self._rank, sound)
        more = {id(group.members): group.members for group in self._groups}
        self._sound = self.mark, {**sound, **more}

    @property
    def own_ops(self) -> tuple[OwnOp, ...]:
        """Return the own ops that the graph knows; setting them checks them."""
        return self._own_ops

    @own_ops.setter
    def own_ops(self, own: Sequence[OwnOp]) -> None:
        self._own_ops = own_ops.checked(own)

    # --- building in code

    def parameter(self, name: str, value: object = 0.0, **attributes: Any) -> str:
        """Add a leaf that training may change, and return its name."""
        return self.add_node(name, "parameter", value=value, **attributes)

    def input(self, name: str, value: object = 0.0, **attributes: Any) -> str:
        """Add a leaf for data, and return its name."""
        return self.add_node(name, "input", value=value, **attributes)

    def constant(self, name: str, value: object = 0.0, **attributes: Any) -> str:
        """Add a leaf that stays as it is, and return its name."""
        return self.add_node(name, "constant", value=value, **attributes)

    def op(self, op: str, *inputs: str, name: str | None = None, **attributes: Any) -> str:
        """Add an op fed by `inputs` in the order of its ports, and return its name."""
        for source in inputs:
            self._check_known(source)
        made = self.add_node(name or self.unique_name(op), op, **attributes)
        try:
            for port, source in enumerate(inputs):
                self.add_edge(source, made, port)
        except GraphError:
            self.remove_node(made)
            raise
        return made

    # --- editing nodes

    def add_node(self, name: str, op: str, /, **attributes: Any) -> str:
        """Add a node behind all others and return its name; a leaf without a value is 0."""
        self._check_new_name(name)
        checked = checked_attributes(name, op, attributes)
        self.network.add_node(name)
        self.network._node[name].update({"op": op} | checked)
        self._rank[name] = self._next_rank
        self._next_rank += 1
        self._sinks[name] = None
        if self._order is not None:
            self._order.append(name)
        self._touch(name)
        return name

    def remove_node(self, name: str) -> RemovedNode:
        """Remove a node with its edges, and return what `restore_node` puts back."""
        self._check_known(name)
        edges = {*self.consumers(name), *self._incoming(name)}
        groups, memberships = grouping.without(self._groups, name)
        removed = RemovedNode(
            name,
            self._rank[name],
            dict(self.network.nodes[name]),
            tuple(sorted(edges, key=self._edge_order)),
            self.output == name,
            memberships,
            {edge: more for edge in edges if (more := self._more(edge))},
        )
        self._groups = groups
        self.network.remove_node(name)
        for edge in edges:
            del self._fed[edge.target][edge.port]
            if edge.target == name:
                self._note_sink(edge.source)
        self._sinks.pop(name, None)
        self._fed.pop(name, None)
        self._edges -= len(edges)
        self._against -= edges
        if removed.was_output:
            self.output = None
        self._reorder(self._rank[name], gone=1)
        del self._rank[name]
        self._forget(name)
        self._touch(name, *(edge.target for edge in edges))
        return removed

    def restore_node(self, removed: RemovedNode, *, sound: bool = False) -> None:
        """Put back a removed node at its old place in the order, with its edges.

        With `sound` the rest of the graph is known to be as it was left: these need no check.
        """
        lead = self.restore_edge if sound else self.add_edge
        self._check_new_name(removed.name)
        self.network.add_node(removed.name)
        self.network.nodes[removed.name].update(removed.attributes)
        self._reorder(removed.rank, removed.name)
        self._rank[removed.name] = removed.rank
        self._sinks[removed.name] = None
        self._next_rank = max(self._next_rank, removed.rank + 1)
        self._forget(removed.name)
        self._touch(removed.name)
        try:
            for edge in removed.edges:
                lead(*edge, removed.more.get(edge))
        except GraphError:
            self.remove_node(removed.name)
            raise
        if removed.was_output:
            self.output = removed.name
        self._groups = grouping.back(self._groups, removed.name, removed.memberships)

    def rename_node(self, old: str, new: str) -> None:
        """Give a node another name; its place, edges, formulas, table, quiz and lesson follow."""
        self._check_known(old)
        if new == old:
            return
        self._check_new_name(new)
        fed = self.consumers(old)
        follow = [(edge.target, self._renamed(edge, new)) for edge in fed]
        against = self._against.intersection((*fed, *self._incoming(old)))
        was_output = self.output == old
        relabel(self.network, old, new)
        self._reorder(self._rank[old], new, gone=1)
        self._rank[new] = self._rank.pop(old)
        for edge in fed:
            self._fed[edge.target][edge.port] = new
        if old in self._fed:
            self._fed[new] = self._fed.pop(old)
        if old in self._sinks:
            self._sinks[new] = self._sinks.pop(old)
        self._against -= against
        self._against |= {edge.renamed(old, new) for edge in against}
        self._forget(old)
        self._touch(old, new, *(edge.target for edge in fed))
        if was_output:
            self.output = new
        self._groups = grouping.renamed(self._groups, old, new)
        self.network.graph.update(kept.renamed(self.network.graph, old, new, self._rank))
        for target, attributes in follow:
            self.network.nodes[target].update(attributes)
            self._operations.pop(target, None)

    # --- editing edges

    def add_edge(
        self, source: str, target: str, port: int, more: Mapping[str, Any] | None = None
    ) -> None:
        """Let `source` feed input `port` of `target`; `more` is what else a file keeps of it."""
        self.check_edge(source, target, port)
        self.restore_edge(source, target, port, more)

    def restore_edge(
        self, source: str, target: str, port: int, more: Mapping[str, Any] | None = None
    ) -> None:
        """Put back a removed edge; the graph is as it was left, so that nothing is checked.

        Of thousands put back in a graph that lists them backwards, each would look for a cycle.
        """
        self.network.add_edge(source, target, key=port)
        if more:
            self._more(Edge(source, target, port)).update(more)
        self._fed.setdefault(target, {})[port] = source
        self._edges += 1
        self._sinks.pop(source, None)
        if self._rank[source] > self._rank[target]:
            self._against.add(Edge(source, target, port))
        self._touch(target)

    def remove_edge(self, source: str, target: str, port: int) -> Mapping[str, Any]:
        """Remove an edge, and return what else a file keeps of it, for `add_edge`."""
        if type(port) is not int or not self.network.has_edge(source, target, key=port):
            raise no_edge(source, target, port)
        more = self._more(Edge(source, target, port))
        self.network.remove_edge(source, target, key=port)
        del self._fed[target][port]
        self._edges -= 1
        self._against.discard(Edge(source, target, port))
        self._note_sink(source)
        self._touch(target)
        return more

    def copy(self) -> "Graph":
        """Return an independent graph with the same nodes, edges and order, and the same marks."""
        other = Graph()
        vars(other).update(vars(self))
        other.network = copied(self.network)
        other._fed = {name: dict(self._fed[name]) for name in list(self._fed)}
        other._rank, other._operations = dict(self._rank), dict(self._operations)
        other._next_numbers = dict(self._next_numbers)
        other._touched, other._sinks = list(self._touched), dict(self._sinks)
        other._against = set(self._against)
        other._known_together = None  # it holds this graph's nodes
        other._order = None if self._order is None else list(self._order)
        return other

    def become(self, edited: "Graph") -> "Graph":
        """Become one with `edited`, a copy of this graph; return what this one was, as another.

        Whoever knows this graph finds it edited, and asks it with the marks from before; who knows
        the copy knows this graph.
        """
        before = Graph.__new__(Graph)
        before.__dict__, self.__dict__ = self.__dict__, edited.__dict__
        return before

    def held(self) -> list[dict[str, Any]]:
        """Return the dicts that all nodes and edges hang on, as they are."""
        network = self.network
        within = [network._pred, network._succ, network._node]
        return [*within, self._fed, self._operations, self._rank]

    def dissolve(self) -> None:
        """Give up all nodes and edges little by little, in whichever thread: nobody needs them."""
        let_go(*self.held())
        self._edges = 0

    # --- inside

    def _more(self, edge: Edge) -> dict[str, Any]:
        """Return the attributes that an edge itself has in a file, as the graph keeps them."""
        more: dict[str, Any] = self.network._succ[edge.source][edge.target][edge.port]
        return more

    def _incoming(self, name: str) -> list[Edge]:
        return [Edge(source, name, port) for port, source in self._into(name).items()]

    def _renamed(self, edge: Edge, new: str) -> dict[str, Any]:
        """Return the attributes that change in what is fed by a node that gets the name `new`."""
        attributes = self.network._node[edge.target]
        if attributes["op"] != "formula":
            return {}
        return renamed_formula(attributes["formula"], self.operation(edge.target).ports, edge, new)

    def _forget(self, name: str) -> None:
        self._next_numbers.clear()
        self._operations.pop(name, None)
