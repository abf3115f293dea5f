"""Settings are kept; what is damaged in them reads as if nothing had been chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from gui.settings import RECENT_LIMIT, Settings


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize("count", [0, 1, 2, 12])
def test_the_newest_files_come_first_and_ten_are_kept(
    store: QSettings, tmp_path: Path, count: int
) -> None:
    for number in range(count):
        Settings(store).add_recent(tmp_path / f"{number}, “ü”.chainrule")
    store.sync()
    again = Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))
    expected = [tmp_path / f"{n}, “ü”.chainrule" for n in reversed(range(count))]
    assert again.recent == expected[:RECENT_LIMIT]


def test_a_file_is_listed_once(store: QSettings, tmp_path: Path) -> None:
    settings = Settings(store)
    for name in ("a", "b", "a"):
        settings.add_recent(tmp_path / name)
    assert settings.recent == [tmp_path / "a", tmp_path / "b"]
    assert settings.folder == tmp_path
    settings.remove_recent(tmp_path / "a")
    assert settings.recent == [tmp_path / "b"]
    settings.clear_recent()
    assert settings.recent == []
    assert settings.folder == Path.home()


def test_a_folder_where_nobody_may_look_is_passed_over(store: QSettings, tmp_path: Path) -> None:
    settings = Settings(store)
    settings.add_recent(tmp_path / "a.chainrule")
    settings.add_recent(tmp_path / ("n" * 300) / "b.chainrule")
    assert settings.folder == tmp_path


def test_bad_entries_read_as_defaults(store: QSettings) -> None:
    store.setValue("files/recent", 7)
    store.setValue("window/theme", "purple")
    store.setValue("window/geometry", "nothing")
    settings = Settings(store)
    assert (settings.recent, settings.theme) == ([], "system")
    assert settings.bytes_of("window/geometry") is None


def test_theme_and_geometry_are_kept(store: QSettings) -> None:
    settings = Settings(store)
    settings.theme = "dark"
    settings.store_bytes("window/geometry", QByteArray(b"abc"))
    assert settings.theme == "dark"
    assert settings.bytes_of("window/geometry") == QByteArray(b"abc")
