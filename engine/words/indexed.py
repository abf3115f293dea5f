"""Names that end in an index: `w_1`, `w1`, `dz2`, which drawings write with a subscript."""

import re

__all__ = ["indexed"]

# of a name without a stroke only letters get an index: `log2` and `conv1` are words
_INDEXED = re.compile(r"(?:([^\W\d_]+)_([0-9]+|[^\W\d_])|([^\W\d_]{1,2})([0-9]+))\Z")


def indexed(name: str) -> tuple[str, str] | None:
    """Return the name's letters and its index, None of a name without one.

    >>> indexed("w_1"), indexed("w12"), indexed("log2")
    (('w', '1'), ('w', '12'), None)
    """
    found = _INDEXED.fullmatch(name)
    return (found[1] or found[3], found[2] or found[4]) if found else None
