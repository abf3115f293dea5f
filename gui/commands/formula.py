"""Writing a formula anew."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import engine
from gui.document import Change, Command
from gui.language import tr

__all__ = ["SetFormula"]

Fed: TypeAlias = dict[int, tuple[str, Mapping[str, Any]]]
"""By port what feeds it, and what else a file keeps of that edge."""


class SetFormula(Command):
    """Give a formula node another text; what feeds a name goes on feeding it.

    A name that is new takes the node of that name, if there is one; the edges of names that are
    gone are removed.
    """

    reshapes = True

    def __init__(self, name: str, formula: str) -> None:
        self.name, self.formula = name, formula
        self.text = tr("Change the formula of {name}").format(name=name)
        self._before: tuple[object, object] = (None, None)
        self._fed: Fed = {}

    def apply(self, graph: engine.Graph) -> Change:
        """Set the formula and lead each edge to the port that has its name now."""
        attributes = graph.attributes(self.name)
        if graph.op_of(self.name) != "formula":
            said = tr("{name} is no formula").format(name=self.name)
            raise engine.InvalidAttributeError(said, node=self.name)
        if attributes.get("formula") == self.formula:
            return Change()
        self._before = attributes.get("formula"), attributes.get("inputs")
        ports = graph.port_names(self.name)
        self._fed = self._cut(graph)
        try:
            graph.set_attribute(self.name, "formula", self.formula)
        except engine.GraphError:
            self._feed(graph, self._fed)
            raise
        known = {ports[port]: fed for port, fed in self._fed.items()}
        for port, name in enumerate(graph.port_names(self.name)):
            source, more = known.get(name, (name if name not in ports else None, None))
            if source is not None and graph.can_connect(source, self.name, port):
                graph.add_edge(source, self.name, port, more)
        return self._change()

    def revert(self, graph: engine.Graph) -> Change:
        """Bring back the old text, its ports and their edges."""
        self._cut(graph)
        formula, inputs = self._before
        graph.set_attribute(self.name, "formula", formula)
        graph.set_attribute(self.name, "inputs", inputs)
        self._feed(graph, self._fed)
        return self._change()

    def _cut(self, graph: engine.Graph) -> Fed:
        """Remove all edges into the node and return what fed each port."""
        fed = {port: s for port, s in enumerate(graph.inputs(self.name)) if s is not None}
        return {port: (s, graph.remove_edge(s, self.name, port)) for port, s in fed.items()}

    def _feed(self, graph: engine.Graph, fed: Fed) -> None:
        for port, (source, more) in fed.items():
            graph.add_edge(source, self.name, port, more)

    def _change(self) -> Change:
        return Change(edited=(self.name,), edges=True)
