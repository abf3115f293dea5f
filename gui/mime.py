"""The MIME types of what is dragged and copied inside Chainrule."""

__all__ = ["GRAPH", "OP"]

OP = "application/x-chainrule-op"  # the name of an op or a kind of leaf, UTF-8
GRAPH = "application/x-chainrule-graph"  # a part of a graph: the bytes of a Chainrule file
