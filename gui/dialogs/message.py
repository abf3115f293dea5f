"""Short messages: a failure told in one sentence, and questions that a button answers."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLabel,
    QMessageBox,
    QSizePolicy,
    QWidget,
)

from gui.dialogs.when import when
from gui.language import tr

__all__ = [
    "Answer",
    "Whose",
    "ask_copy",
    "ask_outside",
    "ask_sure",
    "ask_unsaved",
    "offer_save_as",
    "tell_failure",
]


class Answer(Enum):
    """What shall become of unsaved work."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Whose(Enum):
    """What shall become of a document whose file was changed by another program."""

    MINE = "mine"
    THEIRS = "theirs"
    SAVE_AS = "save as"
    LATER = "later"


def tell_failure(parent: QWidget, sentence: str, reason: str = "") -> None:
    """Say what did not work, and why: with a `reason`, the sentence ends in a colon.

    Most reasons begin small: a capital would make another name of a node's that one begins with.
    """
    _pressed(_box(parent, QMessageBox.Icon.Warning, sentence, reason))


def offer_save_as(parent: QWidget, sentence: str, reason: str) -> bool:
    """Say that a save failed, and why; return whether it shall be saved under another name."""
    return _accepted(_box(parent, QMessageBox.Icon.Warning, sentence, reason), tr("Save &as…"))


def ask_sure(parent: QWidget, question: str, remark: str, act: str) -> bool:
    """Return whether the user is sure; `act` is what the button says."""
    return _accepted(_box(parent, QMessageBox.Icon.NoIcon, question, remark), act)


def ask_unsaved(parent: QWidget, title: str) -> Answer:
    """Return what the user wants done with the unsaved changes to `title`."""
    box = _box(
        parent,
        QMessageBox.Icon.NoIcon,
        tr("Save the changes to “{title}”?").format(title=title),
        tr("Without saving they are lost."),
    )
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton(QMessageBox.StandardButton.Discard)
    box.addButton(QMessageBox.StandardButton.Cancel)
    save.setText(tr("&Save"))
    discard.setText(tr("&Don’t save"))
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    clicked = _pressed(box)
    if clicked is save:
        return Answer.SAVE
    return Answer.DISCARD if clicked is discard else Answer.CANCEL


def ask_outside(parent: QWidget, name: str, *, unsaved: bool) -> Whose:
    """Return what shall become of a document whose file `name` others changed."""
    box = _box(
        parent,
        QMessageBox.Icon.NoIcon,
        tr("{name} was changed outside this window.").format(name=name),
        tr("Taking theirs gives up your unsaved changes.")
        if unsaved
        else tr("Keeping yours leaves the file as it is until you save."),
    )
    roles = QMessageBox.ButtonRole
    answers = {
        box.addButton(tr("&Keep mine"), roles.AcceptRole): Whose.MINE,
        box.addButton(tr("&Take theirs"), roles.DestructiveRole): Whose.THEIRS,
        box.addButton(tr("&Save mine as…"), roles.ActionRole): Whose.SAVE_AS,
        box.addButton(tr("&Later"), roles.RejectRole): Whose.LATER,
    }
    clicked = _pressed(box)
    return next((a for button, a in answers.items() if button is clicked), Whose.LATER)


def ask_copy(parent: QWidget, name: str, since: float, computer: str) -> bool:
    """Say that the file `name` is open elsewhere; return whether a copy shall be opened."""
    if computer:
        sentence = tr("{name} has been open on {computer} since {when}.")
    else:
        sentence = tr("{name} has been open in another window since {when}.")
    box = _box(
        parent,
        QMessageBox.Icon.NoIcon,
        sentence.format(name=name, computer=computer, when=when(since)),
        tr("A copy can be looked at and saved under another name."),
    )
    return _accepted(box, tr("Open a &copy"))


def _accepted(box: QMessageBox, act: str) -> bool:
    """Return whether the button that says `act` was pressed, and not the one beside it, Cancel."""
    button = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    return _pressed(box) is button


def _box(parent: QWidget, icon: QMessageBox.Icon, sentence: str, reason: str) -> QMessageBox:
    box = QMessageBox(icon, "Chainrule", sentence, parent=parent)
    # Names of files and nodes stand in these texts; none of them is markup.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(reason)
    _set_out(box)
    return box


def _set_out(box: QMessageBox) -> None:
    """Let the texts begin where the buttons do, with the margins of other dialogs.

    Qt keeps room for an icon where there is none.
    """
    for label in box.findChildren(QLabel):
        label.setIndent(0)
        label.setContentsMargins(0, 0, 0, 0)
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setVerticalSpacing(14)
        item = layout.itemAtPosition(0, 0)
        room = None if item is None else item.spacerItem()
        if room is not None:
            room.changeSize(0, 0, QSizePolicy.Policy.Fixed)
            layout.setHorizontalSpacing(0)
        layout.setColumnStretch(layout.columnCount() - 1, 1)


def _pressed(box: QMessageBox) -> QAbstractButton | None:
    """Show the box until it is answered, and return the button that was pressed."""
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return pressed
