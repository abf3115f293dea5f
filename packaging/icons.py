"""Draws the program's icon in every size and format that a system asks for.

Run as `python packaging/icons.py FOLDER`: PNG for Linux, ICO for Windows, ICNS for macOS.
"""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from resources import resource

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def main(folder: Path) -> None:
    """Write `chainrule-SIZE.png`, `chainrule.ico` and `chainrule.icns`."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(resource("icons/chainrule.svg")))
    for size in (*SIZES, 1024):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            renderer.render(painter)
        image.save(str(folder / f"chainrule-{size}.png"))
    with Image.open(folder / "chainrule-1024.png") as large:
        large.save(folder / "chainrule.ico", sizes=[(size, size) for size in (16, 24, 32, 48, 256)])
        large.save(folder / "chainrule.icns")
    application.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
