"""Slides as python-pptx reads them, and as LibreOffice shows them."""

import io
import subprocess
from collections.abc import Iterator

from pptx import Presentation
from pptx.oxml.ns import qn

import engine
from gui.exports import Options, Subject, slides

__all__ = ["as_pdf", "connectors", "deck", "sizes", "texts", "within"]


def deck(path, **options):
    return Presentation(io.BytesIO(slides.render(Subject(engine.load(path), Options(**options)))))


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


def as_pdf(data: bytes, folder) -> bytes:
    """Return the deck as LibreOffice shows it."""
    (folder / "deck.pptx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, folder / "deck.pptx"], check=True, capture_output=True)
    return (folder / "deck.pdf").read_bytes()
