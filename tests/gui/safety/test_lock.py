"""Locks: two editors do not overwrite each other, and a dead one blocks nobody."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, cast

import pytest

from gui.safety.lock import Lock, lock_file
from gui.safety.owner import Owner

HOLD = """
import sys, time
from pathlib import Path
from gui.safety.lock import Lock
print(Lock(Path(sys.argv[1])).take(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "one.chainrule"
    path.touch()
    return path


def store(path: Path, age: float = 0, **owner: object) -> None:
    stored = {"owner": {**Owner.me().as_json(), **owner}, "token": "t", "since": 1_000_000}
    lock_file(path).write_text(json.dumps(stored))
    os.utime(lock_file(path), (time.time() - age,) * 2)


def test_a_file_is_held_by_one_window_at_a_time(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    assert first.take() is None
    assert first.take() is None
    holder = second.take()
    assert holder is not None
    assert holder.owner == Owner.me()
    assert abs(holder.since - time.time()) < 60
    second.release()
    assert second.take() is not None
    first.release()
    assert second.take() is None
    second.release()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_symbolic_link_is_the_file_it_leads_to(path: Path) -> None:
    other = path.with_name("link")
    other.symlink_to(path)
    assert Lock(path).take() is None
    assert Lock(other).take() is not None


def test_the_lock_of_a_killed_process_is_taken_over_at_once(path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holding:
        assert holding.stdout is not None
        assert holding.stdout.readline() == b"None\n"
        holder = Lock(path).take()
        assert holder is not None
        assert holder.owner is not None
        assert holder.owner.pid == holding.pid
        holding.kill()
    mine = Lock(path)
    assert mine.take() is None
    mine.release()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_lock_of_another_computer_holds_while_it_gives_signs_of_life(path: Path) -> None:
    store(path, age=500, host="elsewhere", started="then")
    holder = Lock(path).take()
    assert holder is not None
    assert holder.elsewhere == "elsewhere"
    store(path, age=700, host="elsewhere", started="then")
    assert Lock(path).take() is None


def test_the_lock_of_a_process_that_lives_holds_though_the_computer_has_another_name(
    path: Path,
) -> None:
    store(path, age=700, host="elsewhere")
    assert Lock(path).take() is not None


def test_a_sign_of_life_makes_a_lock_young(path: Path) -> None:
    lock = Lock(path)
    lock.take()
    os.utime(lock_file(path), (0, 0))
    lock.refresh()
    assert lock_file(path).stat().st_mtime > 0


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"owner": 1, "token": 1}'])
def test_a_lock_that_cannot_be_read_holds_only_for_a_moment(path: Path, damage: bytes) -> None:
    lock_file(path).write_bytes(damage)
    holder = Lock(path).take()
    assert holder is not None
    assert holder.owner is None
    os.utime(lock_file(path), (time.time() - 20,) * 2)
    assert Lock(path).take() is None


def test_a_lock_taken_meanwhile_is_not_cleared_as_the_stale_one(path: Path) -> None:
    store(path, started="before")
    stale = Lock(path)
    from gui.safety.lock import _holder

    old = _holder(lock_file(path))
    assert old is not None
    lock_file(path).unlink()
    winner = Lock(path)
    assert winner.take() is None
    stale._clear(old)
    assert stale.take() is not None
    assert winner.take() is None


def test_the_lock_of_a_dead_process_holds_nobody_where_it_cannot_be_removed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)  # a stick that is read-only, somebody's folder
    store(path, started="before")
    mine = Lock(path)
    assert mine.take() is None
    mine.release()
    assert lock_file(path).exists()
    store(path)
    assert Lock(path).take() is not None


def test_where_no_lock_can_be_written_there_is_none(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "x", tmp_path / ("n" * 250)):
        lock = Lock(path)
        assert lock.take() is None
        lock.release()


def test_a_full_disk_leaves_no_lock_without_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, mode: str) -> IO[bytes]:
        os.close(descriptor)
        return cast("IO[bytes]", Path("/dev/full").open(mode))

    monkeypatch.setattr("gui.safety.lock.os.fdopen", full)
    assert Lock(path).take() is None
    assert not lock_file(path).exists()
