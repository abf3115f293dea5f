"""Letters in SVG: the outline of each stands in a file once and is used wherever it is written.

Of a thousand numbers the outlines, written out, took 30 MB, which no browser likes to open.
"""

from base64 import b32encode
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath, QRawFont

from gui.exports.length import length
from gui.picture.runs import Run, glyphs

__all__ = ["Letters", "Outlines", "definitions", "path_data"]

# A path as Qt writes it: how many elements there are, then of each its kind and its point.
_COUNT = 4  # bytes
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_BEGUN = ("ZM", "L", "C", " ")  # move, line, curve, and the curve's further points
_NAME = 5  # bytes of a hash

Outlines = dict[str, str]
"""The outlines that a file uses, by their names."""
_Font = tuple[str, str, float]


class Letters:
    """The outlines of letters, each found once, by names that are theirs in every file.

    A letter is called by a hash of its outline: pages that hold several of our pictures have no
    two outlines of one name.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[_Font, int], tuple[str, str]] = {}

    def of(self, run: Run, defined: Outlines) -> str:
        """Return the elements that write a run, and add what they use, by its name, to `defined`.

        What has no outline, as a space, is left out.
        """
        found = []
        for name, data, x, y in self._placed(run):
            if data:
                defined[name] = data
                height = f' y="{length(y)}"' if length(y) != "0" else ""
                found.append(f'<use xlink:href="#{name}" x="{length(x)}"{height}/>')
        return "".join(found)

    def _placed(self, run: Run) -> Iterator[tuple[str, str, float, float]]:
        """Yield the letters of a run: name, outline, and where it stands."""
        for some in glyphs(run.text, run.face, run.size):
            raw = some.rawFont()
            font = raw.familyName(), raw.styleName(), raw.pixelSize()
            for index, place in zip(some.glyphIndexes(), some.positions(), strict=True):
                known = self._known.get((font, index))
                if known is None:
                    known = self._known[font, index] = _named(raw, index)
                yield *known, run.x + place.x(), run.y + place.y()


def definitions(used: Outlines) -> Iterator[str]:
    """Yield the elements that define the outlines a file uses, for its `<defs>`."""
    return (f'<path id="{name}" d="{data}"/>' for name, data in used.items())


def _named(raw: QRawFont, index: int) -> tuple[str, str]:
    data = path_data(raw.pathForGlyph(index))
    digest = blake2b(data.encode(), digest_size=_NAME).digest()
    return f"g{b32encode(digest).decode().lower()}", data


def path_data(path: QPainterPath) -> str:
    """Return a path of closed parts; read in one go, as asking for each point takes longest."""
    count = path.elementCount()
    if not count:
        return ""
    written = QByteArray()
    QDataStream(written, QIODevice.OpenModeFlag.WriteOnly) << path
    points = np.frombuffer(written.data(), _ELEMENT, count, _COUNT).tolist()
    data = "".join([f"{_BEGUN[kind]}{length(x)} {length(y)}" for kind, x, y in points])
    return data[1:] + "Z"
