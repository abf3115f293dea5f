"""Mermaid: a flowchart for Markdown pages, with both numbers on every edge."""

from engine.formats.figure import FACES, figure
from engine.graph import Graph

__all__ = ["mermaid"]

_PLAIN = set(" =.,()+−·×∞—")  # besides letters and digits; all else could be a mark of Mermaid's


def mermaid(graph: Graph) -> str:
    """Return the graph as a Mermaid flowchart from left to right."""
    shown = figure(graph)
    numbers = {name: f"n{number}" for number, name in enumerate(graph.nodes())}
    lines = ["flowchart LR"]
    for name, number in numbers.items():
        kind, text = shown.kind(name), _quoted(shown.line(name))
        shape = f"([{text}])" if graph.is_leaf(name) else f"({text})"
        lines.append(f"  {number}{shape}:::{kind}")
    for edge, value, derivative in shown.edges():
        label = _quoted(f"{value} | {derivative}")
        lines.append(f"  {numbers[edge.source]} -->|{label}| {numbers[edge.target]}")
    for kind, face in FACES.items():
        # colour alone does not tell what is trained
        line = "stroke:#6b7480,stroke-width:2.2px" if kind == "parameter" else "stroke:#8a949e"
        lines.append(f"  classDef {kind} fill:{face},{line},color:#1c2024")
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    """Return a text in quotes; every sign that could mean something is written by its number."""
    signs = (
        sign
        if sign.isalnum() or sign in _PLAIN
        else f"#{ord(sign)};"
        if sign.isprintable()
        else " "
        for sign in text
    )
    return f'"{"".join(signs)}"'
