"""Names as drawings write them: `w_1`, `dz2` with an index, `mu` in Greek, `y_hat` with a hat."""

import re

from engine.words.commands import accented
from engine.words.greek import GREEK

__all__ = ["lettered"]

_LETTER = {**GREEK, "lam": GREEK["lambda"], "eps": GREEK["epsilon"]}  # as programs call them
_GREEK = "|".join(_LETTER)
# of a name without a stroke only letters get an index: `log2` and `conv1` are words
_INDEXED = re.compile(
    rf"(?:([^\W\d_]+)_([0-9]+|[^\W\d_]|{_GREEK})|([^\W\d_]{{1,2}}|d?(?:{_GREEK}))([0-9]+))\Z"
)
_ACCENTED = re.compile(rf"([^\W\d_]|{_GREEK})_(hat|bar|tilde)\Z")
_IN_GREEK = re.compile(rf"\A(d?)({_GREEK})\Z")


def lettered(name: str) -> tuple[str, str]:
    """Return the name's letters and its index, "" of a name without one.

    >>> lettered("w_1"), lettered("sigma2"), lettered("dmu"), lettered("log2")
    (('w', '1'), ('σ', '2'), ('dμ', ''), ('log2', ''))
    >>> lettered("y_hat"), lettered("x_bar")[0] == "x\u0304"
    (('ŷ', ''), True)
    """
    over = _ACCENTED.fullmatch(name)
    if over is not None:
        return accented(_greek(over[1]), over[2]), ""
    found = _INDEXED.fullmatch(name)
    if found is None:
        return _greek(name), ""
    return _greek(found[1] or found[3]), _greek(found[2] or found[4])


def _greek(letters: str) -> str:
    return _IN_GREEK.sub(lambda found: found[1] + _LETTER[found[2]], letters)
