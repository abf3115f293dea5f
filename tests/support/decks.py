"""Slides as python-pptx reads them, and as LibreOffice shows them."""

import functools
import io
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from pptx import Presentation
from pptx.oxml.ns import qn

import engine
from gui.exports import Options, Subject, slides

__all__ = ["as_pdfs", "connectors", "deck", "sizes", "texts", "within"]


def deck(path, **options):
    """Return the deck of a file; whoever looks gets one of their own, made of the same bytes."""
    return Presentation(io.BytesIO(_made(path, **options)))


@functools.cache
def _made(path, **options) -> bytes:
    return slides.render(Subject(engine.load(path), Options(**options)))


def within(shapes) -> Iterator:
    """Yield all shapes, those inside groups too."""
    for shape in shapes:
        yield shape
        if shape._element.tag == qn("p:grpSp"):
            yield from within(shape.shapes)


def texts(slide) -> list[str]:
    return [s.text_frame.text for s in within(slide.shapes) if s.has_text_frame]


def connectors(slide) -> list:
    return [s for s in within(slide.shapes) if s._element.tag == qn("p:cxnSp")]


def sizes(slide) -> list[float]:
    return [
        run.font.size.pt
        for shape in within(slide.shapes)
        if shape.has_text_frame and not shape.is_placeholder
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]


def as_pdfs(decks: Sequence[bytes], folder: Path) -> list[bytes]:
    """Return decks as LibreOffice shows them; most of the time it takes, it takes to start."""
    files = [folder / f"deck{k}.pptx" for k in range(len(decks))]
    for file, data in zip(files, decks, strict=True):
        file.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder.parent}/libreoffice"  # of all tests
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *files], check=True, capture_output=True)
    return [file.with_suffix(".pdf").read_bytes() for file in files]
