"""An array in a tooltip: a table where it is small, a heat map where it is not."""

from base64 import b64encode
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QSize

from engine.words.number_text import table_texts
from gui.language import tr
from gui.picture.bump_seen import pair_text
from gui.picture.change_map import changes
from gui.picture.heat import as_table, fitted, heat_image
from gui.picture.numbers import differing, wanted_digits
from gui.readings import Moved
from gui.theme import Ink, Theme

__all__ = ["array_html"]

_MOST_ROWS, _MOST_COLUMNS = 10, 8  # of a table that is read at one look
_AROUND = "margin-top: 3px; margin-bottom: 7px"  # from the lines of text
_WIDTH, _LEAST, _MOST, _CELL = 240, 12, 160, 12  # pixels of a heat map


def array_html(array: NDArray[np.float64], ink: Ink, theme: Theme) -> str:
    """Return an array's entries as a block of rich text, empty where there are none.

    Of one that a bump moved it tells those that did before and after, of a large one the changes.
    """
    before = array.before if isinstance(array, Moved) else None
    table = as_table(array)
    rows, columns = table.shape
    if not table.size:
        return ""
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        if before is None:
            return _heat_map(array, ink, theme)
        said = escape(tr("What the bump changed:"), quote=False)
        return f"<div>{said}</div>{_heat_map(changes(before, np.asarray(array)), ink, theme)}"
    cell = '<td align="right" style="color: {}">{}</td>'
    told = table_texts(table.tolist(), wanted_digits())
    texts = [[(ink, text) for text in row] for row in told]
    if before is not None:
        old = as_table(before)
        pairs = zip(told, old.tolist(), table.tolist(), differing(old, table).tolist(), strict=True)
        texts = [[_moved(*entry, ink) for entry in zip(*row, strict=True)] for row in pairs]
    rows_html = ("".join(cell.format(theme.inks[i], text) for i, text in row) for row in texts)
    inside = "".join(f"<tr>{row}</tr>" for row in rows_html)
    return f'<table cellspacing="0" cellpadding="3" style="{_AROUND}">{inside}</table>'


def _moved(text: str, old: float, new: float, differs: bool, ink: Ink) -> tuple[Ink, str]:
    """Return what is told of an entry, in its ink: a number, or two where it moved."""
    return (ink, pair_text(old, new)) if differs else (Ink.MUTED, text)


def _heat_map(array: NDArray[np.float64], ink: Ink, theme: Theme) -> str:
    height = max(_LEAST, min(_MOST, len(as_table(array)) * _CELL))
    image = heat_image(array, ink, theme, (height, _WIDTH))
    image = fitted(image, QSize(_WIDTH, height))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a device, its stub has str
    coded = b64encode(buffer.data().data()).decode()
    image_html = f'<img width="{_WIDTH}" height="{height}" src="data:image/png;base64,{coded}">'
    return f'<div style="{_AROUND}">{image_html}</div>'
