"""NodeGraphQt, the peer of the canvas, given the same graph in the same run."""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

import engine
from gui.canvas.canvas import Canvas
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.picture import Picture

try:
    import NodeGraphQt as _peer  # noqa: N813  the package is called so
except ImportError:
    _peer = None

__all__ = ["actions", "compare"]

Timed = Callable[..., float]

_KIND = "bench.Node"
_TARGETS = {"build": 50.0, "fit all": 10.0, "save": 20.0, "load": 20.0}


def compare(graph: engine.Graph, timed: Timed) -> None:
    """Print how many times faster ours builds, fits, saves and loads `graph`."""
    print(f"\nBeside NodeGraphQt, {len(graph):,} nodes without their numbers there")
    if _peer is None:
        print("  not installed: pip install -e '.[bench]'")
        return
    ours, theirs = _ours(graph, timed), _theirs(graph, timed)
    for label, target in _TARGETS.items():
        ratio = theirs[label] / ours[label]
        print(
            f"  {label:<10}{ours[label]:9.1f} ms{theirs[label]:12.1f} ms"
            f"{ratio:9.0f} ×   target {target:g} ×"
        )


def actions(graph: engine.Graph) -> dict[str, float]:
    """Return how long it takes for what `Actions` times, by its labels: from the call to painted.

    There are no numbers there. Without it, there is nothing.
    """
    if _peer is None:
        return {}
    scene, made = _built(graph)
    view, names = _shown(scene), graph.nodes()[len(graph) // 2 :]
    scene.center_on([made[names[0]]])
    found: dict[str, list[float]] = {}

    def time_one(label: str, do: Callable[[], object]) -> None:
        start = time.perf_counter()
        do()
        view.viewport().repaint()
        found.setdefault(label, []).append((time.perf_counter() - start) * 1e3)
        QApplication.processEvents()

    undo = scene.undo_stack().undo
    for name, target in zip(names[:5], names[20:25], strict=True):
        node, (x, y) = made[name], made[name].pos()
        time_one("drag a card", partial(node.set_pos, x + 13, y + 8))
        time_one("take it back", undo)
        time_one("select a card", partial(node.set_selected, True))
        time_one("add what it offers", partial(scene.create_node, _KIND, pos=[x + 110, y + 50]))
        time_one("take the node back", undo)
        time_one("connect", partial(node.output(0).connect_to, made[target].input(0)))
        time_one("take the edge back", undo)
        time_one("delete", partial(scene.delete_node, node))
        time_one("take it back, too", undo)
    scene.widget.close()
    return {label: median(times) for label, times in found.items()}


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


def _theirs(graph: engine.Graph, timed: Timed) -> dict[str, float]:
    kept = []
    building = timed(lambda _: kept.append(_built(graph)[0]), 1)
    scene = kept[0]
    viewer = _shown(scene)

    def fit(_: int) -> None:
        scene.fit_to_selection()  # of all, where nothing is selected
        viewer.viewport().repaint()

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "g.json")
        found = {
            "build": building,
            "fit all": timed(fit, 3),
            "save": timed(lambda _: scene.save_session(path), 1),
            "load": timed(lambda _: scene.load_session(path), 1),
        }
    scene.widget.close()
    return found


def _built(graph: engine.Graph):
    """Return a scene of `graph`, and its nodes by their names."""

    class Node(_peer.BaseNode):
        __identifier__, NODE_NAME = "bench", "node"

        def __init__(self) -> None:
            super().__init__()
            for port in ("a", "b"):
                self.add_input(port)
            self.add_output("out")

    scene = _peer.NodeGraph()
    scene.register_node(Node)
    made = {}
    for name in graph.nodes():
        place = graph.attributes(name)["position"]
        made[name] = scene.create_node(
            _KIND, name=name, pos=list(place), selected=False, push_undo=False
        )
    for edge in graph.edges():
        made[edge.source].output(0).connect_to(made[edge.target].input(edge.port), False)
    return scene, made


def _shown(scene):
    """Return the view of a scene, which is as large as ours."""
    scene.widget.resize(1600, 1000)
    scene.widget.show()
    QApplication.processEvents()
    return scene.viewer()
