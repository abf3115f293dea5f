"""What a file says, copied while the graph is edited: the bytes are those of the graph as it is."""

import engine
from engine.formats import chainrule_file
from engine.formats.contents import Contents, copied_again, copied_in_slices


def _graph() -> engine.Graph:
    graph = engine.Graph()
    names = [graph.parameter(f"w{k}", float(k)) for k in range(5)]
    graph.op("add", *names, name="J")
    return graph


def test_edits_amid_the_copying_are_made_good() -> None:
    graph = _graph()
    slices, touched = copied_in_slices(graph, 2), ("w0", "w4")
    next(slices)
    for name in touched:
        graph.set_attribute(name, "value", 7.0)
    graph.title, graph.output = "Late", "J"
    graph.groups = [engine.Group("g", "G", ("w1", "w2"))]
    graph.own_ops = [engine.OwnOp("half", "d/2")]
    copy = _rest(slices)
    assert chainrule_file.written(copy) != chainrule_file.dumps(graph)
    whole = copied_again(graph, copy, touched)
    assert chainrule_file.written(whole) == chainrule_file.dumps(graph)


def test_a_copy_stays_as_it_is_while_the_graph_changes() -> None:
    graph = _graph()
    before = chainrule_file.dumps(graph)
    copy = copied_again(graph, _rest(copied_in_slices(graph, 1)), ("w1",))
    graph.set_attribute("w1", "value", 9.0)
    graph.title = "Later"
    graph.remove_node("w0")
    assert chainrule_file.written(copy) == before


def test_an_edited_copy_that_takes_the_graphs_place_amid_the_copying_is_made_good() -> None:
    graph = _graph()
    slices = copied_in_slices(graph, 2)
    next(slices)
    edited = graph.copy()
    edited.set_values({"w0": 7.0, "w4": 8.0})
    graph.become(edited).dissolve()
    whole = copied_again(graph, _rest(slices), ("w0", "w4"))
    assert chainrule_file.written(whole) == chainrule_file.dumps(graph)


def test_many_numbers_are_put_in_their_places_when_they_are_written() -> None:
    graph, names = _graph(), ("w1", "w3", "w4")
    copy = _rest(copied_in_slices(graph, 2))
    graph.set_values(dict.fromkeys(names, 2.5))
    again = copied_again(graph, copy, (), names)
    known = graph._known_together
    assert copied_again(graph, copy, ("w0",)).numbers is None
    assert graph._known_together is known  # for the next step of the training
    expected = chainrule_file.dumps(graph)
    assert again.nodes == copy.nodes
    graph.set_values(dict.fromkeys(names, 3.5))
    assert chainrule_file.written(again) == expected
    graph.set_values({"w1": [1.0, 2.0]})
    again = copied_again(graph, copy, (), names)
    assert again.numbers is None
    assert chainrule_file.written(again) == chainrule_file.dumps(graph)


def _rest(slices) -> Contents:
    while True:
        try:
            next(slices)
        except StopIteration as done:
            return done.value
