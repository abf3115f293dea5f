"""Panels and dialogs are loaded before they are asked for, but not by the start."""

import sys
import threading
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.threads.work import Task
from gui.window.beforehand import LATER, Beforehand


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three modules to load; they tell which thread did."""
    monkeypatch.syspath_prepend(tmp_path)
    names = [f"loaded_beforehand_{k}" for k in range(3)]
    for name in names:
        (tmp_path / f"{name}.py").write_text("import threading\nBY = threading.current_thread()\n")
        monkeypatch.delitem(sys.modules, name, raising=False)
    return names


def test_all_are_loaded_beside_the_event_loop(qtbot: QtBot, written: list[str]) -> None:
    parent = QObject()
    loads = Beforehand(parent, written, after=0)
    assert loads.loading
    qtbot.waitUntil(lambda: not loads.loading)
    assert all(sys.modules[name].BY is not threading.main_thread() for name in written)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("begun", [False, True])
def test_what_is_closed_loads_no_more(
    written: list[str], monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    given_up, cancel = threading.Event(), Task.cancel

    def load(name: str) -> None:
        given_up.wait(30.0)  # however quick the thread is, it comes to no second one before
        import_module(name)

    monkeypatch.setattr(Task, "cancel", lambda task: (cancel(task), given_up.set()))
    monkeypatch.setattr("gui.window.beforehand.import_module", load)
    parent = QObject()
    loads = Beforehand(parent, written, after=0)
    if begun:
        loads._soon.stop()
        loads._begin()
    loads.close()
    assert not loads.loading
    assert written[-1] not in sys.modules


def test_each_is_a_module_there_is(qtbot: QtBot) -> None:
    parent = QObject()
    loads = Beforehand(parent, after=0)
    qtbot.waitUntil(lambda: not loads.loading)
    assert set(LATER) <= sys.modules.keys()
