"""Graphviz DOT: a box per node, on every edge its value in blue, its derivative in orange."""

from engine.formats.figure import FACES, figure
from engine.graph import Graph

__all__ = ["dot"]

_VALUE, _DERIVATIVE = "#0a5dc2", "#b04300"
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_HEAVY = ', penwidth=2.2, color="#6b7480"'  # colour alone does not tell what is trained


def dot(graph: Graph) -> str:
    """Return the graph as Graphviz reads it."""
    shown = figure(graph)
    numbers = {name: f"n{number}" for number, name in enumerate(graph.nodes())}
    lines = [
        f"digraph {_quoted(graph.title or 'graph')} {{",
        "  rankdir=LR; pad=0.2;",
        '  node [shape=box, style="rounded,filled", fontname="serif", color="#8a949e"];',
        '  edge [fontname="sans-serif", fontsize=11, color="#6b7480"];',
    ]
    for name, number in numbers.items():
        kind = shown.kind(name)
        pill = ", margin=0.2" if graph.is_leaf(name) else ""
        pill += _HEAVY if kind == "parameter" else ""
        lines.append(
            f'  {number} [label={_quoted(shown.line(name))}, fillcolor="{FACES[kind]}"{pill}];'
        )
    for edge, value, derivative in shown.edges():
        label = (
            f'<<font color="{_VALUE}">{value.translate(_HTML)}</font><br/>'
            f'<font color="{_DERIVATIVE}">{derivative.translate(_HTML)}</font>>'
        )
        lines.append(f"  {numbers[edge.source]} -> {numbers[edge.target]} [label={label}];")
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    r"""Return a text in double quotes; a backslash would begin an escape such as `\N`."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + seen.replace("\\", "\\\\").replace('"', '\\"') + '"'
