"""Sentences' parts that several messages share, for readers who know no code."""

import re

__all__ = ["input_words", "point_hint"]

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_COMMA = re.compile(r"[+−-]?\d*,\d+\Z")


def input_words(port: int) -> str:
    """Return a port as people count: `first input`, `second input`; late ones as `input no. 12`.

    Files and tables count ports from 0, and readers do not.
    """
    return f"{_ORDINALS[port]} input" if port < len(_ORDINALS) else f"input no. {port + 1}"


def point_hint(text: str) -> str:
    """Return `2.5` for `2,5`, and nothing where a comma is not all that is wrong."""
    text = text.strip()
    return text.replace(",", ".") if _COMMA.match(text) else ""
