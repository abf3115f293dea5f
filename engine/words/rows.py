"""Rows of numbers as cards write them, `[1, 2; 3, 4]`, and as JSON and NumPy do."""

import re

__all__ = ["ENTRY", "nested", "unwrapped"]

ENTRY = re.compile(r"[^\s\[\],]+")
"""An entry of what `nested` returns, however it is written."""

_LAST_COMMA = re.compile(r"(?<=[^\s,\[]),(?=\s*\])")  # as Python lets it be
_APART = re.compile(r"(?<=[^\s,\[])\s+(?=[^\s,\]])")
_CALLED = re.compile(r"(?:\w+\.)?(?:array|asarray|matrix|tensor|as_tensor)\(\s*(?=\[)")
_TOLD = re.compile(r"(?:,\s*\w+\s*=\s*[\w.'\"]+\s*)*(?:,\s*)?\)")  # dtype=float) behind the rows


def nested(text: str) -> str:
    """Return rows divided by `;` or new lines as lists within a list; other text stays as it is.

    At a comma a row goes on, so a list that JSON wrote over several lines is that list. So is what
    NumPy and PyTorch print, without commas or as a call.

    >>> nested("[1, 2; 3 4]")
    '[[1, 2], [3, 4]]'
    >>> nested("[1 2]")
    '[1, 2]'
    >>> nested("[[1. 2.] [3. 4.]]"), nested("np.array([1, 2])")
    ('[[1.,2.],[3.,4.]]', '[1, 2]')
    """
    whole = _LAST_COMMA.sub("", unwrapped(text))
    if "[" in whole[1:]:
        return _APART.sub(",", whole)
    within = ",".join([part.strip() for part in whole[1:-1].split(",")])
    if not (whole.startswith("[") and whole.endswith("]")) or "[" in within or "]" in within:
        return text
    rows = [row for part in within.split(";") for row in _lines(part) or [""]]
    if len(rows) == 1:
        return f"[{_listed(rows[0])}]"
    if not rows[-1]:  # `[1, 2;]` is a table of one row
        rows.pop()
    return f"[{', '.join(f'[{_listed(row)}]' for row in rows)}]" if all(rows) else text


def unwrapped(text: str) -> str:
    """Return the list in `np.array(…)` or `tensor(…)`, other text without blanks around it.

    >>> unwrapped(" torch.tensor([1., 2.], requires_grad=True)"), unwrapped("w ")
    ('[1., 2.]', 'w')
    """
    text = text.strip()
    called, end = _CALLED.match(text), text.rfind("]") + 1
    if called and end and _TOLD.fullmatch(text[end:].lstrip()):
        return text[called.end() : end]
    return text


def _lines(text: str) -> list[str]:
    """Return the lines that are not blank."""
    return [line for each in text.split("\n") if (line := each.strip())]


def _listed(row: str) -> str:
    return ", ".join(re.split(r",|\s+", row))
