"""Graphs for formats that are text: one as it should be, one of hostile names, one unfinished."""

from examples import example

import engine

__all__ = ["hostile", "unfinished", "unit"]

HOSTILE = [
    'a"b', "c\\d", "</script>", "<b>&amp;", "$x^2$", "50%", "#1", "{", "}", "_", "^", "~", "é", "ñ",
    "名", "\\end{document}", "\\input{x}", "|", "[x]", "σ", "w_1", "end", "%%", "`", "'", "½",
    "a b", "--", "->", "]:::x", "x;y", "😀", "…", "'''", "\\N", "&", "@", "²", "«»", "a''b",
]  # fmt: skip


def unit() -> engine.Graph:
    return example("linear-unit")


def hostile() -> engine.Graph:
    graph = engine.Graph('A "title" </title> \\ with % and\nlines')
    for name in HOSTILE:
        graph.parameter(name, 2.0)
    for name in HOSTILE:
        graph.set_attribute(
            name, "label", f"{name}^{name}_" if name != "σ" else "\\sigma^{[1]}_2^3"
        )
    plain = [graph.parameter(f"{name} ", 1.5) for name in HOSTILE]
    total = graph.op("add", *HOSTILE, *plain, name="total")
    graph.op("multiply", total, total, name="J")
    graph.output = "J"
    return graph


def unfinished() -> engine.Graph:
    graph = engine.Graph()
    graph.add_node("c", "multiply")
    graph.add_edge(graph.parameter("w", 2.0), "c", 0)
    graph.op("exp", "c", name="J")
    return graph
