"""A drawing that is given up or fails midway: Qt would end the process where its device goes."""

import subprocess
import sys

PROGRAM = """
import gc, sys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

import engine
from engine.progress import listening
from gui.canvas.drawn.backing import Backing, Sight
from gui.exports import Options, Subject, pdf, png
from gui.fonts import Face
from gui.panels.formula_view import FormulaView
from gui.picture.runs import set_text
from gui.safety.overrides import guard_overrides

gc.disable()
guard_overrides()
application = QApplication(sys.argv[:1])


def exported(render):
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    subject = Subject(graph, Options())
    assert subject.drawing.shapes
    try:
        with listening(give_up):
            render(subject)
    except InterruptedError:
        print("given up")


def give_up(share):
    raise InterruptedError


def collected_midway():
    view = QWidget()
    view.backing, view.itself = Backing(view), view
    view.backing._begin(Sight(1.0, (0.0, 0.0), (99, 99), 1.0, None), lambda painter: iter((None,)))
    del view
    gc.collect()
    print("given up")


def failed():
    view = FormulaView()
    view.show_text(set_text("w", Face.SANS, 12))
    view.theme = None
    try:
        view.grab()
    except AttributeError:
        print("given up")
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


DEEDS = {
    "png": lambda: exported(png.render),
    "pdf": lambda: exported(pdf.render),
    "backing": collected_midway,
    "widget": failed,
}
for name, deed in DEEDS.items():
    print(name)
    deed()
print("lives")
"""


def test_a_drawing_that_ends_midway_does_not_end_the_process() -> None:
    ended = subprocess.run(
        [sys.executable, "-uc", PROGRAM], capture_output=True, text=True, check=False
    )
    given_up = "".join(f"{deed}\ngiven up\n" for deed in ("png", "pdf", "backing", "widget"))
    assert (ended.returncode, ended.stdout) == (0, f"{given_up}lives\n"), ended.stderr
    assert ended.stderr == ""
