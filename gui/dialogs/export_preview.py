"""The picture as it will be exported, drawn small; of steps the one that is chosen."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

import engine
from gui.exports import Options, Size, Subject
from gui.exports.frame import Frame, frame_of
from gui.exports.png import SCALE, draw_image
from gui.exports.sequence import captioned, scenes
from gui.named import named
from gui.picture.drawing import Drawing
from gui.theme import THEMES

__all__ = ["ExportPreview"]

_ROOM = QSize(600, 380)
_CHECKS = 10  # side of a square of the pattern that shows through a transparent picture
_UNSHOWN = ("scale", "width", "dpi", "padding", "transparent", "embed")
_SLIDE = Size(16, 9)


class ExportPreview(QWidget):
    """Shows the picture; a slider goes through its steps.

    What is drawn is kept while only size, padding and background change.
    """

    stepped = Signal()

    def __init__(self, graph: engine.Graph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graph = graph
        self._drawn: dict[Options, list[Drawing]] = {}
        self.picture = named(QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter), "preview")
        self.picture.setFixedSize(_ROOM + QSize(24, 24))
        self.picture.setAccessibleName(self.tr("Preview"))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Step"))
        self.slider.valueChanged.connect(self.stepped)
        self.step = named(QLabel(self), "muted")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self.step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.picture)
        layout.addLayout(row)
        # the room is kept, so that nothing moves when steps are chosen
        policy = self.slider.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.slider.setSizePolicy(policy)
        self.step.setMinimumWidth(self.step.fontMetrics().horizontalAdvance("00 of 00"))

    def show_picture(self, options: Options, *, slides: bool = False) -> tuple[Frame, int]:
        """Show the picture; return its whole frame and how many pictures there are.

        Raises ExportError where it cannot be made. Of `slides` the shape is shown.
        """
        if slides and options.size is None:
            options = replace(options, size=_SLIDE)
        drawings = self._drawings(options)
        several = len(drawings) > 1
        self.slider.blockSignals(True)
        self.slider.setVisible(several)
        self.slider.setRange(0, len(drawings) - 1)
        self.slider.blockSignals(False)
        place = self.slider.value() if several else 0
        text = self.tr("{} of {}").format(place + 1, len(drawings)) if several else ""
        self.step.setText(text)
        self._paint(drawings[place], options)
        return frame_of(drawings[0].bounds, options, SCALE), len(drawings)

    def clear(self) -> None:
        """Show nothing, where no picture can be made."""
        self.picture.clear()

    def _drawings(self, options: Options) -> list[Drawing]:
        plain = Options()
        key = replace(options, **{name: getattr(plain, name) for name in _UNSHOWN})
        if key not in self._drawn:
            subject = Subject(self._graph, key)
            self._drawn[key] = captioned(scenes(subject)) if key.steps else [subject.drawing]
        return self._drawn[key]

    def _paint(self, drawing: Drawing, options: Options) -> None:
        ratio = self.devicePixelRatioF()
        size = options.size
        shape = None if size is None else Size(size.width, size.height)
        plain = replace(options, scale=1.0, width=None, dpi=None, size=shape)
        whole = frame_of(drawing.bounds, plain)
        fit = min(_ROOM.width() / whole.width, _ROOM.height() / whole.height) * ratio
        # Small graphs are not blown up: the preview shows how they would stand on a page.
        shown = replace(plain, scale=min(max(fit, 0.05), 2.0 * ratio))
        image = draw_image(drawing, frame_of(drawing.bounds, shown), shown)
        pixmap = QPixmap.fromImage(_on_squares(image) if options.transparent else image)
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)


def _on_squares(image: QImage) -> QImage:
    """Return the image before the pattern that stands for nothing."""
    backed = QImage(image.size(), QImage.Format.Format_RGB32)
    backed.fill(QColor(THEMES["light"].background).darker(112))
    painter = QPainter(backed)
    pale = QColor(THEMES["light"].background).darker(104)
    for x in range(0, image.width(), _CHECKS):
        for y in range((x // _CHECKS % 2) * _CHECKS, image.height(), 2 * _CHECKS):
            painter.fillRect(x, y, _CHECKS, _CHECKS, pale)
    painter.drawImage(0, 0, image)
    painter.end()
    return backed
