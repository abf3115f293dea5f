"""The canvas at size, each figure a median beside its target, and NodeGraphQt in the same run.

What the hand does is timed from the event to the painted frame. A large graph shows its last image
then, moved and scaled; how long the next takes, and its longest slice, have rows of their own.
"""

import os
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from parts import node_graph_qt
from parts.actions import Actions
from parts.screenless import application
from PySide6.QtCore import QPointF, QSettings
from PySide6.QtWidgets import QApplication

import engine
from gui.canvas.canvas import Canvas
from gui.commands import AddNodes, Connect, DeleteNodes, MoveNodes, NewNode, SetValue
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.picture import Picture
from gui.picture.shown import place_of
from gui.settings import Settings
from gui.threads.collector import Collector
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow

ANY = 8.0  # ms for any action where there are up to 200 nodes
WAIT = 100.0  # ms, which a window is never to wait
SIZES = ((150, 50, 2), (800, 200, 2), (8_000, 2_000, 2), (8_000, 2_000, 12))
TARGETS: dict[str, tuple[float, ...]] = {  # ms, for each of the sizes
    "build the picture": (0.0, 0.0, 100.0, 0.0),
    "pan": (8.0, 10.0, 10.0, 8.0),
    "drag a card": (8.0, 10.0, 10.0, 8.0),
    "slider, all numbers": (8.0, 16.0, 10.0, 8.0),
    "fit all": (8.0, 16.0, 16.0, 8.0),
    "one step of a zoom": (8.0, 10.0, 10.0, 8.0),
    "longest slice": (16.0, 16.0, 16.0, 16.0),
    "refined after": (200.0, 200.0, 200.0, 200.0),
}


def random_graph(ops: int, leaves: int, inputs: int = 2, seed: int = 1) -> engine.Graph:
    """Return a graph of `ops` sums of earlier nodes, placed in rows, as high as the cards."""
    rng = np.random.default_rng(seed)
    graph = engine.Graph()
    side = int((ops + leaves) ** 0.5) + 1
    pitch = max(130.0, 45.0 * inputs)
    for k in range(ops + leaves):
        place = (k % side * 220.0, k // side * pitch)
        if k < leaves:
            graph.parameter(f"p{k}", float(rng.normal()), position=place)
        else:
            low = max(0, k - 3 * side)
            sources = [f"{'p' if s < leaves else 'n'}{s}" for s in rng.integers(low, k, inputs)]
            graph.op("add", *sources, name=f"n{k}", position=place)
    graph.output = f"n{ops + leaves - 1}"
    return graph


def wanted(figure: float, target: float) -> str:
    """Return what stands behind a figure in ms: its target, and whether it is missed."""
    return f"   target {target:g} ms{'   missed' * (figure > target)}" if target else ""


def timed(do: Callable[[int], object], times: int = 9) -> float:
    """Return the median of `times` runs, in ms; `do` is given the number of its run."""
    found = []
    for k in range(times):
        start = time.perf_counter()
        do(k)
        found.append((time.perf_counter() - start) * 1e3)
    return median(found)


def measure(canvas: Canvas) -> dict[str, float]:
    """Return the figures of one canvas in ms, seen in its middle where the scale is 1.

    The slider is the last leaf's, on which all numbers there depend.
    """
    document, evaluation = canvas.document, canvas.evaluation
    names = document.graph.nodes()
    name = names[len(names) // 2]
    leaf = [name for name in names if document.graph.is_leaf(name)][-1]
    x, y = place_of(document.graph, name)

    def pan(_: int) -> None:
        canvas.pan(QPointF(7.0, 5.0))
        canvas.viewport().repaint()

    def drag(k: int) -> None:
        document.preview(MoveNodes({name: (x + k * 10, y + 20.0)}))
        canvas.viewport().repaint()

    def slide(k: int) -> None:
        document.preview(SetValue(leaf, float(k)))
        canvas.viewport().repaint()

    def fit(_: int) -> None:
        canvas.fit()
        canvas.viewport().repaint()

    def zoom(k: int) -> None:
        canvas.zoom_at(1.1 if k % 2 else 1 / 1.1, QPointF(800.0, 500.0))
        canvas.viewport().repaint()

    Picture(document.graph, evaluation.seen)  # fills the caches that any session has filled
    found = {"build the picture": timed(lambda _: Picture(document.graph, evaluation.seen), 5)}
    canvas.zoom_to(1.0)
    canvas.centre_on(name)
    canvas.finish_drawing()
    for label, do in (("pan", pan), ("drag a card", drag), ("slider, all numbers", slide)):
        do(0)
        found[label] = timed(do)
    document.end_preview()
    canvas.fit()
    canvas.finish_drawing()
    found["fit all"] = timed(fit)
    found["one step of a zoom"] = timed(zoom, 10)
    return found | refined(canvas)


def refined(canvas: Canvas) -> dict[str, float]:
    """Return how long a large graph's next image takes, and its longest slice, in ms."""
    backing = canvas._backing
    canvas.finish_drawing()
    canvas.zoom_at(1.2, QPointF(800.0, 500.0))
    canvas.viewport().repaint()
    slices = []
    while backing._made is not None:
        slices.append(timed(lambda _: backing._go_on(), 1))
    return {"longest slice": max(slices), "refined after": sum(slices)} if slices else {}


def edits_in_the_window(ops: int, leaves: int) -> dict[str, float]:
    """Return ms from an edit of nodes and edges to the canvas painted with it, once each.

    What waits for the next event counts, what a thread does meanwhile does not.
    """
    last = ops + leaves - 1
    edits = {
        "add a node": AddNodes([NewNode("new", "add", {"position": (100.0, 100.0)})]),
        "connect it": Connect("p0", "new", 0),
        "delete a node": DeleteNodes([f"n{last // 2}"]),
        "take it back": None,
    }
    with window_with(random_graph(ops, leaves)) as window:
        found = {}
        for label, edit in edits.items():
            start = time.perf_counter()
            if edit is None:
                window.document.undo()
            else:
                window.document.do(edit)
            window.canvas.viewport().repaint()
            found[label] = (time.perf_counter() - start) * 1e3
            while window.evaluation.working:
                QApplication.processEvents()
    return found


def slider_in_the_window(ops: int, leaves: int) -> float:
    """Return ms from a slider's value to all panels and the canvas painted with it."""
    with window_with(random_graph(ops, leaves)) as window:

        def slide(k: int) -> None:
            window.document.preview(SetValue("p0", float(k)))
            window.canvas.viewport().repaint()

        slide(0)
        return timed(slide, 15)


@contextmanager
def window_with(graph: engine.Graph) -> Iterator[MainWindow]:
    """Open a window on a graph, with everything drawn and evaluated."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/s.ini", QSettings.Format.IniFormat))
        app = QApplication.instance()
        window = MainWindow(settings, Appearance(settings, app))
        window.resize(1600, 1000)
        window.show()
        window.document.reset(graph)
        window.show_canvas()
        window.canvas.zoom_to(1.0)
        window.canvas.select({"p0"})
        app.processEvents()
        while window.evaluation.working:
            app.processEvents()
        window.canvas.finish_drawing()
        yield window
        window.document.mark_saved(Path(folder) / "g", window.document.contents())
        window.close()
        app.processEvents()


def main() -> None:
    """Print the tables."""
    app = application()
    collector = Collector(app)  # as in the editor
    for column, (ops, leaves, inputs) in enumerate(SIZES):
        document = Document()
        evaluation = Evaluation(document)
        document.reset(random_graph(ops, leaves, inputs))
        evaluation.flush()
        while evaluation.working:
            app.processEvents()
        tracemalloc.start()
        Picture(document.graph, evaluation.seen)
        memory = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        canvas = Canvas(document, evaluation)
        canvas.resize(1600, 1000)
        canvas.show()
        app.processEvents()
        figures = measure(canvas)
        edges = len(document.graph.edges())
        print(f"\n{ops + leaves:,} nodes, {edges:,} edges; picture {memory:.0f} MB")
        for label, figure in figures.items():
            print(f"  {label:<22}{figure:9.1f} ms{wanted(figure, TARGETS[label][column])}")
        canvas.close()
    print("\nA slider in the whole window: engine, labels, panels, paint")
    for ops, leaves, target in ((800, 200, 16.0), (8_000, 2_000, 0.0)):
        figure = slider_in_the_window(ops, leaves)
        print(f"  {ops + leaves:,} nodes{figure:17.1f} ms{wanted(figure, target)}")
    print(f"\nAn edit of nodes and edges in the whole window; target {WAIT:g} ms")
    for ops, leaves in ((150, 50), (8_000, 2_000), (25_600, 6_400)):
        figures = edits_in_the_window(ops, leaves)
        parts = "".join(f"   {label} {figure:.0f}" for label, figure in figures.items())
        print(f"  {ops + leaves:,} nodes{parts} ms{'   missed' * (max(figures.values()) > WAIT)}")
    print(f"\nIn a window of 200 nodes, from the event to the painted canvas; target {ANY:g} ms")
    theirs = node_graph_qt.actions(random_graph(150, 50))
    with window_with(random_graph(150, 50)) as window:
        for label, figure in Actions(window).measure().items():
            beside = f"   NodeGraphQt {theirs[label]:5.0f} ms" if label in theirs else ""
            print(f"  {label:<26}{figure:7.1f} ms{beside}{'   missed' * (figure > ANY)}")
    collector.end()
    node_graph_qt.compare(random_graph(800, 200), timed)


if __name__ == "__main__":
    main()
