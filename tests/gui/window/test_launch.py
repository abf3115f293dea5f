"""The start: which windows open, and what is told of a crash."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from examples import UNIT
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

import engine
from gui.commands import SetTitle
from gui.dialogs import failure, message
from gui.settings import Settings
from gui.threads.courtesy import Courtesy
from gui.threads.parting import part_with
from gui.window import start
from gui.window.main_window import MainWindow
from gui.window.rescue import Rescue
from gui.window.windows import Windows


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Callable[..., int]:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back after the test

    def run(paths: list[Path], look: Callable[[list[MainWindow]], None]) -> int:
        before = set(qapp.topLevelWidgets())  # windows of other tests are none of ours

        def loop(_application: QApplication) -> int:
            opened = set(qapp.topLevelWidgets()) - before
            shown = [window for window in opened if isinstance(window, MainWindow)]
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


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_work_that_comes_back_gets_windows_also_once_others_are_closed(
    run: Callable[..., int], monkeypatch: pytest.MonkeyPatch, closed: int
) -> None:
    def offer(first: MainWindow, another: Callable[[], MainWindow]) -> None:
        second = another()
        for window in (first, second)[:closed]:
            window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert another().isVisible()

    def look(windows: list[MainWindow]) -> None:
        assert len(windows) == 3 - closed

    monkeypatch.setattr("gui.window.recovery.offer", offer)
    assert run([], look) == 7


def test_it_opens_a_window_for_each_file(run: Callable[..., int], tmp_path: Path) -> None:
    files = [Path(shutil.copy(UNIT, tmp_path / f"{name}.chainrule")) for name in "ab"]

    def look(windows: list[MainWindow]) -> None:
        assert sorted(str(window.document.path) for window in windows) == [str(f) for f in files]
        assert all(window.canvas.isVisible() for window in windows)

    assert run(files, look) == 7


def test_an_error_of_the_program_itself_is_told_and_work_is_offered_back(
    run: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[bool] = []
    saved: list[QWidget] = []

    def tell(_parent: QWidget, report: str, *, unsaved: bool) -> bool:
        assert "ValueError: broken" in report
        assert "Python" in report
        told.append(unsaved)
        return unsaved

    monkeypatch.setattr(failure, "tell_error", tell)
    monkeypatch.setattr(message, "ask_unsaved", lambda *_: message.Answer.DISCARD)
    monkeypatch.setattr("gui.window.rescue.save_as", saved.append)

    def look(windows: list[MainWindow]) -> None:
        error = ValueError("broken")
        sys.excepthook(ValueError, error, None)
        assert told == [False]
        sys.excepthook(ValueError, error, None)  # the same again, as from every frame painted
        assert told == [False]
        windows[0].document.do(SetTitle("Unsaved"))
        try:
            raise error
        except ValueError as raised:
            sys.excepthook(ValueError, raised, raised.__traceback__)
        assert told == [False, True]
        assert saved == windows
        assert windows[0].journal.file.exists()  # before anything was asked

    assert run([UNIT], look) == 7
    assert "ValueError: broken" in capsys.readouterr().err


def test_a_crash_is_told_at_the_next_start(
    run: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = Settings().data / "crashes"
    code = (
        "import faulthandler, sys; from pathlib import Path\n"
        "from gui.safety.report import CrashLog\n"
        "log = CrashLog(Path(sys.argv[1])); faulthandler._sigabrt()"
    )
    crashed = subprocess.run([sys.executable, "-c", code, str(crashes)], check=False)
    assert crashed.returncode != 0
    told: list[str] = []
    monkeypatch.setattr("gui.window.launch.tell_crash", lambda _window, report: told.append(report))
    assert run([], lambda _: None) == 7
    assert len(told) == 1
    assert "Aborted" in told[0]
    assert run([], lambda _: None) == 7
    assert len(told) == 1
    assert list(crashes.iterdir()) == []


@pytest.mark.usefixtures("run")
def test_resetting_the_settings_keeps_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings()
    settings.theme = "dark"
    settings.sync()
    kept: list[str] = []
    monkeypatch.setattr(QApplication, "exec", lambda *_: kept.append(Settings().theme) or 0)
    assert start([], reset_settings=True) == 0
    assert kept == ["system"]
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "dark" in settings.file.with_name(f"{settings.file.name}.before-reset").read_text()


def test_an_error_while_an_error_is_told_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    rescue = Rescue(Windows())
    rescue.catch(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_nothing_is_parted_or_waits_for_the_loop_once_the_editor_ends(
    run: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    # else it would ask what Qt has taken away
    monkeypatch.setattr("gui.threads.parting._PATIENCE", 600.0)
    monkeypatch.setattr("gui.threads.courtesy._PATIENCE", 600.0)
    known = [object()]
    graph, asking = engine.Graph(), Courtesy()
    for k in range(3000):
        graph.parameter(f"w{k}")

    def look(_: list[MainWindow]) -> None:
        part_with(known)
        part_with(graph=graph)

    assert run([], look) == 7
    assert "parting" not in {thread.name for thread in threading.enumerate()}
    asking.go_on()  # the loop turns no more
    assert len(known) == 1


COPIES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui.window import start
application = QApplication([])
def work():
    (window,) = (w for w in application.topLevelWidgets() if hasattr(w, "canvas"))
    window.canvas.select_all()
    window.canvas.clipboard.put(window.canvas.clipboard.contents())
    window.close()
QTimer.singleShot(0, work)
sys.exit(start(sys.argv[1:]))
"""


def test_it_ends_well_with_a_copy_on_a_clipboard_of_qts_own(tmp_path: Path) -> None:
    homes = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", COPIES, UNIT], env={**os.environ, **homes}, capture_output=True
    )
    assert ended.returncode == 0, ended.stderr.decode()
