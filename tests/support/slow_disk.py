"""An edited graph that counts as large, and a disk that writes it once the loop came round."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, get_ident

import pytest
from long_work import Heart
from PySide6.QtCore import Qt

from engine.formats import chainrule_file
from engine.formats.whole_file import write_whole
from engine.network import Form, Network
from gui.commands import SetTitle
from gui.window.main_window import MainWindow


class Disk:
    """Stands between the editor and the disk: a file is written once the loop came round."""

    def __init__(self) -> None:
        self.may_go_on = Event()
        self.begun = Event()
        self.threads: list[int] = []
        self.error: Exception | None = None

    def write(self, path: Path, data: bytes) -> None:
        self.threads.append(get_ident())
        self.begun.set()
        assert self.may_go_on.wait(10.0)
        if self.error is not None:
            raise self.error
        write_whole(path, data)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr(chainrule_file, "write_whole", disk.write)
    return disk


@pytest.fixture
def path(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file in which an edited graph is to be saved, which counts as large."""
    monkeypatch.setattr("gui.actions.loading.LARGE", 0)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # it is still to be asked
    window.document.reset(Network((3, 3, 1), form=Form.NEURONS).build())
    window.show_canvas()
    window.document.path = tmp_path / "saved.chainrule"
    window.document.do(SetTitle("Edited"))
    assert window.document.modified
    yield window.document.path
    window.deleteLater()


def amid(window: MainWindow, disk: Disk, do: Callable[[], object]) -> Heart:
    """Do something once, while the file is being written, and let it be written then."""

    def each() -> None:
        if disk.begun.is_set() and not disk.may_go_on.is_set():
            do()
            disk.may_go_on.set()

    return Heart(window, each, after=0)  # to be kept: it beats no longer than it is known
