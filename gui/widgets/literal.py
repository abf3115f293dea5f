"""Texts that are shown as they are, also where Qt reads signs in them: a key, or markup."""

from html import escape

from PySide6.QtGui import Qt

__all__ = ["in_button", "in_tip"]


def in_button(text: str) -> str:
    """Return a text for a button or a menu: no ampersand begins a key.

    >>> in_button("a&b.chainrule")
    'a&&b.chainrule'
    """
    return text.replace("&", "&&")


def in_tip(text: str) -> str:
    """Return a text for a tooltip, which takes what looks like a tag for markup."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text
