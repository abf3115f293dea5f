"""An array in a tooltip: a table where it is small, a heat map where it is not."""

from base64 import b64encode

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QSize

from engine.words.number_text import table_texts
from gui.picture.heat import as_table, fitted, heat_image
from gui.picture.numbers import wanted_digits
from gui.theme import Ink, Theme

__all__ = ["array_html"]

_MOST_ROWS, _MOST_COLUMNS = 10, 8  # of a table that is read at one look
_AROUND = "margin-top: 3px; margin-bottom: 7px"  # from the lines of text
_WIDTH, _LEAST, _MOST, _CELL = 240, 12, 160, 12  # pixels of a heat map


def array_html(array: NDArray[np.float64], ink: Ink, theme: Theme) -> str:
    """Return an array's entries as a block of rich text, empty where there are none."""
    table = as_table(array)
    rows, columns = table.shape
    if not table.size:
        return ""
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        return _heat_map(array, ink, theme)
    cell = f'<td align="right" style="color: {theme.inks[ink]}">{{}}</td>'
    texts = table_texts(table.tolist(), wanted_digits())
    inside = "".join(f"<tr>{''.join(map(cell.format, row))}</tr>" for row in texts)
    return f'<table cellspacing="0" cellpadding="3" style="{_AROUND}">{inside}</table>'


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
