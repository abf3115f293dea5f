"""Two windows, one file: who has it open is told, and nobody writes over the other."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from examples import UNIT
from outside_desk import Asked, desk, file, value

from gui.actions.file import open_path, save, save_as
from gui.commands import SetValue
from gui.safety.lock import lock_file
from resources import resource

__all__ = ["desk", "file"]


def test_a_second_window_may_look_at_a_copy(desk: Asked, file: Path) -> None:
    desk.another(file)
    second = desk.another(file)
    assert desk.asked == ["unit.chainrule"]
    assert second.document.graph.nodes() == []
    desk.copy = True
    assert open_path(second, file)
    assert second.document.path is None
    assert value(second) == 2.0


@pytest.mark.parametrize("path", [UNIT, resource("lessons/xor.chainrule")])
def test_a_shipped_graph_is_nobodys(desk: Asked, path: Path) -> None:
    assert [desk.another(path).document.path for _ in range(2)] == [path, path]
    assert not lock_file(path).exists()


def test_a_second_window_cannot_save_over_the_first(desk: Asked, file: Path) -> None:
    desk.another(file)
    desk.copy, desk.path = True, file
    second = desk.another(file)
    second.document.do(SetValue("w", 5.0))
    before = file.read_bytes()
    assert not save_as(second)
    assert "it is open in another window" in desk.told[0]
    assert second.document.modified
    assert file.read_bytes() == before


def test_a_file_that_was_left_is_free_again(desk: Asked, file: Path, tmp_path: Path) -> None:
    first, second = desk.another(file), desk.another()
    desk.path = tmp_path / "two.chainrule"
    assert save_as(first)
    assert open_path(second, file)
    second.close()
    first.close()
    assert list(tmp_path.glob(".*lock")) == []


def test_a_file_that_cannot_be_opened_is_not_held(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    bad = file.with_name("bad.chainrule")
    bad.write_text("{")
    assert not open_path(window, bad)
    assert not lock_file(bad).exists()
    assert lock_file(file).exists()


def test_the_same_window_can_open_its_file_again(desk: Asked, file: Path) -> None:
    window = desk.another(file)
    assert open_path(window, file)
    assert window.document.path == file
    assert desk.asked == []
    assert lock_file(file).exists()


def test_a_read_only_folder_works_without_a_lock(desk: Asked) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        file = folder / "unit.chainrule"
        shutil.copy(UNIT, file)
        file.chmod(0o666)
        folder.chmod(0o555)
        user = os.geteuid()
        window = desk.another()  # what the program is made of may be for its owner alone
        os.seteuid(65534 if user == 0 else user)
        try:
            assert open_path(window, file)
            window.document.do(SetValue("w", 5.0))
            assert not save(window)
            assert "no permission to write there" in desk.told[0]
            assert window.document.modified
            assert window.document.path == file
            assert not lock_file(file).exists()
        finally:
            os.seteuid(user)
            folder.chmod(0o755)
