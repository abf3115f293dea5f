"""A theme as Qt's palette and style sheet: calm, flat, the same on every system."""

from PySide6.QtGui import QColor, QFont, QPalette

from gui.theme import Ink, Theme
from resources import resource

__all__ = ["palette", "sheet", "usual_font"]


def usual_font() -> QFont:
    """Return the font of all texts that the style sheet says nothing else of.

    Signs stand in it as they are typed: Inter would draw `a -> b` as an arrow, and `2x3` as `2×3`.
    """
    font = QFont("Inter")
    font.setPixelSize(13)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the colours of Qt's own widgets in `theme`."""
    text, muted = QColor(theme.inks[Ink.TEXT]), QColor(theme.inks[Ink.MUTED])
    roles = {
        QPalette.ColorRole.Window: QColor(theme.window),
        QPalette.ColorRole.WindowText: text,
        QPalette.ColorRole.Base: QColor(theme.field),
        QPalette.ColorRole.AlternateBase: QColor(theme.panel),
        QPalette.ColorRole.Text: text,
        QPalette.ColorRole.PlaceholderText: muted,
        QPalette.ColorRole.Button: QColor(theme.window),
        QPalette.ColorRole.ButtonText: text,
        QPalette.ColorRole.ToolTipBase: QColor(theme.panel),
        QPalette.ColorRole.ToolTipText: text,
        QPalette.ColorRole.Highlight: QColor(theme.accent),
        QPalette.ColorRole.HighlightedText: QColor(theme.background),
        QPalette.ColorRole.Link: QColor(theme.accent),
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, colour)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.border))
    return made


def sheet(theme: Theme) -> str:
    """Return the style sheet of the application in `theme`."""
    values = {
        "window": theme.window,
        "panel": theme.panel,
        "line": theme.line,
        "hover": theme.hover,
        "field": theme.field,
        "background": theme.background,
        "accent": theme.accent,
        "border": theme.border,
        "refused": theme.illegal,
        "right": theme.legal,
        "text": theme.inks[Ink.TEXT],
        "muted": theme.inks[Ink.MUTED],
        "value": theme.inks[Ink.VALUE],
        "derivative": theme.inks[Ink.DERIVATIVE],
        "warning": theme.inks[Ink.WARNING],
    }
    text = resource("themes/editor.qss").read_text(encoding="utf-8")
    text = text.replace("@icons", resource("icons").as_posix()).replace("@name", theme.name)
    for name, colour in values.items():
        text = text.replace(f"@{name};", f"{colour};")
    return text
