"""What is seen: zoom, panels, theme. None of it is a step of the history."""

from collections.abc import Callable

from gui.actions.action import Action, Editor, has_nodes
from gui.actions.edit import has_selection
from gui.dialogs.modal import ask
from gui.language import noop
from gui.readings import Numbers
from gui.widgets.keyboard import has_keyboard

__all__ = ["VIEW"]


def _toggles(panel: str) -> Callable[[Editor], None]:
    def toggle(editor: Editor) -> None:
        widget = editor.panel(panel)
        held = not widget.isHidden() and has_keyboard(widget)  # Qt would hand it on to any part
        widget.setVisible(widget.isHidden())
        if held:
            editor.leave_panels()

    return toggle


def _shown(panel: str) -> Callable[[Editor], bool]:
    return lambda editor: not editor.panel(panel).isHidden()


def _chooses(theme: str) -> Callable[[Editor], None]:
    return lambda editor: editor.choose_theme(theme)


def _chosen(theme: str) -> Callable[[Editor], bool]:
    return lambda editor: editor.settings.theme == theme


def _shows(numbers: Numbers) -> Callable[[Editor], None]:
    def show(editor: Editor) -> None:
        editor.settings.numbers = numbers
        for window in editor.windows:
            window.take_settings()

    return show


def _showing(numbers: Numbers) -> Callable[[Editor], bool]:
    return lambda editor: editor.settings.numbers is numbers


def _numbers(numbers: Numbers, text: str) -> Action:
    name = f"numbers.{numbers.value}"
    return Action(name, text, _shows(numbers), checked=_showing(numbers))


def toggle_theme(editor: Editor) -> None:
    """Show the other theme."""
    editor.choose_theme("light" if editor.theme.name == "dark" else "dark")


def prefer(editor: Editor) -> None:
    """Ask how the editor shall behave."""
    from gui.dialogs.preferences import Preferences

    dialog = Preferences(editor.settings, editor.choose_theme, editor.widget)
    for window in editor.windows:  # what is preferred holds in all of them
        dialog.changed.connect(window.take_settings)
    ask(dialog)


def find(editor: Editor) -> None:
    """Ask what to find."""
    editor.show_canvas()
    editor.canvas.finding.open()


def find_on(editor: Editor, by: int) -> None:
    """Go to the next match, or the one before; ask what to find where nothing is sought."""
    if editor.canvas.finding.bar is None:
        find(editor)
    else:
        editor.canvas.finding.next(by)


VIEW = (
    Action("edit.find", noop("&Find…"), find, ("Ctrl+F",), enabled=has_nodes),
    Action("edit.find_next", noop("Find ne&xt"), lambda e: find_on(e, 1), ("F3",)),
    Action("edit.find_previous", noop("Find previous"), lambda e: find_on(e, -1), ("Shift+F3",)),
    Action(
        "edit.preferences",
        noop("Pr&eferences…"),
        prefer,
        ("Ctrl+,",),
        also=noop("settings, options, language"),
    ),
    Action(
        "view.commands",
        noop("&Command by name…"),
        lambda editor: editor.run_by_name(),
        ("Ctrl+Shift+P",),
    ),
    Action("view.next_pane", noop("Next pan&e"), lambda e: e.go_to_pane(1), ("F6",)),
    Action("view.previous_pane", noop("P&revious pane"), lambda e: e.go_to_pane(-1), ("Shift+F6",)),
    Action(
        "view.menu",
        noop("Context &menu"),
        lambda editor: editor.canvas.menus.ask(),
        ("Shift+F10",),
        on_canvas=True,
    ),
    Action(
        "view.zoom_in",
        noop("Zoom &in"),
        lambda editor: editor.canvas.zoom_in(),
        ("Ctrl+=", "Ctrl++"),
        icon="zoom-in",
        amid=True,
    ),
    Action(
        "view.zoom_out",
        noop("Zoom &out"),
        lambda editor: editor.canvas.zoom_out(),
        ("Ctrl+-",),
        icon="zoom-out",
        amid=True,
    ),
    Action(
        "view.full_size",
        noop("&100 %"),
        lambda editor: editor.canvas.zoom_to(1.0),
        ("Ctrl+0",),
        amid=True,
    ),
    Action(
        "view.fit",
        noop("&Fit all"),
        lambda editor: editor.canvas.fit(),
        ("Ctrl+1", "Home"),
        noop("Fit all into the view"),
        icon="fit",
        amid=True,
    ),
    Action(
        "view.fit_selection",
        noop("Fit the &selection"),
        lambda editor: editor.canvas.fit_selection(),
        ("Ctrl+2",),
        enabled=has_selection,
        amid=True,
    ),
    Action(
        "view.palette",
        noop("&Palette"),
        _toggles("palette"),
        ("Ctrl+Shift+1",),
        checked=_shown("palette"),
    ),
    Action(
        "view.inspector",
        noop("I&nspector"),
        _toggles("inspector"),
        ("Ctrl+Shift+2",),
        checked=_shown("inspector"),
    ),
    _numbers(Numbers.BOTH, noop("Values &and derivatives")),
    _numbers(Numbers.VALUES, noop("&Values alone")),
    _numbers(Numbers.DERIVATIVES, noop("&Derivatives alone")),
    _numbers(Numbers.NEITHER, noop("&No numbers")),
    Action(
        "theme.system",
        noop("Like the &system"),
        _chooses("system"),
        checked=_chosen("system"),
    ),
    Action("theme.light", noop("&Light"), _chooses("light"), checked=_chosen("light")),
    Action("theme.dark", noop("&Dark"), _chooses("dark"), checked=_chosen("dark")),
    Action(
        "theme.toggle",
        noop("Light or dark"),
        toggle_theme,
        tip=noop("Change between light and dark"),
        icon="theme",
        amid=True,
    ),
)
