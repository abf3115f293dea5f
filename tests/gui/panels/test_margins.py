"""What stands in a panel keeps its margin, in every language and beside a scrollbar."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from spoken import spoken

import engine
from gui.panels.panel import Panel
from gui.window.main_window import MainWindow
from gui.window.sidebar import SIDEBAR_WIDTH

__all__ = ["spoken"]


@pytest.mark.parametrize("name", ["inspect", "bump", "train", "quiz"])
def test_a_panel_is_no_wider_than_its_room(window: MainWindow, name: str) -> None:
    window.resize(1000, 480)
    window.sidebar.turn_to(name)
    QApplication.processEvents()
    panel = window.sidebar.panel(name)
    panel = panel if isinstance(panel, Panel) else panel.findChild(Panel)
    assert isinstance(panel, Panel)
    beside_bar = SIDEBAR_WIDTH - panel.verticalScrollBar().sizeHint().width()
    assert panel.widget().layout().minimumSize().width() <= beside_bar
    assert panel.widget().width() == panel.viewport().width()


@pytest.mark.parametrize("name", ["inspect", "bump"])
def test_a_long_name_takes_no_margin(window: MainWindow, name: str) -> None:
    graph = engine.Graph()
    long = "w_" + "m" * 60
    graph.parameter(long, 2.0)
    window.document.reset(graph)
    window.resize(1000, 480)
    window.sidebar.turn_to(name)
    window.canvas.select({long})
    QApplication.processEvents()
    panel = window.sidebar.panel(name)
    panel = panel if isinstance(panel, Panel) else panel.findChild(Panel)
    assert isinstance(panel, Panel)
    assert panel.widget().width() == panel.viewport().width()


def test_every_button_of_training_says_all_of_its_word(window: MainWindow) -> None:
    window.resize(1000, 480)
    window.sidebar.turn_to("train")
    QApplication.processEvents()
    for button in window.side.train.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()


def test_reset_is_not_what_a_wizard_calls_its_way_back(window: MainWindow) -> None:
    assert window.side.train.again.text() not in ("Zurück", "Retour", "Back")
