"""What part of the plane a picture shows, and how many pixels or units it gets."""

import math
from dataclasses import dataclass

from gui.exports.options import LONGEST_SIDE, SLIDE_WIDTH, ExportError, Options
from gui.language import tr

__all__ = ["DPI", "POINTS", "Frame", "frame_of", "frame_within"]

DPI = 96.0  # of a picture at scale 1: a unit is a CSS pixel
_MOST_PIXELS = 400_000_000  # 1.6 GB while it is drawn; no slide or poster needs more
POINTS = 72.0  # per inch

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """A part of the plane from (`left`, `top`), `width` × `height` units, drawn at `scale`.

    `pixels` is what that comes to in whole pixels, `dpi` their number per inch on paper.
    """

    left: float
    top: float
    width: float
    height: float
    scale: float
    pixels: tuple[int, int]
    dpi: float


def frame_of(bounds: Bounds, options: Options, scale: float = 1.0) -> Frame:
    """Return the frame around `bounds` that `options` ask for; `scale` where they name none.

    Raises ExportError where a picture would be larger than memory should hold.
    """
    left, top, width, height = _padded(bounds, options)
    size = options.size
    if size is not None and size.exact:
        pixels = int(size.width), int(size.height)
        scale = pixels[0] / width
    elif options.width is not None:
        scale = options.width / width
        pixels = options.width, max(1, round(height * scale))
    else:
        if options.scale is not None or options.dpi is not None:
            scale = options.scale or (options.dpi or DPI) / DPI
        # a hair less: 100 units at scale 3 are 300 pixels, not 301
        pixels = math.ceil(width * scale - 1e-6), math.ceil(height * scale - 1e-6)
    if pixels[0] * pixels[1] > _MOST_PIXELS or max(pixels) > LONGEST_SIDE:
        said = tr(
            "the picture would have {width} × {height} pixels, which is too large; "
            "choose a smaller scale"
        )
        raise ExportError(said.format(width=pixels[0], height=pixels[1]))
    # a picture made for a page is as wide on paper as a slide
    on_paper = DPI * scale if size is None else pixels[0] / (SLIDE_WIDTH / POINTS)
    return Frame(left, top, width, height, scale, pixels, options.dpi or on_paper)


def frame_within(
    bounds: Bounds, options: Options, room: tuple[float, float], largest: float
) -> Frame:
    """Return the frame around `bounds` as it is shown in `room` pixels, at most at `largest` each.

    However large a picture `options` ask for, its shape is what is seen of it.
    """
    left, top, width, height = _padded(bounds, options)
    scale = min(room[0] / width, room[1] / height, largest)
    pixels = max(1, round(width * scale)), max(1, round(height * scale))
    return Frame(left, top, width, height, scale, pixels, DPI * scale)


def _padded(bounds: Bounds, options: Options) -> Bounds:
    """Return left, top, width and height with the padding, in the shape of the page."""
    left, top, right, bottom = bounds
    width = max(right - left, 1.0) + 2 * options.padding
    height = max(bottom - top, 1.0) + 2 * options.padding
    if options.size is not None:
        shape = options.size.width / options.size.height
        if width < height * shape:
            width = height * shape
        else:
            height = width / shape
    return (left + right - width) / 2, (top + bottom - height) / 2, width, height
