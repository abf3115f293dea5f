"""A box of many names."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.widgets import scripted_box
from gui.widgets.scripted_box import ScriptedBox


def test_the_room_of_a_row_is_asked_for_once_however_many_there_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    size = scripted_box._Rows.sizeHint

    def counted(rows: object, option: object, index: object) -> object:
        asked.append(index.row())  # type: ignore[attr-defined]
        return size(rows, option, index)  # type: ignore[arg-type]

    monkeypatch.setattr(scripted_box._Rows, "sizeHint", counted)
    box = ScriptedBox()
    qtbot.addWidget(box)
    for k in range(300):
        box.add(f"w{k}", f"w<sub>{k}</sub>", k)
    box.show()
    box.showPopup()
    QApplication.processEvents()
    view = box.view()
    assert {view.visualRect(box.model().index(k, 0)).height() for k in (0, 299)} == {26}
    box.hidePopup()
    assert len(set(asked)) < 30  # of the height of the list, each that is in it
