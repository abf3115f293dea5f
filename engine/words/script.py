"""What `^` and `_` raise and lower in a label: `{...}`, what is in brackets, or one sign."""

from engine.words.commands import UPRIGHT

__all__ = ["script_at"]

_ENDS = {"{": "}", "[": "]", "(": ")", UPRIGHT[0]: UPRIGHT[1]}
_LONGEST = 200  # characters of a script in brackets; thousands may stand unclosed in a file


def script_at(text: str, start: int) -> tuple[str, int]:
    """Return the script that begins at `start`, after its mark, and the place after it.

    Braces are left out, brackets are part of it: a layer's index is `a^[1]` as well as `a^{[1]}`.
    Braces that are not closed reach to the end, a bracket that is not closed soon is one sign.

    >>> script_at("a^{[1]}_2", 2), script_at("a^[1]_2", 2), script_at("w_12", 2)
    (('[1]', 7), ('[1]', 5), ('1', 3))
    """
    begin = text[start]
    closes = _ENDS.get(begin)
    if closes is None:
        return begin, start + 1
    depth = 0
    for place in range(start, len(text) if begin == "{" else min(len(text), start + _LONGEST)):
        depth += (text[place] == begin) - (text[place] == closes)
        if not depth:
            end = place + 1
            return (text[start + 1 : place] if begin == "{" else text[start:end]), end
    return (text[start + 1 :], len(text)) if begin == "{" else (begin, start + 1)
