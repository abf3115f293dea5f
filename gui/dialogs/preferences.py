"""How the editor shall behave: what is chosen holds at once and at the next start."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui.language import language, languages, own_name, spoken_as
from gui.readings import Numbers
from gui.settings import DIGIT_CHOICES, Settings
from gui.widgets.form import choice_box, form_layout
from gui.widgets.named import named

__all__ = ["Preferences"]

_WIDTH = 440


class Preferences(QDialog):
    """Shows the settings; `changed` tells that one was chosen."""

    changed = Signal()

    def __init__(
        self, settings: Settings, choose_theme: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._settings, self._choose_theme = settings, choose_theme
        self._add_looks()
        self.wheel = choice_box(
            {
                "pan": self.tr("Pans, Ctrl+wheel zooms"),
                "zoom": self.tr("Zooms, Ctrl+wheel pans"),
            },
            self,
            "zoom" if settings.wheel_zooms else "pan",
        )
        self.wheel.currentIndexChanged.connect(self._take)
        self._add_numbers()
        self.snaps = QCheckBox(self.tr("Cards snap to the grid and to other cards"), self)
        self.snaps.setChecked(settings.snaps)
        self.minimap = QCheckBox(self.tr("A minimap while only a part is seen"), self)
        self.minimap.setChecked(settings.minimap)
        for check in (self.snaps, self.minimap):
            check.toggled.connect(self._take)
        self._lay_out()

    def _add_looks(self) -> None:
        self.theme = choice_box(
            {
                "system": self.tr("Like the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
            self,
            self._settings.theme,
        )
        self.theme.currentIndexChanged.connect(self._take_theme)
        self.language = choice_box(
            {
                "": self.tr("Like the system"),
                **{code: own_name(code) for code in languages()},
            },
            self,
            self._settings.language,
        )
        self.later = named(QLabel(self.tr("Holds from the next start"), self), "muted")
        self.language.currentIndexChanged.connect(self._take_language)

    def _add_numbers(self) -> None:
        self.numbers = choice_box(
            {
                "both": self.tr("Values and derivatives"),
                "values": self.tr("Values alone"),
                "derivatives": self.tr("Derivatives alone"),
                "neither": self.tr("No numbers"),
            },
            self,
            self._settings.numbers.value,
        )
        counts = {str(count): str(count) for count in DIGIT_CHOICES}
        self.digits = choice_box(counts, self, str(self._settings.digits))
        for box in (self.numbers, self.digits):
            box.currentIndexChanged.connect(self._take)

    def _lay_out(self) -> None:
        self._form = form = form_layout(down=11)
        form.addRow(self.tr("&Theme"), self.theme)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow("", self.later)
        self._tell_later()
        form.addRow(self.tr("The &wheel"), self.wheel)
        form.addRow(self.tr("&Edges show"), self.numbers)
        form.addRow(self.tr("Significant &digits"), self.digits)
        form.addRow("", self.snaps)
        form.addRow("", self.minimap)
        said = self.tr(
            "Unsaved work is written down within two seconds of every edit; after a crash the next "
            "start offers it. It is kept in {folder}."
        )
        folder = str(self._settings.data / "journal")
        kept = named(QLabel(said.format(folder=folder), self), "muted")
        kept.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addWidget(kept)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

    def _take_theme(self) -> None:
        self._choose_theme(self.theme.currentData())

    def _take_language(self) -> None:
        self._settings.language = self.language.currentData()
        self._tell_later()

    def _tell_later(self) -> None:
        """Say from when the language holds, where another one is spoken now."""
        chosen = spoken_as(self.language.currentData())
        self._form.setRowVisible(self.later, chosen != language())
        if self.isVisible():
            self.adjustSize()

    def _take(self) -> None:
        settings = self._settings
        settings.wheel_zooms = self.wheel.currentData() == "zoom"
        settings.numbers = Numbers(self.numbers.currentData())
        settings.digits = int(self.digits.currentData())
        settings.snaps = self.snaps.isChecked()
        settings.minimap = self.minimap.isChecked()
        self.changed.emit()
