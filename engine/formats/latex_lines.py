r"""Long rows of formulas in lines, which LaTeX does not break itself.

Widths are measured in em from what Computer Modern has, near enough to tell what fits a page; the
formulas are those that are written here, no one else's LaTeX.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["aligned", "width"]

_PAGE = 34.5  # em; LaTeX's article at 10 points
_INDENT = 2.0  # em; \qquad, before a line that goes on
_SCRIPT = 0.72  # of the size, one level down
_LEAST = 0.4  # of a line has to be filled before it is broken amid parentheses rather than later

_TOKENS = re.compile(r"\\begin\{bmatrix\}.*?\\end\{bmatrix\}|\\[A-Za-z]+|\\.|.", re.DOTALL)
_PARTS = re.compile(r"(?<!\\)&")  # of a row
_RELATION, _OPERATOR = 0.56, 0.44  # em around a sign
_RELATIONS = {"=": 0.78, "\\in": 0.67}
_OPERATORS = {"+": 0.78, "-": 0.78, "\\cdot": 0.28, "\\odot": 0.78, "\\times": 0.78}
_PRODUCTS = {"\\cdot", "\\odot", "\\times"}
_NARROW = {"(": 0.39, ")": 0.39, "|": 0.28, ".": 0.28, ",": 0.45, "[": 0.28, "]": 0.28}
_NOTHING = {" ", "\\mathopen", "\\textstyle"}
_NAMED = {"\\operatorname": 0.17, "\\mathrm": 0.0, "\\mathbf": 0.0, "\\mathcal": 0.0, "\\text": 0.0}
_COMMANDS = {"\\sum": 1.61, "\\ ": 0.33, "\\,": 0.17, "\\infty": 1.0, "\\partial": 0.58}
_FUNCTIONS = {"\\tanh", "\\log", "\\exp", "\\sin", "\\cos", "\\max", "\\min"}
_GROWN = 0.6  # em of a parenthesis as high as a fraction
_SHUT, _OPENED = " \\right.", "\\left."  # by nothing that is seen
_NUMBERED = 3.15  # em of a letter that the font lacks: its number in Unicode
_OTHER = 0.6  # em of any other sign, a Greek letter say


def aligned(rows: list[str]) -> str:
    r"""Return rows with `&` before their relation, one below the other; long ones take more lines.

    A block of many may be broken between two pages.
    """
    if not rows:
        return ""
    room = _PAGE - max(width(_PARTS.split(row, maxsplit=1)[0]) for row in rows)
    lines = [line for row in rows for line in _lines(row, room)]
    body = " \\\\\n".join(f"  {line}" for line in lines)
    return f"{{\\allowdisplaybreaks\n\\begin{{align*}}\n{body}\n\\end{{align*}}}}\n"


def width(formula: str) -> float:
    """Return about how wide a formula is, in em."""
    return sum(piece.width for piece in _pieces(formula))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a formula that stays on one line, and how many parentheses are open behind it.

    So many of them are `grown`: each line has to shut those itself. A line may end before the part
    where it `holds` less than all: the less, the better it ends there.
    """

    text: str
    width: float
    depth: int
    grown: int
    holds: tuple[int, bool] | None


def _lines(row: str, room: float) -> Iterator[str]:
    """Yield a row's lines, none wider than the room where it can be broken."""
    left, right = _PARTS.split(row, maxsplit=1)
    begin, pieces = f"{left}&", list(_pieces(right))
    if pieces and (pieces[-1].depth or min(piece.depth for piece in pieces) < 0):
        yield row  # a label with a parenthesis alone: what belongs together cannot be told
        return
    indent = 0.0
    while (place := _break(pieces, room - indent)) is not None:
        grown = pieces[place - 1].grown
        yield begin + _joined(pieces[:place]).rstrip() + _SHUT * grown
        begin, pieces, indent = f"&\\qquad {{}} {_again(grown)}", pieces[place:], _INDENT
    yield begin + _joined(pieces)


def _joined(pieces: list[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _again(grown: int) -> str:
    """Return what opens so many parentheses again, and lets the sign behind them keep its room."""
    return _OPENED * grown + " {} " if grown else ""


def _break(pieces: list[_Piece], room: float) -> int | None:
    """Return the piece before which a line ends, None where all fits or nothing can be done."""
    reached = 0.0
    fit: list[tuple[tuple[int, bool], float, int]] = []  # how well a line ends there, best first
    for place, piece in enumerate(pieces):
        if place and piece.holds is not None and (reached <= room or not fit):
            fit.append((piece.holds, -reached, place))
        reached += piece.width
    if reached <= room or not fit:
        return None
    filled = [one for one in fit if -one[1] > _LEAST * room]
    return min(filled or fit)[2]


def _pieces(formula: str) -> Iterator[_Piece]:
    """Yield the parts of a formula; what stands in braces is one."""
    reader = _Reader(formula)
    depth, grown, before = 0, 0, ""
    while reader.more:
        begin = reader.place
        sign, wide = reader.piece()
        divides = before not in {"", "(", "\\left", ",", *_OPERATORS, *_RELATIONS}
        divides &= sign in _OPERATORS or (sign in _RELATIONS and depth == 0)
        holds = (depth, sign in _PRODUCTS) if divides else None
        grown += (sign == "\\left") - (sign == "\\right")
        depth += (sign in {"(", "\\left"}) - (sign in {")", "\\right"})
        yield _Piece(reader.between(begin), wide, depth, grown, holds)
        if sign != " ":
            before = sign


class _Reader:
    """Reads a formula piece by piece."""

    def __init__(self, formula: str) -> None:
        self._tokens = _TOKENS.findall(formula)
        self.place = 0

    @property
    def more(self) -> bool:
        return self.place < len(self._tokens)

    def between(self, begin: int) -> str:
        """Return what was read since a place."""
        return "".join(self._tokens[begin : self.place])

    def piece(self) -> tuple[str, float]:
        """Read a piece; return the sign that it begins with, and how wide it is."""
        sign = self._tokens[self.place]
        self.place += 1
        return sign, self._wide(sign)

    def _wide(self, sign: str) -> float:
        if sign.startswith("\\begin"):
            return _matrix(sign)
        if sign in {"\\frac", "\\tfrac"}:
            size = _SCRIPT if sign == "\\tfrac" else 1.0
            return 0.24 + size * max(self._argument(), self._argument())
        if sign in {"_", "^"}:
            return _SCRIPT * self._argument()
        if sign == "\\chainruleletter":
            for _ in range(3):
                self._argument()
            return _NUMBERED
        if sign in _NAMED:
            return _NAMED[sign] + self._argument()
        if sign == "\\sqrt":
            return 0.83 + self._argument()
        if sign == "{":
            self.place -= 1
            return self._argument()
        if sign in {"\\left", "\\right"}:  # with the sign behind it
            self.place += 1
            return _GROWN
        return _wide(sign)

    def _argument(self) -> float:
        """Read what a command is given; return how wide it is."""
        sign, wide = self._tokens[self.place], 0.0
        self.place += 1
        if sign != "{":
            return self._wide(sign)
        while self.more and self._tokens[self.place] != "}":
            wide += self.piece()[1]
        self.place += 1
        return wide


def _wide(sign: str) -> float:
    if sign in _NOTHING:
        return 0.0
    if sign in _RELATIONS:
        return _RELATIONS[sign] + _RELATION
    if sign in _OPERATORS:
        return _OPERATORS[sign] + _OPERATOR
    if sign in _FUNCTIONS:
        return 0.5 * (len(sign) - 1) + 0.17
    if sign.isalpha() or sign.isdigit():
        return 0.5 if sign.isdigit() else 0.55 if sign.islower() else 0.72
    return _NARROW.get(sign, _COMMANDS.get(sign, _OTHER))


def _matrix(text: str) -> float:
    """Return how wide a matrix is: each column as wide as its widest entry."""
    body = text.removeprefix("\\begin{bmatrix}").removesuffix("\\end{bmatrix}")
    rows = [[width(entry) for entry in row.split("&")] for row in body.split("\\\\")]
    columns: list[float] = [max(column) for column in zip(*rows, strict=True)]
    return sum(columns) + len(columns)
