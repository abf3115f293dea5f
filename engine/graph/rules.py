"""What a graph must not become: its rules, each asked before anything is changed.

Editing allows inputs to be missing; it never allows a cycle, two edges on one port, or a name that
another node has. What a node may be called and hold is told in `attributes`.
"""

from engine import ops
from engine.errors import (
    CycleError,
    DuplicateNameError,
    GraphError,
    InvalidAttributeError,
    OccupiedPortError,
    SelfEdgeError,
    UnknownPortError,
)
from engine.graph.attributes import check_name
from engine.graph.structure import Structure
from engine.language import noop, sentence
from engine.reach import way
from engine.words.wording import input_words

__all__ = ["Rules"]

_VARIADIC_PORTS = 100_000  # a port further out is a mistake, not a sum
_MANY = 64  # edges against the order, of which a graph is in none


class Rules(Structure):
    """A graph with the questions whether it may be changed; `engine.graph.Graph` changes it."""

    def check_edge(self, source: str, target: str, port: int, *, replace: bool = False) -> None:
        """Raise what keeps `source` from feeding `port` of `target`, if anything does.

        With `replace` another edge on that port is no obstacle.
        """
        if source not in self._rank or target not in self._rank:
            self._check_known(source)
            self._check_known(target)
        if source == target:
            raise SelfEdgeError(sentence("a node cannot feed itself"), node=source)
        self._check_port(target, port)
        occupant = self._into(target).get(port)
        if occupant is not None and (not replace or occupant == source):
            words = input_words(port, self.port_count(target))
            if occupant == source:
                told = noop("{source} already feeds the {input} of {target}")
            else:
                told = noop("the {input} of {target} already has an edge")
            said = sentence(told, source=source, input=words, target=target)
            raise OccupiedPortError(said, node=target)
        succ, pred = self.network._succ, self.network._pred
        if succ[target] and pred[source] and self._may_lead(target, source):
            path = way(succ, target, source)
            if path is not None:
                raise CycleError((source, *path))

    def can_connect(self, source: str, target: str, port: int) -> bool:
        """Tell whether `check_edge` has no objection."""
        try:
            self.check_edge(source, target, port)
        except GraphError:
            return False
        return True

    def _check_new_name(self, name: str) -> None:
        check_name(name)
        if name in self._rank:
            said = sentence("there is already a node named {name}", name=name)
            raise DuplicateNameError(said, node=name)

    def _check_port(self, target: str, port: int) -> None:
        operation = self._operations.get(target)
        if operation is None:
            op = self.op_of(target)
            if op in ops.LEAVES:
                said = noop("{name} is a leaf ({op}): no edge leads into it")
                raise UnknownPortError(sentence(said, name=target, op=op), node=target)
            operation = self.operation(target)
        most = _VARIADIC_PORTS if operation.variadic else len(operation.ports)
        if type(port) is not int or not 0 <= port < most:  # True would be no number in a file
            told = (
                noop("{name} ({op}) has no {input}; it has 1 input")
                if most == 1
                else noop("{name} ({op}) has no {input}; it has {n} inputs")
            )
            words = input_words(port)
            said = sentence(told, name=target, op=operation.name, input=words, n=most)
            raise UnknownPortError(said, node=target)

    def _check_ports_remain(self, name: str, operation: ops.Op) -> None:
        """Raise InvalidAttributeError where the node would lose a port that has an edge."""
        used = max(self._into(name), default=-1)
        if not operation.variadic and used >= len(operation.ports):
            said = noop("{name}: this formula has no {input}, which has an edge")
            raise InvalidAttributeError(
                sentence(said, name=name, input=input_words(used)), node=name
            )

    def _may_lead(self, start: str, goal: str) -> bool:
        """Tell whether a way may lead from one node to another, as far as their order tells.

        A way back begins upwards, to an edge against the order. In most graphs there is none.
        """
        rank, pred, against = self._rank, self.network._pred, self._against
        first = rank[start]
        if first < rank[goal] or len(against) > _MANY:
            return True
        sources = {edge.source for edge in against}
        return any(rank[s] >= first and (s == start or pred[s]) for s in sources)
