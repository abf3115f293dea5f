"""The language that messages are in: English, or what a window says that it speaks."""

from collections.abc import Callable

__all__ = ["count_text", "noop", "sentence", "speak"]

noop = str
"""Marks a text for translation where it is only stored; `sentence` translates it."""

_in_english: Callable[[int], str] = "{:,}".format
_translate: Callable[[str], str] = str
_count = _in_english


def sentence(text: str, /, **parts: object) -> str:
    """Return a text in the language that is spoken, with its parts in their places.

    >>> sentence("there is already a node named {name}", name="w")
    'there is already a node named w'
    """
    return _translate(text).format(**parts)


def count_text(count: int) -> str:
    """Return a count with its thousands apart, as the language that is spoken has them.

    >>> count_text(12345)
    '12,345'
    """
    return _count(count)


def speak(translate: Callable[[str], str], count: Callable[[int], str] = _in_english) -> None:
    """Let messages be translated from now on, each as the whole text that `sentence` is given.

    Counts in them are written as `count` does.
    """
    global _translate, _count
    _translate, _count = translate, count
