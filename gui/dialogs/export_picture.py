"""The export of the picture: everything about it chosen, its look shown beforehand."""

from collections.abc import Sequence
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

import engine
from engine.words.wording import reason_of
from gui.dialogs import choose, message
from gui.dialogs.export_choices import ExportChoices
from gui.dialogs.export_preview import ExportPreview
from gui.dialogs.newest import Newest
from gui.dialogs.told import Told
from gui.dialogs.waiting import wait_for
from gui.evaluation import Lens
from gui.exports import FORMATS, Options, export, files_of
from gui.exports.duration import long_to_draw, long_to_write
from gui.language import count_text, counted
from gui.paths import is_there
from gui.settings import Settings
from gui.threads.work import Cancelled
from gui.widgets.number_box import holds_refused
from gui.widgets.screen_room import room_beside, screen_room, scrolled

__all__ = ["ExportPicture"]

_FORM_WIDTH = 330
_ROOM, _LEAST = QSize(600, 380), QSize(200, 120)  # of the preview
_BESIDE = QSize(_FORM_WIDTH + 120, 250)  # pixels beside it, with its air
_BUTTONS = 90  # pixels of the buttons below the form, with what is around both
# of what is told: how large, and a remark; it takes two lines below a preview as wide as it may be
_LINES, _MORE_LINES = 3, 5

# For which graphs steps were chosen: of the next one a picture is expected, not one for each step.
_STEPS = "steps"
_chosen: WeakKeyDictionary[engine.Graph, object] = WeakKeyDictionary()


class ExportPicture(QDialog):
    """Asks how the picture of `graph` shall look, then for a file, and writes it.

    What is chosen is remembered in `settings`, whether steps are wanted for this graph alone, while
    it is open; `selection` names the nodes that are selected;
    `lens` makes of the numbers what is shown of them. A picture that takes long is drawn once the
    dialog is there.
    """

    def __init__(
        self,
        graph: engine.Graph,
        proposal: Path,
        settings: Settings,
        selection: tuple[str, ...] = (),
        parent: QWidget | None = None,
        lens: Lens | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export picture"))
        self._graph, self._proposal, self._settings = graph, proposal, settings
        self.written: Sequence[Path] = ()
        """The files that were written, none where it was given up."""
        self._pictures = 0
        self._newest = Newest(self, self._show_chosen)
        self.choices = ExportChoices(selection, lens, self)
        self.choices.choose({**settings.export, _STEPS: _chosen.get(graph)})
        room = room_beside(self, _BESIDE, _ROOM, _LEAST)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.preview = ExportPreview(graph, room, self, fields=(self.choices, self._buttons))
        self.told = Told(self)
        self._lay_out()
        self.choices.changed.connect(self._follow)
        self.preview.stepped.connect(self._follow)
        if not self._takes_long():
            self._newest.make()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what takes long, with a bar over the dialog and a way to give it up."""
        super().showEvent(event)
        if not (self._pictures or event.spontaneous() or self.told.text()):
            self._newest.make_later()

    def reject(self) -> None:
        """Leave, and what is being drawn with it."""
        self._newest.leave()
        super().reject()

    def write(self) -> None:
        """Ask for a file and write the picture there; the dialog stays where that fails.

        Where the picture is still being drawn, that is done then.
        """
        if holds_refused(self) or self._newest.then(self.go):
            return
        kind = FORMATS[self.choices.suffix]
        proposal = self._proposal.with_suffix(self.choices.suffix)
        path = choose.export_to_write(self, proposal, self.tr(kind.title))
        if path is None:
            return
        options = self.choices.options()
        files = files_of(path, options, self._pictures)
        if files != [path] and not self._may_replace(files):
            return
        try:
            self._export(path, options)
        except Cancelled:
            return
        except engine.GraphError as error:
            sentence = self.tr("{file} could not be written:").format(file=path.name)
            message.tell_failure(self, sentence, reason_of(error))
            return
        chosen = self.choices.choices()
        _chosen[self._graph] = chosen.pop(_STEPS)
        self._settings.export = chosen
        self.written = files
        self.accept()

    def _export(self, path: Path, options: Options) -> None:
        """Write the picture beside the event loop where that takes long."""
        wait_for(
            self,
            self.tr("Writing {file}").format(file=path.name),
            lambda: export(self._graph, path, options),
            long=long_to_write(self._graph, options),
        )

    def _may_replace(self, files: Sequence[Path]) -> bool:
        """Return whether numbered files may be written: none is there, or the user is sure.

        The file dialog asks about the one name that was typed, which none of them has.
        """
        there = [file.name for file in files if is_there(file)]
        if not there:
            return True
        question = self.tr("{file} is there already.").format(file=there[0])
        if len(there) > 1:
            question = self.tr("{first} to {last} are there already.")
            question = question.format(first=there[0], last=there[-1])
        remark = self.tr("To go on replaces what they hold.")
        return message.ask_sure(self, question, remark, self.tr("&Replace"))

    def _takes_long(self) -> bool:
        """Tell whether the picture that is chosen is drawn beside the event loop."""
        try:
            return long_to_draw(self._graph, self.choices.options())
        except engine.GraphError:
            return False  # there is none

    def _follow(self) -> None:
        """Show what is chosen; not amid a key where that takes long: its field is not done yet."""
        if self._takes_long():
            self._newest.make_later()
        else:
            self._newest.make()

    def _show_chosen(self) -> None:
        """Show the picture and say how large it will be, or what keeps it from being made."""
        try:
            options = self.choices.options()
            slides, kind = self.choices.suffix == ".pptx", FORMATS[self.choices.suffix]
            pixels, pictures = self.preview.show_picture(
                options, kind.scale, slides=slides, check=kind.check
            )
            remarks = self.preview.remarks(options, slides=slides)
        except (engine.GraphError, Cancelled) as error:
            if self._newest.outdated:
                return  # something else was chosen meanwhile
            self.preview.clear()
            self._pictures = 0
            given_up = self.tr("drawing was given up; choose otherwise, or a part of the graph")
            self._say(given_up if isinstance(error, Cancelled) else str(error), refused=True)
            return
        self._pictures = pictures
        self._say(self._size_text(pixels, pictures), *remarks, refused=False)

    def _size_text(self, pixels: tuple[int, int] | None, pictures: int) -> str:
        suffix, stem = self.choices.suffix, self._proposal.stem
        if suffix == ".pptx":
            text = counted(pictures, "1 slide", "{n} slides")
            return self.tr("{}, shapes and text that can be edited").format(text)
        if suffix == ".html":
            return self.tr("A page for the browser with every step, offline")
        if pixels is None or suffix in (".svg", ".pdf"):
            text = self.tr("Lines and letters, sharp at any size")
        else:
            text = self.tr("{} × {} pixels").format(*pixels)
        if pictures == 1:
            return text
        if suffix == ".pdf":
            return self.tr("{}, {} pages").format(text, count_text(pictures))
        if suffix in (".gif", ".apng"):
            return self.tr("{}, {} steps").format(text, count_text(pictures))
        return self.tr("{}; {} files: {}-01{}, …").format(text, count_text(pictures), stem, suffix)

    def _say(self, *texts: str, refused: bool) -> None:
        lines = [text[:1].upper() + text[1:] for text in texts if text]
        self.told.say("\n".join(lines), refused=refused)

    def _lay_out(self) -> None:
        buttons = self._buttons
        self.go = buttons.addButton(self.tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.told.hold(self.go)
        buttons.accepted.connect(self.write)
        buttons.rejected.connect(self.reject)
        narrow = self.preview.sizeHint().width() < _ROOM.width()
        self.told.keep_room(_MORE_LINES if narrow else _LINES)
        self.choices.setFixedWidth(_FORM_WIDTH)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.preview)
        left.addWidget(self.told)
        left.addStretch(1)
        right.addWidget(scrolled(self.choices, screen_room(self).height() - _BUTTONS))
        right.addStretch(1)
        right.addWidget(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(24)
        layout.addLayout(left)
        layout.addLayout(right)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetFixedSize)
