"""The graph, and the only place where its rules are checked.

Nodes are leaves (`parameter`, `input`, `constant`) or ops; an edge carries its source's value into
one numbered port of its target. Editing allows inputs to be missing; it never allows a cycle, two
edges on one port, or an op that does not exist.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from engine import groups as grouping
from engine import kept, ops, own_ops
from engine.attributes import check_name, checked_attributes, seen
from engine.errors import (
    CycleError,
    DuplicateNameError,
    GraphError,
    InvalidAttributeError,
    OccupiedPortError,
    SelfEdgeError,
    UnknownEdgeError,
    UnknownPortError,
)
from engine.expression import Expression, Name, is_name, names, parse, substitute, written
from engine.expression import rename as rename_in
from engine.groups import Group, Membership
from engine.own_ops import OwnOp
from engine.structure import Edge, Structure
from engine.value import Value, as_value, same_value
from engine.wording import input_words

__all__ = ["Edge", "Graph", "RemovedNode"]

_VARIADIC_PORTS = 100_000  # a port further out is a mistake, not a sum


@dataclass(frozen=True)
class RemovedNode:
    """A node that was taken out, with all it takes to put it back exactly."""

    name: str
    rank: int
    attributes: Mapping[str, Any]
    edges: tuple[Edge, ...]
    was_output: bool
    memberships: tuple[Membership, ...] = ()


class Graph(Structure):
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
        self._groups = grouping.checked(groups, self._rank)

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
        check_name(name)
        if name in self._rank:
            raise DuplicateNameError(f"there is already a node named {name}", node=name)
        checked = checked_attributes(name, op, attributes)
        self.network.add_node(name)
        self.network._node[name].update({"op": op} | checked)
        self._rank[name] = self._next_rank
        self._next_rank += 1
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
        )
        self._groups = groups
        self.network.remove_node(name)
        for edge in edges:
            del self._fed[edge.target][edge.port]
        self._fed.pop(name, None)
        if removed.was_output:
            self.output = None
        del self._rank[name]
        self._forget(name)
        self._touch(name, *(edge.target for edge in edges))
        return removed

    def restore_node(self, removed: RemovedNode) -> None:
        """Put back a removed node at its old place in the order, with its edges."""
        self.network.add_node(removed.name)
        self.network.nodes[removed.name].update(removed.attributes)
        self._rank[removed.name] = removed.rank
        self._next_rank = max(self._next_rank, removed.rank + 1)
        self._forget(removed.name)
        self._touch(removed.name)
        for edge in removed.edges:
            self.add_edge(*edge)
        if removed.was_output:
            self.output = removed.name
        self._groups = grouping.back(self._groups, removed.name, removed.memberships)

    def rename_node(self, old: str, new: str) -> None:
        """Give a node another name; its place, edges, formulas, table, quiz and lesson follow."""
        self._check_known(old)
        if new == old:
            return
        check_name(new)
        if new in self._rank:
            raise DuplicateNameError(f"there is already a node named {new}", node=new)
        fed = self.consumers(old)
        follow = [(edge.target, self._renamed_formula(edge, new)) for edge in fed]
        was_output = self.output == old
        nx.relabel_nodes(self.network, {old: new}, copy=False)
        self._rank[new] = self._rank.pop(old)
        for edge in fed:
            self._fed[edge.target][edge.port] = new
        if old in self._fed:
            self._fed[new] = self._fed.pop(old)
        self._forget(old)
        self._touch(old, new, *(edge.target for edge in fed))
        if was_output:
            self.output = new
        self._groups = grouping.renamed(self._groups, old, new)
        self.network.graph.update(kept.renamed(self.network.graph, old, new))
        for target, attributes in follow:
            self.network.nodes[target].update(attributes)
            self._operations.pop(target, None)

    def set_attribute(self, name: str, key: str, value: Any) -> Any:
        """Set an attribute, or remove it with None, and return the old one, None if there was none.

        Raises InvalidAttributeError or InvalidValueError; ports that have edges must remain.
        """
        self._check_known(name)
        attributes = self.network.nodes[name]
        if key == "op":
            raise InvalidAttributeError("a node's op cannot be changed", node=name)
        old = attributes.get(key)
        changed = {k: v for k, v in attributes.items() if k not in ("op", key)}
        if value is not None:
            changed[key] = value
        if key == "formula" and "inputs" in changed:
            del changed["inputs"]
        checked = checked_attributes(name, attributes["op"], changed)
        if not self.is_leaf(name) and key in ops.OPS[attributes["op"]].attributes:
            self._check_ports_remain(name, ops.create(attributes["op"], checked))
        for stale in set(attributes) - set(checked) - {"op"}:
            del attributes[stale]
        attributes.update(checked)
        if self._operations.pop(name, None) is not None:
            self._touch(name)  # it may have other ports
        return old

    def set_values(self, values: Mapping[str, object]) -> dict[str, Value]:
        """Set the values of leaves, all or none, and return the old ones of those that changed.

        Raises UnknownNodeError, InvalidAttributeError for a node that computes its value, and
        InvalidValueError.
        """
        taken = {}
        for name, value in values.items():
            before, after = self.value(name), as_value(value, name)
            if not same_value(before, after):
                taken[name] = (before, after)
        for name, (_, after) in taken.items():
            self.network._node[name]["value"] = after
        return {name: before for name, (before, _) in taken.items()}

    # --- editing edges

    def check_edge(self, source: str, target: str, port: int, *, replace: bool = False) -> None:
        """Raise what keeps `source` from feeding `port` of `target`, if anything does.

        With `replace` another edge on that port is no obstacle.
        """
        if source not in self._rank or target not in self._rank:
            self._check_known(source)
            self._check_known(target)
        if source == target:
            raise SelfEdgeError("a node cannot feed itself", node=source)
        self._check_port(target, port)
        occupant = self._into(target).get(port)
        if occupant is not None and (not replace or occupant == source):
            raise OccupiedPortError(
                f"the {input_words(port)} of {target} already has an edge", node=target
            )
        path = self._path(target, source)
        if path is not None:
            raise CycleError((source, *path))

    def can_connect(self, source: str, target: str, port: int) -> bool:
        """Tell whether `check_edge` has no objection."""
        try:
            self.check_edge(source, target, port)
        except GraphError:
            return False
        return True

    def add_edge(self, source: str, target: str, port: int) -> None:
        """Let `source` feed input `port` of `target`."""
        self.check_edge(source, target, port)
        self.network.add_edge(source, target, key=port)
        self._fed.setdefault(target, {})[port] = source
        self._touch(target)

    def remove_edge(self, source: str, target: str, port: int) -> None:
        """Remove an edge."""
        if not self.network.has_edge(source, target, key=port):
            said = f"there is no edge from {source} to the {input_words(port)} of {target}"
            raise UnknownEdgeError(said)
        self.network.remove_edge(source, target, key=port)
        del self._fed[target][port]
        self._touch(target)

    def copy(self) -> "Graph":
        """Return an independent graph with the same nodes, edges and order."""
        other = Graph()
        other.network = self.network.copy()
        other._rank = dict(self._rank)
        other._next_rank = self._next_rank
        other._fed = {name: dict(ports) for name, ports in self._fed.items()}
        other._groups, other._own_ops = self._groups, self._own_ops
        return other

    # --- inside

    def _check_port(self, target: str, port: int) -> None:
        operation = self._operations.get(target)
        if operation is None:
            op = self.op_of(target)
            if op in ops.LEAVES:
                raise UnknownPortError(f"{target} is a leaf ({op}) and takes no input", node=target)
            operation = self.operation(target)
        most = _VARIADIC_PORTS if operation.variadic else len(operation.ports)
        if not isinstance(port, int) or not 0 <= port < most:
            count = f"{most} input{'s' if most != 1 else ''}"
            which = input_words(port) if isinstance(port, int) and port >= 0 else f"input {port}"
            raise UnknownPortError(
                f"{target} ({operation.name}) has no {which}; it has {count}", node=target
            )

    def _check_ports_remain(self, name: str, operation: ops.Op) -> None:
        used = max(self._into(name), default=-1)
        if not operation.variadic and used >= len(operation.ports):
            raise InvalidAttributeError(
                f"{name}: this formula has no {input_words(used)}, which has an edge", node=name
            )

    def _incoming(self, name: str) -> list[Edge]:
        return [Edge(source, name, port) for port, source in self._into(name).items()]

    def _renamed_formula(self, edge: Edge, new: str) -> dict[str, Any]:
        """Return the attributes of a formula whose input takes the new name of what feeds it."""
        attributes = self.network.nodes[edge.target]
        if attributes["op"] != "formula":
            return {}
        listed = list(self.operation(edge.target).ports)
        if listed[edge.port] != edge.source or new in listed or not is_name(new):
            return {}  # the port keeps its name
        text = rename_in(attributes["formula"], edge.source, new)
        if new not in names(parse(text)):  # `2x` with x renamed to e3 would be the number 2e3
            renamed: dict[str, Expression] = {edge.source: Name(new)}
            text = written(substitute(parse(attributes["formula"]), renamed))
        listed[edge.port] = new
        return {"formula": text, "inputs": listed}

    def _path(self, start: str, goal: str) -> tuple[str, ...] | None:
        """Return a path from start to goal along the edges, None where there is none."""
        succ, pred = self.network._succ, self.network._pred
        if not succ[start] or not pred[goal]:
            return None
        came: dict[str, str | None] = {start: None}
        stack = [start]
        while stack:
            at = stack.pop()
            for following in succ[at]:
                if following in came:
                    continue
                came[following] = at
                if following == goal:
                    return _walk_back(came, goal)
                stack.append(following)
        return None

    def _forget(self, name: str) -> None:
        self._order = None
        self._next_numbers.clear()
        self._operations.pop(name, None)


def _walk_back(came: Mapping[str, str | None], goal: str) -> tuple[str, ...]:
    path = []
    at: str | None = goal
    while at is not None:
        path.append(at)
        at = came[at]
    return tuple(reversed(path))
