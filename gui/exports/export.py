"""From a graph to a file: the suffix chooses the format, the whole file is written or nothing.

Steps go into one file where the format has pages, slides or frames, else into numbered files.
"""

from collections.abc import Callable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import engine
from engine.formats.whole_file import write_all_whole, write_whole
from gui.exports import png, svg
from gui.exports.options import ExportError, Options
from gui.exports.subject import Subject
from gui.language import noop
from gui.picture.drawing import Drawing

__all__ = ["FORMATS", "Format", "export", "files_of", "format_of", "numbered"]

_PICTURE = ("theme", "transparent", "size", "padding", "legend", "selection")
_ANIMATION = ("theme", "size", "padding", "legend", "selection", "steps")
_SWITCHED_OFF = ("legend", "embed")  # options that are asked for by --no-...


@dataclass(frozen=True)
class Format:
    """A kind of file: what it is called, how a graph becomes its bytes, which options it has.

    `uses` names the options that make a difference to it; another one that is asked for is an
    error rather than a silence. `render_steps` gives a file for each step, of formats whose file
    holds one picture. `scale` is pixels per unit where none is asked for, None where there are no
    pixels to count. `check` raises ExportError for a drawing that such a file cannot hold.
    """

    title: str
    render: Callable[[Subject], bytes]
    uses: tuple[str, ...]
    render_steps: Callable[[Subject], list[bytes]] | None = None
    scale: float | None = 1.0
    check: Callable[[Drawing, Options], None] | None = None


# Most of these are never asked for, and python-pptx and Pillow take as long to load as the editor
# to start: each is loaded when it is needed. PNG and SVG are what is copied and shown, too.


def _pdf(subject: Subject) -> bytes:
    from gui.exports import pdf

    return pdf.render(subject)


def _tikz(subject: Subject) -> bytes:
    from gui.exports import tikz

    return tikz.render(subject)


def _check_tikz(drawing: Drawing, options: Options) -> None:
    from gui.exports import tikz

    tikz.check_reach(drawing, options)


def _html(subject: Subject) -> bytes:
    from gui.exports import html

    return html.render(subject)


def _slides(subject: Subject) -> bytes:
    from gui.exports import slides

    return slides.render(subject)


def _gif(subject: Subject) -> bytes:
    from gui.exports import animation

    return animation.render_gif(subject)


def _apng(subject: Subject) -> bytes:
    from gui.exports import animation

    return animation.render_apng(subject)


FORMATS = {
    ".png": Format(
        noop("PNG picture"),
        png.render,
        (*_PICTURE, "scale", "width", "dpi", "embed", "steps"),
        png.render_steps,
        scale=png.SCALE,
    ),
    ".svg": Format(
        noop("SVG picture"),
        svg.render,
        (*_PICTURE, "scale", "width", "embed", "steps"),
        svg.render_steps,
    ),
    ".pdf": Format(noop("PDF document"), _pdf, (*_PICTURE, "scale", "steps", "bump")),
    ".pptx": Format(
        noop("PowerPoint deck"),
        _slides,
        ("theme", "size", "legend", "selection", "steps", "bump"),
        scale=None,
    ),
    ".tex": Format(noop("TikZ picture"), _tikz, _PICTURE, scale=None, check=_check_tikz),
    ".html": Format(
        noop("HTML page with the steps"),
        _html,
        ("size", "padding", "legend", "selection", "steps"),
    ),
    ".gif": Format(noop("GIF animation"), _gif, (*_ANIMATION, "scale", "width")),
    ".apng": Format(noop("APNG animation"), _apng, (*_ANIMATION, "scale", "width", "transparent")),
}


def format_of(path: Path) -> Format:
    """Return the format that the path's suffix names; raises ExportError for an unknown one."""
    suffix = path.suffix.lower()
    found = FORMATS.get(suffix)
    if found is None:
        from engine.formats.text import ONNX, TEXTS  # all others, for this sentence alone

        texts = [kind for text in TEXTS.values() for kind in text.suffixes]
        if suffix in (*texts, *ONNX.suffixes):
            where = (
                "File › Export code"
                if suffix in texts
                else f"'chainrule export FILE -o OUT{suffix}'"
            )
            raise ExportError(f"{suffix} is no picture; {where} writes it")
        known = ", ".join(dict.fromkeys((*FORMATS, *texts, *ONNX.suffixes)))
        none = f"no format has the suffix {path.suffix!r}"
        said = none if suffix else "no suffix tells the format"
        raise ExportError(f"{said}; known: {known}")
    return found


def export(graph: engine.Graph, path: str | Path, options: Options | None = None) -> list[str]:
    """Write the picture of `graph` to `path` in the format its suffix names; return remarks on it.

    Raises ExportError for an unknown suffix, an option the format does not have, an empty graph or
    a picture too large, and WriteError when the file cannot be written; an old file then stays as
    it was.
    """
    path, options = Path(path), options or Options()
    chosen = _checked(path, options)
    subject = Subject(graph, options)
    if options.steps and chosen.render_steps is not None:
        write_all_whole(numbered(path, chosen.render_steps(subject)))
    else:
        write_whole(path, chosen.render(subject))
    return subject.remarks


def export_bytes(graph: engine.Graph, suffix: str, options: Options) -> tuple[bytes, list[str]]:
    """Return the one file that `export` would write, and the remarks on it; raises ExportError."""
    chosen = _checked(Path(f"out{suffix}"), options)
    if options.steps and chosen.render_steps is not None:
        raise ExportError(f"--steps writes several files of {suffix}: name one to number them by")
    subject = Subject(graph, options)
    return chosen.render(subject), subject.remarks


def _checked(path: Path, options: Options) -> Format:
    """Return the path's format; raises ExportError for an option that it does not have."""
    chosen = format_of(path)
    unused = options.unused(chosen.uses)
    if unused:
        option = f"--no-{unused[0]}" if unused[0] in _SWITCHED_OFF else f"--{unused[0]}"
        raise ExportError(f"{option} makes no difference to a {path.suffix.lower()} file")
    return chosen


def numbered(path: Path, files: list[bytes]) -> dict[PathLike[str], bytes]:
    """Return the files by their names, `unit-01.png`, `unit-02.png`, ... for `unit.png`."""
    return dict(zip(_numbers(path, len(files)), files, strict=True))


def files_of(path: Path, options: Options, pictures: int) -> list[Path]:
    """Return the files that an export of so many pictures writes: `path`, or numbered ones."""
    several = options.steps and format_of(path).render_steps is not None
    return _numbers(path, pictures) if several else [path]


def _numbers(path: Path, count: int) -> list[Path]:
    digits = max(2, len(str(count)))
    names = (f"{path.stem}-{place:0{digits}}{path.suffix}" for place in range(1, count + 1))
    return [path.with_name(name) for name in names]
