"""The fonts that ship with the program, so that a file gives the same picture everywhere."""

from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from gui.threads.cache import cached_by_thread
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
    "fonts/STIXTwoMath-Regular.ttf",
    "fonts/STIXTwoMath-Italic.ttf",
)
_SIGNS = (
    "STIX Two Math",
    "Inter",
)  # what a face lacks, ∂ or √, is theirs and no font's of a machine


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


@cached_by_thread(256)
def font(face: Face, size: int) -> QFont:
    """Return `face` at `size` pixels, unhinted so that the pixels are the same anywhere."""
    load()
    family, weight, italic = face.value
    made = QFont([family, *_SIGNS])
    made.setWeight(weight)
    made.setItalic(italic)
    made.setPixelSize(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if face in (Face.SANS, Face.BOLD):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
