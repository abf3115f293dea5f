"""The numbers of a picture over all else of it, drawn many times a second.

Where the letters of a number stand is found once for each place and text; what was there already
costs next to nothing in the next frame.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from gui.fonts import Face
from gui.picture.labels import Label
from gui.picture.lettering import colour, draw_typeset
from gui.picture.paint_marks import paint_missing
from gui.picture.picture import Picture
from gui.picture.runs import is_numeral, letters
from gui.theme import Ink, Theme

__all__ = ["NumberLayer"]

_Letters = tuple[list[int], list[QPointF]]
_Key = tuple[Face, int, Ink]
_Runs = list[tuple[Ink, QGlyphRun]]

_TOGETHER = 96  # numbers; a drag changes a few, and what is together with these is set anew

_MOST = 2000  # pairs of numbers no longer seen that are kept


class _Placed:
    """A label whose letters have places; `letters` is None where it is no plain number.

    One that is hidden, as most are in a lesson, has none: nothing is drawn for it.
    """

    __slots__ = ("key", "label", "letters")

    def __init__(self, label: Label) -> None:
        self.label = label
        self.key: _Key | None = None
        runs = label.text.runs
        seen = any(run.text for run in runs) or label.text.brackets or label.text.patches
        self.letters: _Letters | None = None if seen else ([], [])
        if len(runs) == 1 and not label.text.brackets and is_numeral(runs[0].text):
            run = runs[0]
            self.key = run.face, run.size, run.ink
            self.letters = ([], [])
            alphabet = letters(run.face, run.size)
            alphabet.place(run.text, label.left + run.x, label.baseline + run.y, self.letters)


class NumberLayer:
    """Draws the numbers of the visible edges and cards of one picture after another."""

    def __init__(self) -> None:
        # by its id; those of before an edit are there still where undo leads back to them
        self._known: dict[int, tuple[tuple[Label, Label], _Placed, _Placed]] = {}
        self._shown: list[tuple[list[_Placed], _Runs]] = []  # some numbers each

    def paint(
        self,
        painter: QPainter,
        picture: Picture,
        theme: Theme,
        rows: NDArray[np.intp],
        edges: NDArray[np.intp],
    ) -> None:
        """Draw the numbers of `edges`, the output's, the sums of `rows` and what they miss."""
        placed = list(self._of_edges(picture, edges))
        self._shown = list(self._with_runs(placed))
        runs = [run for _, some in self._shown for run in some]
        _draw(painter, runs, (one.label for one in placed if one.letters is None), theme)
        sums = [label for _, label in picture.sum_labels(rows.tolist())]
        others = [*(picture.output_labels() or ()), *sums]
        several = [_Placed(label) for label in others]
        _draw(painter, _runs(several), (o.label for o in several if o.letters is None), theme)
        paint_missing(painter, picture, theme, rows)

    def _with_runs(self, placed: list[_Placed]) -> Iterator[tuple[list[_Placed], _Runs]]:
        """Yield the numbers, some at a time, with their runs: where none is another, as before."""
        starts = range(0, len(placed), _TOGETHER)
        for start, known in zip_longest(starts, self._shown[: len(starts)]):
            some = placed[start : start + _TOGETHER]
            yield known if known is not None and known[0] == some else (some, list(_runs(some)))

    def _of_edges(self, picture: Picture, edges: NDArray[np.intp]) -> Iterator[_Placed]:
        before = self._known
        if len(before) > _MOST + len(edges):
            self._known = {}
        for labels in picture.labels_of(edges):
            known = before.get(id(labels)) or (labels, _Placed(labels[0]), _Placed(labels[1]))
            self._known[id(labels)] = known
            yield known[1]
            yield known[2]


def _runs(placed: Iterable[_Placed]) -> Iterator[tuple[Ink, QGlyphRun]]:
    """Yield one run of glyphs for all numbers of one face, size and ink."""
    batches: dict[_Key, _Letters] = {}
    for one in placed:
        if one.letters is not None and one.key is not None:
            batch = batches.get(one.key)
            if batch is None:
                batch = batches[one.key] = ([], [])
            batch[0].extend(one.letters[0])
            batch[1].extend(one.letters[1])
    for (face, size, ink), (indexes, places) in batches.items():
        run = QGlyphRun()
        run.setRawFont(letters(face, size).raw)
        run.setGlyphIndexes(indexes)
        run.setPositions(places)
        yield ink, run


def _draw(
    painter: QPainter,
    runs: Iterable[tuple[Ink, QGlyphRun]],
    others: Iterable[Label],
    theme: Theme,
) -> None:
    for label in others:
        draw_typeset(painter, label.text, label.left, label.baseline, theme)
    for ink, run in runs:
        painter.setPen(colour(theme.inks[ink]))
        painter.drawGlyphRun(QPointF(0.0, 0.0), run)
