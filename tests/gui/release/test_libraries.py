"""About names the libraries that the installed program brings along, whichever they are."""

import sys
from pathlib import Path

import pytest

from gui.release.components import components
from gui.release.libraries import libraries

FILES = (
    "libglib-2.0.so.0", "libgthread-2.0.so.0", "libsystemd.so.0", "libz.so.1", "libzstd.so.1",
    "libicudata.so.73", "libxcb-cursor.so.0", "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
    "pillow.libs/libwebp-51b0b3f7.so.7.2.0", "libstdc++.so.6", "libmd.so.0", "libmount.so.1",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*FILES, "libQt6Core.so.6", "libzip.so.3"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    return tmp_path


def test_each_library_is_named_once_with_its_licence(folder: Path) -> None:
    told = {name: licence for name, _, licence in libraries(folder)}
    assert told["GLib"] == told["systemd"] == told["util-linux"] == "LGPL-2.1-or-later"
    assert told["zlib"] == "Zlib"
    assert told["Zstandard"] == told["OpenBLAS"] == told["WebP"] == told["libmd"] == "BSD-3-Clause"
    assert not any("Qt6" in name for name in told), "PySide6 stands for it"


def test_a_library_that_nobody_listed_is_not_left_out(folder: Path) -> None:
    assert ("libzip.so.3", "3", "see its own files") in libraries(folder)


def test_they_are_among_the_parts_where_the_program_is_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "GLib" not in {part.name for part in components()}
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    assert "GLib" in {part.name for part in components()}
