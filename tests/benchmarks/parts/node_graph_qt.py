"""NodeGraphQt, the peer of the canvas, given the same graph in the same run."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

import engine
from gui.canvas.canvas import Canvas
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.picture import Picture

__all__ = ["compare"]

Timed = Callable[..., float]

_TARGETS = {"build": 50.0, "fit all": 10.0, "save": 20.0, "load": 20.0}


def compare(graph: engine.Graph, timed: Timed) -> None:
    """Print how many times faster ours builds, fits, saves and loads `graph`."""
    print(f"\nBeside NodeGraphQt, {len(graph):,} nodes without their numbers there")
    try:
        import NodeGraphQt as peer  # noqa: N813  the package is called so
    except ImportError:
        print("  not installed: pip install -e '.[bench]'")
        return
    ours, theirs = _ours(graph, timed), _theirs(peer, graph, timed)
    for label, target in _TARGETS.items():
        ratio = theirs[label] / ours[label]
        print(
            f"  {label:<10}{ours[label]:9.1f} ms{theirs[label]:12.1f} ms"
            f"{ratio:9.0f} ×   target {target:g} ×"
        )


def _ours(graph: engine.Graph, timed: Timed) -> dict[str, float]:
    document = Document()
    evaluation = Evaluation(document)
    document.reset(graph)
    evaluation.flush()
    canvas = Canvas(document, evaluation)
    canvas.resize(1600, 1000)
    canvas.show()
    QApplication.processEvents()

    def fit(_: int) -> None:
        canvas.fit()
        canvas.finish_drawing()  # in full, as the peer does

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "g.chainrule"
        found = {
            "build": timed(lambda _: Picture(graph, evaluation.seen), 5),
            "fit all": timed(fit, 5),
            "save": timed(lambda _: engine.save(graph, path), 3),
            "load": timed(lambda _: engine.load(path), 3),
        }
    canvas.close()
    return found


def _theirs(peer, graph: engine.Graph, timed: Timed) -> dict[str, float]:
    class Node(peer.BaseNode):
        __identifier__ = "bench"
        NODE_NAME = "node"

        def __init__(self) -> None:
            super().__init__()
            for port in ("a", "b"):
                self.add_input(port)
            self.add_output("out")

    def built(_: int):
        scene = peer.NodeGraph()
        scene.register_node(Node)
        made = {}
        for name in graph.nodes():
            place = graph.attributes(name)["position"]
            made[name] = scene.create_node(
                "bench.Node", name=name, pos=list(place), selected=False, push_undo=False
            )
        for edge in graph.edges():
            made[edge.source].output(0).connect_to(made[edge.target].input(edge.port), False)
        return scene

    kept = []
    building = timed(lambda k: kept.append(built(k)), 1)
    scene = kept[0]
    view = scene.widget
    view.resize(1600, 1000)
    view.show()
    QApplication.processEvents()

    def fit(_: int) -> None:
        scene.fit_to_selection()  # of all, where nothing is selected
        scene.viewer().viewport().repaint()

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "g.json")
        found = {
            "build": building,
            "fit all": timed(fit, 3),
            "save": timed(lambda _: scene.save_session(path), 1),
            "load": timed(lambda _: scene.load_session(path), 1),
        }
    view.close()
    return found
