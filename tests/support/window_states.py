"""Named states of the real window, each reached by real events: for pictures and for looking.

`python tests/support/window_states.py FOLDER [STATE...]` saves a PNG of each, light and dark.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from examples import example

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hands import Hands, drag_to
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

import engine
from gui import fonts
from gui.picture.layout import place_all
from gui.picture.leaf_number import numbers_on
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from gui.window.standing import first_sizes

CTRL = Qt.KeyboardModifier.ControlModifier
SIZE = (1400, 900)
RIGHT = Qt.MouseButton.RightButton


class Scene:
    """A window with the linear unit, and hands on it."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.canvas = window, window.canvas
        self.hands = Hands(window.canvas)

    def load(self, graph: engine.Graph) -> None:
        place_all(graph)
        self.window.document.reset(graph)
        self.window.show_canvas()
        QApplication.processEvents()
        self.canvas.fit()
        QApplication.processEvents()

    def hold(self, source: str, target: str, port: int) -> None:
        """Draw an edge to a port and keep the button pressed."""
        x, y = self.hands.port(target, port)
        self.hands.press(self.hands.out(source))
        self.hands.carry((x - 40, y + 60))
        self.hands.carry((x, y))

    def edge_middle(self, target: str, port: int) -> tuple[float, float]:
        picture = self.canvas.picture
        line = picture.lines[picture.edge_index[target, port]]
        first, last = line[0], line[-1]
        return float(0.6 * first[0] + 0.4 * last[0]), float(0.6 * first[1] + 0.4 * last[1])

    def number(self, name: str) -> tuple[float, float]:
        picture = self.canvas.picture
        left, top, right, bottom = numbers_on(picture, picture.index[name])[0].box
        return (left + right) / 2, (top + bottom) / 2


def rest(scene: Scene) -> None:
    """Nothing under the pointer."""


def hover_card(scene: Scene) -> None:
    x, y = scene.hands.middle("c")
    scene.hands.carry((x, y), held=False)


def hover_edge(scene: Scene) -> None:
    scene.hands.carry(scene.edge_middle("J", 0), held=False)


def hover_number(scene: Scene) -> None:
    scene.hands.carry(scene.number("b"), held=False)


def scrub(scene: Scene) -> None:
    x, y = scene.number("w")
    scene.hands.press((x, y))
    for way in (6, 46):
        scene.hands.carry((x + way / scene.canvas.viewpoint.scale, y))


def selected(scene: Scene) -> None:
    scene.hands.click(scene.hands.middle("a"))
    scene.hands.click(scene.hands.middle("b"), CTRL)
    scene.hands.click(scene.edge_middle("J", 0), CTRL)


def band(scene: Scene) -> None:
    x, y = scene.hands.middle("w")
    x1, y1 = scene.hands.middle("c")
    scene.hands.press((x - 70, y - 60))
    scene.hands.carry((x1 + 20, y1 + 10))


def legal(scene: Scene) -> None:
    scene.hold("c", "a", 1)


def illegal(scene: Scene) -> None:
    scene.hold("d", "a", 1)


def missing(scene: Scene) -> None:
    scene.canvas.document.undo()
    x, y = scene.hands.port("a", 1)
    scene.hands.drag((x, y), (x - 30, y + 130))


def nan(scene: Scene) -> None:
    graph = scene.window.document.graph.copy()
    for name, value in (("w", -2.0), ("x", 2.0), ("b", 1.0)):
        graph.set_attribute(name, "value", value)
    graph.op("log", "a", name="l")
    graph.remove_edge("a", "d", 0)
    graph.add_edge("l", "d", 0)
    for name in graph.nodes():
        graph.set_attribute(name, "position", None)
    scene.load(graph)


def guides(scene: Scene) -> None:
    x, y = scene.hands.middle("y")
    u, _ = scene.hands.middle("b")
    scene.hands.press((x - 22, y + 12))
    scene.hands.carry((x, y))
    scene.hands.carry((u - 22 + 2, y + 14 + 50))


def connecting_click(scene: Scene) -> None:
    scene.hands.click(scene.hands.out("b"))
    x, y = scene.hands.middle("J")
    scene.hands.carry((x - 40, y + 120), held=False)


def cut(scene: Scene) -> None:
    x, y = scene.hands.middle("c")
    scene.hands.press((x + 100, y - 60), CTRL, RIGHT)
    drag_to(scene.hands.view, scene.hands.pixel(x + 60, y + 200), RIGHT, CTRL)


def bad_value(scene: Scene) -> None:
    scene.hands.double_click(scene.hands.middle("w"))
    scene.hands.type("two")


def sliders(scene: Scene) -> None:
    scene.canvas.select({"w", "b", "x"})
    scene.window.bars.actions["graph.slider"].trigger()
    scene.canvas.select(set())


def slider(scene: Scene) -> None:
    sliders(scene)
    scene.canvas.select({"b"})


def quick_add(scene: Scene) -> None:
    x, y = scene.hands.middle("J")
    scene.hands.drag(scene.hands.out("d"), (x - 60, y + 110))


STATES: dict[str, Callable[[Scene], None]] = {
    state.__name__: state
    for state in (
        rest,
        hover_card,
        hover_edge,
        hover_number,
        scrub,
        selected,
        band,
        legal,
        illegal,
        missing,
        nan,
        guides,
        connecting_click,
        cut,
        bad_value,
        sliders,
        slider,
        quick_add,
    )
}


def show(name: str, theme: str, folder: Path) -> None:
    """Save the picture of one state in one theme."""
    with tempfile.TemporaryDirectory() as own:
        settings = Settings(QSettings(f"{own}/settings.ini", QSettings.Format.IniFormat))
        window = MainWindow(settings, Appearance(settings, QApplication.instance()))
        window.choose_theme(theme)
        window.resize(*SIZE)
        window.show()
        window.splitter.setSizes(first_sizes(SIZE[0]))  # as on a screen of that size
        scene = Scene(window)
        scene.load(example("linear-unit"))
        STATES[name](scene)
        QApplication.processEvents()
        window.grab().save(str(folder / f"{name}-{theme}.png"))
        scene.canvas.hand.cancel()
        scene.canvas.entry.close_editor()
        scene.canvas.entry.close_prompt()
        window.document.mark_saved(Path(own) / "x.chainrule", window.document.contents())
        window.close()
        QApplication.processEvents()


def main(folder: str, *names: str) -> None:
    """Save the pictures of the named states, of all where none is named."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert application is not None
    fonts.load()
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name in names or STATES:
        for theme in ("light", "dark"):
            show(name, theme, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
