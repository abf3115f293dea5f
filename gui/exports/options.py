"""What an export can be asked for."""

import re
from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Self

import engine
from gui.evaluation import Lens
from gui.theme import THEMES, Theme

__all__ = [
    "LONGEST_SIDE",
    "SLIDE_MARGIN",
    "SLIDE_WIDTH",
    "WIDESCREEN",
    "ExportError",
    "Options",
    "Size",
]

SLIDE_WIDTH, SLIDE_MARGIN = 960.0, 36.0  # points; PowerPoint's own slides are as wide
LONGEST_SIDE = 2**15 - 1  # pixels

_SMALLEST, _LARGEST = 0.05, 64.0
_LEAST_PIXELS = 64  # of a side; smaller numbers are a shape, such as 16x9
_NUMBER = r"(\d+(?:\.\d+)?)"


class ExportError(engine.GraphError):
    """A picture that cannot be made as asked for."""


@dataclass(frozen=True)
class Size:
    """The page a picture is fitted to: a shape such as 16:9, or just so many pixels."""

    width: float
    height: float
    exact: bool = False

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the size that `16:9`, `4:3` or `1280x720` says; raises ExportError."""
        found = re.fullmatch(rf"{_NUMBER}\s*([:x×])\s*{_NUMBER}", text.strip().lower())
        width, height = (float(found[1]), float(found[3])) if found else (0.0, 0.0)
        if not (found and height and 0.1 <= width / height <= 10.0):
            raise ExportError(f"--size {text!r} is not a shape such as 16:9 or 1280x720")
        exact = found[2] != ":" and min(width, height) >= _LEAST_PIXELS
        if exact and (max(width, height) > LONGEST_SIDE or width % 1 or height % 1):
            raise ExportError(f"--size {text!r}: sides are whole pixels, {LONGEST_SIDE} at most")
        return cls(width, height, exact)

    @property
    def page(self) -> tuple[float, float]:
        """Return the page in points, as wide as a slide is inside its margins."""
        width = SLIDE_WIDTH - 2 * SLIDE_MARGIN
        return width, width * self.height / self.width


WIDESCREEN = Size(16, 9)


@dataclass(frozen=True)
class Options:
    """How a picture is made; the theme is the export's choice, never the editor's.

    `scale` is pixels per picture unit, `width` pixels of the whole picture, `dpi` pixels per inch
    on paper: with none of `scale` and `width`, as many are drawn, else they are only written into
    the file. `size` lays the graph out anew to fit a page; `padding` is in picture units;
    `selection` names the nodes to draw (by default all). What is None is the format's choice.
    `bump` adds what a lecture ends with: a parameter bumped, and the count of steps.
    `lens` makes of the numbers what is shown of them: those of a bump, the blanks of a quiz.
    """

    scale: float | None = None
    width: int | None = None
    dpi: float | None = None
    theme: str = "light"
    transparent: bool = False
    size: Size | None = None
    padding: float = 28.0
    legend: bool = True
    selection: tuple[str, ...] | None = None
    steps: bool = False
    bump: bool = False
    embed: bool = True
    lens: Lens | None = None

    def __post_init__(self) -> None:
        scale, width, dpi = self.scale, self.width, self.dpi
        if scale is not None and not _SMALLEST <= scale <= _LARGEST:
            raise ExportError(
                f"the scale must lie between {_SMALLEST:g} and {_LARGEST:g}, not {scale:g}"
            )
        if width is not None and not 1 <= width <= LONGEST_SIDE:
            raise ExportError(
                f"the width must lie between 1 and {LONGEST_SIDE} pixels, not {width}"
            )
        if dpi is not None and not 1 <= dpi <= 6000:
            raise ExportError(f"the dpi must lie between 1 and 6000, not {dpi:g}")
        if not 0 <= self.padding <= 10_000:
            raise ExportError(f"the padding must lie between 0 and 10000, not {self.padding:g}")
        if scale is not None and width is not None:
            raise ExportError("scale and width both say how large the picture is: choose one")
        if self.size is not None and self.size.exact and (scale or width):
            raise ExportError("the size in pixels is given twice: leave out scale and width")
        if self.theme not in THEMES:
            raise ExportError(f"there is no theme {self.theme!r}; choose {' or '.join(THEMES)}")

    @property
    def colours(self) -> Theme:
        """Return the chosen theme."""
        return THEMES[self.theme]

    def unused(self, used: Collection[str]) -> list[str]:
        """Return the names of the options that are asked for and not among `used`."""
        asked = (f.name for f in fields(self) if getattr(self, f.name) != f.default)
        return [name for name in asked if name not in used and name != "lens"]
