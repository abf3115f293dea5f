"""Numbers and arrays as Python writes them."""

import math

import numpy as np

from engine.value import Value

__all__ = ["array_code", "array_text", "number_text", "text_literal"]

_WIDTH = 92


def number_text(value: float, library: str, *, whole: bool = False) -> str:
    """Return a number; with `whole` 2.0 is written as 2, and `library` has inf and nan."""
    if math.isnan(value):
        return f"{library}.nan"
    if math.isinf(value):
        return f"{'-' * (value < 0)}{library}.inf"
    text = repr(value)
    return text.removesuffix(".0") if whole and text != "-0.0" else text


def array_code(value: Value, library: str, make: str) -> str:
    """Return the code of an array: its entries handed to the library's function `make`."""
    text = array_text(value, library)
    return text if text.startswith(f"{library}.zeros") else f"{library}.{make}({text})"


def array_text(value: Value, library: str) -> str:
    """Return a number, or an array as nested lists on one line, or on one line per row."""
    if not isinstance(value, np.ndarray):
        return number_text(float(value), library)
    if value.size == 0 and value.ndim > 1:
        return f"{library}.zeros({value.shape})"
    line = _nested(value, library)
    if len(line) <= _WIDTH or not value.ndim:
        return line
    return "[\n" + "".join(f"{text},\n" for text in _rows(value, library, 1)) + "]"


def _rows(value: Value, library: str, depth: int) -> list[str]:
    """Return the entries of an array, each indented on lines of its own."""
    indent = "    " * depth
    if isinstance(value, np.ndarray) and value.ndim > 1:
        found = []
        for part in value:
            line = indent + _nested(part, library)
            if len(line) > _WIDTH:
                inner = ",\n".join(_rows(part, library, depth + 1))
                line = f"{indent}[\n{inner},\n{indent}]"
            found.append(line)
        return found
    lines = [indent]
    for number in value:  # type: ignore[union-attr]  # a vector: its numbers fill lines
        text = number_text(float(number), library)
        if len(lines[-1]) + len(text) + 3 > _WIDTH:
            lines.append(indent)
        lines[-1] += f"{'' if lines[-1] == indent else ', '}{text}"
    return lines


def _nested(value: Value, library: str) -> str:
    if isinstance(value, np.ndarray) and value.ndim:
        return f"[{', '.join(_nested(part, library) for part in value)}]"
    return number_text(float(value), library)


def text_literal(text: str) -> str:
    """Return a printable text, such as a node's name, in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
