"""What a crash left behind: a list to recover, discard or leave for later."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.when import when
from gui.language import counted
from gui.safety.entry import Entry
from gui.widgets.literal import in_tip
from gui.widgets.named import named

__all__ = ["Choice", "Recover"]

_SHOWN = 5  # rows before the list scrolls
_ROW, _LINE = 46, 17  # pixels of a row of two lines, and what a third adds


class Choice(Enum):
    """What shall become of the work that is ticked; the rest stays for the next start."""

    RECOVER = "recover"
    DISCARD = "discard"
    LATER = "later"


class Recover(QDialog):
    """Lists unsaved work; `choice` is for the entries in `chosen`."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recover unsaved work"))
        self.choice = Choice.LATER
        self._entries = list(entries)
        self.list = QListWidget(self)
        self.list.setObjectName("entries")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for entry in self._entries:
            self._add(entry)
        rows = range(min(len(self._entries), _SHOWN))
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(i) for i in rows) + 10)
        heading = named(QLabel(self.tr("Chainrule did not close properly"), self), "heading")
        remark = self.tr("This work was not saved. Recovering it replaces no file until you save.")
        text = named(QLabel(remark, self), "muted")
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        for words, place, choice in (
            (self.tr("&Recover"), role.AcceptRole, Choice.RECOVER),
            (self.tr("&Discard"), role.DestructiveRole, Choice.DISCARD),
            (self.tr("&Later"), role.RejectRole, Choice.LATER),
        ):
            button = self.buttons.addButton(words, place)
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
            button.setDefault(choice is Choice.RECOVER)
        self.list.itemChanged.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(text)
        layout.addSpacing(6)
        layout.addWidget(self.list)
        layout.addSpacing(10)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(480)

    @property
    def chosen(self) -> list[Entry]:
        """The entries that are ticked."""
        rows = range(self.list.count())
        ticked = Qt.CheckState.Checked
        return [self._entries[i] for i in rows if self.list.item(i).checkState() is ticked]

    def _add(self, entry: Entry) -> None:
        place = self.tr("never saved") if entry.path is None else str(entry.path)
        told = [part for part in (when(entry.time), _graph_told(entry)) if part]
        # a path in a line of its own: where it is too long, its middle is left out and no date
        below = [" · ".join([*told, place])] if entry.path is None else [" · ".join(told), place]
        lines = [entry.title, *below]
        item = QListWidgetItem("\n".join(lines), self.list)
        item.setToolTip(in_tip(place))
        item.setSizeHint(QSize(0, _ROW + _LINE * (len(lines) - 2)))
        item.setCheckState(Qt.CheckState.Checked)

    def _follow(self) -> None:
        any_chosen = bool(self.chosen)
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) is not QDialogButtonBox.ButtonRole.RejectRole:
                button.setEnabled(any_chosen)

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.done(0 if choice is Choice.LATER else 1)


def _graph_told(entry: Entry) -> str:
    """Return `3 nodes (a, b, q)`; of work that has a file just how many there are, or nothing."""
    if not entry.nodes:
        return ""
    count = counted(entry.nodes, "1 node", "{n} nodes")
    if entry.path is not None or not entry.names:
        return count
    more = ("…",) if entry.nodes > len(entry.names) else ()
    return f"{count} ({', '.join((*entry.names, *more))})"
