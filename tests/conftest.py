"""What every test stands on: the program's own fonts, settings of nobody, no screen."""

import functools
import gc
import itertools
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

# A busy machine is no fault of the code: a test never asserts a time. Nor is a rare draw one of
# the change that is tested: every run draws the same. `make stress` searches on, by `search`.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("calm", settings.get_profile("search"), derandomize=True, database=None)
settings.load_profile("calm")
# Among its draws Hypothesis mixes the numbers and texts of whatever modules of the project are
# loaded: they would differ by what other tests a process had run before.
providers._get_local_constants = providers.Constants


@pytest.fixture(autouse=True)
def _home_of_nobody(tmp_path_factory, monkeypatch):
    for kind in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path_factory.mktemp(kind.lower())))


@pytest.fixture
def qtbot(qtbot):
    """Wait for long before giving up: on a busy machine five seconds can pass with nothing done."""
    for kind in ("Until", "Signal", "Signals", "Exposed", "Active", "Callback"):
        wait = getattr(qtbot, f"wait{kind}")
        setattr(qtbot, f"wait{kind}", functools.partial(wait, timeout=60_000))
    return qtbot


@pytest.fixture(autouse=True)
def _closed_windows_go():
    """Let what a test closed go with it: every later change of theme would dress it, too.

    One that leaves a window of the editor fails: thirty of them cost the later tests a minute. What
    it copied goes as well: with it in the clipboard, Qt would crash when Python has ended. So
    does a button that stayed pressed: later windows would wait for its release.
    """
    yield
    if _application() is not None:
        core = sys.modules["PySide6.QtCore"]
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        _application().clipboard().clear()
        if _application().mouseButtons():
            _release_buttons()
        kinds = [type(widget).__name__ for widget in _application().topLevelWidgets()]
        if "MainWindow" in kinds:
            pytest.fail("the test leaves a window")


@pytest.fixture(autouse=True)
def _collected_in_the_main_thread():
    """Collect Python's garbage between two tests, as the editor does between two events.

    Left to itself Python also does it in a thread that opens a file, and takes Qt objects of
    closed windows away there: a crash. It stays off between two tests: xdist has a thread, which
    hears then what to run next.
    """
    if _application() is None:
        yield
        return
    gc.disable()
    yield
    gc.disable()  # a test may have turned it on
    generation = next(_generations)
    gc.collect(generation)
    if generation == _ALL:
        gc.freeze()


# All is looked through only now and then, and what stays then no more: every test there is to be
# run is among it, and it would take a tenth of a second and more.
_ALL = 2
_generations = itertools.cycle([_ALL] + [1] * 24)


def _release_buttons():
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    nobody = QWidget()
    for button in Qt.MouseButton:
        if _application().mouseButtons() & button:
            QTest.mouseRelease(nobody, button)


def _application():
    """Return the application of the tests that have windows."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return None if widgets is None else widgets.QApplication.instance()


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
