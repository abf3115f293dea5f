"""The user's own ops on the disk: nothing that can be read is lost."""

import json
from pathlib import Path

import pytest

import engine
from engine import OwnOp
from gui.own_ops import OwnOps, own_key, own_name, own_ops_in

SWISH = OwnOp("swish", "x/(1 + exp(-x))", "φ")


def test_what_is_put_is_there_at_the_next_start(tmp_path: Path) -> None:
    store = OwnOps(tmp_path / "data")
    told: list[None] = []
    store.changed.connect(lambda: told.append(None))
    store.put(SWISH)
    store.put(OwnOp("half", "x/2"))
    assert OwnOps(tmp_path / "data").ops == (SWISH, OwnOp("half", "x/2"))
    store.put(OwnOp("silu", SWISH.formula), old="swish")
    assert [op.name for op in store.ops] == ["silu", "half"]
    store.put(OwnOp("half", "x/3"), old="half")
    store.remove("silu")
    assert OwnOps(tmp_path / "data").ops == (OwnOp("half", "x/3"),)
    assert len(told) == 5
    assert store.named("half") == OwnOp("half", "x/3")
    assert store.named("silu") is None


def test_two_programs_do_not_forget_each_others_ops(tmp_path: Path) -> None:
    one, other = OwnOps(tmp_path), OwnOps(tmp_path)
    one.put(SWISH)
    other.put(OwnOp("half", "x/2"))
    assert {op.name for op in other.ops} == {"swish", "half"}


def test_what_is_no_op_is_refused_and_nothing_written(tmp_path: Path) -> None:
    store = OwnOps(tmp_path)
    store.put(SWISH)
    for op, reason in (
        (OwnOp("relu", "x"), "^relu is an op already"),
        (OwnOp("f", "x +"), "^expected"),
        (OwnOp("swish", "x"), "^there is already an own op named swish"),
    ):
        with pytest.raises(engine.GraphError, match=reason):
            store.put(op)
    assert OwnOps(tmp_path).ops == (SWISH,)


@pytest.mark.parametrize(
    ("contents", "kept"),
    [
        ("{", []),
        ("[]", []),
        ('{"ops": 3}', []),
        (json.dumps({"ops": [SWISH.plain(), {"name": 1}, {"name": "f", "formula": "x"}]}), None),
    ],
)
def test_a_damaged_file_is_put_aside_before_it_is_written(tmp_path, contents, kept) -> None:
    store = OwnOps(tmp_path)
    store.file.write_text(contents)
    store.load()
    assert store.trouble
    found = [SWISH, OwnOp("f", "x")] if kept is None else kept
    assert list(store.ops) == found
    store.put(OwnOp("half", "x/2"))
    assert list(OwnOps(tmp_path).ops) == [*found, OwnOp("half", "x/2")]
    assert not OwnOps(tmp_path).trouble
    assert (tmp_path / "own-ops.damaged.json").read_text() == contents


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = OwnOps(tmp_path / "file")
    with pytest.raises(engine.WriteError):
        store.put(SWISH)
    assert store.ops == ()


def test_all_windows_have_the_same_ops(tmp_path: Path) -> None:
    assert own_ops_in(tmp_path) is own_ops_in(tmp_path)
    assert own_name(own_key("swish")) == "swish"
    assert own_name("relu") == ""
