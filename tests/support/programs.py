"""Programs that have run, for tests that ask them."""

import engine


def ran(graph: engine.Graph, output: str | None = None) -> engine.Program:
    program = engine.compile(graph, output)
    program.forward()
    program.backward()
    return program
