"""A lesson's walk over a graph: what is shown at each of its steps, and what is lit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, compress

import engine
from engine.graph.dicts import successors_of
from engine.graph.paths import dependents
from engine.lesson.steps import Direction, Step, steps
from engine.progress import watched
from gui.language import count_text, noop, tr
from gui.picture.lit import Lit
from gui.readings import HIDDEN, Origins, Reading, Seen, edge_numbers, strays
from gui.theme import Ink

__all__ = ["StepReadings", "Walk", "walk"]

_TITLES = {
    Direction.GIVEN: noop("given"),
    Direction.FORWARD: noop("forward {n} of {count}"),
    Direction.BACKWARD: noop("backward {n} of {count}"),
}

_FOUND, _ASKED = 0.95, 0.97  # of the way to a walk, the steps, and then the nodes that stray


class Walk:
    """The steps of a lesson on one graph, and from which of them on each number is known.

    A picture that shows the steps is first made with all numbers: its geometry then stands still.
    """

    def __init__(
        self,
        graph: engine.Graph,
        order: list[Step],
        output: str | None,
        leaf: str | None = None,
    ) -> None:
        self.graph = graph
        self.steps = order
        self.output = output
        self.leaf = leaf
        """The leaf of forward mode, in which derivatives come with the values."""
        self.swept = set() if leaf is None else dependents(graph, leaf)
        """What depends on that leaf, itself included."""
        self.kinds = Counter(graph.op_of(name) for name in order[0].nodes)
        """How many leaves of each kind are given."""
        self.valued: dict[str, int] = {}
        """The place of the step that brings a node's value."""
        self.derived: dict[str, int] = {}
        """The place of the step that brings a node's derivative."""
        for place, step in enumerate(order):
            known = self.derived if step.direction is Direction.BACKWARD else self.valued
            known.update(dict.fromkeys(step.nodes, place))
        if leaf is not None:
            self.derived = dict(self.valued)
        self._resting = self._beside()
        self.shown = self.valued | self._resting
        """From which step on a node's value is shown; what is not there always is."""
        self._lit: tuple[int, Lit] | None = None  # of the step that was asked for last
        self._origins: tuple[Seen, dict[str, int]] | None = None

    def _beside(self) -> dict[str, int]:
        """Return the last step forward for what takes none, and depends on what takes one.

        Its value would tell beforehand what is to come; another graph rests as it is.
        """
        if self.output is None:
            return {}
        after = successors_of(self.graph)
        found, stack = set[str](), list(self.valued)
        while stack:
            for name in after[stack.pop()]:  # no set less all that have steps: they are all asked
                if name not in self.valued and name not in found:
                    found.add(name)
                    stack.append(name)
        forward = [k for k, step in enumerate(self.steps) if step.direction is Direction.FORWARD]
        return dict.fromkeys(found, forward[-1] if forward else 0)

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def last(self) -> int:
        """The place of the last step, at which everything is shown."""
        return len(self.steps) - 1

    def fits(self, readings: Seen) -> bool:
        """Tell whether the graph's walk is still this one, now that it has other numbers."""
        return self.output == _begin(self.graph, readings, self.leaf)

    def place_of(self, node: str, place: int) -> int | None:
        """Return the place of the step that tells about `node`: of the pass that `place` is in."""
        backward = self.steps[place].direction is Direction.BACKWARD
        first, other = (self.derived, self.valued) if backward else (self.valued, self.derived)
        return first.get(node, other.get(node))

    def told_within(self, first: int, last: int) -> set[str]:
        """Return the nodes of which anything is told at the steps behind `first`, up to `last`."""
        told = set(chain.from_iterable(step.nodes for step in self.steps[first + 1 : last + 1]))
        told.update(name for name, place in self._resting.items() if first < place <= last)
        return told

    def title(self, place: int) -> str:
        """Return which step of its pass the step `place` is: `forward 2 of 4`."""
        direction = self.steps[place].direction
        same = [k for k, step in enumerate(self.steps) if step.direction is direction]
        return tr(_TITLES[direction]).format(
            n=count_text(same.index(place) + 1), count=count_text(len(same))
        )

    def seen(self, place: int, readings: Seen) -> "StepReadings":
        """Return what is shown of `readings` at the step `place`."""
        return StepReadings(self, place, readings)

    def origins(self, place: int, readings: Seen) -> Origins:
        """Return where it is seen at the step `place` that derivatives cease to be finite.

        There may be very many, and no step waits for them: their numbers are asked once.
        """
        if self._origins is None or self._origins[0] is not readings:
            self._origins = readings, self._told_from(readings)
        return Origins(node for node, first in self._origins[1].items() if first <= place)

    def _told_from(self, readings: Seen) -> dict[str, int]:
        """Return from which step on a node's derivative, or one it hands on, is seen to stray."""
        origins = [node for node in readings.nonfinite_derivatives if node in self.graph]
        told = dict.fromkeys(origins, len(self))
        finite = [n for n in watched(origins, _FOUND, _ASKED) if not strays(readings.derivative(n))]
        told.update(
            (node, self.derived.get(node, self.last)) for node in set(origins) - set(finite)
        )
        edges = list(self._into(finite))
        flows = (flow for _, flow in edge_numbers(readings, watched(edges, _ASKED)))
        for source, target, _ in compress(edges, map(strays, flows)):
            told[target] = min(told[target], self.told_from(source, target))
        return told

    def told_from(self, source: str, target: str) -> int:
        """Return the step that brings what flows back along an edge.

        Constants have no step of their own: theirs comes with their target's.
        """
        of = source if source in self.derived else target
        return self.derived.get(of, self.last)

    def lit(self, place: int, progress: float = 1.0) -> Lit:
        """Return what is lit at the step `place`; at the first nothing is."""
        if self._lit is None or self._lit[0] != place:  # else another frame of the same step
            self._lit = (place, self._all_lit(self.steps[place]))
        lit = self._lit[1]
        return lit if progress == lit.progress else replace(lit, progress=progress)

    def _all_lit(self, step: Step) -> Lit:
        nodes = frozenset(step.nodes)
        if step.direction is Direction.GIVEN:
            return Lit(Ink.VALUE)
        if step.direction is Direction.FORWARD:
            both = self.leaf is not None
            return Lit(Ink.VALUE, nodes, frozenset(self._into(step.nodes)), True, both)
        edges = frozenset(edge for name in step.nodes for edge in self.carriers(name))
        return Lit(Ink.DERIVATIVE, nodes, edges, True)

    def _into(self, names: Iterable[str]) -> Iterable[engine.Edge]:
        for name in names:
            for port, source in enumerate(self.graph.inputs(name)):
                if source is not None:
                    yield engine.Edge(source, name, port)

    def carriers(self, name: str) -> list[engine.Edge]:
        """Return the edges along which the output's derivative comes back to a node."""
        return [edge for edge in self.graph.consumers(name) if edge.target in self.derived]


class StepReadings:
    """Readings of which only what is known at one step of a walk is shown."""

    def __init__(self, path: Walk, place: int, readings: Seen) -> None:
        self._walk = path
        self._place = place
        self._readings = readings
        self._over = place >= path.last
        self.output = readings.output
        self.message = readings.message
        self.adds_up = readings.adds_up
        self.by_leaf = readings.by_leaf
        self.legend = readings.legend
        self.unfit = readings.unfit
        self.nonfinite = tuple(name for name in readings.nonfinite if not self._hides(name))
        self.nonfinite_derivatives = path.origins(place, readings)

    def value(self, node: str) -> Reading:
        """Return the node's value once its step has come."""
        value = self._readings.value(node)
        return HIDDEN if value is not None and self._hides(node) else value

    def derivative(self, node: str) -> Reading:
        """Return the output's derivative by the node once its step has come."""
        return self._readings.derivative(node) if self._derived(node) else HIDDEN

    def edge_derivative(self, source: str, target: str, port: int) -> Reading:
        """Return what flows back along the edge once its step has come."""
        if not self._over and self._walk.told_from(source, target) > self._place:
            return HIDDEN
        return self._readings.edge_derivative(source, target, port)

    def problem(self, node: str) -> str | None:
        """Return why the node has no value, None where it has one."""
        return self._readings.problem(node)

    def differs_from(self, other: Seen) -> set[str] | None:
        """Return the nodes of which, or on whose edges, it shows something else than `other`.

        It is None where that may be all.
        """
        if not isinstance(other, StepReadings) or self._over is not other._over:
            return None
        if (self._walk, self._readings) != (other._walk, other._readings):
            return None
        first, last = sorted((self._place, other._place))
        return self._walk.told_within(first, last)

    def _hides(self, node: str) -> bool:
        return self._walk.shown.get(node, 0) > self._place

    def _derived(self, node: str) -> bool:
        return self._over or self._walk.derived.get(node, self._walk.last) <= self._place


def walk(graph: engine.Graph, readings: Seen, leaf: str | None = None) -> Walk:
    """Return the walk over `graph`, backward too where the output has derivatives.

    With the `leaf` of forward mode it only goes forward.
    """
    output = _begin(graph, readings, leaf)
    found = Walk(graph, steps(graph, output), output, leaf)
    if leaf is None:
        found.origins(0, readings)  # of a large graph it is found beside the event loop
    return found


def _begin(graph: engine.Graph, readings: Seen, leaf: str | None) -> str | None:
    """Return the output at which the way back begins, None where there is none."""
    output = None if leaf is not None else readings.output
    # the readings may be from before the edit that took the output away
    if output is None or output not in graph or readings.derivative(output) is None:
        return None
    return output
