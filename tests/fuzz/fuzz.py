"""Fuzz targets: whatever bytes come in, a graph comes out or one sentence, never anything else.

Run as `python tests/fuzz/fuzz.py TARGET [libFuzzer's options] CORPUS ...` with TARGET one of
file, text, table, picture, node_link, onnx; `make fuzz` runs all of them for a while.
"""

import io
import sys

import atheris

with atheris.instrument_imports(include=["engine"]):
    import engine
    from engine import training
    from engine.assignments import graph_from_text
    from engine.formats import chainrule_file, picture_file
    from engine.formats.from_onnx import graph_from_onnx
    from engine.formats.node_link import graph_from_node_link
    from engine.training import table_text

_LONGEST = 2_000  # characters of a sentence; names in it are cut


def file(data: bytes) -> None:
    """Read a graph file; what opens is saved to the same bytes twice, and can be evaluated."""
    graph = chainrule_file.loads(data)
    saved = chainrule_file.dumps(graph)
    assert chainrule_file.dumps(chainrule_file.loads(saved)) == saved
    _evaluate(graph)


def text(data: bytes) -> None:
    """Read a formula or several, as typed."""
    _evaluate(graph_from_text(data.decode("utf-8", errors="replace"), {}))


def table(data: bytes) -> None:
    """Read a table of data, as pasted."""
    read = table_text.table_from_text(data.decode("utf-8", errors="replace"))
    assert isinstance(read, training.Table)


def picture(data: bytes) -> None:
    """Read the graph inside a picture."""
    chainrule_file.loads(picture_file.graph_bytes(io.BytesIO(data)))


def node_link(data: bytes) -> None:
    """Read a graph as NetworkX writes it."""
    _evaluate(graph_from_node_link(data))


def onnx(data: bytes) -> None:
    """Read an ONNX model."""
    _evaluate(graph_from_onnx(data))


def _evaluate(graph: engine.Graph) -> None:
    program = engine.compile(graph, partial=True)
    program.forward()
    program.backward()


TARGETS = {target.__name__: target for target in (file, text, table, picture, node_link, onnx)}


def guarded(target: object) -> object:
    """Return `target` with the one failure it may have, a GraphError of one line, caught."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except engine.GraphError as error:
            sentence = str(error)
            assert sentence
            assert "\n" not in sentence
            assert len(sentence) < _LONGEST

    return run


def main() -> None:
    """Run the target that is named."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        raise SystemExit(f"name a target: {', '.join(TARGETS)}")
    target = guarded(TARGETS[sys.argv.pop(1)])
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
