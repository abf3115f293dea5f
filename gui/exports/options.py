"""What an export can be asked for."""

from dataclasses import dataclass

import engine
from gui.theme import THEMES, Theme

__all__ = ["ExportError", "Options"]

_SMALLEST, _LARGEST = 0.05, 64.0


class ExportError(engine.GraphError):
    """A picture that cannot be made as asked for."""


@dataclass(frozen=True)
class Options:
    """How a picture is made; the theme is the export's choice, never the editor's.

    `scale` is pixels per picture unit; `page` (width, height in points) lays the graph
    out anew to fit it; `padding` is in picture units.
    """

    scale: float = 2.0
    theme: str = "light"
    transparent: bool = False
    page: tuple[float, float] | None = None
    padding: float = 28.0
    legend: bool = True

    def __post_init__(self) -> None:
        if not _SMALLEST <= self.scale <= _LARGEST:
            raise ExportError(
                f"the scale must lie between {_SMALLEST:g} and {_LARGEST:g}, not {self.scale:g}"
            )
        if self.theme not in THEMES:
            raise ExportError(f"there is no theme {self.theme!r}; choose {' or '.join(THEMES)}")

    @property
    def colours(self) -> Theme:
        """Return the chosen theme."""
        return THEMES[self.theme]
