"""Groups follow edits of their nodes, travel in the file, fold only where no path returns."""

import json
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_files import group_trees

import engine
from engine.formats.chainrule_file import dumps, loads
from engine.graph.folding import check_fold, check_folds, folded_groups, on_cycles
from engine.graph.groups import MAX_GROUPS, Group, around, checked, parents, read_groups


@pytest.fixture
def graph() -> engine.Graph:
    """Return J = relu(w·x + b) − y, a chain with leaves."""
    graph = engine.Graph()
    for name in "wxby":
        graph.parameter(name, 1.0)
    graph.op("multiply", "w", "x", name="c")
    graph.op("add", "c", "b", name="a")
    graph.op("relu", "a", name="g")
    graph.op("subtract", "g", "y", name="J")
    return graph


def group(members: str, *, folded: bool = False, name: str = "") -> Group:
    return Group(name or members, f"the {members}", tuple(members), folded)


def test_a_graph_has_no_groups_at_first(graph):
    assert graph.groups == ()
    assert b"groups" not in dumps(graph)


def test_members_are_checked_once_for_the_nodes_there_are(graph):
    first, other = group("ca"), group("ga")
    graph.groups = [first]
    asked: list[object] = []

    class Known(set):
        def __contains__(self, name):
            asked.append(name)
            return super().__contains__(name)

    sound = {id(first.members)}
    assert checked([first], Known("ca"), sound) == (first,)
    assert not asked
    assert checked([first], Known("ca")) == (first,)
    assert asked == ["c", "a"]
    graph.groups = []
    graph.groups = [first]
    with pytest.raises(engine.InvalidGroupError, match="shares 'a'"):
        graph.groups = [first, other]
    graph.remove_node("a")
    with pytest.raises(engine.InvalidGroupError, match="no node named 'a'"):
        graph.groups = [first]
    assert [one.members for one in graph.groups] == [("c",)]


def test_groups_are_written_and_read_with_what_is_unknown_in_them(graph):
    graph.groups = [Group("1", "Layer 1", ("w", "c", "a"), True, {"colour": "red", "a": [1]})]
    contents = dumps(graph)
    again = loads(contents)
    assert again.groups == graph.groups
    assert dumps(again) == contents
    assert graph.copy().groups == graph.groups


def test_others_read_the_flat_graph(graph):
    graph.groups = [group("wca", folded=True)]
    network = nx.node_link_graph(json.loads(dumps(graph)), edges="edges")
    assert set(network.nodes) == set(graph.nodes())
    assert engine.compile(graph).output == "J"


def test_a_renamed_node_stays_in_its_groups(graph):
    graph.groups = [group("wca"), group("xb")]
    before = dumps(graph)
    graph.rename_node("c", "product")
    assert [g.members for g in graph.groups] == [("w", "product", "a"), ("x", "b")]
    graph.rename_node("product", "c")
    assert dumps(graph) == before


def test_removed_nodes_leave_their_groups_and_come_back_to_their_places(graph):
    graph.groups = [group("wcag"), group("ca"), group("xb")]
    before = dumps(graph)
    removed = [graph.remove_node(name) for name in ("c", "x", "a", "b")]
    assert [g.members for g in graph.groups] == [("w", "g")]
    for one in reversed(removed):
        graph.restore_node(one)
    assert dumps(graph) == before


def test_what_is_folded_is_evaluated_and_differentiated_like_the_flat_graph(graph):
    numbers = []
    for groups in ([], [group("wca", folded=True)]):
        graph.groups = groups
        program = engine.compile(loads(dumps(graph)))
        program.forward()
        program.backward()
        numbers.append([(program.value(n), program.derivative(n)) for n in graph.nodes()])
    assert numbers[0] == numbers[1]


def test_groups_nest_and_the_innermost_is_found(graph):
    graph.groups = [group("ca"), group("wcag"), group("xb")]
    assert parents(graph.groups) == [1, None, None]
    assert around(graph.groups, ["a", "c"]) == graph.groups[0]
    assert around(graph.groups, ["w", "c"]) == graph.groups[1]
    assert around(graph.groups, ["w", "x"]) is None
    graph.groups = [group("ca", name="outer"), group("ca", name="inner")]
    assert around(graph.groups, ["c"]) == graph.groups[1]


REFUSED = [
    ([group("wc"), group("ca")], "groups[1]: shares 'c' with the group 'the wc'"),
    ([group("wc"), group("xb", name="wc")], "groups[1].id: there is already a group 'wc'"),
    ([group("wq")], "groups[0].members[1]: there is no node named 'q'"),
    ([group("ww")], "groups[0].members[1]: 'w' is listed twice"),
    ([Group("1", "empty", ())], "groups[0].members: a group has at least one"),
    ([Group("", "none", ("w",))], "groups[0].id: expected a text that can be seen"),
    ([Group("1", "two\nlines", ("w",))], "groups[0].title: expected a text that can be seen"),
    ([Group("1", "half\ud800", ("w",))], "groups[0].title: expected a text that can be seen"),
    ([Group("1", "x" * 5000, ("w",))], "groups[0].title: is longer than 4096 bytes"),
    ([group("w")] * (MAX_GROUPS + 1), "groups: 10,001 are more than 10,000"),
    ([Group("1", "t", ("w",) * 1_000_001)], "groups: have more than 1,000,000 members together"),
]


@pytest.mark.parametrize(("groups", "sentence"), REFUSED, ids=lambda p: str(p)[:40])
def test_groups_that_cannot_be_are_refused_with_their_place(graph, groups, sentence):
    with pytest.raises(engine.InvalidGroupError) as caught:
        graph.groups = groups
    assert str(caught.value).startswith(sentence)
    assert graph.groups == ()


HOSTILE = [
    ({}, "graph.groups: expected a list"),
    ([1], "graph.groups[0]: expected an object"),
    ([{"title": "t"}], "graph.groups[0].id: expected a text"),
    ([{"id": "1", "title": 3}], "graph.groups[0].title: expected a text"),
    ([{"id": "1", "title": "t"}], "graph.groups[0].members: expected a list of names"),
    ([{"id": "1", "title": "t", "members": [1]}], "graph.groups[0].members: expected a list"),
    (
        [{"id": "1", "title": "t", "members": ["w"], "folded": 1}],
        "graph.groups[0].folded: expected true or false",
    ),
    ([{"id": "1", "title": "t", "members": ["q"]}], "graph.groups[0].members[0]: there is no node"),
]


@pytest.mark.parametrize(("groups", "sentence"), HOSTILE, ids=lambda p: str(p)[:40])
def test_a_files_groups_are_refused_with_one_sentence(graph, groups, sentence):
    tree = json.loads(dumps(graph))
    tree["graph"]["groups"] = groups
    with pytest.raises(engine.FileError) as caught:
        loads(json.dumps(tree).encode())
    assert str(caught.value).startswith(sentence)


def test_only_the_outermost_folded_groups_are_cards(graph):
    assert folded_groups(graph) == ()
    graph.groups = [group("wcag", folded=True), group("ca", folded=True), group("xb")]
    assert [g.id for g in folded_groups(graph)] == ["wcag"]
    graph.groups = [group("wcag"), group("ca", folded=True), group("xb", folded=True)]
    assert [g.id for g in folded_groups(graph)] == ["ca", "xb"]
    graph.groups = [group("wcagxb", folded=True), group("wcag"), group("ca", folded=True)]
    assert [g.id for g in folded_groups(graph)] == ["wcagxb"]


def test_what_would_feed_itself_is_not_folded(graph):
    graph.groups = [group("wc")]
    check_fold(graph, "wc")
    graph.groups = [group("cg")]
    with pytest.raises(engine.InvalidGroupError, match="leaves it and comes back: c → a → g"):
        check_fold(graph, "cg")
    graph.groups = [group("cg", folded=True)]
    assert folded_groups(graph) == ()  # drawn open, whoever wrote the file


def test_two_groups_that_would_feed_each_other_are_not_both_folded(graph):
    graph.op("relu", "x", name="p")
    graph.op("relu", "p", name="q")
    graph.groups = [group("cp", folded=True), group("aq")]
    check_fold(graph, "cp")
    graph.op("add", "a", "p", name="s")
    graph.groups = [Group("1", "One", ("c", "q"), True), Group("2", "Two", ("p", "a", "s"))]
    with pytest.raises(engine.InvalidGroupError, match=r"Two cannot be folded.*p → One → a"):
        check_fold(graph, "2")
    graph.groups = [Group(g.id, g.title, g.members, True) for g in graph.groups]
    assert [g.id for g in folded_groups(graph)] == ["1"]


def test_a_way_back_may_lead_through_several_members_of_a_folded_group(graph):
    graph.op("relu", "J", name="p")
    graph.groups = [Group("1", "One", ("g", "J"), True), Group("2", "Two", ("a", "p"))]
    with pytest.raises(engine.InvalidGroupError, match="a → One → p"):
        check_fold(graph, "2")


def test_inside_a_folded_group_anything_may_be_folded(graph):
    graph.groups = [group("wcag", folded=True), group("cg")]
    check_fold(graph, "cg")


def test_a_cycle_inside_leaves_the_others_folded(graph):
    before, behind = group("wx", folded=True), group("yJ", folded=True)
    graph.groups = [group("cg", folded=True), before, behind]
    assert folded_groups(graph) == (before, behind)


def chained(count: int) -> engine.Graph:
    """Return n0 → n1 → n2 → …"""
    graph = engine.Graph()
    graph.parameter("n0", 1.0)
    for k in range(1, count):
        graph.op("relu", f"n{k - 1}", name=f"n{k}")
    return graph


def of(*places: int, folded: bool = True) -> Group:
    members = tuple(f"n{k}" for k in places)
    return Group("-".join(members), "of a chain", members, folded)


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([of(1, 5)], id="one feeds itself"),
        pytest.param([of(1, 5), of(2, 6)], id="two feed themselves and each other"),
    ],
)
def test_what_is_open_since_it_would_feed_itself_opens_no_other(others):
    graph = chained(8)
    graph.groups = [*others, of(3, 4, folded=False)]
    check_fold(graph, "n3-n4")
    graph.groups = [*others, of(3, 4)]
    assert folded_groups(graph) == (of(3, 4),)


def test_of_cards_that_would_feed_each_other_the_first_stay():
    graph = engine.Graph()
    for name in ("a1", "m2", "c1"):
        graph.parameter(name, 1.0)
    graph.op("add", "a1", "c1", name="m1")
    for name in ("a2", "c2"):
        graph.op("relu", "m2", name=name)
    a, m, c = (Group(letter, letter, (f"{letter}1", f"{letter}2"), True) for letter in "amc")
    around = Group("m", "around", ("m1", "m2", "c1", "c2"), folded=True)
    for there, cards in [
        ((a, m), (a,)),
        ((a, m, c), (a, c)),
        ((m, a, c), (m,)),
        ((c, a, around), (c, a)),
        ((c, around, a), (around,)),
    ]:
        graph.groups = there
        assert folded_groups(graph) == cards
    graph.groups = [a, m, replace(c, folded=False)]
    check_fold(graph, "c")


def test_of_very_many_that_feed_themselves_each_is_not_asked(monkeypatch):
    """All of a large graph was looked through for each of them, with every edit."""
    graph = chained(83)
    behind, amid = of(81, 82), of(40, 41)
    graph.groups = [*(of(k, 80 - k) for k in range(39)), amid, behind]
    asked = []

    def counted(*given):
        asked.append(given)
        return on_cycles(*given)

    monkeypatch.setattr("engine.graph.folding.on_cycles", counted)
    assert folded_groups(graph) == (behind,)
    assert len(asked) == 1


def test_where_nothing_is_folded_the_graph_is_not_looked_through(graph, monkeypatch):
    graph.groups = [group("wx"), group("ca")]
    monkeypatch.setattr("engine.graph.folding.on_cycles", None)
    assert folded_groups(graph) == ()


def test_paths_that_meet_again_outside_are_no_way_back(graph):
    graph.op("add", "a", "g", name="s")
    graph.groups = [group("wxc")]
    check_fold(graph, "wxc")


@st.composite
def grouped(draw: st.DrawFn) -> engine.Graph:
    graph, names = engine.Graph(), [f"n{k}" for k in range(draw(st.integers(2, 8)))]
    for name in draw(st.permutations(names)):
        graph.add_node(name, "add")
    for k in range(1, len(names)):
        for source in draw(st.sets(st.sampled_from(names[:k]), max_size=2)):
            graph.add_edge(source, names[k], graph.next_port(names[k]))
    graph.groups = read_groups(group_trees(draw, draw(st.permutations(names))), graph)
    return graph


@given(grouped(), st.data())
def test_what_may_be_folded_is_one_card_and_opens_no_other(graph, data):
    """A refused one would open a group, itself or another."""
    for group in data.draw(st.permutations(graph.groups)):
        others = [other for other in graph.groups if other.id != group.id]
        graph.groups = [*others, replace(group, folded=False)]
        before = hidden(graph)
        refused = False
        try:
            check_fold(graph, group.id)
        except engine.InvalidGroupError:
            refused = True
        graph.groups = [*others, replace(group, folded=True)]
        assert not on_cycles(graph, folded_groups(graph))
        assert refused != (before | {group.id} <= hidden(graph))
        if refused:
            graph.groups = [*others, replace(group, folded=False)]


@given(grouped(), st.data())
def test_what_may_be_folded_at_once_is_one_card_each_or_within_one(graph, data):
    ids = {group.id for group in graph.groups if data.draw(st.booleans())}
    cards = folded_groups(graph)
    graph.groups = [replace(g, folded=g in cards and g.id not in ids) for g in graph.groups]
    before, refused = hidden(graph), False
    try:
        check_folds(graph, ids)
    except engine.InvalidGroupError:
        refused = True
    graph.groups = [replace(g, folded=g.folded or g.id in ids) for g in graph.groups]
    assert refused != (before | ids <= hidden(graph))


def test_groups_that_would_feed_each_other_are_not_folded_at_once(graph):
    graph.op("relu", "x", name="p")
    graph.op("relu", "p", name="q")
    graph.groups = [Group("1", "One", ("c", "q")), Group("2", "Two", ("p", "a"))]
    for one in "12":
        check_folds(graph, one)
    with pytest.raises(engine.InvalidGroupError, match=r"Two cannot be folded.*p → One → a"):
        check_folds(graph, "12")


def test_of_many_groups_none_is_gone_out_from_by_itself(graph, monkeypatch):
    graph.groups = [group("wx"), group("ca"), group("yJ")]
    monkeypatch.setattr("engine.graph.folding.check_fold", None)
    check_folds(graph, ["wx", "ca", "yJ"])


def hidden(graph: engine.Graph) -> set[str]:
    """Return the groups that are one card, or lie within one."""
    cards = [set(card.members) for card in folded_groups(graph)]
    return {g.id for g in graph.groups if any(card.issuperset(g.members) for card in cards)}
