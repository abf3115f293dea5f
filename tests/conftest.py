"""What every test stands on: the program's own fonts, settings of nobody, no screen."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: a test never asserts a time.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def _data_of_nobody(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True)
def _closed_windows_go():
    """Let what a test closed go with it: every later change of theme would dress it, too.

    What it copied goes as well: with it in the clipboard, Qt would crash when Python has ended.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        core = sys.modules["PySide6.QtCore"]
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        widgets.QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _questions_are_answered(request):
    """Fail a test that leaves a dialog without an answer, instead of waiting for one for ever."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    from unanswered import Unanswered

    watch = Unanswered()
    yield
    watch.stop()
    if watch.told:
        pytest.fail(" and ".join(watch.told))
