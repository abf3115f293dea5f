"""Names for copies: each counts on from what it is a copy of."""

from collections.abc import Container, Sequence

__all__ = ["new_names"]


def new_names(names: Sequence[str], taken: Container[str]) -> dict[str, str]:
    """Return a name for each of `names`: itself, or where it is taken one that counts on from it.

    >>> new_names(["w", "a_1", "x"], {"w", "w2", "a_1"})
    {'w': 'w3', 'a_1': 'a_2', 'x': 'x'}
    """
    found, used = {}, set(names)
    last: dict[str, int] = {}
    for name in names:
        found[name] = name
        if name not in taken:
            continue
        stem, digits = name, ""
        while stem and stem[-1] in "0123456789":
            stem, digits = stem[:-1], stem[-1] + digits
        number = max(int(digits or "1"), last.get(stem, 0)) + 1
        while f"{stem}{number}" in taken or f"{stem}{number}" in used:
            number += 1
        found[name], last[stem] = f"{stem}{number}", number
        used.add(found[name])
    return found
