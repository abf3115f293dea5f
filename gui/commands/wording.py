"""How commands are called in the Edit menu."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

__all__ = ["nodes_text", "tr"]


def tr(text: str) -> str:
    """Return the translation of `text`."""
    return QCoreApplication.translate("commands", text)


def nodes_text(verb: str, names: Sequence[str]) -> str:
    """Return `Move w` for one node and `Move 3 nodes` for more; `verb` is translated already."""
    if len(names) == 1:
        return f"{verb} {names[0]}"
    return tr("{verb} {count} nodes").format(verb=verb, count=len(names))
