"""Evaluate a graph forward and backward: a table of every edge, every node and the counts."""

import argparse

import engine
from engine.formats.json_value import value_to_json
from gui.command_line.reading import read_graph, values
from gui.command_line.table import plural, print_json, print_origins, print_table, short
from gui.command_line.usage import UsageError

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="the graph, - for stdin")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="give a leaf another value; may be repeated",
    )
    parser.add_argument("--output", metavar="NAME", help="the node whose derivatives are taken")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead")


def run(arguments: argparse.Namespace) -> int:
    """Print the values and derivatives; return 0."""
    graph = read_graph(arguments.file)
    try:
        program = _evaluated(graph, arguments.output, values(arguments.set))
    except engine.GraphError as error:
        raise UsageError(f"{arguments.file}: {error}") from error
    (_print_json if arguments.json else _print_tables)(graph, program)
    return 0


def _evaluated(
    graph: engine.Graph, output: str | None, given: dict[str, engine.Value]
) -> engine.Program:
    """Return the program of `graph` after both passes, its leaves as `given`."""
    program = engine.compile(graph, output)
    for name, value in given.items():
        program.set_value(name, value)
    program.forward()
    program.backward()
    return program


def _print_json(graph: engine.Graph, program: engine.Program) -> None:
    counts = program.counts
    print_json(
        {
            "output": program.output,
            "nodes": {
                name: {
                    "value": value_to_json(program.value(name)),
                    "derivative": value_to_json(program.derivative(name)),
                }
                for name in graph.nodes()
            },
            "edges": [
                {
                    "source": edge.source,
                    "target": edge.target,
                    "key": edge.port,
                    "value": value_to_json(program.value(edge.source)),
                    "derivative": value_to_json(program.edge_derivative(*edge)),
                }
                for edge in graph.edges()
            ],
            "counts": {
                "nodes": counts.nodes,
                "parameters": counts.parameters,
                "backprop_steps": counts.backprop_steps,
                "bump_steps": counts.bump_steps,
            },
        }
    )


def _print_tables(graph: engine.Graph, program: engine.Program) -> None:
    derivative = f"d{program.output}/d(this)"
    print_table(
        ("edge", "input", "value", derivative),
        [
            (
                f"{edge.source} → {edge.target}",
                str(edge.port),
                short(program.value(edge.source)),
                short(program.edge_derivative(*edge)),
            )
            for edge in graph.edges()
        ],
        "lrrr",
    )
    print()
    print_table(
        ("node", "op", "value", derivative),
        [
            (name, graph.op_of(name), short(program.value(name)), short(program.derivative(name)))
            for name in graph.nodes()
        ],
        "llrr",
    )
    counts = program.counts
    n, p = counts.nodes, counts.parameters
    each = f"each of {counts.entries} entries" if counts.entries > p else "each parameter"
    summed = f"{plural(n, 'op node')} + {plural(p, 'parameter')}"
    print(
        f"\nbackpropagation: {summed} = {plural(counts.backprop_steps, 'step')}; "
        f"bumping {each}: {n} × {counts.entries} = {plural(counts.entry_steps, 'step')}"
    )
    origins = program.nonfinite_origins()
    if origins:
        print(f"NaN or infinity starts at {', '.join(origins)}")
    print_origins(program.derivative_origins())
