"""The two themes: the colour of everything that is drawn, by its role."""

from dataclasses import dataclass
from enum import Enum

__all__ = ["DARK", "LIGHT", "THEMES", "Ink", "Kind", "Theme"]


class Kind(Enum):
    """What a card stands for; each kind has a face of its own."""

    OP = "op"
    PARAMETER = "parameter"
    INPUT = "input"
    CONSTANT = "constant"
    OUTPUT = "output"
    GROUP = "group"


LEAF_KINDS = {kind.value: kind for kind in (Kind.PARAMETER, Kind.INPUT, Kind.CONSTANT)}
"""What the card of a leaf stands for, by the leaf."""


class Ink(Enum):
    """What a piece of text says; each has a colour of its own."""

    __hash__ = object.__hash__  # asked for every text; Enum's own is Python, and slow

    TEXT = "text"
    VALUE = "value"
    DERIVATIVE = "derivative"
    WARNING = "warning"
    MUTED = "muted"


@dataclass(frozen=True)
class Theme:
    """Colours as `#rrggbb`; every ink reaches 4.5:1 on the background and on every face.

    `negatives` are what negative numbers of a heat map are drawn in; the colour-blind tell them
    from the ink of positive ones. `curves` are those of a plot, one after the other; they are apart
    from each other for all eyes.
    """

    name: str
    background: str
    grid: str
    edge: str
    border: str
    frame: str
    accent: str
    legal: str
    illegal: str
    faces: dict[Kind, str]
    inks: dict[Ink, str]
    negatives: dict[Ink, str]
    curves: tuple[str, ...]
    window: str
    panel: str
    line: str
    hover: str
    field: str


LIGHT = Theme(
    name="light",
    background="#ffffff",
    grid="#d3d9df",
    edge="#6b7480",
    border="#8a949e",
    frame="#f3f5fb",
    accent="#0a68d8",
    legal="#1a7f37",
    illegal="#c4232c",
    faces={
        Kind.OP: "#f6f8fa",
        Kind.PARAMETER: "#dbf1fe",
        Kind.INPUT: "#fff5d6",
        Kind.CONSTANT: "#eceef1",
        Kind.OUTPUT: "#d9f8e0",
        Kind.GROUP: "#ece9fa",
    },
    inks={
        Ink.TEXT: "#1c2024",
        Ink.VALUE: "#0a5dc2",
        Ink.DERIVATIVE: "#b04300",
        Ink.WARNING: "#8a5a00",
        Ink.MUTED: "#59636e",
    },
    negatives={Ink.VALUE: "#a8323e", Ink.DERIVATIVE: "#5b3a9e"},
    curves=(
        "#0a5dc2",
        "#b04300",
        "#00795c",
        "#8c3fa0",
        "#806000",
        "#c4235e",
        "#3a6ea5",
        "#5b6470",
    ),
    window="#f6f8fa",
    panel="#fbfcfd",
    line="#d5dbe1",
    hover="#eaeff5",
    field="#ffffff",
)

DARK = Theme(
    name="dark",
    background="#1f2229",
    grid="#3a3f49",
    edge="#8b929d",
    border="#5d6570",
    frame="#24272f",
    accent="#5aa9ff",
    legal="#4cc26b",
    illegal="#ff7b7b",
    faces={
        Kind.OP: "#2b2f37",
        Kind.PARAMETER: "#20364c",
        Kind.INPUT: "#3c3624",
        Kind.CONSTANT: "#34373d",
        Kind.OUTPUT: "#253f2d",
        Kind.GROUP: "#332f47",
    },
    inks={
        Ink.TEXT: "#eceff3",
        Ink.VALUE: "#6fb6ff",
        Ink.DERIVATIVE: "#ff9d5c",
        Ink.WARNING: "#f0b84a",
        Ink.MUTED: "#a3abb6",
    },
    negatives={Ink.VALUE: "#ff8a80", Ink.DERIVATIVE: "#b79cff"},
    curves=(
        "#6fb6ff",
        "#ff9d5c",
        "#4fd1a5",
        "#d59bea",
        "#e3c14c",
        "#ff8fb3",
        "#9cc4ec",
        "#b3bbc6",
    ),
    window="#191b21",
    panel="#1d2026",
    line="#343943",
    hover="#2a2e37",
    field="#24272f",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
