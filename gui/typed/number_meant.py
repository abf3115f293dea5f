"""The number that a text means which is none: 6 for `2*3`, 2.5 for `2,5`, [1, 2] for `1 2`."""

import math
import re

import engine
from engine.assignments import free_names, graph_from_text
from engine.expression import typed_number, without_scripts
from engine.words.wording import comma_readings
from gui.language import tr
from gui.typed.value_text import text_of

__all__ = [
    "CIRCLE",
    "computed",
    "divides_by_zero",
    "is_hexadecimal",
    "is_numbers",
    "meant",
    "pointed",
]

_MOST_LISTED = 8  # numbers, in a sentence
_LONGEST = 1000  # characters of what somebody may have meant
CIRCLE = {"π": math.pi, "pi": math.pi}
"""How the number is called, which is no leaf with any value."""
_COMMA = re.compile(r"\d,\d")
_SIGN_APART = re.compile(r"\d\s+[-+−]")  # 2 -1 is a difference
_APART = re.compile(r"[.;\s]")
_MIXED = re.compile(r"(\d+)\s*([^\W\d])")  # 1½
_ABOUT = re.compile(r"^\w*\s*=|^[\"'‘“]|[\"'’”]$")
_NUMBERS = re.compile(r"[,;\s]+")
_BASED = re.compile(r"0(x[0-9a-f]{1,12}|o[0-7]{1,12}|b[01]{1,40})", re.IGNORECASE)


def meant(text: str) -> str:
    """Return the number to write instead of a text that is none, or nothing."""
    if len(text) > _LONGEST:
        return ""
    hint = pointed(text) or _hexadecimal(text) or _listed(text) or _computed(text)
    return hint or _within(text)


def pointed(text: str) -> str:
    """Return how a number with commas may be meant, else nothing."""
    readings = comma_readings(text)
    if len(readings) < 2:
        percent = text.removesuffix("%")
        return "".join(readings) or (_computed(f"{percent}/100") if percent != text else "")
    return tr("{number} or {other}").format(number=readings[0], other=readings[1])


def divides_by_zero(text: str) -> bool:
    """Tell whether a text is a fraction of numbers with nothing below its line, `1/0`."""
    above, _, below = text.rpartition("/")
    try:
        return typed_number(below) == 0.0 and not math.isnan(typed_number(above))
    except (ValueError, OverflowError):
        return False


def is_hexadecimal(text: str) -> bool:
    """Tell whether a text is a number as programs write it, `0x10`: no expression means that."""
    return bool(_BASED.fullmatch(text.strip()))


def is_numbers(text: str) -> bool:
    """Tell whether a text is a number, or several, as others write them: `1,5`, `1 2 3`, `(1, 2)`.

    No expression means that.
    """
    if len(text) > _LONGEST:
        return False
    return bool(comma_readings(text)) or (bool(_listed(text)) and not _SIGN_APART.search(text))


def computed(text: str) -> float | None:
    """Return 6.0 for `2*3`, the number that a text comes to; None where it has names but π."""
    try:
        text = without_scripts(text)
        known = {name: CIRCLE[name] for name in free_names(text) if name in CIRCLE}
        program = engine.compile(graph_from_text(f"v = {text}", dict(known)))
        program.forward()
        value = program.value("v")
    except engine.GraphError:
        return None
    return value if isinstance(value, float) and math.isfinite(value) else None


def _within(text: str) -> str:
    """Return the number of `w = 2`, of a quoted one, and 1.5 of `1½`; else nothing."""
    mixed = _MIXED.fullmatch(text)
    try:
        if mixed:
            return text_of(float(mixed[1]) + typed_number(mixed[2]))
        return text_of(typed_number(_ABOUT.sub("", text)))
    except (ValueError, OverflowError):
        return ""


def _hexadecimal(text: str) -> str:
    return str(int(text, 0)) if is_hexadecimal(text) else ""


def _listed(text: str) -> str:
    """Return `[1, 2]` for several numbers side by side, else nothing."""
    entries = [entry for entry in _NUMBERS.split(text.strip(" (){}")) if entry]
    if _COMMA.search(text) and _APART.search(text.strip(" (){}")):
        return ""  # numbers as some write them, 1.000,5 and 1,5; 2,5
    rows = [_listed(row) for row in text.strip(" (){}").split(";")] if ";" in text else []
    if rows and all(row.startswith("[") for row in rows):
        return f"[{'; '.join(row[1:-1] for row in rows)}]"
    if not 1 < len(entries) <= _MOST_LISTED:
        return ""
    try:
        return f"[{', '.join(text_of(typed_number(entry)) for entry in entries)}]"
    except (ValueError, OverflowError):
        return ""


def _computed(text: str) -> str:
    value = computed(text)
    return "" if value is None else text_of(value)
