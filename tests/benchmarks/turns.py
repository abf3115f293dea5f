"""How long a window stands still at most, whatever is done: a tenth of a second is the target."""

import os
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from canvas import WAIT, random_graph, wanted, window_with
from parts.screenless import application
from parts.turns import Turns
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

import engine
from gui.actions.file import open_path
from gui.canvas.popup import Popup
from gui.commands import RenameNode, SetValue
from gui.dialogs.waiting import is_waiting
from gui.picture.numbers import DIGITS
from gui.threads.collector import Collector
from gui.window.beforehand import LATER
from gui.window.main_window import MainWindow

# ops and leaves; of 399 nodes each edge looks for its way still
SIZES = ((150, 50), (299, 100), (8_000, 2_000), (85_600, 21_400))
READ_BY = (1_000, 40_000)  # formulas that read one leaf
PANELS = ("bump", "train", "quiz", "inspect")
DIALOGS = (
    *("edit.preferences", "file.export", "file.export_code", "file.new_network"),
    *("file.new_expression", "graph.randomise", "help.about"),
)
_SEEN = 700  # ms until a dialog is closed again
Act = Callable[[], object]


def acts(window: MainWindow, folder: Path) -> dict[str, Act]:
    """Return what is done in a window, in its order, by what it is called."""
    take = partial(_taken, window)
    done: dict[str, Act] = {f"first {name} panel": partial(window.turn_to, name) for name in PANELS}
    done |= {name: partial(_answered, window, name, QDialog.reject) for name in DIALOGS}
    done |= {f"theme {name}": take(f"theme.{name}") for name in ("dark", "light")}
    done |= _taught(window) | _selected(window) | _grouped(window) | _found(window)
    accepted = partial(_answered, window, "graph.randomise", QDialog.accept)
    done |= {"randomise": accepted, "undo randomise": take("edit.undo")}
    done |= {"autosave": partial(_journalled, window), "save": partial(_saved, window, folder)}
    done |= {"save again": take("file.save")}
    done |= {"lay out": take("graph.arrange"), "undo layout": take("edit.undo")}
    done |= _whole(window) | {"fit": window.canvas.fit} | _shown(window)
    return done | {
        "open what was saved": partial(open_path, window, folder / "saved.chainrule"),
    }


def _shown(window: MainWindow) -> dict[str, Act]:
    """Return what comes up over the canvas, and how it is seen otherwise."""
    take, popups = partial(_taken, window), ("view.commands", "graph.add", "view.menu")
    done: dict[str, Act] = {}
    for name in popups:
        done |= {name: take(name), f"close {name}": partial(_put_away, window)}
    done |= {f"numbers {name}": take(f"numbers.{name}") for name in ("values", "neither", "both")}
    done["other digits"] = partial(_wrote, window, DIGITS + 2)
    done["usual digits"] = partial(_wrote, window, DIGITS)
    return done


def _put_away(window: MainWindow) -> None:
    """Close what came up over the canvas."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    for popup in window.findChildren(Popup):
        popup.close_it()


def _wrote(window: MainWindow, digits: int) -> None:
    """Write all numbers with so many digits."""
    window.settings.digits = digits
    window.take_settings()


def _taken(window: MainWindow, name: str) -> Act:
    return window.bars.actions[name].trigger


def _answered(window: MainWindow, name: str, answer: Callable[[QDialog], None]) -> None:
    """Take an action that shows a dialog, and answer that once it has been seen."""

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or is_waiting(dialog):
            QTimer.singleShot(_SEEN, close)
        else:
            answer(dialog)
            window.activateWindow()  # as a window manager has it, else nobody would notice

    QTimer.singleShot(_SEEN, close)
    window.bars.actions[name].trigger()


def _journalled(window: MainWindow) -> None:
    """Edit something, and wait until that is in the journal."""
    loop = QEventLoop()
    window.journal.written.connect(loop.quit)
    window.document.do(SetValue("p1", 7.0))
    loop.exec()


def _saved(window: MainWindow, folder: Path) -> None:
    window.document.path = folder / "saved.chainrule"
    window.bars.actions["file.save"].trigger()


def _pressed(window: MainWindow, key: Qt.Key) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key)


def _titled(window: MainWindow) -> None:
    """Take the title that a new group is offered."""
    editor = window.canvas.entry.editor
    if editor is not None:
        QTest.keyClick(editor, Qt.Key.Key_Return)


def _sought(window: MainWindow, text: str) -> None:
    window.bars.actions["edit.find"].trigger()
    bar = window.canvas.finding.bar
    if bar is not None:
        bar.line.setText(text)


def _found(window: MainWindow) -> dict[str, Act]:
    """Return how nodes are found, by their names, values and ops."""
    seek, finding = partial(_sought, window), window.canvas.finding
    done: dict[str, Act] = {f"find {text}": partial(seek, text) for text in ("n1", "-2", "add")}
    return done | {"next": finding.next, "end find": lambda: finding.bar and finding.bar.close_it()}


def _taught(window: MainWindow) -> dict[str, Act]:
    """Return how the graph is gone through and trained."""
    lesson, trainer = window.lesson, window.trainer
    toggle = _taken(window, "lesson.toggle")
    done: dict[str, Act] = {"lesson": toggle, "step": lesson.next, "another": lesson.next}
    done |= {"end of the lesson": toggle, "train": trainer.play, "pause": trainer.pause}
    done |= {
        "reset": trainer.reset,
        "race": partial(_raced, window),
        "quiz": partial(_asked, window),
    }
    hint = lambda: window.side.quiz.hint.click()  # noqa: E731  that panel is made when it is shown
    return done | {"hint": hint, "end of the quiz": window.quiz.stop}


def _raced(window: MainWindow) -> None:
    """Begin the race of bumping against backpropagation."""
    window.turn_to("bump")
    window.side.bump.race.button.click()


def _asked(window: MainWindow) -> None:
    """End the race, and begin a quiz."""
    window.side.bump.race.button.click()
    window.turn_to("quiz")
    window.side.quiz.begin.click()


def _selected(window: MainWindow) -> dict[str, Act]:
    """Return what is done to what is selected: one node, half of them, all."""
    canvas, take = window.canvas, partial(_taken, window)
    names = window.document.graph.nodes()
    middle, half = {names[len(names) // 2]}, set(names[len(names) // 4 : 3 * len(names) // 4])
    undo, redo, nudge = take("edit.undo"), take("edit.redo"), partial(_pressed, window)
    done: dict[str, Act] = {"select one": partial(canvas.select, middle)}
    done |= {"delete it": take("edit.delete"), "undo": undo, "redo": redo, "undo again": undo}
    done |= {"select half": partial(canvas.select, half), "align": take("align.left")}
    done |= {"undo align": undo, "distribute": take("align.across"), "undo distribute": undo}
    done |= {"nudge": partial(nudge, Qt.Key.Key_Right), "undo nudge": undo}
    done |= {"copy as a picture": take("edit.copy_picture")}
    done |= {"copy": take("edit.copy"), "paste": take("edit.paste"), "undo paste": undo}
    done |= {"select them": partial(canvas.select, half), "duplicate": take("edit.duplicate")}
    done |= {"undo duplicate": undo, "select half again": partial(canvas.select, half)}
    done |= {"delete half": take("edit.delete"), "undo delete": undo}
    done |= {"select all": take("edit.select_all"), "nudge all": partial(nudge, Qt.Key.Key_Up)}
    return done | {"undo nudge all": undo}


def _grouped(window: MainWindow) -> dict[str, Act]:
    """Return how half of the graph becomes a group, is folded and comes back."""
    canvas, take = window.canvas, partial(_taken, window)
    names = window.document.graph.nodes()
    half = set(names[len(names) // 4 : 3 * len(names) // 4])
    undo = take("edit.undo")
    done: dict[str, Act] = {"select for a group": partial(canvas.select, half)}
    done |= {"group": take("graph.group"), "its title": partial(_titled, window)}
    done |= {"fold": take("graph.fold")}
    done |= {"unfold": take("graph.fold"), "undo unfold": undo, "undo fold": undo}
    return done | {"ungroup": take("graph.ungroup"), "undo ungroup": undo, "undo group": undo}


def _whole(window: MainWindow) -> dict[str, Act]:
    """Return what is done to all nodes that are selected."""
    take, undo = partial(_taken, window), _taken(window, "edit.undo")
    done: dict[str, Act] = {"select all again": take("edit.select_all")}
    done |= {"lay out all": take("graph.arrange"), "undo layout of all": undo}
    done |= {"copy all": take("edit.copy"), "cut all": take("edit.cut"), "undo cut all": undo}
    return done


def _of_one(window: MainWindow) -> dict[str, Act]:
    """Return what is done to a leaf that all formulas read."""
    undo, redo = _taken(window, "edit.undo"), _taken(window, "edit.redo")
    done: dict[str, Act] = {"select it": partial(window.canvas.select, {"w"})}
    done |= {"bump it": partial(window.turn_to, "bump"), "inspect it": _inspected(window)}
    done |= {"rename it": lambda: window.document.do(RenameNode("w", "weight"))}
    done |= {"undo rename": undo, "redo rename": redo, "undo rename again": undo}
    done |= {"select it again": partial(window.canvas.select, {"w"})}
    return done | {"delete it": _taken(window, "edit.delete"), "undo delete": undo}


def _inspected(window: MainWindow) -> Act:
    return partial(window.turn_to, "inspect")


def graph_of_one(count: int) -> engine.Graph:
    """Return a graph of so many formulas, each of the one before and of one leaf."""
    graph, side = engine.Graph(), int(count**0.5) + 1
    before = graph.parameter("w", 0.5, position=(-220.0, 0.0))
    for k in range(count):
        place = (k % side * 220.0, k // side * 130.0)
        graph.op("formula", "w", before, name=f"f{k}", formula="w/9+tanh(a)", position=place)
        before = f"f{k}"
    return graph


def tell_turns(graph: engine.Graph, done: Callable[[MainWindow, Path], dict[str, Act]]) -> None:
    """Print the longest turn of each of the acts in a window on a graph."""
    with TemporaryDirectory() as folder, window_with(graph) as window:
        turns = Turns(window)
        turns.rest()
        for label, act in done(window, Path(folder)).items():
            figure = turns.longest(act)
            print(f"  {label:<22}{figure:9.1f} ms{wanted(figure, WAIT)}", flush=True)


def main() -> None:
    """Print the tables."""
    collector = Collector(application())
    for name in LATER:  # as in the editor, while nobody waits
        import_module(name)
    for ops, leaves in SIZES:
        print(f"\n{ops + leaves:,} nodes")
        tell_turns(random_graph(ops, leaves), acts)
    for count in READ_BY:
        print(f"\nA leaf that {count:,} formulas read")
        tell_turns(graph_of_one(count), lambda window, _: _of_one(window))
    collector.end()
    QApplication.clipboard().clear()  # Qt's own outlives Python: with a copy on it, it ends badly


if __name__ == "__main__":
    main()
