"""What is seen: zoom, panels, theme. None of it is a step of the history."""

from collections.abc import Callable

from gui.actions.action import Action, Editor, noop
from gui.actions.edit import has_selection

__all__ = ["VIEW"]


def _toggles(panel: str) -> Callable[[Editor], None]:
    def toggle(editor: Editor) -> None:
        widget = editor.panel(panel)
        widget.setVisible(widget.isHidden())

    return toggle


def _shown(panel: str) -> Callable[[Editor], bool]:
    return lambda editor: not editor.panel(panel).isHidden()


def _chooses(theme: str) -> Callable[[Editor], None]:
    return lambda editor: editor.choose_theme(theme)


def _chosen(theme: str) -> Callable[[Editor], bool]:
    return lambda editor: editor.settings.theme == theme


def toggle_theme(editor: Editor) -> None:
    """Show the other theme."""
    editor.choose_theme("light" if editor.theme.name == "dark" else "dark")


VIEW = (
    Action(
        "view.zoom_in",
        noop("Zoom &in"),
        lambda editor: editor.canvas.zoom_in(),
        ("Ctrl+=", "Ctrl++"),
        icon="zoom-in",
    ),
    Action(
        "view.zoom_out",
        noop("Zoom &out"),
        lambda editor: editor.canvas.zoom_out(),
        ("Ctrl+-",),
        icon="zoom-out",
    ),
    Action(
        "view.full_size", noop("&100 %"), lambda editor: editor.canvas.zoom_to(1.0), ("Ctrl+0",)
    ),
    Action(
        "view.fit",
        noop("&Fit all"),
        lambda editor: editor.canvas.fit(),
        ("Ctrl+1", "Home"),
        noop("Fit all into the view"),
        icon="fit",
    ),
    Action(
        "view.fit_selection",
        noop("Fit the &selection"),
        lambda editor: editor.canvas.fit_selection(),
        ("Ctrl+2",),
        enabled=has_selection,
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
    ),
)
