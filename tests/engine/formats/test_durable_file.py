"""When a file is said to be written, it outlives a power cut: content, then name, then folder."""

import os
import stat
from pathlib import Path

import pytest

from engine.formats.whole_file import write_whole


def test_the_content_is_flushed_before_it_takes_the_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def flush(descriptor: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")
        fsync(descriptor)

    def rename(draft: Path, target: Path) -> Path:
        done.append("name")
        return replace(draft, target)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "replace", rename)
    write_whole(tmp_path / "graph.chainrule", b"new")
    assert done == ["content", "name", "folder"]
