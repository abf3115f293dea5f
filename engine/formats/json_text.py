"""JSON read with distrust: limits hold before anything is built, and every fault has a place."""

import json
from collections import Counter
from collections.abc import Iterator
from json import JSONDecodeError
from math import isinf

import numpy as np

from engine.errors import FileError, ForeignFileError, LimitError
from engine.language import count_text, noop, sentence

__all__ = [
    "MAX_BYTES",
    "MAX_NESTING",
    "check_kept",
    "check_written",
    "is_text",
    "read_json",
    "step",
]

MAX_BYTES = 64 * 2**20
MAX_NESTING = 64
MAX_CONTAINERS = 4_000_000  # lists and objects; even an empty one takes 60 bytes of memory
MAX_ITEMS = 20_000_000
_CHUNK = 2**20
_SAID = {  # how json's messages begin, and what they mean to who has not read its code
    "Expecting property name": noop("a name in double quotes is missing"),
    "Expecting value": noop("a value is missing"),
    "Expecting ':'": noop("a colon is missing"),
    "Expecting ','": noop("a comma or a closing bracket is missing"),
    "Illegal trailing comma": noop("there is a comma too many"),
    "Unterminated string": noop("a text begins here and its closing quote is missing"),
    "Invalid control character": noop("a text runs on over the end of its line"),
    "Invalid \\": noop("no such character can follow a backslash"),
    "Extra data": noop("the graph ends before this"),
}


class _Fault:
    """Stands in the tree where the file holds what JSON does not allow."""

    def __init__(self, said: str) -> None:
        self.said = said


def read_json(data: bytes) -> object:
    """Return what the JSON text `data` holds; raise FileError naming the place of a fault.

    Unlike `json.loads`, it refuses keys that appear twice, `NaN` and `Infinity` outside quotes,
    and anything over the limits, the latter before memory is taken for it.
    """
    _check_bytes(data)
    if not data.strip():
        raise FileError(sentence("the file is empty"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = noop(
            "from byte {n} on this is no text in UTF-8: damaged, or the file of another program"
        )
        raise FileError(sentence(said, n=error.start + 1)) from error
    _check_size(data)
    return _parse(text)


def check_written(data: bytes) -> None:
    """Raise LimitError where JSON that was written holds more than `read_json` would read."""
    _check_bytes(data)
    if len(data) > 2 * MAX_CONTAINERS:  # of fewer bytes there are not so many lists or entries
        _check_size(data)


def _check_bytes(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise LimitError(sentence("the file is larger than {n} MB", n=MAX_BYTES >> 20))


def _check_size(data: bytes) -> None:
    """Raise LimitError where `data` nests too deep or holds too much, without parsing it."""
    # Escapes are blanked pair by pair, from the left, so that every quote left is a real one.
    plain = np.frombuffer(data.replace(b"\\\\", b"__").replace(b'\\"', b"__"), np.uint8)
    steps = np.zeros(256, np.int8)
    steps[list(b"[{")], steps[list(b"]}")] = 1, -1
    depth = containers = items = 0
    quoted = False
    for start in range(0, len(plain), _CHUNK):
        chunk = plain[start : start + _CHUNK]
        inside = (np.cumsum(chunk == ord('"'), dtype=np.uint32) + quoted) % 2 == 1
        quoted = bool(inside[-1])
        outside = np.where(inside, np.uint8(ord('"')), chunk)
        change = steps[outside]
        depths = np.cumsum(change, dtype=np.int32)
        if depth + int(depths.max()) > MAX_NESTING:
            raise LimitError(sentence("nested more than {n} levels deep", n=MAX_NESTING))
        depth += int(depths[-1])
        containers += int(np.count_nonzero(change == 1))
        items += int(np.count_nonzero(outside == ord(",")))
        if containers > MAX_CONTAINERS or items > MAX_ITEMS:
            said = noop("holds more than {lists} lists and objects or {entries} entries")
            most = {"lists": count_text(MAX_CONTAINERS), "entries": count_text(MAX_ITEMS)}
            raise LimitError(sentence(said, **most))


def _parse(text: str) -> object:
    faults: list[_Fault] = []

    def fault(said: str) -> _Fault:
        faults.append(_Fault(said))
        return faults[-1]

    def no_number(word: str) -> _Fault:
        said = noop('{word} is not a number in JSON; write "{word}", in quotes')
        return fault(sentence(said, word=word))

    def once(pairs: list[tuple[str, object]]) -> object:
        content = dict(pairs)
        if len(content) == len(pairs):
            return content
        times = Counter(key for key, _ in pairs)
        twice = next(key for key, _ in pairs if times[key] > 1)
        return fault(sentence("the key {name} appears twice", name=repr(twice)))

    try:
        tree: object = json.loads(text, parse_constant=no_number, object_pairs_hook=once)
    except JSONDecodeError as error:
        if not text[: error.pos].strip():  # no JSON at all: no reader is helped by a place
            raise ForeignFileError(sentence("this is text, but no graph")) from error
        raise FileError(_where(error)) from error
    except ValueError as error:  # Python reads integers of 4,300 digits at most
        raise LimitError(sentence("a number has too many digits")) from error
    if faults:
        raise FileError(_place_of_fault(tree))
    return tree


def _where(error: JSONDecodeError) -> str:
    known = (sentence(said) for sign, said in _SAID.items() if error.msg.startswith(sign))
    what = next(known, error.msg)
    said = noop("damaged or cut off at line {line}, column {column}: {what}")
    return sentence(said, line=error.lineno, column=error.colno, what=what)


def _place_of_fault(tree: object) -> str:
    """Return the sentence of the first fault in `tree`, with its place before it."""
    found = next((place, part) for place, part in _walk(tree) if isinstance(part, _Fault))
    place, part = found
    return f"{place}: {part.said}" if place else part.said


def _walk(tree: object, place: str = "") -> Iterator[tuple[str, object]]:
    """Yield every part of `tree` with its place, in the order of the file."""
    pending = [(place, tree)]
    while pending:
        place, part = pending.pop()
        yield place, part
        if isinstance(part, dict):
            pending += [(step(place, key), value) for key, value in reversed(part.items())]
        elif isinstance(part, list):
            pending += [(f"{place}[{i}]", part[i]) for i in range(len(part) - 1, -1, -1)]


def step(place: str, key: str) -> str:
    """Return the place of what `key` holds inside `place`: `nodes[3].value`."""
    if not key.isidentifier():
        return f"{place}[{key!r}]"
    return f"{place}.{key}" if place else key


def is_text(text: str) -> bool:
    """Return whether `text` can be written as UTF-8, which lone surrogates cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _can_be_kept(tree: object) -> bool:
    """Tell whether `check_kept` has no objection, without knowing the place: three times faster."""
    pending = [tree]
    for part in pending:
        if isinstance(part, str):
            if not (part.isascii() or is_text(part)):
                return False
        elif isinstance(part, dict):
            pending += part
            pending += part.values()
        elif isinstance(part, list):
            pending += part
        elif isinstance(part, float) and isinf(part):
            return False
    return True


def check_kept(tree: object, place: str) -> None:
    """Raise FileError unless `tree`, which is only kept, can be written back as it is."""
    if _can_be_kept(tree):
        return
    objections = ((where, _objection(part)) for where, part in _walk(tree, place))
    found = [f"{where or sentence('the file')}: {why}" for where, why in objections if why]
    raise FileError(found[0])


def _objection(part: object) -> str:
    """Return why a part cannot be written back, nothing where it can, its own parts aside."""
    if isinstance(part, float) and isinf(part):
        return sentence("the number is too large")
    texts = part if isinstance(part, dict) else [part]
    if not all(is_text(text) for text in texts if isinstance(text, str)):
        return sentence("holds half of a surrogate pair, which is no character")
    return ""
