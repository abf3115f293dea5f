"""Programs that have run, for tests that ask them: one number, or all there are, to the bit."""

import struct

import numpy as np
import pytest

import engine
from engine.stretch import Batches, Loop, division
from engine.value import Value


def run(program: engine.Program) -> None:
    program.forward()
    program.backward()


def ran(graph: engine.Graph, output: str | None = None) -> engine.Program:
    program = engine.compile(graph, output)
    run(program)
    return program


def ran_in_batches(graph: engine.Graph) -> engine.Program:
    """Return the same, computed in batches wherever numbers can be, however few."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(division, "WIDE", 1)
        return ran(graph)


def output_value(graph: engine.Graph) -> Value:
    program = engine.compile(graph)
    program.forward()
    return program.value(program.output)


def by_loop(graph: engine.Graph) -> engine.Program:
    """Compile a graph of scalars that no batch computes, however wide it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(division, "WIDE", 10**9)
        program = engine.compile(graph)
    assert isinstance(program._parts.part, Loop)
    return program


def is_batched(program: engine.Program) -> bool:
    return isinstance(program._parts.part, Batches)


def figures(program: engine.Program, graph: engine.Graph) -> list[Value]:
    """Return all values, then all derivatives, then those of all edges."""
    found = [of(name) for of in (program.value, program.derivative) for name in graph.nodes()]
    return found + [program.edge_derivative(*edge) for edge in graph.edges()]


def bits(program: engine.Program, graph: engine.Graph) -> list[bytes]:
    """Return what tells all figures apart bit by bit, but for the sign of a NaN.

    That says nothing, and processors choose it as they like.
    """
    return [_bits(x) for x in figures(program, graph)]


def _bits(figure: Value) -> bytes:
    if isinstance(figure, float):
        return struct.pack("d", figure) if figure == figure else b"nan"
    return np.where(np.isnan(figure), np.nan, figure).tobytes()
