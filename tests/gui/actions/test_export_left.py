"""What a dialog that was left still makes of the graph ends before an edit of the graph."""

from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from windows import unit, window

import engine
from gui.commands import SetValue
from gui.dialogs.waiting import Waiting, waiting_in
from gui.document import Change
from gui.threads.work import Task

__all__ = ["unit", "window"]


class Slow(Task):
    """Work that comes to no step where it could be given up, until somebody waits for it."""

    tasks: list["Slow"] = []  # noqa: RUF012  one test's, which empties it

    def __init__(self, function) -> None:
        self.awaited = Event()
        self.tasks.append(self)
        super().__init__(lambda: (self.awaited.wait(30.0), function())[1])

    def stop(self) -> None:
        self.awaited.set()
        super().stop()


@pytest.mark.usefixtures("unit")
@pytest.mark.parametrize("action", ["file.export", "file.export_code"])
def test_no_edit_meets_the_thread_of_a_dialog_that_was_left(
    window, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting.Task", Slow)
    monkeypatch.setattr("gui.dialogs.export_text.LARGE", 0)
    monkeypatch.setattr("gui.dialogs.export_preview.long_to_draw", lambda *_: True)
    monkeypatch.setattr("gui.dialogs.export_picture.long_to_draw", lambda *_: True)
    monkeypatch.setattr(Slow, "tasks", [])
    document, ended = window.document, list[bool]()
    leaf = document.graph.nodes()[0]
    edit = SetValue.apply

    def told(command: SetValue, graph: engine.Graph) -> Change:
        ended.append(Slow.tasks[-1].finished)
        return edit(command, graph)

    monkeypatch.setattr(SetValue, "apply", told)

    def leave_and_edit() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or waiting_in(dialog) is None:
            return
        timer.stop()
        dialog.reject()
        assert isinstance(waiting_in(dialog), Waiting)  # it has not come to its end
        document.do(SetValue(leaf, 7.0))
        Slow.tasks[-1].awaited.set()

    timer = QTimer(interval=0)
    timer.timeout.connect(leave_and_edit)
    timer.start()
    window.bars.actions[action].trigger()
    assert ended == [True]
