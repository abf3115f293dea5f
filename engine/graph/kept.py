"""What a graph keeps in its file besides itself: its table of data, its quiz, its lesson.

They name nodes, and follow when one is renamed. What is malformed stays as it is.
"""

import re
from collections.abc import Collection, Container, Mapping
from typing import Any

__all__ = ["KEPT", "others", "renamed"]


def others(tree: object, known: Collection[str]) -> dict[str, Any]:
    """Return what stands in an object of a file besides what is `known`: an edit leaves it there.

    In what is no object there is nothing.
    """
    entries = tree.items() if isinstance(tree, dict) else ()
    return {key: value for key, value in entries if key not in known}


def renamed(kept: Mapping[str, Any], old: str, new: str, nodes: Container[str]) -> dict[str, Any]:
    """Return those of the attributes that name node `old`, with `new` in its place.

    A column `x[0]` is not an entry of x where one of the `nodes` is called so.
    """
    found = {}
    for key, follow in _FOLLOWING.items():
        tree = kept.get(key)
        if isinstance(tree, dict):
            other = follow(tree, old, new, nodes)
            if other != tree:
                found[key] = other
    return found


def _table(tree: dict[str, Any], old: str, new: str, nodes: Container[str]) -> dict[str, Any]:
    columns = tree.get("columns")
    if not isinstance(columns, list):
        return tree
    follow = [_column(column, old, new, nodes) for column in columns]
    twice = len({*map(str, follow)}) < len({*map(str, columns)})  # a column is called so already
    return tree if twice else {**tree, "columns": follow}


def _quiz(tree: dict[str, Any], old: str, new: str, _: Container[str]) -> dict[str, Any]:
    edges = tree.get("edges")
    if not isinstance(edges, list):
        return tree
    follow = [
        [new if part == old else part for part in edge] if isinstance(edge, list) else edge
        for edge in edges
    ]
    return {**tree, "edges": follow}


def _lesson(tree: dict[str, Any], old: str, new: str, _: Container[str]) -> dict[str, Any]:
    texts = tree.get("texts")
    if not isinstance(texts, list):
        return tree
    follow = [
        {**said, "node": new} if isinstance(said, dict) and said.get("node") == old else said
        for said in texts
    ]
    return {**tree, "texts": follow}


def _column(column: object, old: str, new: str, nodes: Container[str]) -> object:
    """Return a column of the node, or of one entry of it, under its new name."""
    if column == old:
        return new
    if not isinstance(column, str) or column in nodes:
        return column
    found = re.fullmatch(re.escape(old) + r"(\[\d+\])", column)
    follows = column if found is None else new + found[1]
    return column if follows in nodes else follows


_FOLLOWING = {"data": _table, "quiz": _quiz, "lesson": _lesson}
KEPT = tuple(_FOLLOWING)
"""The graph's attributes that name nodes."""
