"""The nearest known name, for a message about an unknown one."""

from collections.abc import Iterable

from engine.errors import UnknownNodeError
from engine.language import sentence

__all__ = ["did_you_mean", "unknown_node"]

_LONGEST = 64  # comparing longer names costs more than a suggestion is worth
_MOST = 4000  # and so does comparing with more names: of 100,000 it would take seconds


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'multiply'?`, or nothing when no known name is near."""
    from difflib import get_close_matches  # what is spelled right needs none

    if len(name) > _LONGEST:
        return ""
    known = list(known)
    near = [one for one in known if one != name and one.casefold() == name.casefold()]
    if not near and len(known) <= _MOST:
        near = get_close_matches(name, known, n=1)
    return sentence("; did you mean '{name}'?", name=near[0]) if near else ""


def unknown_node(name: object, known: Iterable[str]) -> UnknownNodeError:
    """Return the error that no node is called `name`, with the nearest name."""
    said = sentence("there is no node named '{name}'", name=name)
    return UnknownNodeError(said + did_you_mean(str(name), known))
