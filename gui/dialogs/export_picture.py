"""The export of the picture: its scale and theme chosen, its look shown beforehand."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

import engine
from gui.dialogs import choose, message
from gui.exports import Options, Subject, export
from gui.exports.frame import frame_of
from gui.exports.png import draw_image, frame
from gui.named import named
from gui.picture.drawing import draw
from gui.theme import THEMES

__all__ = ["ExportPicture"]

_PREVIEW = QSize(560, 260)
_CHECKS = 10  # side of a square of the pattern that shows through a transparent picture


class ExportPicture(QDialog):
    """Asks how the picture of `graph` shall look, then for a file, and writes it."""

    def __init__(self, graph: engine.Graph, proposal: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export picture"))
        self._graph, self._proposal = graph, proposal.with_suffix(".png")
        self._picture = Subject(graph).picture
        self.preview = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self.preview.setFixedSize(_PREVIEW + QSize(24, 24))
        self.preview.setObjectName("preview")
        self.scale = QDoubleSpinBox(self, minimum=0.25, maximum=16.0, singleStep=0.5, value=2.0)
        self.scale.setDecimals(2)
        self.scale.setPrefix("× ")
        self.theme = QComboBox(self)
        for name, title in (("light", self.tr("Light")), ("dark", self.tr("Dark"))):
            self.theme.addItem(title, name)
        self.transparent = QCheckBox(self.tr("Transparent background"), self)
        self.legend = QCheckBox(self.tr("Say which number is which"), self)
        self.legend.setChecked(True)
        self.size_text = named(QLabel(self), "muted")
        self._lay_out()
        self.scale.valueChanged.connect(self._show_preview)
        self.theme.currentIndexChanged.connect(self._show_preview)
        self.transparent.toggled.connect(self._show_preview)
        self.legend.toggled.connect(self._show_preview)
        self._show_preview()

    def options(self) -> Options:
        """Return what is chosen."""
        return Options(
            scale=self.scale.value(),
            theme=self.theme.currentData(),
            transparent=self.transparent.isChecked(),
            legend=self.legend.isChecked(),
        )

    def write(self) -> None:
        """Ask for a file and write the picture there; the dialog stays where that fails."""
        path = choose.picture_to_write(self, self._proposal)
        if path is None:
            return
        try:
            export(self._graph, path, self.options())
        except engine.GraphError as error:
            sentence = self.tr("{file} could not be written.").format(file=path.name)
            message.tell_failure(self, sentence, str(error))
        else:
            self.accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        scale = QHBoxLayout()
        scale.setSpacing(12)
        scale.addWidget(self.scale)
        scale.addWidget(self.size_text, 1)
        form.addRow(self.tr("Scale"), scale)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow("", self.transparent)
        form.addRow("", self.legend)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go = buttons.addButton(self.tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self.write)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(18)
        layout.addWidget(self.preview)
        layout.addLayout(form)
        layout.addWidget(buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _show_preview(self) -> None:
        options = self.options()
        drawing = draw(self._picture, options.colours, legend=options.legend)
        whole = frame(drawing, options)
        width, height = whole.pixels
        self.size_text.setText(
            self.tr("{width} × {height} pixels").format(width=width, height=height)
        )
        ratio = self.devicePixelRatioF()
        fit = min(_PREVIEW.width() / whole.width, _PREVIEW.height() / whole.height) * ratio
        # Small graphs are not blown up: the preview shows how they would stand on a page.
        shown = replace(options, scale=min(max(fit, 0.05), 2.0 * ratio))
        image = draw_image(drawing, frame_of(drawing.bounds, shown), shown)
        pixmap = QPixmap.fromImage(_on_squares(image) if options.transparent else image)
        pixmap.setDevicePixelRatio(ratio)
        self.preview.setPixmap(pixmap)


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
