"""What can be chosen for a picture: a form whose fields follow the format."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from gui.evaluation import Lens
from gui.exports import FORMATS, ExportError, Options, Size
from gui.widgets.form import choice_box, form_layout
from gui.widgets.number_box import DecimalBox, NumberBox
from gui.widgets.tick import Tick

__all__ = ["ExportChoices"]

_AMOUNTS = {  # decimals, least, most, step, at first, written before and after
    "scale": (2, 0.25, 16.0, 0.5, 2.0, "× ", ""),
    "width": (0, 16.0, 32767.0, 160.0, 1920.0, "", " px"),
    "dpi": (0, 24.0, 2400.0, 24.0, 300.0, "", " dpi"),
}


_ONLY_STEPS = (".gif", ".apng", ".html")  # what they hold moves


class ExportChoices(QWidget):
    """The form; `changed` tells that something else is chosen.

    A field that makes no difference to the chosen format cannot be used.
    """

    changed = Signal()

    def __init__(
        self,
        selection: tuple[str, ...],
        lens: Lens | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection, self._lens = selection, lens
        formats = {suffix: self.tr(kind.title) for suffix, kind in FORMATS.items()}
        self.format = choice_box(formats, self)
        self.steps = Tick(self.tr("Every step of the lesson"), self)
        self.bump = QCheckBox(self.tr("A bump, and n + p against n × p"), self)
        self.page = QComboBox(self, editable=True)
        for title in (self.tr("As drawn"), "16:9", "4:3", "1920x1080"):
            self.page.addItem(title)
        self.page.setToolTip(self.tr("The page: a shape such as 16:9, or pixels such as 1280x720"))
        measures = {
            "scale": self.tr("Scale"),
            "width": self.tr("Width"),
            "dpi": self.tr("Resolution"),
        }
        self.measure = choice_box(measures, self)
        self.amount = DecimalBox(self)
        self.theme = choice_box({"light": self.tr("Light"), "dark": self.tr("Dark")}, self)
        self.padding = NumberBox(0, 400, self)
        self.padding.setSingleStep(4)
        self.padding.setValue(28)
        self.transparent = QCheckBox(self.tr("Transparent background"), self)
        self.selected = QCheckBox(self.tr("Only what is selected"), self)
        self.selected.setEnabled(bool(selection))
        self.legend = QCheckBox(self.tr("Say which number is which"), self)
        self.embed = QCheckBox(self.tr("Hold the graph, to open it again"), self)
        self.legend.setChecked(True)
        self.embed.setChecked(True)
        self._amounts = {name: amount[4] for name, amount in _AMOUNTS.items()}
        self._measured = "scale"
        self._wants_steps = False  # where there is a choice
        self._lay_out()
        self._take_measure()
        self._connect()

    @property
    def suffix(self) -> str:
        """The suffix of the chosen format."""
        return str(self.format.currentData())

    def options(self) -> Options:
        """Return what is chosen; raises ExportError where that makes no picture."""
        uses = FORMATS[self.suffix].uses
        size = self._size() if "size" in uses else None
        given: dict[str, Any] = {
            "theme": self.theme.currentData(),
            "transparent": self.transparent.isChecked(),
            "legend": self.legend.isChecked(),
            "padding": float(self.padding.value()),
            "steps": self.steps.isChecked(),
            "bump": self.bump.isChecked(),
            "embed": self.embed.isChecked(),
            "size": size,
            "selection": self._selection if self._takes_selection() else None,
        }
        measure = self.measure.currentData()
        if self.amount.isEnabled():
            amount = self.amount.value()
            given[measure] = int(amount) if measure == "width" else amount
        asked = {name: value for name, value in given.items() if name in uses}
        return Options(lens=self._lens, **asked)

    def choices(self) -> dict[str, object]:
        """Return what is chosen, to be remembered."""
        return {
            "format": self.suffix,
            "steps": self._wants_steps,
            "page": self._page(),
            "measure": self.measure.currentData(),
            "amount": self.amount.value(),
            "theme": self.theme.currentData(),
            "padding": self.padding.value(),
            "transparent": self.transparent.isChecked(),
            "legend": self.legend.isChecked(),
            "embed": self.embed.isChecked(),
            "bump": self.bump.isChecked(),
        }

    def choose(self, choices: Mapping[str, object]) -> None:
        """Choose what was remembered; what does not fit is passed over."""
        for key, box in (("format", self.format), ("measure", self.measure), ("theme", self.theme)):
            place = box.findData(choices.get(key))
            box.setCurrentIndex(max(place, 0))
        page = choices.get("page")
        if isinstance(page, str) and page:
            self.page.setCurrentText(page)
        amount, padding = choices.get("amount"), choices.get("padding")
        if isinstance(amount, float):
            self.amount.setValue(amount)
        if isinstance(padding, int):
            self.padding.setValue(padding)
        wants_steps = choices.get("steps")
        if isinstance(wants_steps, bool):
            self._want_steps(wants_steps)
            self._follow()
        for key, check in (
            ("transparent", self.transparent),
            ("legend", self.legend),
            ("embed", self.embed),
            ("bump", self.bump),
        ):
            on = choices.get(key)
            if isinstance(on, bool):
                check.setChecked(on)

    # --- inside

    def _size(self) -> Size | None:
        text = self._page()
        if not text:
            return None
        try:
            return Size.read(text)
        except ExportError:
            sentence = self.tr("the page “{}” is neither a shape such as 16:9 nor pixels: 1280x720")
            raise ExportError(sentence.format(text)) from None

    def _page(self) -> str:
        """Return the page that is typed, empty for the picture as it is drawn."""
        text = self.page.currentText().strip()
        return "" if text == self.page.itemText(0) else text

    def _takes_selection(self) -> bool:
        return self.selected.isEnabled() and self.selected.isChecked()

    def _take_measure(self) -> None:
        """Let the amount be one of what is measured: a scale, a width, a resolution."""
        self._amounts[self._measured] = self.amount.value() or self._amounts[self._measured]
        self._measured = str(self.measure.currentData())
        decimals, least, most, step, _, before, after = _AMOUNTS[self._measured]
        self.amount.setAccessibleName(self.measure.currentText())
        self.amount.blockSignals(True)
        self.amount.setDecimals(decimals)
        self.amount.setRange(least, most)
        self.amount.setSingleStep(step)
        self.amount.setPrefix(before)
        self.amount.setSuffix(after)
        self.amount.setValue(self._amounts[self._measured])
        self.amount.blockSignals(False)
        self._follow()

    def _follow(self) -> None:
        """Let only those fields be used that make a difference, and tell what is chosen."""
        uses = FORMATS[self.suffix].uses
        for name, field in (
            ("size", self.page),
            ("theme", self.theme),
            ("padding", self.padding),
            ("transparent", self.transparent),
            ("legend", self.legend),
            ("embed", self.embed),
            ("bump", self.bump),
        ):
            field.setEnabled(name in uses)
        only_steps = self.suffix in _ONLY_STEPS
        self.steps.setEnabled("steps" in uses and not only_steps)
        self.steps.setChecked(only_steps or self._wants_steps)
        exact = False
        try:
            size = self._size()
            exact = size is not None and size.exact
        except ExportError:
            pass  # told beneath the preview
        measured = self.measure.currentData() in uses
        self.measure.setEnabled(not exact and bool({"scale", "width", "dpi"}.intersection(uses)))
        self.amount.setEnabled(not exact and measured)
        self.changed.emit()

    def _want_steps(self, on: bool) -> None:
        self._wants_steps = on

    def _connect(self) -> None:
        self.steps.chosen.connect(self._want_steps)
        self.format.currentIndexChanged.connect(self._follow)
        self.page.currentTextChanged.connect(self._follow)
        self.measure.currentIndexChanged.connect(self._take_measure)
        self.theme.currentIndexChanged.connect(self.changed)
        for spin in (self.amount, self.padding):
            spin.valueChanged.connect(self.changed)
        for check in (
            *(self.steps, self.bump),
            *(self.transparent, self.selected, self.legend, self.embed),
        ):
            check.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        large = QHBoxLayout()
        large.setSpacing(8)
        large.addWidget(self.measure, 1)
        large.addWidget(self.amount, 1)
        form = form_layout()
        self.setLayout(form)
        form.addRow(self.tr("Format"), self.format)
        form.addRow("", self.steps)
        form.addRow("", self.bump)
        form.addRow(self.tr("Page"), self.page)
        size = QLabel(self.tr("Size"), self)
        size.setBuddy(self.measure)
        form.addRow(size, large)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow(self.tr("Padding"), self.padding)
        for check in (self.transparent, self.selected, self.legend, self.embed):
            form.addRow("", check)
