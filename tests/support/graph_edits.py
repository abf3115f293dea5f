"""Edits of a graph's structure drawn at random, of which some are refused."""

import contextlib

from hypothesis import strategies as st

import engine

__all__ = ["EDITS", "edited"]

_NAMES = st.sampled_from("abcdef")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "remove", "feed", "feed", "cut", "rename", "copy"]), _NAMES, _NAMES
    ),
    max_size=50,
)
"""Each is what is done, the node that it is about, and another one."""


def edited(graph: engine.Graph, what: str, name: str, other: str) -> engine.Graph:
    """Return the graph after an edit: the same one, or its copy; as it was where it is refused."""
    with contextlib.suppress(engine.GraphError):
        if what == "add":
            graph.add_node(name, "add")
        elif what == "remove":
            removed = graph.remove_node(name)
            if name < other:
                graph.restore_node(removed)
        elif what == "feed":
            graph.add_edge(name, other, graph.next_port(other))
        elif what == "cut":
            for edge in graph.edges([name])[:1]:
                graph.remove_edge(*edge)
        elif what == "rename":
            graph.rename_node(name, other)
        else:
            return graph.copy()
    return graph
