"""What random hands do to whatever can be pressed, slid or typed into, in windows and dialogs."""

import hypothesis.strategies as st
from hands import drag_to
from hypothesis.stateful import rule
from PySide6.QtCore import QAbstractListModel, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from gui.canvas.canvas import Canvas
from gui.panels.slider import Slider

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
SHARES = st.integers(0, 100)
ENDS = st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, None])
WRITTEN = ["w", "v", "2.5", "-3", "1/0", "x^", "", "[1,2]", "[[1,2],[3,4]]", "w*x+b", "relu", "0:1"]
WRITTEN += ["u*sigmoid(u)", "swish", "swish(w)", "2,3,1", "a title", "step=0.1", "x_1", "theta"]
TOUCHES = st.tuples(st.integers(0, 400), SHARES, SHARES, st.sampled_from(WRITTEN), ENDS)
ASKING = ["file.new_network", "file.new_expression", "file.open", "file.save", "file.save_as"]
ASKING += ["file.export", "file.export_code", "edit.preferences", "edit.copy_picture"]
ASKING += ["graph.save_op", "graph.randomise", "train.table", "help.about", "view.commands"]
OWN_OPS = st.sampled_from([("swish", "u*sigmoid(u)"), ("sq", "v^2"), ("swish", "a*b"), ("", "a")])
_TOUCHED = QAbstractButton | QComboBox | QAbstractSpinBox | QAbstractSlider | Slider
_TOUCHED |= QLineEdit | QAbstractItemView
_INNER = "qt_"  # how Qt calls what it makes itself: of these only a number box's line is typed into


class RandomTouches:
    """Rules for all widgets alike; what comes up in a dialog or a menu is answered as drawn."""

    @rule(touch=TOUCHES, inner=st.lists(TOUCHES, max_size=3), accepts=st.booleans())
    def touch_anything(self, touch, inner, accepts) -> None:
        with self.answers.drawn(inner, accepts):
            touch_one(self.window, touch)

    @rule(touch=TOUCHES)
    def touch_the_column(self, touch) -> None:
        """Most that edits stands there, few among all that the window has."""
        with self.answers.drawn([], accepts=False):
            touch_one(self.window.sidebar, touch)

    @rule(name=st.sampled_from(ASKING), inner=st.lists(TOUCHES, max_size=4), accepts=st.booleans())
    def take_an_action_that_asks(self, name, inner, accepts) -> None:
        with self.answers.drawn(inner, accepts):
            self.act(name)

    @rule(op=OWN_OPS, accepts=st.booleans())
    def keep_an_own_op(self, op, accepts) -> None:
        name, formula = op
        with self.answers.drawn([], accepts, name=name, formula=formula):
            self.act("graph.save_op")

    @rule(i=st.integers(0, 20), at=st.integers(0, 40), deletes=st.booleans(), accepts=st.booleans())
    def use_an_own_op(self, i, at, deletes, accepts) -> None:
        """Drop one that is kept, or edit or forget it in the palette."""
        own = [f"own:{op.name}" for op in self.canvas.own_ops]
        if own and at < 30:
            self.hands.drop(own[i % len(own)], self.point(("empty", at, at)))
        elif own:
            asks = self.window.palette_panel
            with self.answers.drawn([], accepts, formula="a*b+1"):
                signal = asks.delete_asked if deletes else asks.edit_asked
                signal.emit(own[i % len(own)].removeprefix("own:"))

    @rule(places=st.integers(0, 30), takes=st.booleans())
    def open_the_menu(self, places, takes) -> None:
        with self.answers.drawn([], accepts=False):
            self.act("view.menu")
            menu = QApplication.activePopupWidget()
            if isinstance(menu, QMenu):
                choose(menu, places if takes else None)


class Answers:
    """Answers dialogs and menus that wait, as drawn; `asked` says what nobody had drawn for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._touches: list[tuple] | None = None
        self._accepts = False
        self._fields: dict[str, str] = {}
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def drawn(self, touches: list[tuple], accepts: bool, **fields: str) -> "Answers":
        """Answer within the block: fields filled by their names, touches, and then the button."""
        self._touches, self._accepts, self._fields = list(touches), accepts, fields
        return self

    def __enter__(self) -> None:
        """Begin to answer."""

    def __exit__(self, *_: object) -> None:
        self._touches = None

    def _look(self) -> None:
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            choose(popup, self._touches.pop()[0] if self._touches else None)
        elif dialog is None:
            return
        elif self._touches is None:
            self.asked.append(dialog.text() if isinstance(dialog, QMessageBox) else str(dialog))
            dialog.close()
        else:
            self._answer(dialog)

    def _answer(self, dialog: QWidget) -> None:
        for name, text in self._fields.items():
            line = getattr(dialog, name, None)
            if isinstance(line, QLineEdit):
                line.setText(text)
        while self._touches and dialog.isVisible():
            touch_one(dialog, self._touches.pop())
        if not dialog.isVisible():
            return
        if isinstance(dialog, QMessageBox):
            buttons = dialog.buttons()
            (buttons[0] if self._accepts else buttons[-1]).click()
        elif isinstance(dialog, QDialog):
            # once, lest one that refuses to be accepted stay for ever
            if self._accepts:
                dialog.accept()
            if dialog.isVisible():
                dialog.reject()


def choose(menu: QMenu, place: int | None) -> None:
    """Close a menu, by one of its entries that can be taken where a place is given."""
    entries = [a for a in menu.actions() if a.isEnabled() and not (a.isSeparator() or a.menu())]
    if place is not None and entries:
        menu.setActiveAction(entries[place % len(entries)])
        QTest.keyClick(menu, Qt.Key.Key_Return)
    else:
        menu.close()
    QApplication.processEvents()


def touch_one(within: QWidget, touch: tuple) -> None:
    """Touch one of the widgets that can be touched, in the way of its kind."""
    i, first, last, text, end = touch
    widgets = [w for w in within.findChildren(QWidget) if can_be_touched(w)]
    if not widgets:
        return
    one = widgets[i % len(widgets)]
    if isinstance(one, QAbstractSlider | Slider):
        slide(one, first, last)
    elif isinstance(one, QComboBox):
        for _ in range(1 + first % 3):
            QTest.keyClick(one, Qt.Key.Key_Down if last % 2 else Qt.Key.Key_Up)
    elif isinstance(one, QAbstractSpinBox):
        QTest.keyClick(one, Qt.Key.Key_Up if last % 2 else Qt.Key.Key_Down)
    elif isinstance(one, QLineEdit):
        write(one, text, end)
    elif isinstance(one, QAbstractItemView):
        touch_an_item(one, touch)
    else:
        press(one)
    QApplication.processEvents()


def can_be_touched(widget: QWidget) -> bool:
    """Tell whether a widget is there to be touched, and no part of another that is."""
    if not (isinstance(widget, _TOUCHED) and widget.isVisible() and widget.isEnabled()):
        return False
    if isinstance(widget.parent(), QAbstractSpinBox | Canvas):
        return isinstance(widget, QLineEdit)
    inner = widget.objectName().startswith(_INNER)
    header = isinstance(widget.parent(), QAbstractItemView)
    return not inner and not header and not isinstance(widget.parent(), QAbstractScrollArea)


def touch_an_item(view: QAbstractItemView, touch: tuple) -> None:
    """Choose an item of a list or a table, type into it where that is possible, or open it."""
    model, (_, first, last, text, end) = view.model(), touch
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    if not model.rowCount() or not columns:
        return
    index = model.index(first % model.rowCount(), last % columns)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, place)
    if not view.isVisible():
        return
    QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, place)
    editor = view.findChild(QLineEdit) if view.isVisible() else None
    if editor is not None:
        write(editor, text, end)
    elif view.isVisible() and first % 4 == 0:
        QTest.keyClick(view, Qt.Key.Key_Delete)


def press(button: QAbstractButton) -> None:
    """Press a button if it can be pressed."""
    if button.isVisible() and button.isEnabled():
        QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def write(line: QLineEdit, text: str, end: Qt.Key | None) -> None:
    """Type into a field that is open, and leave it by a key or as it is."""
    if line.isVisible():
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        if end is not None:
            QTest.keyClick(line, end)
    QApplication.processEvents()


def slide(slider: QWidget, start: int, end: int) -> None:
    """Drag along a slider, from one share of its width to another."""
    if slider.isVisible():
        width, middle = slider.width(), slider.height() // 2
        first, last = (QPoint(width * share // 100, middle) for share in (start, end))
        QTest.mousePress(slider, LEFT, pos=first)
        for at in ((first + last) / 2, last):
            drag_to(slider, at, LEFT, NO_KEYS)
        QTest.mouseRelease(slider, LEFT, pos=last)
    QApplication.processEvents()
