"""How far long work is, on the terminal; only where somebody watches, and gone when it is done."""

import contextlib
import sys
from collections.abc import Iterator

from engine.progress import listening

__all__ = ["nobody_watches", "under_a_bar"]

_FORMAT = "{percentage:3.0f}%|{bar}| {elapsed}<{remaining}"


def nobody_watches() -> bool:
    """Return whether what is written to stderr is read by no person at a terminal."""
    return sys.stderr is None or not sys.stderr.isatty()


@contextlib.contextmanager
def under_a_bar() -> Iterator[None]:
    """Show how far the work within is, of which `engine.progress` hears."""
    if nobody_watches():
        yield
        return
    from tqdm import tqdm  # only here: every start of the program would wait for it

    with tqdm(total=1.0, leave=False, bar_format=_FORMAT, file=sys.stderr) as bar:

        def move(share: float) -> None:
            bar.update(share - bar.n)

        with listening(move):
            yield
