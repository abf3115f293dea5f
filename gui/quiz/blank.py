"""The blanks of a quiz: numbers to be found, in the order in which they can be."""

import math
from typing import NamedTuple

import engine
from engine.lesson.quiz import Quiz
from engine.lesson.steps import Direction, steps
from gui.picture.step import walk
from gui.run import Readings

__all__ = ["Blank", "answers"]


class Blank(NamedTuple):
    """A number that is asked for: the value of `node`, or what flows back along `edge`."""

    node: str
    edge: engine.Edge | None = None


def answers(graph: engine.Graph, readings: Readings, quiz: Quiz) -> dict[Blank, float]:
    """Return the blanks of a quiz with the numbers that belong there, forward then backward.

    Asked for are single finite numbers: values of ops, and derivatives along edges; of a graph that
    no edge joins with the output's where its edges were chosen.
    """
    path = walk(graph, readings)
    chosen = None if quiz.edges is None else frozenset(quiz.edges)  # there may be very many
    found: dict[Blank, float] = {}
    if quiz.values:
        for node in (node for step in steps(graph, None)[1:] for node in step.nodes):
            if chosen is None:
                asked = node in path.shown
            else:  # its value stands on an edge that is asked for
                asked = not chosen.isdisjoint(graph.consumers(node))
            _ask(found, Blank(node), readings.value(node), asked)
    if quiz.derivatives:
        backward = (step for step in path.steps if step.direction is Direction.BACKWARD)
        for node in (node for step in backward for node in step.nodes):
            for edge in path.carriers(node):
                asked = chosen is None or edge in chosen
                _ask(found, Blank(node, edge), readings.edge_derivative(*edge), asked)
    return found


def _ask(found: dict[Blank, float], blank: Blank, number: engine.Value | None, asked: bool) -> None:
    if asked and isinstance(number, float) and math.isfinite(number):
        found[blank] = number
