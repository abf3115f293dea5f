"""Export dialogs on one folder with its settings, and the hands that choose in them."""

from pathlib import Path

import pytest
from examples import UNIT
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

import engine
from gui.dialogs import choose, message
from gui.dialogs.export_picture import ExportPicture
from gui.settings import Settings


class ExportDesk:
    """Opens export dialogs on one folder with its settings, and answers what they ask."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.asked: list[Path] = []
        self.told: list[str] = []
        self.path: Path | None = None

    def open(
        self, selection: tuple[str, ...] = (), graph: engine.Graph | None = None
    ) -> ExportPicture:
        proposal = self.folder / "unit.chainrule"
        dialog = ExportPicture(graph or engine.load(UNIT), proposal, self.settings, selection)
        self.qtbot.addWidget(dialog)
        dialog.show()
        return dialog


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ExportDesk:
    desk = ExportDesk(tmp_path, qtbot)

    def ask(_parent: object, proposal: Path, _kind: str) -> Path | None:
        desk.asked.append(proposal)
        return desk.path

    monkeypatch.setattr(choose, "export_to_write", ask)
    monkeypatch.setattr(message, "tell_failure", lambda _w, *texts: desk.told.extend(texts))
    return desk


def pick(box: QComboBox, data: object) -> None:
    """Choose an entry with the keyboard, as hands do."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(data)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == data


def tick(box: QCheckBox) -> None:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=place.center())


def write_page(dialog: ExportPicture, text: str) -> None:
    field = dialog.choices.page.lineEdit()
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def press_export(dialog: ExportPicture) -> None:
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
