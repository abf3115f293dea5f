"""Texts that are shown as they are, also where Qt reads signs in them: a key, or markup."""

from html import escape

from PySide6.QtGui import Qt

__all__ = ["in_button", "in_tip", "out_of_menu"]


def in_button(text: str) -> str:
    """Return a text for a button or a menu: no ampersand begins a key.

    >>> in_button("a&b.chainrule")
    'a&&b.chainrule'
    """
    return text.replace("&", "&&")


def out_of_menu(text: str) -> str:
    """Return a menu's text without the mark of its letter and without dots.

    >>> out_of_menu("&Open a&&b…")
    'Open a&b'
    """
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def in_tip(text: str) -> str:
    """Return a text for a tooltip, which takes what looks like a tag for markup."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text
