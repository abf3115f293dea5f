"""How well a text fits what is typed: whole words first, then letters in their order."""

__all__ = ["fit"]


def fit(typed: str, text: str) -> tuple[int, int, int] | None:
    """Return a rank, the best first, or None where `text` does not fit.

    >>> fit("fit", "Fit all") < fit("fa", "Fit all") < fit("fa", "Follow edge away")
    True
    >>> fit("zz", "Fit all") is None
    True
    """
    wanted, given = typed.lower().split(), text.lower()
    if " ".join(wanted) == given:
        return -1, 0, 0
    if all(word in given for word in wanted):
        begins = sum(not f" {given}".count(f" {word}") for word in wanted)
        return 0, begins, len(text)
    letters = "".join(wanted)
    gaps = at = 0
    for letter in letters:
        found = given.find(letter, at)
        if found < 0:
            return None
        # the first letter of a word is no gap: `fa` is `Fit all`
        gaps += found > at and not (found and given[found - 1] == " ")
        at = found + 1
    return 1, gaps, len(text)
