"""The user guide in a window of its own: headings on the left, the text with its pictures."""

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from gui.shipped import guide_file
from gui.theme import Ink, Theme
from gui.widgets.named import named
from gui.widgets.screen_room import screen_room

__all__ = ["Guide"]

_PICTURE = "\ufffc"  # stands in the text where a picture does
_TOGETHER = "/\u2060∂"  # no line ends within a derivative
_SIZE = QSize(1080, 800)
_CONTENTS, _PAGE_AIR = 230, 28  # pixels
_WIDEST, _NARROWEST = 760, 200  # pixels of a picture
_CODE_LINE = 115.0  # percent
_CODE = 10.0  # points: a monospaced face looks larger than the text's
_SETTLED = 120  # ms after the last change of its size
_PLACE = Qt.ItemDataRole.UserRole


class _Page(QTextBrowser):
    """A page whose pictures are as wide as its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        if QAccessible.isActive():  # a reader says the line the caret goes to; else arrows scroll
            by_key = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(self.textInteractionFlags() | by_key)
        self._room = 0  # pixels that a picture had when they were loaded
        self._pictures: set[str] = set()
        self._resized = QTimer(self, interval=_SETTLED, singleShot=True)
        self._resized.timeout.connect(self._fit_pictures)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture fit to the page, everything else as it is."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        ratio = self.devicePixelRatioF()
        self._room = self._room_now()
        self._pictures.add(QUrl(name).toString())
        wide = min(self._room, image.width() / ratio) * ratio
        fit = image.scaledToWidth(round(wide), Qt.TransformationMode.SmoothTransformation)
        fit.setDevicePixelRatio(ratio)
        return fit

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the page, once it is no more drawn wider and wider."""
        super().resizeEvent(event)
        self._resized.start()

    def _room_now(self) -> int:
        """Return how wide a picture may be; the page has not its width yet, the window has."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.window().width() - _CONTENTS - 2 * _PAGE_AIR - bar
        return min(_WIDEST, max(room, _NARROWEST))

    def _fit_pictures(self) -> None:
        if self._room_now() == self._room:
            return
        document, kind = self.document(), QTextDocument.ResourceType.ImageResource.value
        for name in self._pictures:
            document.addResource(kind, QUrl(name), self.loadResource(kind, name))
        document.markContentsDirty(0, document.characterCount())


class Guide(QWidget):
    """Shows the guide that ships; its texts become the guide's web pages, too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Chainrule guide"))
        self.resize(screen_room(self).boundedTo(_SIZE))
        self.contents = named(QListWidget(self), "contents")
        self.contents.setFixedWidth(_CONTENTS)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.currentItemChanged.connect(self._go_to)
        self.text = _Page(self)
        self.text.setFont(QFont(self.font().family(), 11))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenExternalLinks(True)
        self.text.setAccessibleName(self.tr("Guide"))
        for keys in (QKeySequence.StandardKey.Cancel, QKeySequence.StandardKey.Close):
            QShortcut(keys, self, self.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        self._fill(theme)

    def _fill(self, theme: Theme) -> None:
        file = guide_file()
        document = self.text.document()
        document.setBaseUrl(QUrl.fromLocalFile(str(file)))
        document.setDocumentMargin(_PAGE_AIR)
        document.setDefaultStyleSheet(f"a {{ color: {theme.inks[Ink.VALUE]}; }}")
        told = file.read_text(encoding="utf-8").replace("/∂", _TOGETHER)
        self.text.setMarkdown(told)
        block = document.begin()
        while block.isValid():
            self._set(block)
            level = block.blockFormat().headingLevel()
            if 1 <= level <= 2:
                item = QListWidgetItem(block.text() if level == 1 else f"   {block.text()}")
                item.setData(_PLACE, block.position())
                self.contents.addItem(item)
            block = block.next()

    def _set(self, block: QTextBlock) -> None:
        """Give a block the air that reading needs."""
        form = block.blockFormat()
        code = _is_code(block)
        if _PICTURE not in block.text():
            height = _CODE_LINE if code else 140.0  # of the letters', in percent
            form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if form.headingLevel():
            form.setTopMargin(26.0 if form.headingLevel() > 1 else 0.0)
        elif not block.textList():
            within = code and _is_code(block.next())  # each line of code is a block
            form.setBottomMargin(0.0 if within else 10.0)
        form.setNonBreakableLines(False)  # a small screen would scroll sideways, all of the text
        QTextCursor(block).setBlockFormat(form)
        self._set_words(block)

    def _set_words(self, block: QTextBlock) -> None:
        """Show strong words in the weight that the font has: a bolder one would be smeared."""
        for part in block.textFormats():
            own = QTextCharFormat()
            if part.format.fontWeight() > QFont.Weight.DemiBold:
                own.setFontWeight(QFont.Weight.DemiBold)
            elif part.format.fontFixedPitch():
                own.setFontPointSize(_CODE)
            else:
                continue
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + part.start)
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter,
                QTextCursor.MoveMode.KeepAnchor,
                part.length,
            )
            cursor.mergeCharFormat(own)

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(item.data(_PLACE))
        # from the end upwards, so that the heading comes to stand at the top
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - 24)


def _is_code(block: QTextBlock) -> bool:
    """Tell whether a block is a line of a block of code."""
    return block.isValid() and block.blockFormat().nonBreakableLines()
