"""What the program is, its version, and the version and licence of everything it ships."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.release.components import components
from gui.release.version import long_version
from gui.widgets.named import named

__all__ = ["About"]

_ROWS = 6  # of the table, in view at once


class About(QDialog):
    """A few lines about Chainrule and the table of what it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Chainrule"))
        name = named(QLabel("Chainrule", self), "headline")
        self.text = QLabel(
            self.tr(
                "Draw a computation graph and see every value and every derivative.\n\n"
                "Version {version}\n"
                "Free software under the MIT licence. It ships these, each under its own:"
            ).format(version=long_version()),
            self,
        )
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = self._table()
        note = self.tr(
            "Qt is used under the LGPL 3: its libraries lie beside the program and may be replaced."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(name)
        layout.addWidget(self.text)
        layout.addWidget(self.table)
        layout.addWidget(named(QLabel(note, self), "muted"))
        layout.addSpacing(8)
        layout.addWidget(buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _table(self) -> QTableWidget:
        shipped = components()
        table = QTableWidget(len(shipped), 3, self)
        table.setAccessibleName(self.tr("What Chainrule ships"))
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        for row, part in enumerate(shipped):
            for column, text in enumerate((part.name, part.version, part.licence)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)  # a licence of many names is longer than its column
                table.setItem(row, column, item)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # without a mouse it is scrolled by keys
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in (0, 1):
            mode = QHeaderView.ResizeMode.ResizeToContents
            table.horizontalHeader().setSectionResizeMode(column, mode)
        table.horizontalHeader().setStretchLastSection(True)
        table.setFixedHeight((_ROWS + 1) * table.verticalHeader().defaultSectionSize())
        return table
