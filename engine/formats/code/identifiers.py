"""Names of nodes as identifiers of Python: valid, each its own, none that means something else."""

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable

__all__ = ["Identifiers"]

_LONGEST = 60
_RUNS = re.compile("_+")


class Identifiers:
    """Hands out identifiers; no keyword, no builtin, none that was handed out or is reserved."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._meant = {*keyword.kwlist, *dir(builtins), *reserved}  # these mean something else
        self._taken = set(self._meant)

    def new(self, name: str) -> str:
        """Return an identifier that reads as `name` does, as far as Python allows.

        >>> names = Identifiers(["json"])
        >>> [names.new(name) for name in ("w", "a^{[1]}", "lambda", "json", "w", "2")]
        ['w', 'a_1', 'lambda_', 'json_', 'w_2', 'n2']
        """
        stem = _identifier(name)
        found = f"{stem}_" if stem in self._meant else stem
        number = 2
        while found in self._taken:
            found = f"{stem}_{number}"
            number += 1
        self._taken.add(found)
        return found


def _identifier(name: str) -> str:
    """Return the nearest identifier; Python takes letters that look alike (ﬁ, fi) for the same."""
    text = unicodedata.normalize("NFKC", name)
    text = "".join(sign if ("a" + sign).isidentifier() else "_" for sign in text)
    text = _RUNS.sub("_", text)[:_LONGEST].strip("_")
    if not text:
        return "n"
    return text if text.isidentifier() else f"n{text}"
