"""The fonts that ship with the program, so that a file gives the same picture everywhere."""

import threading
from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from resources import resource

__all__ = ["Face", "font", "load"]


class Face(Enum):
    """The faces text is set in: (family, weight, italic)."""

    __hash__ = object.__hash__  # many caches are asked by it; Enum's own is Python, and slow

    ITALIC = ("STIX Two Text", QFont.Weight.Normal, True)
    ROMAN = ("STIX Two Text", QFont.Weight.Normal, False)
    SANS = ("Inter", QFont.Weight.Normal, False)
    BOLD = ("Inter", QFont.Weight.DemiBold, False)


_FILES = (
    "fonts/Inter-Regular.ttf",
    "fonts/Inter-SemiBold.ttf",
    "fonts/STIXTwoText-Regular.ttf",
    "fonts/STIXTwoText-Italic.ttf",
)


@cache
def load() -> None:
    """Make the shipped fonts known to Qt; called again it does nothing.

    Raises RuntimeError when there is no QGuiApplication yet or a font file cannot be read.
    """
    if QGuiApplication.instance() is None:
        raise RuntimeError("fonts need a QGuiApplication first")
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(resource(name))) < 0:
            raise RuntimeError(f"the font {name} cannot be loaded")


class _Fonts(threading.local):
    """The fonts made in one thread: Qt keeps a font's engine for the thread that uses it."""

    def __init__(self) -> None:
        self.made: dict[tuple[Face, int], QFont] = {}


_fonts = _Fonts()


def font(face: Face, size: int) -> QFont:
    """Return `face` at `size` pixels, unhinted so that the pixels are the same anywhere."""
    made = _fonts.made.get((face, size))
    if made is None:
        made = _fonts.made[face, size] = _made(face, size)
    return made


def _made(face: Face, size: int) -> QFont:
    load()
    family, weight, italic = face.value
    made = QFont(family)
    made.setWeight(weight)
    made.setItalic(italic)
    made.setPixelSize(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if face in (Face.SANS, Face.BOLD):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
