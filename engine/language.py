"""The language that messages are in: English, or what a window says that it speaks."""

from collections.abc import Callable

__all__ = ["noop", "sentence", "speak"]

noop = str
"""Marks a text for translation where it is only stored; `sentence` translates it."""

_translate: Callable[[str], str] = str


def sentence(text: str, /, **parts: object) -> str:
    """Return a text in the language that is spoken, with its parts in their places.

    >>> sentence("there is already a node named {name}", name="w")
    'there is already a node named w'
    """
    return _translate(text).format(**parts)


def speak(translate: Callable[[str], str]) -> None:
    """Let messages be translated from now on, each as the whole text that `sentence` is given."""
    global _translate
    _translate = translate
