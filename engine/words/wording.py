"""Sentences' parts that several messages share, for readers who know no code."""

import errno
import re
from collections.abc import Sequence

from engine.errors import UnknownEdgeError, WriteError
from engine.language import count_text, noop, sentence
from engine.words.derivative import DERIVED, is_derivative
from engine.words.labelled import labelled_as_typed

__all__ = [
    "COMPARED",
    "as_product",
    "comma_readings",
    "input_words",
    "inputs_without_edge",
    "no_edge",
    "no_name",
    "point_hint",
    "reason_and_place_of",
    "reason_of",
]

COMPARED = noop("nothing is compared: relu(x) and max(a, b) switch")
_INPUTS = (
    noop("first input"),
    noop("second input"),
    noop("third input"),
    noop("fourth input"),
    noop("fifth input"),
    noop("sixth input"),
    noop("seventh input"),
    noop("eighth input"),
    noop("ninth input"),
)
_TWO_LETTERS = re.compile(r"[a-zA-Z]{2}\Z")
_COMMA = re.compile(r"[+−-]?\d*,\d+\Z")
_THOUSANDS = re.compile(r"[+−-]?[1-9]\d{0,2}(?:,\d{3})+\Z")
_POINTED = re.compile(r"[+−-]?[1-9]\d{0,2}(?:\.\d{3}){2,}\Z")
_BOTH = re.compile(r"[+−-]?[1-9]\d{0,2}(?:([.,' \u00a0\u202f])\d{3}(?:\1\d{3})*)(?:([.,])\d+)?\Z")


_MOST_INPUTS = 4  # that are named in one sentence
_LONGEST_NAME = 60  # characters that are told of what is none
_REASONS: dict[int | None, str] = {  # what the system says in English wherever it stands
    errno.ENOENT: noop("no such file or directory"),
    errno.EACCES: noop("permission denied"),
    errno.EPERM: noop("operation not permitted"),
    errno.EISDIR: noop("is a directory"),
    errno.ENOTDIR: noop("not a directory"),
    errno.EIO: noop("input/output error"),
    errno.ENAMETOOLONG: noop("file name too long"),
    errno.ELOOP: noop("too many levels of symbolic links"),
}


def as_product(name: str) -> str:
    """Return `w*x` for `wx`, which on paper is a product and here one name; else nothing."""
    return "*".join(name) if _TWO_LETTERS.match(name) else ""


def input_words(port: object, count: int = 0) -> str:
    """Return a port as people count: `first input`, `second input`; late ones as `input no. 12`.

    Where the `count` is 1, the only one is the `input`. Files and tables count ports from 0, and
    readers do not. What is no port is `input -1`.
    """
    if type(port) is not int or port < 0:
        return sentence("input {n}", n=port)
    if count == 1 and port == 0:
        return sentence("input")
    if port < len(_INPUTS):
        return sentence(_INPUTS[port])
    return sentence("input no. {n}", n=port + 1)


def inputs_without_edge(sources: Sequence[str | None]) -> str:
    """Return which of a node's inputs, as given by port, wait for an edge; at least one does."""
    missing = [port for port, source in enumerate(sources) if source is None]
    words = [input_words(port, len(sources)) for port in missing[:_MOST_INPUTS]]
    if len(missing) == 1:
        return sentence("its {input} has no edge yet", input=words[0])
    words += ["…"] * (len(missing) > _MOST_INPUTS)
    said = noop("{n} inputs have no edge yet: {inputs}")
    return sentence(said, n=count_text(len(missing)), inputs=", ".join(words))


def no_edge(source: str, target: str, port: object) -> UnknownEdgeError:
    """Return the error that an edge does not exist."""
    said = noop("there is no edge from {source} to the {input} of {target}")
    words = input_words(port)
    return UnknownEdgeError(sentence(said, source=source, input=words, target=target))


def no_name(text: str) -> str:
    """Return the sentence that what stands before `=` cannot be a name, and what can."""
    if not text:
        return sentence("a name is missing before '='")
    if text[-1] in "<>!":
        return sentence(COMPARED)
    if is_derivative(text):
        return sentence(DERIVED)
    said = noop("{name} cannot be a name: a letter, then letters, digits or _, such as w_1")
    shown = text if len(text) <= _LONGEST_NAME else text[:_LONGEST_NAME] + "…"
    return sentence(said, name=repr(shown)) + labelled_as_typed(text)


def comma_readings(text: str) -> tuple[str, ...]:
    """Return how a number with commas may be meant: `2,5` as `2.5`; `1,000` as `1000` or `1.000`.

    So are thousands that something else divides, `1.000,5`. Nothing where that is not all that is
    wrong.

    >>> comma_readings("2,5"), comma_readings("1,000"), comma_readings("1,2,3")
    (('2.5',), ('1000', '1.000'), ())
    >>> comma_readings("1.000,5"), comma_readings("1 000"), comma_readings("1.000.000")
    (('1000.5',), ('1000',), ('1000000',))
    """
    text = text.strip()
    both = _BOTH.match(text)
    if both is not None and both[1] != both[2] and (both[2] or both[1] not in ".,"):
        whole, _, decimals = text.rpartition(both[2]) if both[2] else (text, "", "")
        whole = whole.replace(both[1], "")
        return (f"{whole}.{decimals}" if decimals else whole,)
    if _POINTED.match(text):
        return (text.replace(".", ""),)
    points = (text.replace(",", "."),) if _COMMA.match(text) else ()
    return (text.replace(",", ""), *points) if _THOUSANDS.match(text) else points


def point_hint(text: str) -> str:
    """Return `2.5` for `2,5`, both readings of `1,000`, else nothing."""
    return sentence(" or ").join(comma_readings(text))


def reason_of(error: Exception) -> str:
    """Return why something failed, to stand behind a colon: as the system says, else the error."""
    if isinstance(error, WriteError):
        return error.reason
    if not isinstance(error, OSError):
        return str(error)
    if error.errno in _REASONS:
        return sentence(_REASONS[error.errno])
    said = error.strerror
    return f"{said[:1].lower()}{said[1:]}" if said else str(error)


def reason_and_place_of(error: Exception) -> str:
    """Return why something failed, and the file that the system names."""
    place = getattr(error, "filename", None)
    return f"{reason_of(error)}: '{place}'" if place else reason_of(error)
