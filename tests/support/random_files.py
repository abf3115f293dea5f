"""Files as a stranger may have written them: odd names, odd numbers, and what nobody knows."""

import json
from typing import Any

import numpy as np
from hypothesis import strategies as st

import engine
from engine import ops
from engine.formats.chainrule_file import loads
from engine.formats.json_value import value_to_json

__all__ = ["JSON", "NAMES", "TEXTS", "VALUES", "files", "graphs_of_files", "group_trees"]

NAMES = st.sampled_from(
    ["w", "x", "b", "a_1", "w[0]", "z^{[2]}", "ü", "∂J/∂w", 'a"b', "c\\d", "名", "😀", "x" * 300]
)
TEXTS = st.sampled_from(["", " ", "a\tb", "w_1", "Ω\n", 'say "∂"', "\\alpha", "‮"])
NUMBERS = (0.0, -0.0, 1.5, -2.0, 1e308, 1e-320, 5e-324, np.inf, -np.inf, np.nan, 1e16, 0.1)
SHAPES = ((), (), (), (0,), (1,), (3,), (2, 0), (2, 3), (1, 1, 2, 1, 2))
FORMULAS = ("p^2/2", "p*q + sin(p)", "2q - p", "w + x", "3", "-p", "abs(q)", "a_1*w")
OWN = (
    {"name": "mine", "formula": "u^2/2"},
    {"name": "other", "formula": "u*v + 1", "symbol": "φ", "note": [None]},
)
JSON = st.recursive(
    st.sampled_from([None, True, 1, 1.0, -0.0, 10**20, "", "w", "x[0]"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)


@st.composite
def _values(draw: st.DrawFn) -> engine.Value:
    shape = draw(st.sampled_from(SHAPES))
    count = int(np.prod(shape))
    numbers = draw(st.lists(st.sampled_from(NUMBERS), min_size=count, max_size=count))
    return np.array(numbers).reshape(shape) if shape else numbers[0]


VALUES = _values()


def _maybe(draw: st.DrawFn, entry: dict[str, Any], key: str, of: st.SearchStrategy[Any]) -> None:
    """Give an entry of the file one more key, in one of three."""
    if not draw(st.integers(0, 2)):
        entry[key] = draw(of)


SPANS = st.sampled_from([None, [-1, 1, 0.1], [-1.0, 1.0, 0.1], [0, 1e9, 1e5], [1, 0, 1], "wide"])
PLACES = st.lists(st.sampled_from([0, -0.0, 1, 1.5, -320.25, 1e8]), min_size=2, max_size=2)


def _leaf(draw: st.DrawFn, name: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(ops.LEAVES))
    entry = {"id": name, "op": kind, "value": value_to_json(draw(VALUES))}
    _maybe(draw, entry, "slider", SPANS)
    return entry


def _op(draw: st.DrawFn, name: str) -> dict[str, Any]:
    op = draw(st.sampled_from(["formula", "formula", *sorted(ops.OPS)]))
    entry: dict[str, Any] = {"id": name, "op": op}
    if op == "formula":
        entry["formula"] = draw(st.sampled_from(FORMULAS))
        _maybe(draw, entry, "inputs", st.just(list(reversed(ops.create(op, entry).ports))))
        _maybe(draw, entry, "own", st.sampled_from(["mine", "other", "", None, 3]))
    if "axis" in ops.OPS[op].attributes:
        axes = [0, -1] if op.endswith("softmax") else [None, 0, -1, [0], [0, 1]]
        _maybe(draw, entry, "axis", st.sampled_from(axes))
    if "keepdims" in ops.OPS[op].attributes:
        _maybe(draw, entry, "keepdims", st.booleans())
    return entry


def _edges(draw: st.DrawFn, nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return edges that lead from a node to one behind it, so that there is no cycle."""
    found = []
    for k, entry in enumerate(nodes):
        if entry["op"] in ops.LEAVES or not k:
            continue
        op = ops.OPS[entry["op"]]
        ports = draw(st.integers(0, 3)) if op.variadic else len(ops.create(op.name, entry).ports)
        for port in range(ports):
            if draw(st.integers(0, 4)):
                source = draw(st.sampled_from(nodes[:k]))["id"]
                edge = {"source": source, "target": entry["id"], "key": port}
                _maybe(draw, edge, draw(st.sampled_from(["bend", "weight"])), JSON)
                found.append(edge)
    return found


def group_trees(draw: st.DrawFn, names: list[str]) -> list[dict[str, Any]]:
    """Return groups beside and within each other, as a file has them."""
    found: list[dict[str, Any]] = []
    runs = [names]
    while runs and len(found) < 4:
        run = runs.pop()
        first = draw(st.integers(0, len(run)))
        last = draw(st.integers(first, len(run)))
        inside = run[first:last]
        if inside:
            group = {"id": f"group{len(found) + 1}", "title": draw(NAMES), "members": inside}
            _maybe(draw, group, "folded", st.booleans())
            _maybe(draw, group, "colour", JSON)
            found.insert(draw(st.integers(0, len(found))), group)
            runs += [inside, run[last:]]
    return found


_DATA = st.sampled_from(
    [None, {"columns": ["x", "w[0]", "w"], "rows": [[1, -0.0, 2]]}, {"columns": "x"}, 3]
)
_QUIZ = st.sampled_from([None, {"hide": ["values"]}, {"hide": [], "edges": [["w", "x", 0]]}, "no"])
_LESSON = st.sampled_from(
    [None, {"texts": [{"pass": "forward", "node": "w", "text": "so"}]}, {"texts": {}}, []]
)
_TRAINING = st.sampled_from([None, {"optimizer": "adam", "more": None}, {"rate": "fast"}, 0])


@st.composite
def files(draw: st.DrawFn, most: int = 6) -> bytes:
    """Return the bytes of a file that can be read, of which parts say nothing to Chainrule."""
    names = draw(st.lists(NAMES, max_size=most, unique=True))
    nodes = []
    for name in names:
        entry = (_op if draw(st.booleans()) else _leaf)(draw, name)
        _maybe(draw, entry, "label", TEXTS)
        _maybe(draw, entry, "position", PLACES)
        _maybe(draw, entry, "note", JSON)
        nodes.append(entry)
    own: dict[str, Any] = {"format": "chainrule", "version": 1}
    edges = _edges(draw, nodes)
    _maybe(draw, own, "title", TEXTS)
    if names:
        _maybe(draw, own, "output", st.sampled_from(names))
    known = {"data": _DATA, "quiz": _QUIZ, "lesson": _LESSON, "training": _TRAINING, "more": JSON}
    for key, of in known.items():
        _maybe(draw, own, key, of)
    own["ops"] = draw(st.sampled_from([[], [OWN[0]], [*OWN]]))
    nodes, edges = draw(st.permutations(nodes)), draw(st.permutations(edges))
    own["groups"] = group_trees(draw, [entry["id"] for entry in nodes])
    tree: dict[str, Any] = {"graph": own, "nodes": nodes, "edges": edges}
    _maybe(draw, tree, "seen by", JSON)
    return json.dumps(tree).encode()


def graphs_of_files(most: int = 6) -> st.SearchStrategy[engine.Graph]:
    """Return what such files hold."""
    return files(most).map(loads)
