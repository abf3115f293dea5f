"""How long a window stands still at most, whatever is done: a tenth of a second is the target."""

import os
from collections.abc import Callable
from importlib import import_module

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from canvas import WAIT, random_graph, wanted, window_with
from parts.screenless import application
from parts.turns import Turns
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.collector import Collector
from gui.dialogs.waiting import is_waiting
from gui.window.beforehand import LATER
from gui.window.main_window import MainWindow

SIZES = ((150, 50), (8_000, 2_000), (85_600, 21_400))  # ops and leaves
PANELS = ("bump", "train", "quiz", "inspect")
DIALOGS = (
    *("edit.preferences", "file.export", "file.export_code", "file.new_network"),
    *("file.new_expression", "graph.randomise", "help.about"),
)
_SEEN = 700  # ms until a dialog is closed again


def acts(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what is done in a window, in its order, by what it is called."""
    canvas, lesson, trainer = window.canvas, window.lesson, window.trainer
    names = window.document.graph.nodes()
    middle, half = {names[len(names) // 2]}, set(names[len(names) // 4 : 3 * len(names) // 4])

    def take(name: str) -> Callable[[], object]:
        return window.bars.actions[name].trigger

    def shown(name: str) -> Callable[[], object]:
        def close() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or is_waiting(dialog):
                QTimer.singleShot(_SEEN, close)
            else:
                dialog.close()

        def show() -> None:
            QTimer.singleShot(_SEEN, close)
            window.bars.actions[name].trigger()

        return show

    undo, redo = take("edit.undo"), take("edit.redo")
    done = {f"first {name} panel": lambda name=name: window.turn_to(name) for name in PANELS}
    done |= {name: shown(name) for name in DIALOGS}
    done |= {f"theme {name}": take(f"theme.{name}") for name in ("dark", "light")}
    done |= {"lesson": lesson.start, "step": lesson.next, "last step": lesson.next}
    done |= {"end of the lesson": lesson.stop, "train": trainer.play, "pause": trainer.pause}
    done |= {"reset": trainer.reset, "select one": lambda: canvas.select(middle)}
    done |= {"delete it": take("edit.delete"), "undo": undo, "redo": redo, "undo again": undo}
    done |= {"select half": lambda: canvas.select(half), "align": take("align.left")}
    done |= {"undo align": undo, "copy": take("edit.copy")}
    done |= {"copy as a picture": take("edit.copy_picture"), "delete half": take("edit.delete")}
    done |= {"undo delete": undo, "group": take("graph.group"), "undo group": undo}
    return done | {"lay out": take("graph.arrange"), "undo layout": undo, "fit": canvas.fit}


def main() -> None:
    """Print the tables."""
    collector = Collector(application())
    for name in LATER:  # as in the editor, while nobody waits
        import_module(name)
    for ops, leaves in SIZES:
        print(f"\n{ops + leaves:,} nodes")
        with window_with(random_graph(ops, leaves)) as window:
            turns = Turns(window)
            turns.rest()
            for label, act in acts(window).items():
                figure = turns.longest(act)
                print(f"  {label:<22}{figure:9.1f} ms{wanted(figure, WAIT)}", flush=True)
    collector.end()


if __name__ == "__main__":
    main()
