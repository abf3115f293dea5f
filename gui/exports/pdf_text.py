"""Text that can be found in and copied from a PDF: what our tabular digits stand for.

Qt asks a font which letter each glyph is. Inter's tabular digits and signs have no letter of their
own but a private one, so that `2` would be copied as U+E073. The tables in the file are written out
in plain text and each letter has four digits, so the right ones take the places of the wrong.
"""

import re
from functools import cache

from gui.fonts import Face
from gui.picture.runs import glyphs

__all__ = ["with_letters"]

_TABLE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_LETTER = re.compile(rb"<([0-9A-F]{4})>")
_PRIVATE = range(0xE000, 0xF900)
_TAB, _SPACE = 0x09, 0x20
_SIZE = 16
_AMONG = (("", ""), ("", "4"), ("4", "4"), ("(", "4"))  # a sign looks otherwise beside a digit


def with_letters(pdf: bytes) -> bytes:
    """Return the PDF, of the same length, with the letters that are seen for private ones."""
    letters = _letters()

    def replaced(found: re.Match[bytes]) -> bytes:
        code = int(found[1], 16)
        return b"<%04X>" % letters.get(code, code)

    return _TABLE.sub(lambda table: _LETTER.sub(replaced, table[0]), pdf)


@cache
def _letters() -> dict[int, int]:
    """Return the letters that private ones stand for, by their codes."""
    found = {_TAB: _SPACE}  # one glyph is both; the first is named
    private = "".join(map(chr, _PRIVATE))
    for face in (Face.SANS, Face.BOLD):
        own = glyphs("0", face, _SIZE)[0].rawFont().glyphIndexesForString(private)
        for letter in (*map(chr, range(0x21, 0x7F)), *"−×·∞—…"):
            for before, after in _AMONG:
                indexes = glyphs(f"{before}{letter}{after}", face, _SIZE)[0].glyphIndexes()
                alone = len(indexes) == len(before) + 1 + len(after)  # and no part of a ligature
                if alone and indexes[len(before)] in own:
                    found[_PRIVATE[own.index(indexes[len(before)])]] = ord(letter)
    return found
