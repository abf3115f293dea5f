"""Make a graph, laid out: from an expression or several assignments, or a whole network."""

import argparse

import engine
from engine.assignments import free_names, graph_from_text, with_exp
from engine.expression import check_new_leaves, without_scripts
from engine.network import ACTIVATIONS, LOSSES, Form, Network, layer_sizes
from gui.command_line.new_from import add_from_arguments, graph_from_elsewhere
from gui.command_line.out import check_out, write_graph
from gui.command_line.reading import values
from gui.command_line.usage import UsageError

__all__ = ["add_arguments", "run"]

_OF_NETWORK = ("activation", "loss", "form", "batch", "seed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="?",
        help="such as 'J = (w*x+b-y)^2/2', or several, divided by ';'",
    )
    parser.add_argument("values", nargs="*", metavar="NAME=VALUE", help="the leaves' values")
    parser.add_argument(
        "-o", "--out", required=True, metavar="FILE", help="the file to write, - for stdout"
    )
    parser.add_argument("--title", help="the graph's title")
    parser.add_argument(
        "--parameters",
        metavar="NAMES",
        help="the leaves that are parameters, such as w,b; by default those whose names begin "
        "with w or b",
    )
    expand = parser.add_mutually_exclusive_group()
    expand.add_argument(
        "--expand", action="store_true", default=None, help="one node per operation"
    )
    expand.add_argument(
        "--no-expand", dest="expand", action="store_false", help="one node per assignment"
    )
    _add_network_arguments(parser)
    add_from_arguments(parser)


def _add_network_arguments(parser: argparse.ArgumentParser) -> None:
    network = parser.add_argument_group("a fully connected network, in place of TEXT")
    network.add_argument(
        "--mlp",
        metavar="SIZES",
        help="units per layer from the inputs to the outputs, such as 784,128,10; 20*3 stands "
        "for 20,20,20",
    )
    network.add_argument("--activation", choices=ACTIVATIONS, help="between the layers (relu)")
    network.add_argument("--loss", choices=LOSSES, help="at the end (squared_error)")
    network.add_argument(
        "--form",
        choices=[form.value for form in Form],
        help="arrays: a matrix product per layer; neurons: single numbers, a weighted sum per "
        "neuron; operations: single numbers, a node per product (arrays)",
    )
    network.add_argument("--batch", type=int, metavar="N", help="examples, of arrays (1)")
    network.add_argument("--seed", type=int, metavar="N", help="of the random weights (0)")


def run(arguments: argparse.Namespace) -> int:
    """Write the graph's file; return 0."""
    check_out(arguments.out)
    _check_options(arguments)
    graph = graph_from_elsewhere(arguments, _parameters(arguments))
    if graph is None:
        graph = _from_text(arguments) if arguments.mlp is None else _network(arguments)
    if arguments.title is not None:
        graph.title = arguments.title
    _lay_out(graph)
    write_graph(graph, arguments.out)
    return 0


def _check_options(arguments: argparse.Namespace) -> None:
    """Raise UsageError for what would make no difference."""
    for option in _OF_NETWORK if arguments.mlp is None else ():
        if getattr(arguments, option) is not None:
            raise UsageError(f"--{option} is for a network: add --mlp SIZES")
    asked = {
        "--mlp": arguments.mlp,
        "--from": arguments.source,
        "--from-torch": arguments.from_torch,
    }
    instead = [option for option, value in asked.items() if value is not None]
    if len(instead) > 1:
        raise UsageError(f"{' and '.join(instead[:2])} are two graphs: ask for one")
    if instead and arguments.expand is not None:
        option = "--expand" if arguments.expand else "--no-expand"
        raise UsageError(f"{option} is for a graph that is written as TEXT")
    if instead and instead != ["--from-torch"] and arguments.parameters is not None:
        raise UsageError("--parameters is for a graph that is written as TEXT, or a model's code")


def _from_text(arguments: argparse.Namespace) -> engine.Graph:
    if arguments.text is None:
        raise UsageError("write TEXT, such as 'J = (w*x+b-y)^2/2', or --mlp SIZES")
    if arguments.values and arguments.values[0].startswith("="):
        raise UsageError("write TEXT in quotes, such as 'J = (w*x+b-y)^2/2'")
    given = values(map(_with_plain_name, arguments.values))
    listed = _parameters(arguments)
    parameters = None if listed is None else [without_scripts(name) for name in listed]
    known = {*given, *(parameters or ())}
    text = with_exp(without_scripts(arguments.text, known), known=known)
    way = "write c for it, and give c={number} behind the text"
    check_new_leaves((name for name in free_names(text) if name not in given), text, way)
    return graph_from_text(text, given, parameters, arguments.expand)


def _with_plain_name(assignment: str) -> str:
    name, equals, value = assignment.partition("=")
    return f"{without_scripts(name)}{equals}{value}"


def _parameters(arguments: argparse.Namespace) -> list[str] | None:
    if arguments.parameters is None:
        return None
    return str(arguments.parameters).replace(",", " ").split()


def _network(arguments: argparse.Namespace) -> engine.Graph:
    if arguments.text is not None:
        raise UsageError(f"--mlp makes the whole graph: '{arguments.text}' has no place in it")
    asked = {name: getattr(arguments, name) for name in _OF_NETWORK}
    given = {name: value for name, value in asked.items() if value is not None}
    if given.get("seed", 0) < 0:
        raise UsageError(f"--seed {arguments.seed}: a seed is 0 or more")
    if "form" in given:
        given["form"] = Form(given["form"])
    return Network(layer_sizes(arguments.mlp), **given).build()


def _lay_out(graph: engine.Graph) -> None:
    # Text is measured with Qt's fonts, which are loaded only now.
    from gui.headless import ensure_application
    from gui.picture.layout import FIRST_VIEW, lay_out_to_be_read
    from gui.run import read

    ensure_application()
    graph.set_positions(lay_out_to_be_read(graph, read(graph), FIRST_VIEW))
