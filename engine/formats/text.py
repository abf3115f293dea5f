"""The formats that are text: each with its name, its suffix and what writes it.

The command line's `--as`, its help and the editor's export dialog walk `TEXTS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from engine.formats.code.jax_code import jax_code
from engine.formats.code.jax_training import jax_training
from engine.formats.code.micrograd_code import micrograd_code
from engine.formats.code.micrograd_training import micrograd_training
from engine.formats.code.numpy_code import numpy_code
from engine.formats.code.numpy_training import numpy_training
from engine.formats.code.pytorch_code import pytorch_code
from engine.formats.code.pytorch_training import pytorch_training
from engine.formats.dot import dot
from engine.formats.latex import latex
from engine.formats.mermaid import mermaid
from engine.formats.onnx_file import onnx_bytes
from engine.graph import Graph
from engine.training import Choice, Table

__all__ = ["ONNX", "TEXTS", "TextFormat", "text_format"]


@dataclass(frozen=True)
class TextFormat:
    """One format: what `--as` calls it, what people do, its suffixes, and its text of a graph.

    `train` is the text with the training loop, None where there is none; one that is not chosen
    `by_suffix` leaves the suffix to a picture.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Graph], str | bytes]
    train: Callable[[Graph, Choice, Table | None], str] | None = None
    by_suffix: bool = True


TEXTS: dict[str, TextFormat] = {
    text.name: text
    for text in (
        TextFormat("pytorch", "PyTorch program", (".py",), pytorch_code, pytorch_training),
        TextFormat("jax", "JAX program", (".py",), jax_code, jax_training),
        TextFormat(
            "numpy", "NumPy program, the chain rule by hand", (".py",), numpy_code, numpy_training
        ),
        TextFormat(
            "micrograd",
            "Python program without libraries",
            (".py",),
            micrograd_code,
            micrograd_training,
        ),
        TextFormat(
            "latex", "LaTeX of the formulas and derivatives", (".tex",), latex, by_suffix=False
        ),
        TextFormat("dot", "Graphviz graph", (".dot", ".gv"), dot),
        TextFormat("mermaid", "Mermaid flowchart", (".mmd", ".mermaid"), mermaid),
    )
}


ONNX = TextFormat("onnx", "ONNX model", (".onnx",), onnx_bytes)
"""The forward graph for other programs: chosen as the texts are, but nobody reads it."""


def text_format(path: PurePath) -> TextFormat | None:
    """Return the first format that has the path's suffix, None where that is no text."""
    suffix = path.suffix.lower()
    texts = (text for text in (*TEXTS.values(), ONNX) if text.by_suffix)
    return next((text for text in texts if suffix in text.suffixes), None)
