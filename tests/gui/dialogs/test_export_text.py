"""The dialog that exports programs and other texts."""

from pathlib import Path

import pytest
from examples import UNIT
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

import engine
from engine.formats.text import TEXTS
from gui.dialogs import choose, message
from gui.dialogs.export_text import ExportText


@pytest.fixture
def dialog(qtbot, tmp_path) -> ExportText:
    dialog = ExportText(engine.load(UNIT), tmp_path / "unit.chainrule")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pick(dialog: ExportText, name: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(name))


def test_every_text_is_shown_and_copied(qtbot, dialog):
    for name, text in TEXTS.items():
        pick(dialog, name)
        assert dialog.text.toPlainText() == text.write(engine.load(UNIT))
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
        assert dialog.told.text() == "Copied"


def test_it_is_written_where_one_says(qtbot, dialog, tmp_path, monkeypatch):
    pick(dialog, "dot")
    asked: list[Path] = []
    answers = [None, tmp_path / "no" / "out.dot", tmp_path / "out.dot"]

    def answer(_, proposal, __):
        asked.append(proposal)
        return answers.pop(0)

    told: list[str] = []
    monkeypatch.setattr(choose, "export_to_write", answer)
    monkeypatch.setattr(message, "tell_failure", lambda *words: told.append(words[1]))
    for _ in range(3):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert asked[0].name == "unit.dot"
    assert told == ["out.dot could not be written:"]
    assert (tmp_path / "out.dot").read_text(encoding="utf-8").startswith("digraph")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_what_cannot_be_a_program_is_said(qtbot, tmp_path):
    graph = engine.Graph()
    graph.op("sum", graph.parameter("w", [1.0, 2.0]), name="J")
    dialog = ExportText(graph, tmp_path / "a.chainrule")
    qtbot.addWidget(dialog)
    pick(dialog, "micrograd")
    assert dialog.told.text().startswith("w is an array")
    assert not dialog.go.isEnabled()
    assert not dialog.text.toPlainText()
    pick(dialog, "numpy")
    assert dialog.go.isEnabled()
