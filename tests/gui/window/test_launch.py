import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from gui.commands import SetTitle
from gui.dialogs import message
from gui.window import start
from gui.window.main_window import MainWindow
from gui.window.rescue import Rescue
from resources import resource

UNIT = resource("examples/linear-unit.chainrule")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Callable[..., int]:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back after the test

    def run(paths: list[Path], look: Callable[[list[MainWindow]], None]) -> int:
        def loop(_application: QApplication) -> int:
            shown = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow)]
            look(shown)
            for window in shown:
                window.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            return 7

        monkeypatch.setattr(QApplication, "exec", loop)
        return start([str(path) for path in paths])

    return run


def test_it_shows_the_welcome_page(run: Callable[..., int]) -> None:
    def look(windows: list[MainWindow]) -> None:
        assert [window.welcome.isVisible() for window in windows] == [True]

    assert run([], look) == 7


def test_it_opens_a_window_for_each_file(run: Callable[..., int], tmp_path: Path) -> None:
    files = [Path(shutil.copy(UNIT, tmp_path / f"{name}.chainrule")) for name in "ab"]

    def look(windows: list[MainWindow]) -> None:
        assert [window.document.path for window in windows] == files
        assert all(window.canvas.isVisible() for window in windows)

    assert run(files, look) == 7


def test_an_error_of_the_program_itself_is_told_and_work_is_offered_back(
    run: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[str] = []
    saved: list[QWidget] = []
    monkeypatch.setattr(message, "tell_failure", lambda _w, *texts: told.extend(texts))
    monkeypatch.setattr(message, "ask_rescue", lambda *_: True)
    monkeypatch.setattr(message, "ask_unsaved", lambda *_: message.Answer.DISCARD)
    monkeypatch.setattr("gui.window.rescue.save_as", saved.append)

    def look(windows: list[MainWindow]) -> None:
        error = ValueError("broken")
        sys.excepthook(ValueError, error, None)
        assert told[-1] == "ValueError: broken"
        windows[0].document.do(SetTitle("Unsaved"))
        sys.excepthook(ValueError, error, None)
        assert saved == windows

    assert run([UNIT], look) == 7
    assert "ValueError: broken" in capsys.readouterr().err


def test_an_error_while_an_error_is_told_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    rescue = Rescue()
    rescue.catch(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
