"""What to do with a file that is no graph of ours, told by its suffix."""

from pathlib import Path

__all__ = ["elsewhere"]

_MODEL = "; 'chainrule new --from FILE -o OUT' makes a graph of a model or of node-link JSON"
_CODE = "; 'chainrule new --from-torch MODULE:NAME -o OUT' makes a graph of a model's code"
_TABLE = "; a table is data to train with: open it in the panel Train, or by --data"
_SAID = {
    ".onnx": _MODEL,
    ".json": _MODEL,
    ".py": _CODE,
    ".pt": _CODE,
    ".pth": _CODE,
    ".csv": _TABLE,
    ".tsv": _TABLE,
}


def elsewhere(path: Path) -> str:
    """Return where a file of this suffix belongs, to follow what is wrong with it, or nothing."""
    return _SAID.get(path.suffix.lower(), "")
