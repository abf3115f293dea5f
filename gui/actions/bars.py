"""The table of actions as a window's menus, toolbar and keys."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import SIGNAL, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

import engine
from gui.actions.action import Action, Editor
from gui.actions.file import open_path
from gui.actions.needs import needs
from gui.actions.table import (
    ACTIONS,
    CONTEXT,
    MENUS,
    NUMBERS,
    RECENT,
    SEPARATOR,
    SPACE,
    SUBMENUS,
    THEMES,
    TOOLBAR,
    WINDOW_LIST,
)
from gui.dialogs import message
from gui.dialogs.ahead import AHEAD, ahead_of
from gui.language import tr
from gui.threads.work import Cancelled
from gui.widgets.icon import icon
from gui.widgets.literal import in_button, in_tip, out_of_menu
from gui.widgets.menu import Menu

__all__ = ["Bars"]

_LISTED = "listed-window"
_CHANGED = SIGNAL("changed()")
_MOST_HEARD = 12  # connections of one action's signal


class Bars(QObject):
    """Builds and keeps up what the table of actions says for one editor."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor.widget)
        self._editor = editor
        self.actions = {action.id: self._built(action) for action in ACTIONS.values()}
        for chosen in (THEMES, NUMBERS):  # of these one is on, always
            group = QActionGroup(self)
            for name in SUBMENUS[chosen][1]:
                group.addAction(self.actions[name])
        self._buttons: list[tuple[QAction, QWidget]] = []  # of the toolbar
        self._ticked: list[tuple[Action, QToolButton]] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._take_ticks)
        self._ahead = ahead_of(editor.widget)
        self._amid = False  # an action, after which all is looked at
        editor.document.changed.connect(self._follow)
        editor.document.filed.connect(self.refresh)
        editor.canvas.selection_changed.connect(self._look_again)
        editor.lesson.toggled.connect(self.refresh)
        editor.lesson.sweep.changed.connect(self.refresh)
        self.refresh()

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put the menus into `bar`."""
        for title, entries in MENUS:
            menu = Menu(tr(title), bar)
            bar.addMenu(menu)
            # Panels are hidden and shown by more than these actions.
            menu.aboutToShow.connect(self.refresh)
            self._fill(menu, entries)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the toolbar's buttons into `bar`."""
        bar.setIconSize(QSize(18, 18))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            if name == SPACE:
                space = QWidget(bar)
                space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(space)
            elif name == SEPARATOR:
                bar.addSeparator()
            else:
                action = self.actions[name]
                bar.addAction(action)
                button = bar.widgetForAction(action)
                self._buttons.append((action, button))
                if isinstance(button, QToolButton):
                    button.toggled.connect(partial(self._follow_tick, ACTIONS[name], button))

    def open_context_menu(self, kind: str, place: QPoint) -> None:
        """Open the menu of one of the kinds in `CONTEXT` at a place on the screen."""
        self.refresh()
        menu = Menu(self._editor.widget)
        # What cannot be done to this is left out; the canvas' own entries stay the same.
        whole = CONTEXT["canvas"]
        fit = [n for n in CONTEXT[kind] if n in whole or self._can_be_done(n)]
        self._fill(menu, fit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        menu.setActiveAction(next(a for a in menu.actions() if a.isEnabled()))

    def _can_be_done(self, name: str) -> bool:
        """Return whether an entry of a menu, or anything of a menu within it, can be done now."""
        if name in SUBMENUS:
            return any(self._can_be_done(inner) for inner in SUBMENUS[name][1] if inner)
        return name not in self.actions or self.actions[name].isEnabled()

    def take(self, action: Action) -> None:
        """Take an action, as its menu entry does."""
        self._take(action)

    def say_why_not(self, event: QKeyEvent) -> bool:
        """Say what the action of a key that nothing took waits for; tell whether there is one."""
        typed, canvas = QKeySequence(event.keyCombination()), self._editor.canvas
        for name, action in ACTIONS.items():
            built = self.actions[name]
            heard = canvas.hasFocus() or not action.on_canvas
            if heard and not built.isEnabled() and typed in built.shortcuts():
                canvas.say(f"{out_of_menu(built.text())}: {needs(action)}")
                return True
        return False

    def refresh(self) -> None:
        """Bring texts, choices and what can be done now up to date."""
        known = dict[Callable[[Editor], bool], bool]()  # many are asked the same question
        for name, action in ACTIONS.items():
            built = self.actions[name]
            enabled = known.get(action.enabled)
            if enabled is None:
                enabled = known[action.enabled] = action.enabled(self._editor)
            if enabled is not built.isEnabled():
                built.setEnabled(enabled)
                _tell(built, action)
            if action.checked is not None:
                built.setChecked(action.checked(self._editor))
            if action.label is not None:
                built.setText(action.label(self._editor))
        self._let_go()

    def _follow_tick(self, action: Action, button: QToolButton, *_ticked: bool) -> None:
        """Note that a button was ticked: a click takes its action by itself, right after that."""
        self._ticked.append((action, button))
        self._soon.start()

    def _take_ticks(self) -> None:
        """Take the actions of buttons that were ticked alone, as a screen reader does."""
        ticked, self._ticked = self._ticked, []
        for action, button in ticked:
            checked = action.checked is not None and action.checked(self._editor)
            if button.isChecked() is not checked:
                self._ask(action)
        if self._ahead.waits:
            self.refresh()  # perhaps nothing comes of them: they are ticked once it does

    def _let_go(self) -> None:
        """Take from the toolbar's buttons what they need no more.

        Qt has a button listen to its action once more whenever that changes, though it tells it by
        other ways: of the changes of a whole day each would be told to it thousands of times.
        """
        for action, button in self._buttons:
            if action.receivers(_CHANGED) > _MOST_HEARD:
                # PySide's stubs know of no None, which stands for whatever it listens by
                QObject.disconnect(action, _CHANGED, button, None)  # type: ignore[call-overload]

    def _follow(self) -> None:
        """Look again after an edit; while one is only previewed, nothing more can be done or less.

        A number that is dragged must not wait for every action.
        """
        if not self._editor.document.previewing:
            self._look_again()

    def _look_again(self) -> None:
        """Look again at once, but for amid an action, at whose end it is done anyway."""
        if not self._amid:
            self.refresh()

    def recolour(self) -> None:
        """Draw the icons in the colours of the editor's theme."""
        for name, action in ACTIONS.items():
            if action.icon:
                self.actions[name].setIcon(icon(action.icon, self._editor.theme))

    def _built(self, action: Action) -> QAction:
        built = QAction(tr(action.text), self)
        built.setObjectName(action.id)
        keys = [QKeySequence(key) for key in action.keys]
        built.setShortcuts(keys)
        built.setEnabled(action.enabled(self._editor))
        _tell(built, action)
        built.setCheckable(action.checked is not None)
        # Menus stay calm: icons are the toolbar's.
        built.setIconVisibleInMenu(False)
        if action.on_canvas:
            built.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._editor.canvas.addAction(built)
        else:
            self._editor.widget.addAction(built)
        built.setProperty(AHEAD, action.ahead)
        built.triggered.connect(partial(self._ask, action))
        return built

    def _ask(self, action: Action, *_checked: bool) -> None:
        """Take an action once the window waits no more; what comes to nothing takes those along."""
        if self._ahead.waits:
            self._ahead.put(partial(self._take, action))
        else:
            self._take(action)

    def _take(self, action: Action) -> None:
        """Take an action; one that may not be taken amid a drag begins with empty hands."""
        if not action.amid:
            self._editor.canvas.hand.lay_down()
        self._run(action.run)

    def _run(self, run: Callable[[Editor], object], *_checked: bool) -> None:
        """Take an action; what the graph refuses is said, and nothing has changed."""
        amid, self._amid = self._amid, True
        try:
            run(self._editor)
        except Cancelled:  # perhaps of an edit that was refused without any wait
            self._ahead.drop()
        except engine.GraphError as error:
            message.tell_failure(self._editor.widget, str(error))
        finally:
            self._amid = amid
            self.refresh()  # also after a fault: nothing was looked at amid it

    def _fill(self, menu: QMenu, entries: Iterable[str]) -> None:
        for name in entries:
            if name == SEPARATOR:
                menu.addSeparator()
            elif name == RECENT:
                recent = menu.addMenu(tr("Open &recent"))
                # with the menu around it: a greyed entry is never opened itself
                menu.aboutToShow.connect(partial(self._fill_recent, recent))
                self._fill_recent(recent)
            elif name == WINDOW_LIST:
                menu.aboutToShow.connect(partial(self._list_windows, menu))
            elif name in SUBMENUS:
                title, inner = SUBMENUS[name]
                submenu = Menu(tr(title), menu)
                menu.addMenu(submenu)
                self._fill(submenu, inner)
            else:
                menu.addAction(self.actions[name])

    def _fill_recent(self, menu: QMenu) -> None:
        """List the recent files anew, as they are when the menu opens."""
        menu.clear()
        paths = self._editor.settings.recent
        for number, path in enumerate(paths, 1):
            entry = menu.addAction(f"&{number % 10} {in_button(path.name)}")
            entry.setToolTip(in_tip(str(path)))
            entry.triggered.connect(partial(self._run, partial(_open, path)))
        menu.setToolTipsVisible(True)
        if paths:
            menu.addSeparator()
            clear = menu.addAction(tr("&Clear the list"))
            clear.triggered.connect(self._editor.settings.clear_recent)
        menu.menuAction().setEnabled(bool(paths))

    def _list_windows(self, menu: QMenu) -> None:
        """List the open windows at the end of a menu, as they are when it opens."""
        for old in menu.findChildren(QAction, _LISTED, Qt.FindChildOption.FindDirectChildrenOnly):
            menu.removeAction(old)
            old.deleteLater()
        for number, window in enumerate(self._editor.windows, 1):
            key = f"&{number} " if number < 10 else ""
            entry = menu.addAction(key + in_button(window.name))
            entry.setObjectName(_LISTED)
            entry.setCheckable(True)
            entry.setChecked(window is self._editor)
            entry.triggered.connect(partial(self._run, partial(_go_to, number - 1)))


def _go_to(place: int, editor: Editor) -> None:
    editor.windows[place].come_forward()


def _open(path: Path, editor: Editor) -> None:
    open_path(editor, path)


def _tell(built: QAction, action: Action) -> None:
    """Say what an action does and by which key, and where it cannot be taken now, why."""
    text = out_of_menu(tr(action.tip or action.text))
    if action.keys:
        key = built.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = f"{text} ({key})"
    waits_for = "" if built.isEnabled() else needs(action)
    built.setStatusTip(waits_for)
    built.setToolTip(f"{text}: {waits_for}" if waits_for else text)
