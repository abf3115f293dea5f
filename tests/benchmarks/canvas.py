"""The canvas at size: build, pan, drag, slide, fit and zoom, as medians beside their targets."""

import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

import engine
from gui import fonts
from gui.canvas.canvas import Canvas
from gui.commands import MoveNodes, SetValue
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.picture import Picture

TARGETS = {
    "build the picture": 100.0,
    "pan": 10.0,
    "drag a card": 10.0,
    "slider, all numbers": 10.0,
    "fit all": 16.0,
    "10-step zoom": None,
}


def random_graph(ops: int, leaves: int, seed: int = 1) -> engine.Graph:
    """Return a graph of `ops` sums of two earlier nodes, placed on a square."""
    rng = np.random.default_rng(seed)
    graph = engine.Graph()
    side = int((ops + leaves) ** 0.5) + 1
    for k in range(ops + leaves):
        place = (k % side * 220.0, k // side * 130.0)
        if k < leaves:
            graph.parameter(f"p{k}", float(rng.normal()), position=place)
        else:
            low = max(0, k - 3 * side)
            sources = [f"{'p' if s < leaves else 'n'}{s}" for s in rng.integers(low, k, 2)]
            graph.op("add", *sources, name=f"n{k}", position=place)
    graph.output = f"n{ops + leaves - 1}"
    return graph


def timed(do: Callable[[int], object], times: int = 9) -> float:
    """Return the median of `times` runs, in ms; `do` is given the number of its run."""
    found = []
    for k in range(times):
        start = time.perf_counter()
        do(k)
        found.append((time.perf_counter() - start) * 1e3)
    return median(found)


def measure(canvas: Canvas, document: Document, evaluation: Evaluation) -> dict[str, float]:
    """Return the figures of one canvas in ms."""

    def paint() -> None:
        canvas.viewport().repaint()

    def pan(_: int) -> None:
        canvas.viewpoint.pan(QPointF(7.0, 5.0))
        paint()

    def drag(k: int) -> None:
        document.preview(MoveNodes({name: (100.0 + k * 10, 100.0)}))
        paint()

    def slide(k: int) -> None:
        document.preview(SetValue("p0", float(k)))
        evaluation.flush()
        paint()

    def fit(_: int) -> None:
        canvas.fit()
        paint()

    def zoom(_: int) -> None:
        for step in range(10):
            canvas.viewpoint.zoom(1.1 if step < 5 else 1 / 1.1, QPointF(800.0, 500.0))
            paint()

    name = document.graph.nodes()[-1]
    found = {"build the picture": timed(lambda _: Picture(document.graph, evaluation.readings), 5)}
    canvas.zoom_to(1.0)
    for label, do in (("pan", pan), ("drag a card", drag), ("slider, all numbers", slide)):
        do(0)
        found[label] = timed(do)
    document.end_preview()
    found["fit all"] = timed(fit)
    found["10-step zoom"] = timed(zoom, 5)
    return found


def main() -> None:
    """Print the table."""
    application = QApplication(sys.argv[:1])
    fonts.load()
    for ops, leaves in ((150, 50), (8_000, 2_000)):
        document = Document()
        evaluation = Evaluation(document)
        document.reset(random_graph(ops, leaves))
        evaluation.flush()
        tracemalloc.start()
        Picture(document.graph, evaluation.readings)
        memory = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        canvas = Canvas(document, evaluation)
        canvas.resize(1600, 1000)
        canvas.show()
        application.processEvents()
        figures = measure(canvas, document, evaluation)
        edges = len(document.graph.edges())
        print(f"\n{ops + leaves:,} nodes, {edges:,} edges; picture {memory:.0f} MB")
        for label, figure in figures.items():
            target = TARGETS[label]
            if target is not None and ops < 1000:
                target = None if label.startswith("build") else 8.0
            wanted = "" if target is None else f"   target {target:g} ms"
            print(f"  {label:<22}{figure:9.1f} ms{wanted}")
        canvas.close()


if __name__ == "__main__":
    main()
