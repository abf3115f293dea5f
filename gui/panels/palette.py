"""The palette: every leaf and op, to be found, dragged to the canvas, or placed by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

import engine
from gui.fonts import Face
from gui.own_ops import own_name
from gui.panels.palette_model import ROW, Heading, Item, PaletteModel
from gui.picture.item import ITEM_HEIGHT, ITEM_MARGIN, SIGN_WIDTH, paint_item, paint_sign
from gui.picture.lettering import colour, draw_typeset
from gui.picture.runs import set_text
from gui.theme import LIGHT, Ink, Theme
from gui.widgets.named import named
from gui.widgets.undoing import Line

__all__ = ["Palette"]

_HEADING_HEIGHT = 34
_NARROW = 150  # pixels; a narrower palette shows the signs alone
_LEAST = 84
_DRAGGED = 0.75  # of a sign is opaque while it is dragged


class Palette(QWidget):
    """A search field above the list; `chosen` carries the op to be placed.

    What is asked for by an own op's menu carries its name.
    """

    chosen = Signal(str)
    edit_asked = Signal(str)
    delete_asked = Signal(str)
    keep_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = PaletteModel(self)
        self.search = Line(self)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find a leaf or an op"))
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Palette"))
        self.list.setModel(self.model)
        self._delegate = _RowDelegate(self)
        self.list.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._field = field = QVBoxLayout()
        field.setContentsMargins(12, 12, 12, 6)
        field.addWidget(self.search)
        layout.addLayout(field)
        self.nothing = named(QLabel(self, wordWrap=True), "muted")
        self.nothing.setText(self.tr("No op is called so. A formula is typed on the canvas."))
        self.nothing.setContentsMargins(14, 8, 14, 8)
        self.nothing.hide()
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)
        self.setMinimumWidth(_LEAST)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list.doubleClicked.connect(self._choose)
        self.list.dropped.connect(self.search.clear)
        self.list.typed.connect(self._search_on)
        self.list.installEventFilter(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self._kept: set[str] = set()

    def show_own(self, own: Sequence[engine.OwnOp], came: Sequence[engine.OwnOp]) -> None:
        """List the user's own ops, and those that only came with the graph."""
        self._kept = {op.name for op in own}
        self.model.show_own(own, came)
        self.nothing.setVisible(not self.model.rowCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all the room there is to the signs, and few words, where the palette is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._field.setContentsMargins(*((8, 12, 8, 6) if narrow else (12, 12, 12, 6)))
        self.search.setClearButtonEnabled(not narrow)
        asked = self.tr("Find") if narrow else self.tr("Find a leaf or an op")
        self.search.setPlaceholderText(asked)

    def set_theme(self, theme: Theme) -> None:
        """Draw the rows in `theme`."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter place an item, and arrows in the search walk the list.

        Enter ends here: the search passes it on, and the canvas has the keyboard by then.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.list and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if watched is self.search and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose_current()
                return True
            if watched is self.list and key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
                self._ask(self.list.currentIndex(), edits=key == Qt.Key.Key_F2)
                return True
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if watched is self.search and key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _own_at(self, index: QModelIndex) -> str:
        """Return the own op in a row, empty where there is none."""
        row = self.model.row(index.row()) if index.isValid() else None
        return own_name(row.op) if isinstance(row, Item) else ""

    def _ask(self, index: QModelIndex, *, edits: bool) -> None:
        name = self._own_at(index)
        if name in self._kept:
            (self.edit_asked if edits else self.delete_asked).emit(name)

    def menu_for(self, index: QModelIndex) -> QMenu | None:
        """Return the menu of an own op's row, None for another row."""
        name = self._own_at(index)
        if not name:
            return None
        menu = QMenu(self)
        place = menu.addAction(self.tr("&Place"))
        place.triggered.connect(lambda: self._choose(index))
        menu.addSeparator()
        if name in self._kept:
            edit, delete = menu.addAction(self.tr("&Edit…")), menu.addAction(self.tr("&Delete…"))
            edit.triggered.connect(lambda: self.edit_asked.emit(name))
            delete.triggered.connect(lambda: self.delete_asked.emit(name))
        else:
            keep = menu.addAction(self.tr("&Keep in the palette"))
            keep.triggered.connect(lambda: self.keep_asked.emit(name))
        return menu

    def _open_menu(self, point: QPoint) -> None:
        menu = self.menu_for(self.list.indexAt(point))
        if menu is not None:
            menu.exec(self.list.viewport().mapToGlobal(point))
            menu.deleteLater()

    def _search(self, text: str) -> None:
        self.model.search(text)
        self.nothing.setVisible(not self.model.rowCount())
        self.list.setCurrentIndex(self.model.first_item() if text else QModelIndex())

    def _search_on(self, typed: str) -> None:
        """Let the field have what was typed at the list, and what comes after that."""
        self.search.setFocus()
        self.search.end(False)
        self.search.insert(typed)

    def _step(self, by: int) -> None:
        """Go to the next item, over the headings."""
        number = self.list.currentIndex().row() + by
        while 0 <= number < self.model.rowCount():
            if isinstance(self.model.row(number), Item):
                self.list.setCurrentIndex(self.model.index(number))
                return
            number += by

    def _choose_current(self) -> None:
        index = self.list.currentIndex()
        self._choose(index if index.isValid() else self.model.first_item())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.model.row(index.row())
            if isinstance(row, Item):
                self.search.clear()
                self.chosen.emit(row.op)


class _List(QListView):
    """The rows, of which one is dragged as its sign alone: a row would hide where it goes."""

    dropped = Signal()
    typed = Signal(str)
    """A letter, for the search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  Qt's own name
        """Leave a letter that is typed here to the field above, which knows signs, too."""
        if search.isprintable() and search.strip():
            self.typed.emit(search)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the chosen item; `dropped` says that somebody took it."""
        index, delegate = self.currentIndex(), self.itemDelegate()
        row = index.data(ROW)
        if not isinstance(row, Item) or not isinstance(delegate, _RowDelegate):
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        sign = sign_of(row, delegate.theme, self.devicePixelRatio())
        drag.setPixmap(sign)
        drag.setHotSpot(QRectF(QPointF(), sign.deviceIndependentSize()).center().toPoint())
        if drag.exec(actions, Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction:
            self.dropped.emit()


def sign_of(item: Item, theme: Theme, ratio: float) -> QPixmap:
    """Return an item's sign as it is dragged: what lies below shines through."""
    box = QRectF(0.0, 0.0, SIGN_WIDTH + 2 * ITEM_MARGIN, ITEM_HEIGHT)
    pixmap = QPixmap((box.size() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_DRAGGED)
        paint_sign(painter, box, item, theme)
    return pixmap


class _RowDelegate(QStyledItemDelegate):
    """Draws a heading, or an item: its sign as a small card, its name, its formula."""

    theme: Theme = LIGHT

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a heading or an item."""
        heading = isinstance(index.data(ROW), Heading)
        width = option.rect.width()
        return QSize(width, _HEADING_HEIGHT if heading else ITEM_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        box = QRectF(option.rect)
        row = index.data(ROW)
        narrow = box.width() < _NARROW
        if narrow:  # below the middle of the search field: the scroll bar is not counted
            air = (self._palette.width() - SIGN_WIDTH) / 2
            box = QRectF(air - ITEM_MARGIN, box.top(), SIGN_WIDTH + 2 * ITEM_MARGIN, box.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, box, row)
        elif isinstance(row, Item):
            state = option.state
            self._paint_hover(painter, box, state)
            if narrow:
                paint_sign(painter, box, row, self.theme)
            else:
                paint_item(painter, box, row, self.theme)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        """Draw a family's title, or where there is no room for it a line."""
        left, baseline = box.left() + ITEM_MARGIN, box.bottom() - 9
        if box.width() >= _NARROW:
            title = set_text(row.title, Face.BOLD, 12, Ink.MUTED)
            draw_typeset(painter, title, left, baseline, self.theme)
        else:
            painter.setPen(QPen(colour(self.theme.line), 1.0))
            painter.drawLine(QLineF(left, baseline, left + SIGN_WIDTH, baseline))

    def _paint_hover(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setBrush(colour(self.theme.hover))
        framed = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(colour(self.theme.accent), 1.2) if framed else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(6.5, 1.5, -6.5, -1.5), 7, 7)
