"""The steps as one moving picture, GIF or APNG: for pages and chats that show no slides."""

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from gui.exports import png
from gui.exports.frame import frame_of
from gui.exports.options import ExportError
from gui.exports.sequence import captioned, scenes
from gui.exports.subject import Subject
from gui.language import count_text, tr
from gui.theme import Theme

__all__ = ["render_apng", "render_gif"]

_PACE, _PAUSE = 1500, 4000  # ms a step is shown, and the last before it begins again
_SCALE = 1.0  # pixels per unit where nothing else is asked for
_COLOURS, _NEAR = 255, 8
_MOST = 600_000_000  # bytes of all frames while the file is made


def render_gif(subject: Subject) -> bytes:
    """Return the steps as a GIF that repeats; of 255 colours, which our pictures do with."""
    frames = _frames(subject)
    palette = _palette(frames, subject.options.colours)
    reduced = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    return _saved(reduced, "GIF", optimize=True, disposal=1)


def render_apng(subject: Subject) -> bytes:
    """Return the steps as an animated PNG in full colour; who knows only PNG shows the first."""
    return _saved(_frames(subject), "PNG")


def _frames(subject: Subject) -> list[Image.Image]:
    drawings = captioned(scenes(subject))
    whole = frame_of(drawings[0].bounds, subject.options, _SCALE)
    if len(drawings) * whole.pixels[0] * whole.pixels[1] * 4 > _MOST:
        said = tr(
            "{n} steps of {width} × {height} pixels are too much for one animation; "
            "choose a smaller scale"
        )
        width, height = whole.pixels
        raise ExportError(said.format(n=count_text(len(drawings)), width=width, height=height))
    return [
        _image(png.draw_image(drawing, whole, subject.options), subject) for drawing in drawings
    ]


def _image(drawn: QImage, subject: Subject) -> Image.Image:
    mode = "RGBA" if subject.options.transparent else "RGB"
    kind = QImage.Format.Format_RGBA8888 if mode == "RGBA" else QImage.Format.Format_RGB888
    drawn = drawn.convertToFormat(kind)
    size = drawn.width(), drawn.height()
    return Image.frombytes(mode, size, drawn.constBits(), "raw", mode, drawn.bytesPerLine())


def _palette(frames: Sequence[Image.Image], theme: Theme) -> Image.Image:
    """Return one palette for all frames: the theme's colours as they are, and what lies between.

    Colours must not change from step to step, and white has to stay white.
    """
    own = [theme.background, theme.edge, theme.border, theme.frame]
    own += [*theme.faces.values(), *theme.inks.values()]
    known = np.array([list(bytes.fromhex(colour.lstrip("#"))) for colour in own])
    width, height = frames[0].size
    chosen = [*frames[:: -(-len(frames) // 8)], frames[-1]]
    sheet = Image.new("RGB", (width, height * len(chosen)))
    for place, frame in enumerate(chosen):
        sheet.paste(frame, (0, place * height))
    reduced = sheet.quantize(_COLOURS - len(own), dither=Image.Dither.NONE).getpalette()
    between = np.array(reduced).reshape(-1, 3)
    # what is nearly a colour of the theme would be taken for it: Pillow looks up in steps of four
    near = np.abs(between[:, None] - known).max(axis=2).min(axis=1) < _NEAR
    palette = Image.new("P", (1, 1))
    palette.putpalette(np.concatenate([known, between[~near]]).ravel().tolist())
    return palette


def _saved(frames: Sequence[Image.Image], kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    pace = [_PACE] * (len(frames) - 1) + [_PAUSE]
    frames[0].save(
        file, kind, save_all=True, append_images=frames[1:], duration=pace, loop=0, **options
    )
    return file.getvalue()
