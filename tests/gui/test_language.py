from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import language


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(language, "resource", tmp_path.joinpath)
    folder = tmp_path / "translations"
    folder.mkdir()
    return folder


def test_english_is_always_there() -> None:
    assert language.languages()[0] == "en"


def test_every_translation_in_the_resources_is_offered(shipped: Path) -> None:
    (shipped / "de.qm").touch()
    assert language.languages() == ["en", "de"]


def test_a_language_without_a_translation_is_english(qapp: QApplication, shipped: Path) -> None:
    (shipped / "de.qm").write_bytes(b"no translation")
    for code in ("", "en", "de", "xx"):
        assert language.speak(qapp, code) is None
