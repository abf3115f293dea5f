"""The picture as it will be exported, drawn small; of steps the one that is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

import engine
from gui.dialogs.preview import Preview
from gui.dialogs.waiting import wait_for
from gui.exports import Options, Subject
from gui.exports.closing import pages
from gui.exports.duration import long_to_draw
from gui.exports.frame import frame_of
from gui.exports.slide_pages import sheets
from gui.language import count_text
from gui.picture.drawing import Drawing
from gui.widgets.named import named
from gui.widgets.told_slider import ToldSlider

__all__ = ["ExportPreview"]

_LARGEST = 2.0  # pixels per unit
_UNSHOWN = ("scale", "width", "dpi", "padding", "transparent", "embed")

Made = TypeVar("Made")


class ExportPreview(QWidget):
    """Shows the picture in `room` pixels; a slider goes through its steps.

    What is drawn is kept while only size, padding and background change. While something is drawn
    that takes long, hands go on in the `fields` where it is chosen, and at the slider.
    """

    stepped = Signal()

    def __init__(
        self,
        graph: engine.Graph,
        room: QSize,
        parent: QWidget | None = None,
        *,
        fields: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(parent)
        self._graph, self._fields = graph, fields
        self._drawn: dict[tuple[Options, bool], tuple[list[Drawing], list[str]]] = {}
        self.picture = Preview(room, _LARGEST, self)
        self.picture.setAccessibleName(self.tr("Preview"))
        self.slider = ToldSlider(Qt.Orientation.Horizontal, self)
        self.slider.first = 1
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
        self.slider.hide()
        self.step.setMinimumWidth(self.step.fontMetrics().horizontalAdvance("00 of 00"))

    def show_picture(
        self,
        options: Options,
        scale: float | None,
        *,
        slides: bool = False,
        check: Callable[[Drawing, Options], None] | None = None,
    ) -> tuple[tuple[int, int] | None, int]:
        """Show the picture; return its pixels, and how many pictures there are.

        `scale` is pixels per unit where the options name none; None stands for no pixels at all.
        Raises ExportError where it cannot be made, what `check` raises for it, and Cancelled. Of
        `slides` all of each is shown.
        """
        drawings, _ = self._drawings(options, scale, slides=slides)
        if check is not None:
            check(drawings[0], options)
        several = len(drawings) > 1
        self.slider.blockSignals(True)
        self.slider.setVisible(several)
        self.slider.setRange(0, len(drawings) - 1)
        self.slider.blockSignals(False)
        place = self.slider.value() if several else 0
        places = count_text(place + 1), count_text(len(drawings))
        text = self.tr("{} of {}").format(*places) if several else ""
        self.step.setText(text)
        shown = replace(options, size=None, padding=0) if slides else options  # a slide is a page
        image = self._waited(options, lambda _: self.picture.image(drawings[place], shown))
        self.picture.show_image(image)
        if scale is None:
            return None, len(drawings)
        return frame_of(drawings[0].bounds, options, scale).pixels, len(drawings)

    def remarks(self, options: Options, *, slides: bool = False) -> list[str]:
        """Return sentences on what cannot be as asked for, and on `slides` with too small numbers.

        Raises ExportError and Cancelled.
        """
        return self._drawings(options, slides=slides)[1]

    def clear(self) -> None:
        """Show nothing, where no picture can be made."""
        self.picture.clear()

    def _drawings(
        self, options: Options, scale: float | None = None, *, slides: bool
    ) -> tuple[list[Drawing], list[str]]:
        """Return the pictures and what is to be said of them.

        With a `scale`, pictures that have too many pixels then are refused before they are drawn.
        """
        plain = Options()
        shown = replace(options, **{name: getattr(plain, name) for name in _UNSHOWN})
        key = shown, slides

        def draw(subject: Subject) -> tuple[list[Drawing], list[str]]:
            if scale is not None:
                subject.check_pixels(options, scale)
            return (sheets if slides else pages)(subject), subject.remarks

        if key not in self._drawn:
            self._drawn[key] = self._waited(shown, draw)
        return self._drawn[key]

    def _waited(self, options: Options, make: Callable[[Subject], Made]) -> Made:
        """Return what `make` makes of the picture, beside the event loop where that takes long."""
        return wait_for(
            self.window(),
            self.tr("Drawing the picture"),
            lambda: make(Subject(self._graph, options)),
            long=long_to_draw(self._graph, options),
            heard=(*self._fields, self.slider),
        )
