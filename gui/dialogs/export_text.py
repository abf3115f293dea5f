"""The export of a graph as a program or another text: seen beforehand, copied or written."""

from io import StringIO
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

import engine
from engine.formats.elsewhere import check_program_name
from engine.formats.text import TEXTS
from engine.formats.whole_file import write_whole
from engine.words.wording import reason_of
from gui.dialogs import choose, message
from gui.dialogs.newest import Newest
from gui.dialogs.told import Told
from gui.dialogs.waiting import wait_for
from gui.evaluation import LARGE
from gui.language import count_text
from gui.threads.work import Cancelled
from gui.widgets.form import choice_box
from gui.widgets.named import called
from gui.widgets.screen_room import room_beside

__all__ = ["ExportText"]

_COLUMNS, _LINES = 92, 30
_BESIDE, _LEAST = QSize(48, 130), QSize(240, 120)  # pixels beside the text, and of it
_MOST_SHOWN = 5000  # lines; to lay more out would stop the window


class ExportText(QDialog):
    """Shows the text of `graph` in the chosen format, and copies it or writes it to a file."""

    def __init__(self, graph: engine.Graph, proposal: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export code"))
        self._graph, self._proposal = graph, proposal
        titles = {text.name: self.tr(text.title) for text in TEXTS.values()}
        self.format = choice_box(titles, self)
        called(self.format, self.tr("Format"))
        self.text = QPlainTextEdit(self, readOnly=True)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.told = Told(self)
        self._whole = ""  # the text, of which a long one is shown in part
        self.written: tuple[Path, ...] = ()
        """The file that was written, none where it was given up."""
        self._newest = Newest(self, self._show)
        self._lay_out()
        self.format.currentIndexChanged.connect(self._newest.make)
        if not self._takes_long:
            self._newest.make()

    def showEvent(self, event: QShowEvent) -> None:
        """Write what takes long, with a bar over the dialog and a way to give it up."""
        super().showEvent(event)
        if not (event.spontaneous() or self.told.text()):
            self._newest.make_later()

    def reject(self) -> None:
        """Leave, and what is being written with it."""
        self._newest.leave()
        super().reject()

    def copy(self) -> None:
        """Put the text on the clipboard, once it is there."""
        if self._newest.then(self.take):
            return
        QGuiApplication.clipboard().setText(self._whole)
        self.told.say(self.tr("Copied"))

    def write(self) -> None:
        """Ask for a file and write the text there once it is made; stay where that fails."""
        if self._newest.then(self.go):
            return
        kind = TEXTS[self.format.currentData()]
        path = choose.export_to_write(
            self, self._proposal.with_suffix(kind.suffixes[0]), self.tr(kind.title)
        )
        if path is None:
            return
        data = self._whole.encode()
        try:
            check_program_name(path, data)
            write_whole(path, data)
        except engine.GraphError as error:
            sentence = self.tr("{file} could not be written:").format(file=path.name)
            message.tell_failure(self, sentence, reason_of(error))
            return
        self.written = (path,)
        self.accept()

    @property
    def _takes_long(self) -> bool:
        return len(self._graph) > LARGE // 4

    def _show(self) -> None:
        """Show the text, or say why there is none."""
        kind = TEXTS[self.format.currentData()]
        try:
            self._whole = wait_for(
                self,
                self.tr("Writing the text"),
                lambda: str(kind.write(self._graph)),
                long=self._takes_long,
                heard=(self.format, self.text, self._buttons),
            )
        except engine.GraphError as error:
            self._show_none(str(error))
            return
        except Cancelled:
            if self._newest.outdated:
                return  # another was chosen meanwhile
            self._show_none(self.tr("Writing the text was given up"))
            return
        lines = self._whole.count("\n")
        all_lines, some = count_text(lines), count_text(_MOST_SHOWN)
        said = self.tr("{} lines").format(all_lines)
        if lines > _MOST_SHOWN:
            said = self.tr("{} lines, of which the first {} are shown").format(all_lines, some)
        self.text.setPlainText("".join(islice(StringIO(self._whole), _MOST_SHOWN)))
        self.told.say(said)

    def _show_none(self, reason: str) -> None:
        self._whole = ""
        self.text.clear()
        self.told.say(reason, refused=True)

    def _lay_out(self) -> None:
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self.text.setStyleSheet(f'font-family: "{family}", monospace;')
        self.text.ensurePolished()
        metrics = self.text.fontMetrics()
        width = metrics.horizontalAdvance("0" * _COLUMNS)
        room = QSize(width + 40, metrics.lineSpacing() * _LINES)
        self.text.setMinimumSize(room_beside(self, _BESIDE, room, _LEAST))
        self._buttons = buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        roles = QDialogButtonBox.ButtonRole
        self.take = buttons.addButton(self.tr("&Copy"), roles.ActionRole)
        self.go = buttons.addButton(self.tr("&Save…"), roles.AcceptRole)
        self.go.setDefault(True)
        self.told.hold(self.go, self.take)
        self.take.clicked.connect(self.copy)
        buttons.accepted.connect(self.write)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.told, 1)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self.format)
        layout.addWidget(self.text, 1)
        layout.addLayout(row)
