"""Viewers that are not ours: what other programs see in a file that was exported."""

import io
import subprocess
from pathlib import Path

import numpy as np
import resvg_py
import tex
from PIL import Image


def of_png(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def of_svg(data: bytes, zoom: int) -> Image.Image:
    return of_png(bytes(resvg_py.svg_to_bytes(svg_string=data.decode(), zoom=zoom)))


def of_pdf(data: bytes, folder: Path, dpi: int) -> list[Image.Image]:
    """Return the pages as poppler draws them."""
    (folder / "in.pdf").write_bytes(data)
    command = ["pdftoppm", "-png", "-r", str(dpi), folder / "in.pdf", folder / "page"]
    subprocess.run(command, check=True)
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob("page-*.png"))]


def text_of_pdf(data: bytes, folder: Path) -> str:
    (folder / "text.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", folder / "text.pdf", "-"], check=True, capture_output=True)
    return done.stdout.decode()


def of_tex(data: bytes, folder: Path, dpi: float) -> Image.Image:
    """Return the page that LaTeX sets, without the border of its class."""
    (folder / "in.tex").write_bytes(data)
    tex.run(folder, "in")
    ink = ["pdftoppm", "-png", "-r", str(dpi), folder / "in.pdf", folder / "tex"]
    subprocess.run(ink, check=True)
    page = Image.open(next(folder.glob("tex-*.png"))).convert("RGB")
    border = round(4 / 72.27 * dpi)
    return page.crop((border, border, page.width - border, page.height - border))


_BLOCK = 12  # pixels; about a digit at scale 2


def difference(a: Image.Image, b: Image.Image) -> float:
    """Return how far the mean colours of two pictures are apart (0 to 255) in their worst block.

    How a renderer smooths an edge within a pixel hardly counts there; a digit that is missing does.
    """
    size = min(a.width, b.width) // _BLOCK, min(a.height, b.height) // _BLOCK
    box = (0, 0, size[0] * _BLOCK, size[1] * _BLOCK)
    means = [np.asarray(x.crop(box).resize(size, Image.Resampling.BOX), float) for x in (a, b)]
    return float(np.abs(means[0] - means[1]).max())
