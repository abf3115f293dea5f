"""The inspector's row that gives a leaf a slider, and says from where to where it leads."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

import engine
from gui.commands import SetSlider
from gui.panels.field import Field
from gui.panels.page import Page
from gui.panels.slider import Slider
from gui.slider_span import Span, first_span, span_of
from gui.typed.value import value_of
from gui.typed.value_text import text_of
from gui.widgets.named import named
from gui.widgets.tick import Tick

__all__ = ["SliderFields"]

_LEAST_WIDTH = 44  # pixels


class SliderFields(QWidget):
    """A choice, and where it is made the slider with its least, its most and its step."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._node = ""
        self.chosen = Tick(self.tr("Slider"), self)
        self.chosen.setToolTip(
            self.tr("Also shown with all other sliders when nothing is selected")
        )
        self.chosen.chosen.connect(self._choose)
        self.slider = Slider(page.document, self)
        self.fields: dict[str, Field] = {}
        self._captions: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chosen)
        column.addWidget(self.slider)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        titles = {"least": self.tr("from"), "most": self.tr("to"), "step": self.tr("step")}
        for place, (key, title) in enumerate(titles.items()):
            field = self.fields[key] = Field(self.tr("Slider {}").format(title), self)
            field.line.setMinimumWidth(_LEAST_WIDTH)
            field.entered.connect(partial(self._set, key))
            self._captions.append(named(QLabel(title, self), "caption"))
            grid.addWidget(self._captions[-1], 0, place)
            grid.addWidget(field, 1, place)
            # below all three: a narrow field has no room for a sentence
            grid.addWidget(field.reason, 2 + place, 0, 1, len(titles))
        column.addLayout(grid)

    def show_node(self, node: str) -> None:
        """Show the slider of the leaf `node`, or that it has none."""
        graph = self._page.document.graph
        span = span_of(graph, node)
        self.chosen.setChecked(span is not None)
        for part in (self.slider, *self._captions):
            part.setVisible(span is not None)
        for key, field in self.fields.items():
            if span is None:
                field.give_up()
            field.setVisible(span is not None)
            if span is not None:
                field.show_text(text_of(getattr(span, key)))
        if span is not None:
            self.slider.show_node(node, span, float(graph.value(node)))
        self._node = node

    def _choose(self, chosen: bool) -> None:
        number = float(self._page.document.graph.value(self._node))
        span = first_span(number) if chosen else None
        self._page.document.do(SetSlider(self._node, span))

    def _set(self, key: str, text: str) -> None:
        span = span_of(self._page.document.graph, self._node)
        field = self.fields[key]
        if span is None:
            return
        kept = {"least": span.least, "most": span.most, "step": span.step}
        try:
            number = value_of(text)
            if not isinstance(number, float):
                raise engine.InvalidValueError(self.tr("type one number"))
            changed = Span(**kept | {key: number})
        except engine.GraphError as error:
            field.refuse(str(error))
        else:
            self._page.do(SetSlider(self._node, changed), field)
