"""Files are written whole or not at all, and stay what they were besides."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from engine.errors import WriteError
from engine.formats import whole_file
from engine.formats.whole_file import check_writable, write_all_whole, write_whole

OLD = b"old " * 50_000
NEW = b"new " * 70_000


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "graph.chainrule"
    path.write_bytes(OLD)
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_was_written_is_read_back(tmp_path):
    for data in (b"", b"x", NEW):
        write_whole(tmp_path / "new", data)
        assert (tmp_path / "new").read_bytes() == data
    assert names(tmp_path) == ["new"]


def test_an_old_file_is_replaced_and_keeps_its_mode(target):
    target.chmod(0o640)
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_any_program_would_give_it(tmp_path):
    (tmp_path / "ordinary").write_bytes(b"")
    write_whole(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_a_symbolic_link_stays_and_its_file_is_replaced(target, tmp_path):
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link"
    link.symlink_to(Path("..") / target.name)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert names(folder) == ["link"]


def test_several_files_are_written_all_or_none(target, tmp_path):
    write_all_whole({tmp_path / "1": b"one", tmp_path / "2": b"two", target: NEW})
    assert [(tmp_path / name).read_bytes() for name in "12"] == [b"one", b"two"]
    assert target.read_bytes() == NEW
    with pytest.raises(WriteError, match="no such folder"):
        write_all_whole({target: OLD, tmp_path / "3": b"", tmp_path / "none" / "4": b""})
    assert target.read_bytes() == NEW
    assert names(tmp_path) == ["1", "2", target.name]


def test_whether_a_file_can_be_written_is_told_and_nothing_is_left(target, tmp_path):
    check_writable(target)
    check_writable(tmp_path / "new")
    assert target.read_bytes() == OLD
    for place, reason in ((tmp_path, "it is a folder"), (tmp_path / "a" / "b", "no such folder")):
        with pytest.raises(WriteError, match=reason):
            check_writable(place)
    assert names(tmp_path) == [target.name]


def test_a_relative_path_is_taken_from_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_whole("plain", NEW)
    assert (tmp_path / "plain").read_bytes() == NEW


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (".", "cannot be written: it is a folder"),
        (os.devnull, "cannot be written: it is not an ordinary file"),
        ("none/x", "cannot be written: there is no such folder"),
        ("graph.chainrule/x", "cannot be written: there is no such folder"),
        ("n" * 300, "cannot be written: the name is too long"),
        ("a\0b", "cannot be written: the name is not one a file can have"),
    ],
)
def test_a_place_that_takes_no_file_is_named_in_one_sentence(target, place, sentence):
    with pytest.raises(WriteError, match=sentence):
        write_whole(target.parent / place, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_links_in_a_circle_are_refused(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(WriteError, match="its symbolic links go in a circle"):
        write_whole(tmp_path / "a", NEW)


@pytest.fixture
def unprivileged():
    """Drop the right of root to write everywhere, where the tests run as root."""
    user = os.geteuid()
    os.seteuid(65534 if user == 0 else user)
    yield
    os.seteuid(user)


@pytest.fixture
def open_folder():
    """A folder that the unprivileged user may reach and write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        (folder / "graph").write_bytes(OLD)
        (folder / "graph").chmod(0o666)
        yield folder
        folder.chmod(0o777)


def test_a_read_only_file_is_refused_though_its_folder_would_allow_it(open_folder, request):
    target = open_folder / "graph"
    target.chmod(0o444)
    request.getfixturevalue("unprivileged")
    with pytest.raises(WriteError, match="cannot be written: the file is read-only"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


def test_a_read_only_folder_is_refused(open_folder, request):
    open_folder.chmod(0o555)
    request.getfixturevalue("unprivileged")
    with pytest.raises(WriteError, match="cannot be written: no permission to write there"):
        write_whole(open_folder / "graph", NEW)
    assert (open_folder / "graph").read_bytes() == OLD
    assert names(open_folder) == ["graph"]


LIMITED = """
import resource, signal, sys
from engine.errors import WriteError
from engine.formats.whole_file import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_whole(sys.argv[1], b"new " * 70_000)
except WriteError as error:
    print(error)
"""


def test_a_write_cut_off_by_a_limit_is_an_error_and_keeps_the_old_file(target):
    command = [sys.executable, "-c", LIMITED, str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "the file is larger than this disk or user may have" in run.stdout
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of 256 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("mounting a small disk needs privileges")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_an_error_and_keeps_the_old_file(small_disk):
    target = small_disk / "graph"
    target.write_bytes(b"good" * 20_000)
    with pytest.raises(WriteError, match="cannot be written: the disk is full"):
        write_whole(target, b"x" * 250_000)
    assert target.read_bytes() == b"good" * 20_000
    assert names(small_disk) == ["graph"]
    write_whole(target, b"y" * 100_000)
    assert target.read_bytes() == b"y" * 100_000


def test_short_writes_go_on_until_everything_is_written(target, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:4097]))
    write_whole(target, NEW)
    assert target.read_bytes() == NEW


def test_a_disk_that_takes_nothing_more_is_an_error(target, monkeypatch):
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(WriteError, match="less arrived on the disk than was written"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


def test_a_disk_that_lies_about_what_it_took_is_found_out(target, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:10]) and len(data))
    with pytest.raises(WriteError, match="less arrived on the disk than was written"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("moment", ["write", "fsync", "fchmod", "replace"])
def test_an_error_at_any_moment_keeps_the_old_file(target, monkeypatch, moment):
    def fail(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path if moment == "replace" else os, moment, fail)
    with pytest.raises(WriteError, match="cannot be written: Input/output error"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_an_interrupt_leaves_no_draft(target, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_a_file_held_by_another_program_is_waited_for(target, monkeypatch):
    held = iter([True, True, False])
    replace = Path.replace

    def hold(draft, place):
        if next(held):
            raise PermissionError(errno.EACCES, "held by a virus scanner")
        return replace(draft, place)

    monkeypatch.setattr(whole_file, "_WAITS", 5)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", hold)
    write_whole(target, NEW)
    assert target.read_bytes() == NEW


def test_a_file_held_for_ever_is_an_error(target, monkeypatch):
    def hold(*_):
        raise PermissionError(errno.EACCES, "held for ever")

    monkeypatch.setattr(whole_file, "_WAITS", 3)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", hold)
    with pytest.raises(WriteError, match="no permission to write there"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


SAVE_FOR_EVER = """
import sys
from engine.formats.whole_file import write_whole
old, new = b"old " * 50_000, b"new " * 70_000
print("ready", flush=True)
while True:
    write_whole(sys.argv[1], new)
    write_whole(sys.argv[1], old)
"""


SAVE_KILLS = int(os.environ.get("SAVE_KILLS", "6"))  # `make stress` asks for 200


def test_a_process_killed_while_saving_leaves_the_old_file_or_the_new_one(target):
    for kill in range(SAVE_KILLS):
        moment = kill * 7 % 20
        command = [sys.executable, "-c", SAVE_FOR_EVER, str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as saving:
            saving.stdout.readline()
            time.sleep(moment / 1000)
            saving.send_signal(signal.SIGKILL)
        assert target.read_bytes() in (OLD, NEW)
