"""The system ends the editor by a signal: nothing is asked, nothing is lost, no lock stays."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from engine.formats import chainrule_file
from gui.safety.entry import entries
from resources import resource

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows closes windows instead")

PROGRAM = """
import signal, sys
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from gui.commands import SetTitle
from gui.window import start
from gui.window.application import Application
from gui.window.main_window import MainWindow

QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
# under nohup, or in the background of a script, the tests themselves ignore some
for name in ("SIGTERM", "SIGHUP", "SIGINT"):
    signal.signal(getattr(signal, name), signal.SIG_IGN if name in sys.argv[4:] else signal.SIG_DFL)

def edit():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.document.do(SetTitle("Not saved"))
    if sys.argv[3] == "asked":
        QTimer.singleShot(0, window.close)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, tell))

def tell():
    print("ready", QApplication.activeModalWidget() is not None, flush=True)

application = Application(sys.argv[:1])
QTimer.singleShot(0, edit)
code = start([sys.argv[1]])
print("ended", len(QApplication.topLevelWidgets()))
sys.exit(code)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return Path(shutil.copy(resource("examples/linear-unit.chainrule"), folder))


def editor(file: Path, settings: Path, deed: str = "", *ignored: str) -> subprocess.Popen[str]:
    """Return an editor with an edit that is not saved."""
    command = [sys.executable, "-c", PROGRAM, str(file), str(settings), deed, *ignored]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    told = process.stdout.readline()
    assert told == f"ready {deed != ''}\n"
    return process


def titles_left() -> list[str]:
    """Return the titles of the work that is offered at the next start."""
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    folder = Path(QStandardPaths.writableLocation(kind)) / "chainrule" / "journal"
    return [chainrule_file.loads(entry.contents).title for entry in entries(folder)]


@pytest.mark.parametrize(
    ("name", "deed"), [("SIGTERM", ""), ("SIGTERM", "asked"), ("SIGHUP", ""), ("SIGINT", "asked")]
)
def test_the_editor_ends_at_once_with_its_work_in_the_journal(
    file: Path, tmp_path: Path, name: str, deed: str
) -> None:
    before = file.read_bytes()
    with editor(file, tmp_path, deed) as process:
        process.send_signal(getattr(signal, name))
        out, err = process.communicate(timeout=200)
    assert (out, process.returncode) == ("ended 0\n", 0), err
    assert "Error" not in err
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    assert file.read_bytes() == before
    assert titles_left() == ["Not saved"]


def test_a_signal_that_was_ignored_stays_so(file: Path, tmp_path: Path) -> None:
    with editor(file, tmp_path, "", "SIGHUP") as process:
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


def test_it_ends_while_the_start_asks_about_work_that_was_left(file: Path, tmp_path: Path) -> None:
    for deed in ("", "offered"):
        with editor(file, tmp_path, deed) as process:
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0
    assert titles_left() == ["Not saved", "Not saved"]
