"""Numbers as the picture writes them; the engine's texts write them alike."""

from engine.number_text import (
    DIGITS,
    MISSING,
    array_text,
    exact_text,
    number_text,
    shape_text,
    value_text,
)

__all__ = [
    "DIGITS",
    "MISSING",
    "array_text",
    "exact_text",
    "number_text",
    "shape_text",
    "value_text",
]
