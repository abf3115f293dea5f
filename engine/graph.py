"""The graph, and the only place where its rules are checked.

Nodes are leaves (`parameter`, `input`, `constant`) or ops; an edge carries its source's value into
one numbered port of its target. Editing allows inputs to be missing; it never allows a cycle, two
edges on one port, or an op that does not exist.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import networkx as nx

from engine import ops
from engine.errors import (
    CycleError,
    DuplicateNameError,
    GraphError,
    IncompleteError,
    InvalidAttributeError,
    InvalidNameError,
    OccupiedPortError,
    OutputError,
    SelfEdgeError,
    UnknownEdgeError,
    UnknownNodeError,
    UnknownOpError,
    UnknownPortError,
)
from engine.expression import Expression, Name, is_name, names, parse, substitute, written
from engine.expression import rename as rename_in
from engine.suggestion import did_you_mean
from engine.value import Value, as_value

__all__ = ["MAX_NAME_BYTES", "Edge", "Graph", "RemovedNode"]

MAX_NAME_BYTES = 4096
_VARIADIC_PORTS = 100_000  # a port further out is a mistake, not a sum


class Edge(NamedTuple):
    """What carries `source`'s value into input `port` of `target`."""

    source: str
    target: str
    port: int


@dataclass(frozen=True)
class RemovedNode:
    """A node that was taken out, with all it takes to put it back exactly."""

    name: str
    rank: int
    attributes: Mapping[str, Any]
    edges: tuple[Edge, ...]
    was_output: bool


class Graph:
    """A computation graph; its nodes are known by their names.

    >>> graph = Graph()
    >>> w, x = graph.parameter("w", 2.0), graph.input("x", -2.0)
    >>> graph.op("multiply", w, x, name="c")
    'c'
    >>> graph.edges()
    [Edge(source='w', target='c', port=0), Edge(source='x', target='c', port=1)]
    """

    def __init__(self, title: str = "") -> None:
        self.network: nx.MultiDiGraph = nx.MultiDiGraph(format="chainrule", version=1)
        self._rank: dict[str, int] = {}
        self._next_rank = 0
        self._order: list[str] | None = None
        self._operations: dict[str, ops.Op] = {}
        if title:
            self.title = title

    def __contains__(self, name: object) -> bool:
        return name in self._rank

    def __len__(self) -> int:
        return len(self._rank)

    # --- the graph's own attributes

    @property
    def title(self) -> str:
        """Return the graph's title, empty where it has none."""
        return str(self.network.graph.get("title", ""))

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
        self.check_name(name)
        if name in self._rank:
            raise DuplicateNameError(f"there is already a node named {name}", node=name)
        checked = self._checked_attributes(name, op, attributes)
        self.network.add_node(name)
        self.network.nodes[name].update({"op": op} | checked)
        self._rank[name] = self._next_rank
        self._next_rank += 1
        if self._order is not None:
            self._order.append(name)
        return name

    def remove_node(self, name: str) -> RemovedNode:
        """Remove a node with its edges, and return what `restore_node` puts back."""
        self._check_known(name)
        edges = {*self.consumers(name), *self._incoming(name)}
        removed = RemovedNode(
            name,
            self._rank[name],
            dict(self.network.nodes[name]),
            tuple(sorted(edges, key=self._edge_order)),
            self.output == name,
        )
        self.network.remove_node(name)
        if removed.was_output:
            self.output = None
        del self._rank[name]
        self._forget(name)
        return removed

    def restore_node(self, removed: RemovedNode) -> None:
        """Put back a removed node at its old place in the order, with its edges."""
        self.network.add_node(removed.name)
        self.network.nodes[removed.name].update(removed.attributes)
        self._rank[removed.name] = removed.rank
        self._next_rank = max(self._next_rank, removed.rank + 1)
        self._forget(removed.name)
        for edge in removed.edges:
            self.add_edge(*edge)
        if removed.was_output:
            self.output = removed.name

    def rename_node(self, old: str, new: str) -> None:
        """Give a node another name; its place, edges and the formulas that use it follow."""
        self._check_known(old)
        if new == old:
            return
        self.check_name(new)
        if new in self._rank:
            raise DuplicateNameError(f"there is already a node named {new}", node=new)
        follow = [(e.target, self._renamed_formula(e, new)) for e in self.consumers(old)]
        was_output = self.output == old
        nx.relabel_nodes(self.network, {old: new}, copy=False)
        self._rank[new] = self._rank.pop(old)
        self._forget(old)
        if was_output:
            self.output = new
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
        checked = self._checked_attributes(name, attributes["op"], changed)
        if not self.is_leaf(name) and key in ops.OPS[attributes["op"]].attributes:
            self._check_ports_remain(name, ops.create(attributes["op"], checked))
        for stale in set(attributes) - set(checked) - {"op"}:
            del attributes[stale]
        attributes.update(checked)
        self._operations.pop(name, None)
        return old

    # --- editing edges

    def check_edge(self, source: str, target: str, port: int, *, replace: bool = False) -> None:
        """Raise what keeps `source` from feeding `port` of `target`, if anything does.

        With `replace` another edge on that port is no obstacle.
        """
        self._check_known(source)
        self._check_known(target)
        if source == target:
            raise SelfEdgeError("a node cannot feed itself", node=source)
        self._check_port(target, port)
        occupant = self._into(target).get(port)
        if occupant is not None and (not replace or occupant == source):
            raise OccupiedPortError(f"input {port} of {target} is already connected", node=target)
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

    def remove_edge(self, source: str, target: str, port: int) -> None:
        """Remove an edge."""
        if not self.network.has_edge(source, target, key=port):
            raise UnknownEdgeError(f"there is no edge from {source} to input {port} of {target}")
        self.network.remove_edge(source, target, key=port)

    # --- asking

    def nodes(self) -> list[str]:
        """Return all names in their order, the order of the file."""
        if self._order is None:
            self._order = sorted(self._rank, key=self._rank.__getitem__)
        return list(self._order)

    def edges(self) -> list[Edge]:
        """Return all edges by the order of their targets, then by port."""
        return [
            Edge(source, name, port)
            for name in self.nodes()
            for port, source in sorted(self._into(name).items())
        ]

    def op_of(self, name: str) -> str:
        """Return the node's op, or which kind of leaf it is."""
        self._check_known(name)
        op: str = self.network._node[name]["op"]
        return op

    def is_leaf(self, name: str) -> bool:
        """Tell whether the node is a parameter, an input or a constant."""
        return self.op_of(name) in ops.LEAVES

    def value(self, name: str) -> Value:
        """Return a leaf's value: a float or a read-only array."""
        if not self.is_leaf(name):
            raise InvalidAttributeError(f"{name} computes its value, it has none set", node=name)
        value: Value = self.network.nodes[name]["value"]
        return value

    def attributes(self, name: str) -> Mapping[str, Any]:
        """Return the node's attributes, for reading."""
        self._check_known(name)
        attributes: Mapping[str, Any] = self.network.nodes[name]
        return attributes

    def operation(self, name: str) -> ops.Op:
        """Return the op of a node with its attributes."""
        if name not in self._operations:
            self._operations[name] = ops.create(self.op_of(name), self.network.nodes[name])
        return self._operations[name]

    def inputs(self, name: str) -> tuple[str | None, ...]:
        """Return what feeds each port, None where nothing does."""
        into = self._into(name)
        return tuple(into.get(port) for port in range(self._ports_shown(name, into)))

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

    def consumers(self, name: str) -> list[Edge]:
        """Return the edges that leave the node."""
        self._check_known(name)
        found = [Edge(s, t, k) for s, t, k in self.network.out_edges(name, keys=True)]
        return found if len(found) < 2 else sorted(found, key=self._edge_order)

    def missing_inputs(self) -> list[tuple[str, int]]:
        """Return (node, port) of every port without an edge."""
        return [
            (name, port)
            for name in self.nodes()
            if not self.is_leaf(name)
            for port, source in enumerate(self.inputs(name))
            if source is None
        ]

    def check_complete(self, names: Iterable[str]) -> None:
        """Raise IncompleteError for the first missing input among `names`."""
        for name in names:
            for port, source in enumerate(self.inputs(name)):
                if source is None:
                    op = self.op_of(name)
                    raise IncompleteError(f"{name} ({op}): input {port} is missing", node=name)

    def resolve_output(self, output: str | None = None) -> str:
        """Return the node whose derivatives are meant: the one asked for, named, or only sink.

        Raises OutputError, which lists the sinks where there are several.
        """
        chosen = output if output is not None else self.output
        if chosen is not None:
            self._check_known(chosen)
            return chosen
        sinks = [name for name in self.nodes() if not self.network.out_degree(name)]
        if not sinks:
            raise OutputError("the graph is empty: there is no output")
        if len(sinks) > 1:
            listed = ", ".join(sinks[:6]) + (", …" if len(sinks) > 6 else "")
            raise OutputError(
                f"no output is named and {len(sinks)} nodes could be it: {listed}",
                nodes=tuple(sinks),
            )
        return sinks[0]

    def unique_name(self, stem: str) -> str:
        """Return `stem`, or with the first number behind it that makes it a new name."""
        if stem not in self._rank:
            return stem
        number = 2
        while f"{stem}{number}" in self._rank:
            number += 1
        return f"{stem}{number}"

    def copy(self) -> "Graph":
        """Return an independent graph with the same nodes, edges and order."""
        other = Graph()
        other.network = self.network.copy()
        other._rank = dict(self._rank)
        other._next_rank = self._next_rank
        return other

    # --- checks

    def check_name(self, name: object) -> None:
        """Raise InvalidNameError for what cannot be a node's name."""
        if not isinstance(name, str) or not name.strip():
            raise InvalidNameError("a name must be a text that is not empty")
        try:
            size = len(name.encode())
        except UnicodeEncodeError:
            raise InvalidNameError("a name holds a character that is no character") from None
        if size > MAX_NAME_BYTES:
            raise InvalidNameError(f"a name has {size} bytes; the most is {MAX_NAME_BYTES}")
        if not name.isprintable():
            raise InvalidNameError(f"the name {name!r} holds a character that cannot be seen")

    def _check_known(self, name: str) -> None:
        if name not in self._rank:
            hint = did_you_mean(str(name), self._rank)
            raise UnknownNodeError(f"there is no node named '{name}'{hint}", node=None)

    def _check_port(self, target: str, port: int) -> None:
        op = self.op_of(target)
        if op in ops.LEAVES:
            raise UnknownPortError(f"{target} is a leaf ({op}) and takes no input", node=target)
        operation = self.operation(target)
        most = _VARIADIC_PORTS if operation.variadic else len(operation.ports)
        if not isinstance(port, int) or not 0 <= port < most:
            count = f"{most} input{'s' if most != 1 else ''}"
            raise UnknownPortError(
                f"{target} ({op}) has no input {port}; it has {count}", node=target
            )

    def _check_ports_remain(self, name: str, operation: ops.Op) -> None:
        used = max(self._into(name), default=-1)
        if not operation.variadic and used >= len(operation.ports):
            raise InvalidAttributeError(
                f"{name}: input {used} has an edge, which this formula has no place for", node=name
            )

    def _checked_attributes(
        self, name: str, op: str, attributes: Mapping[str, Any]
    ) -> dict[str, Any]:
        checked = dict(attributes)
        if op in ops.LEAVES:
            checked["value"] = as_value(checked.get("value", 0.0), name)
        elif op in ops.OPS:
            try:
                operation = ops.create(op, checked)
            except GraphError as error:
                raise InvalidAttributeError(f"{name} ({op}): {error}", node=name) from None
            if op == "formula":
                checked["inputs"] = list(operation.ports)
        else:
            known = (*ops.LEAVES, *ops.OPS)
            raise UnknownOpError(f"unknown op '{op}'{did_you_mean(str(op), known)}", node=name)
        if "position" in checked:
            checked["position"] = _position(checked["position"], name)
        if "label" in checked and not isinstance(checked["label"], str):
            raise InvalidAttributeError(f"the label of {name} must be a text", node=name)
        return checked

    # --- inside

    def _into(self, name: str) -> dict[int, str]:
        self._check_known(name)
        # networkx's own dict: its view would make a file of 100,000 edges twice as slow to compile
        return {key: s for s, keys in self.network._pred[name].items() for key in keys}

    def _incoming(self, name: str) -> list[Edge]:
        return [Edge(source, name, port) for port, source in self._into(name).items()]

    def _ports_shown(self, name: str, into: Mapping[int, str]) -> int:
        if self.is_leaf(name):
            return 0
        operation = self.operation(name)
        if operation.variadic:
            return max(2, max(into, default=-1) + 1)
        return len(operation.ports)

    def _edge_order(self, edge: Edge) -> tuple[int, int]:
        return self._rank[edge.target], edge.port

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
        if not self.network.succ[start] or not self.network.pred[goal]:
            return None
        came: dict[str, str | None] = {start: None}
        stack = [start]
        while stack:
            at = stack.pop()
            for following in self.network.succ[at]:
                if following in came:
                    continue
                came[following] = at
                if following == goal:
                    return _walk_back(came, goal)
                stack.append(following)
        return None

    def _forget(self, name: str) -> None:
        self._order = None
        self._operations.pop(name, None)


def _walk_back(came: Mapping[str, str | None], goal: str) -> tuple[str, ...]:
    path = []
    at: str | None = goal
    while at is not None:
        path.append(at)
        at = came[at]
    return tuple(reversed(path))


def _position(position: object, name: str) -> tuple[float, float]:
    if isinstance(position, list | tuple) and len(position) == 2:
        try:
            x, y = (float(c) for c in position if not isinstance(c, bool | str))
            if abs(x) < 1e9 and abs(y) < 1e9:
                return x, y
        except (TypeError, ValueError, OverflowError):
            pass
    raise InvalidAttributeError(f"the position of {name} must be two finite numbers", node=name)
