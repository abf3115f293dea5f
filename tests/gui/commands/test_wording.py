"""How commands are called in the Edit menu."""

import engine
from gui.commands import DeleteNodes, SetSliders, SetValues, ungroup


def test_large_numbers_are_written_with_commas() -> None:
    names = [f"x{i}" for i in range(1200)]
    graph = engine.Graph()
    graph.parameter("w")
    graph.groups = [engine.Group(name, "Layer", ("w",)) for name in names]
    for command, text in (
        (DeleteNodes(names), "Delete 1,200 nodes"),
        (SetValues(dict.fromkeys(names, 2.0)), "Set 1,200 values"),
        (SetSliders(names, given=True), "Give 1,200 sliders"),
        (ungroup(graph, [group.id for group in graph.groups]), "Ungroup 1,200 groups"),
    ):
        assert command.text == text
