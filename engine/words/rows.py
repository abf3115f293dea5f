"""Rows of numbers as cards write them, `[1, 2; 3, 4]`, and as JSON and NumPy do."""

import re

__all__ = ["nested"]

_BETWEEN = re.compile(r"\s*,\s*|\s+")


def nested(text: str) -> str:
    """Return rows divided by `;` or new lines as lists within a list; other text stays as it is.

    >>> nested("[1, 2; 3 4]")
    '[[1, 2], [3, 4]]'
    >>> nested("[1 2]")
    '[1, 2]'
    """
    whole = text.strip()
    within = whole[1:-1]
    if not (whole.startswith("[") and whole.endswith("]")) or "[" in within or "]" in within:
        return text
    rows = re.split(r"[;\n]", within)
    if len(rows) == 1:
        return f"[{_listed(within)}]"
    if not rows[-1].strip():  # `[1, 2;]` is a table of one row
        rows.pop()
    return f"[{', '.join(f'[{_listed(row)}]' for row in rows)}]"


def _listed(row: str) -> str:
    return ", ".join(_BETWEEN.split(row.strip()))
