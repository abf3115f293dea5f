"""What a file keeps besides the graph follows a rename, were it malformed."""

import pytest

import engine
from engine.graph.kept import renamed

TREES = [
    (
        {"data": {"columns": ["x", "x[0]", "xx", "y"], "rows": []}},
        {"data": {"columns": ["u", "u[0]", "xx", "y"], "rows": []}},
    ),
    (
        {"quiz": {"hide": [], "edges": [["x", "c", 0], ["w", "x", 1]]}},
        {"quiz": {"hide": [], "edges": [["u", "c", 0], ["w", "u", 1]]}},
    ),
    (
        {"lesson": {"texts": [{"node": "x", "say": "x"}, {"pass": "given"}]}},
        {"lesson": {"texts": [{"node": "u", "say": "x"}, {"pass": "given"}]}},
    ),
]


@pytest.mark.parametrize(("kept", "follow"), TREES)
def test_it_follows(kept, follow):
    graph = engine.Graph()
    graph.input("x", 1.0)
    graph.network.graph.update(kept)
    graph.rename_node("x", "u")
    assert {key: graph.network.graph[key] for key in kept} == follow
    graph.rename_node("u", "x")
    assert {key: graph.network.graph[key] for key in kept} == kept


def test_a_column_called_like_another_node_is_no_entry():
    graph = engine.Graph()
    for name in ("x", "x[0]", "u[1]"):
        graph.input(name, 1.0)
    graph.network.graph["data"] = {"columns": ["x", "x[0]", "x[1]", "x[2]"], "rows": []}
    graph.rename_node("x", "u")
    assert graph.network.graph["data"]["columns"] == ["u", "x[0]", "x[1]", "u[2]"]


@pytest.mark.parametrize(
    "tree",
    [
        7,
        {"columns": "x", "edges": {}, "texts": 1},
        {"columns": [1, None], "edges": ["x", 2], "texts": ["x", {"node": ["x"]}]},
        {"columns": ["y"], "edges": [["y", "c", 0]], "texts": [{"node": "y"}]},
        {"columns": ["x", "u"]},
    ],
)
def test_what_is_malformed_or_about_others_stays(tree):
    assert renamed({"data": tree, "quiz": tree, "lesson": tree, "title": "x"}, "x", "u", ()) == {}
