"""Point 21: Ctrl+E shows the picture as it will be; what is the screen's alone is never in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from gui.dialogs import choose
from gui.dialogs.export_picture import ExportPicture

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key
Choosing = Callable[[ExportPicture], object]


class Exporting:
    """Exports by Ctrl+E what a window shows."""

    def __init__(self, hands: Hands, path: Path) -> None:
        self._hands, self.path = hands, path

    def __call__(self, *chosen: Choosing) -> QImage:
        """Return the picture that is written once all is `chosen` in the dialog."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ExportPicture):
                waiting.stop()
                for choose_it in chosen:
                    before = dialog.preview.grab().toImage()
                    choose_it(dialog)
                    QApplication.processEvents()
                    assert dialog.preview.grab().toImage() != before  # seen before it is written
                QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

        self.path.unlink(missing_ok=True)
        waiting = QTimer(self._hands.canvas, interval=20)
        waiting.timeout.connect(answer)
        waiting.start()
        window = self._hands.canvas.window()
        window.activateWindow()  # off screen no window manager does it
        assert QTest.qWaitForWindowActive(window, 60_000)
        self._hands.key(KEYS.Key_E, CTRL)
        picture = QImage(str(self.path))
        assert not picture.isNull()
        return picture


@pytest.fixture
def exported(unit: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exporting:
    path = tmp_path / "unit.png"
    monkeypatch.setattr(choose, "export_to_write", lambda *_: path)
    return Exporting(unit, path)


def picked(box: str, data: str) -> Choosing:
    def pick(dialog: ExportPicture) -> None:
        field = getattr(dialog.choices, box)
        field.setFocus()
        QTest.keyClick(field, KEYS.Key_Home)
        for _ in range(field.findData(data)):
            QTest.keyClick(field, KEYS.Key_Down)
        assert field.currentData() == data

    return pick


def ticked(box: str) -> Choosing:
    def tick(dialog: ExportPicture) -> None:
        field = getattr(dialog.choices, box)
        field.setFocus()
        QTest.keyClick(field, KEYS.Key_Space)

    return tick


def test_selection_hover_and_grid_never_appear(unit: Hands, exported: Exporting):
    unit.key(KEYS.Key_Escape)
    unit.move((0.0, -2000.0))
    bare = exported()
    unit.click(unit.middle("c"))
    unit.move(unit.edge("a", 0))
    unit.wheel(240, CTRL)
    assert exported() == bare
    empty = bare.pixelColor(2, 2)
    assert all(bare.pixelColor(x, 2) == empty for x in range(bare.width()))
    assert engine.load(exported.path).nodes() == unit.graph.nodes()  # the picture holds its graph


def test_all_that_is_chosen_is_seen_first_and_written(unit: Hands, exported: Exporting):
    whole = exported()
    assert whole.pixelColor(2, 2).alpha() == 255
    dark = exported(picked("theme", "dark"))
    assert dark.pixelColor(2, 2).lightness() < 60
    clear = exported(ticked("transparent"))
    assert clear.pixelColor(2, 2).alpha() == 0
    exported(ticked("transparent"))
    for name in ("w", "x", "c"):
        unit.click(unit.middle(name), CTRL)
    part = exported(ticked("selected"))
    assert part.width() < whole.width() / 1.5
    assert part.height() <= whole.height()


def test_the_picture_is_copied_by_a_key(unit: Hands):
    QApplication.clipboard().clear()
    unit.key(KEYS.Key_C, CTRL | SHIFT)
    data = QApplication.clipboard().mimeData()
    assert {"image/png", "image/svg+xml"} <= set(data.formats())
    assert QApplication.clipboard().image().width() > 500
