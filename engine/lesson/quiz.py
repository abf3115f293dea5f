"""A quiz about a graph: which numbers are hidden, and when an answer is right.

A graph keeps a quiz in its file as the attribute "quiz"; like all of a file it is untrusted:

    {"hide": ["values", "derivatives"], "edges": [["w", "c", 0]]}

Without "edges" it is about all of them. The answers are not in the file.
"""

from dataclasses import dataclass
from math import isfinite

from engine.errors import ExpressionError, GraphError, LimitError
from engine.expression import names, parse
from engine.graph.edge import Edge
from engine.graph.kept import others
from engine.graph.structure import Structure
from engine.language import count_text, sentence
from engine.ops import SCALAR, create

__all__ = ["KEY", "TOLERANCE", "Quiz", "answer_of", "is_right"]

KEY = "quiz"
"""The graph's attribute that holds the quiz."""

TOLERANCE = 0.005
"""An answer may differ by this share of the number; an answer for 0 by a tenth of it."""

_KINDS = ("values", "derivatives")
_MOST_EDGES = 1_000_000


@dataclass(frozen=True)
class Quiz:
    """Whether values and derivatives are hidden, on which edges; None stands for all of them."""

    values: bool = True
    derivatives: bool = True
    edges: tuple[Edge, ...] | None = None

    @staticmethod
    def of(graph: Structure) -> "Quiz | None":
        """Return the quiz that `graph` holds, None where it has none; raises GraphError."""
        tree = graph.network.graph.get(KEY)
        return None if tree is None else Quiz.from_tree(tree)

    @staticmethod
    def from_tree(tree: object, place: str = f"graph.{KEY}") -> "Quiz":
        """Return the quiz that JSON wrote; raises GraphError naming the place of a fault."""
        if not isinstance(tree, dict) or not isinstance(tree.get("hide"), list):
            raise GraphError(f"{place}: {sentence('expected an object that says what to hide')}")
        hide = tree["hide"]
        for k, kind in enumerate(hide):
            if kind not in _KINDS:
                said = sentence('expected "values" or "derivatives"')
                raise GraphError(f"{place}.hide[{k}]: {said}")
        listed = tree.get("edges")
        if listed is None:
            return Quiz("values" in hide, "derivatives" in hide)
        if not isinstance(listed, list):
            raise GraphError(f"{place}.edges: {sentence('expected a list of edges')}")
        if len(listed) > _MOST_EDGES:
            said = sentence("a quiz may have at most {most}", most=count_text(_MOST_EDGES))
            raise LimitError(f"{place}.edges: {said}")
        edges = tuple(_edge(entry, f"{place}.edges[{k}]") for k, entry in enumerate(listed))
        return Quiz("values" in hide, "derivatives" in hide, edges)

    def tree(self, before: object = None) -> dict[str, object]:
        """Return the quiz as JSON writes it, with what else stood in the tree `before`."""
        chosen = (self.values, self.derivatives)
        hide = [kind for kind, hidden in zip(_KINDS, chosen, strict=True) if hidden]
        edges = {} if self.edges is None else {"edges": [list(edge) for edge in self.edges]}
        return {"hide": hide, **edges} | others(before, ("hide", "edges"))


def answer_of(text: str) -> float:
    """Return the number that an answer says: a number, a fraction, an expression without names.

    Raises ExpressionError with a sentence for the one who typed it.

    >>> answer_of("-1/4"), answer_of("2*(3+1)"), answer_of("exp(0)")
    (-0.25, 8.0, 1.0)
    """
    text = text.strip()
    if not text:
        raise ExpressionError(sentence("type a number, a fraction or an expression"), text=text)
    unknown = names(parse(text))
    if unknown:
        said = sentence("write numbers only: {name} is a name", name=unknown[0])
        raise ExpressionError(said, text=text)
    value = create("formula", {"formula": text, "inputs": []}).forward(SCALAR)
    if not isinstance(value, float) or not isfinite(value):
        raise ExpressionError(sentence("{text} is no finite number", text=text), text=text)
    return value


def is_right(answer: float, number: float) -> bool:
    """Tell whether an answer is near enough to the number: within half a percent."""
    return abs(answer - number) <= TOLERANCE * (abs(number) or 0.1)


def _edge(entry: object, place: str) -> Edge:
    if not isinstance(entry, list) or len(entry) != 3:
        raise GraphError(f"{place}: {sentence('expected source, target and key')}")
    source, target, port = entry
    if not isinstance(source, str) or not isinstance(target, str) or type(port) is not int:
        raise GraphError(f"{place}: {sentence('expected source, target and key')}")
    return Edge(source, target, port)
