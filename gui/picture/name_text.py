"""Names in running text, as the picture writes them, in plain letters: `w₁₁` for `w_11`."""

import engine
from gui.picture.card import set_node_name
from gui.picture.runs import plain_text
from gui.readings import Seen

__all__ = ["derivative_text", "leaf_text", "name_text"]


def name_text(graph: engine.Graph, name: str) -> str:
    """Return a node's label or name as text; of a node that is gone its name as it is."""
    return plain_text(set_node_name(graph, name)) if name in graph else name


def leaf_text(graph: engine.Graph, leaf: str) -> str:
    """Return a leaf, or an entry of one such as `W_1[0, 2]`, as text: `W₁[0, 2]`."""
    if leaf in graph:
        return name_text(graph, leaf)
    name, bracket, entry = leaf.rpartition("[")
    return name_text(graph, name) + bracket + entry


def derivative_text(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return what the derivative of a node is called: `∂J/∂c`, in forward mode `∂c/∂w`."""
    name = name_text(graph, node)
    if seen.by_leaf is not None:
        return f"∂{name}/∂{leaf_text(graph, seen.by_leaf)}"
    return f"∂{name_text(graph, seen.output or 'J')}/∂{name}"
