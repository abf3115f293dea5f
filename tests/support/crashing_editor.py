"""An editor that works until it is killed: `python crashing_editor.py SEED`, edits by the clock.

Prints `edit N SECONDS` after every edit and `journal N` once edit N is in the journal. Its data
and settings folders are the environment's (XDG_DATA_HOME, XDG_CONFIG_HOME).
"""

import random
import sys
import time
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from engine.formats.contents import Contents
from gui.commands import AddNodes, NewNode, SetValue
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow


def main(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  no secret
    application = QApplication(sys.argv[:1])
    settings = Settings()
    window = MainWindow(settings, Appearance(settings))
    window.show()
    document = window.document
    constant = NewNode("k", "constant", {"value": 0.0, "position": (0.0, 0.0)})
    document.do(AddNodes([constant]))
    count = writing = shown = 0

    def edit() -> None:
        nonlocal count
        count += 1
        document.do(SetValue("k", float(count)))
        print("edit", count, time.monotonic(), flush=True)
        QTimer.singleShot(rng.randrange(1, 120), edit)

    write, put_down = window.journal._write, window.journal._put_down

    def note(head: bytes, contents: Contents, saved: str, needless: Event) -> None:
        nonlocal writing
        writing = int(dict(contents.nodes)["k"]["value"])
        write(head, contents, saved, needless)

    def note_what_stands(head: bytes, data: bytes, saved: str) -> bool:
        nonlocal shown
        stands = put_down(head, data, saved)
        shown = writing
        return stands

    window.journal._write, window.journal._put_down = note, note_what_stands
    window.journal.written.connect(lambda: print("journal", shown, flush=True))
    edit()
    application.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]))
