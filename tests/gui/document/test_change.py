"""What several edits touched together, told as one change."""

import pytest

from engine import Edge
from gui.document.change import Change


def test_nothing_touched_is_false() -> None:
    assert not Change()
    assert Change(edges=True)
    assert Change(moved=("a",))


def test_what_came_and_went_was_never_there() -> None:
    change = Change(added=("a", "b"), edited=("a",)).then(Change(removed=("a",)))
    assert change == Change(added=("b",))


def test_a_replaced_node_is_removed_and_added() -> None:
    change = Change(removed=("a",)).then(Change(added=("a",)))
    assert (change.removed, change.added) == (("a",), ("a",))


def test_names_are_the_newest_after_a_rename() -> None:
    change = Change(moved=("a",)).then(Change(renamed=(("a", "b"),)))
    assert (change.moved, change.renamed) == (("b",), (("a", "b"),))


def test_what_is_gone_has_no_name_afterwards() -> None:
    assert Change(removed=("a", "b"), added=("b", "c")).gone == {"a"}
    swapped = Change(renamed=(("a", "b"), ("b", "a"), ("c", "d")), removed=("d", "e"))
    assert swapped.gone == {"c", "e"}
    assert not Change(added=("a",), edited=("b",)).gone


def test_two_renames_are_one() -> None:
    first, second = Change(renamed=(("a", "b"),)), Change(renamed=(("b", "c"),))
    assert first.then(second).renamed == (("a", "c"),)
    assert not first.then(Change(renamed=(("b", "a"),)))


def test_a_renamed_node_is_removed_under_its_first_name() -> None:
    change = Change(renamed=(("a", "b"),)).then(Change(removed=("b",)))
    assert (change.removed, change.renamed) == (("a",), ())


def test_a_new_node_that_is_renamed_is_new_under_its_last_name() -> None:
    change = Change(added=("a",)).then(Change(renamed=(("a", "b"),)))
    assert (change.added, change.renamed) == (("b",), ())


def test_a_reset_swallows_what_was_before() -> None:
    assert Change(added=("a",)).then(Change(reset=True)) == Change(reset=True)


def test_numbers_and_looks_reshape_nothing() -> None:
    calm = Change(moved=("a",), edited=("a",), output=True, title=True, groups=True, kept=("data",))
    assert not calm.reshapes
    names = ("a",)
    for change in (
        Change(added=names),
        Change(removed=names),
        Change(renamed=(("a", "b"),)),
        Change(edges=True),
        Change(reset=True),
    ):
        assert change.reshapes


def test_a_node_and_an_edge_are_followed_under_their_newest_names() -> None:
    change = Change(renamed=(("a", "b"), ("b", "a")))
    assert (change.newest("a"), change.newest("c")) == ("b", "c")
    assert change.newest_edge(Edge("a", "c", 1)) == Edge("b", "c", 1)


def test_changes_told_together_are_those_told_one_after_the_other() -> None:
    changes = [
        Change(edited=("a",), kept=("data",)),
        Change(moved=("b", "a"), output=True),
        Change(renamed=(("a", "c"),)),
        Change(edited=("c", "b"), edges=True),
        Change(removed=("b",)),
        Change(added=("b",), groups=True),
        Change(edited=("b",), ops=True, title=True),
    ]
    whole = Change()
    for change in changes:
        whole = whole.then(change)
    assert Change.together(changes) == whole
    assert Change.together([]) == Change()
    assert Change.together([Change(edited=("a",)), Change(reset=True)]) == Change(reset=True)


def test_many_edits_are_joined_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    joined: list[Change] = []
    then = Change.then
    monkeypatch.setattr(Change, "then", lambda *both: joined.extend(both) or then(*both))
    names = tuple(f"w{k}" for k in range(100))
    assert Change.together(Change(edited=(name,)) for name in names).edited == names
    assert len(joined) == 2


def test_numbers_given_at_once_stay_one_tuple() -> None:
    names = ("a", "b")
    change = Change(revalued=names).then(Change(edited=("c",))).then(Change(revalued=names))
    assert change.revalued is names
    assert change.other_numbers == ("c", "a", "b")
    assert Change.together([Change(revalued=names), Change(moved=("a",))]).revalued is names
    assert change.then(Change(renamed=(("a", "d"),))).revalued == ("d", "b")
    assert Change(revalued=("a",)).then(Change(revalued=names)).revalued == names


def test_numbers_alone_are_told_from_all_else() -> None:
    assert Change(edited=("a",), revalued=("b",)).of_numbers_alone
    assert not Change().of_numbers_alone
    assert not Change(edited=("a",), moved=("a",)).of_numbers_alone
    assert not Change(reset=True, revalued=("b",)).of_numbers_alone
