"""LaTeX, where it is installed; elsewhere the text is looked at as far as that goes."""

import re
import shutil
import subprocess
from pathlib import Path


def is_there(engine: str = "pdflatex") -> bool:
    return shutil.which(engine) is not None


def run(folder: Path, name: str, engine: str = "pdflatex") -> None:
    """Set `name`.tex of the folder; LaTeX's own words where it fails."""
    done = subprocess.run(
        [engine, "-interaction=nonstopmode", "-halt-on-error", name],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-1500:]


def compiles(folder: Path, text: str, packages: str, engine: str = "pdflatex") -> None:
    """See to it that all braces close, and that the text is set alone and twice in another's."""
    depth = 0
    for mark in re.findall(r"\\.|[{}]", text):
        depth += (mark == "{") - (mark == "}")
        assert depth >= 0
    assert depth == 0
    if not is_there(engine):
        return
    head = f"\\documentclass{{article}}\\usepackage{{{packages}}}\\begin{{document}}\n"
    main = f"{head}Before \\input{{alone}} after, \\input{{alone}}.\\end{{document}}\n"
    (folder / "alone.tex").write_text(text)
    (folder / "main.tex").write_text(main)
    for name in ("alone", "main"):
        run(folder, name, engine)
    assert (folder / "main.pdf").exists()
