"""From a formula to files: two commands to a deck of all steps, and what each format takes."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import engine
from gui.exports import FORMATS, Options, Size, Subject, slides
from gui.exports.png import draw_image, encode, frame
from gui.headless import ensure_application
from resources import resource

FORMULA = ["J = 1/2*(w*x+b-y)^2", "w=2", "x=-2", "b=8", "y=2"]


def seconds(act) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def row(what: str, took: float, target: float | None = None) -> None:
    print(f"{what:<52} {took:>8.2f} {'' if target is None else target:>8}")


def two_commands(folder: Path) -> None:
    """Run `chainrule new` and `chainrule export --steps` as a lecturer would, one after another."""
    graph, deck = str(folder / "unit.chainrule"), str(folder / "unit.pptx")
    program = [sys.executable, "-m", "gui"]
    subprocess.run([*program, "new", *FORMULA, "-o", graph], check=True)
    subprocess.run([*program, "export", graph, "-o", deck, "--steps"], check=True)


def main() -> None:
    print(f"{'':<52} {'seconds':>8} {'target':>8}")
    with tempfile.TemporaryDirectory() as folder:
        took = min(seconds(lambda: two_commands(Path(folder))) for _ in range(3))
    row("formula to a deck of all steps, two commands", took, 5.0)
    ensure_application()
    network = engine.load(resource("examples/two-layer-network.chainrule"))
    slides.render(Subject(network))  # the imports are counted above

    def in_4k() -> None:
        subject = Subject(network, Options(size=Size(3840, 2160, exact=True)))
        image = draw_image(
            subject.drawing, frame(subject.drawing, subject.options), subject.options
        )
        encode(image)

    row("two-layer network as PNG in 4K", min(seconds(in_4k) for _ in range(3)), 1.0)
    for suffix, kind in FORMATS.items():
        options = Options(steps="steps" in kind.uses and kind.render_steps is None)
        took = min(
            seconds(lambda k=kind, o=options: k.render(Subject(network, o))) for _ in range(3)
        )
        row(f"two-layer network as {suffix}{' with all steps' if options.steps else ''}", took)


if __name__ == "__main__":
    main()
