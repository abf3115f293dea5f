"""A card's border: what is trained has a heavy one, so that its colour is not all that tells it."""

from gui.picture.measure import LINE
from gui.theme import Kind, Theme

__all__ = ["BORDER", "HEAVY_BORDER", "border_of"]

BORDER, HEAVY_BORDER = LINE * 0.8, LINE * 1.4


def border_of(kind: Kind, theme: Theme) -> tuple[str, float]:
    """Return the colour and the width of the border of cards of a kind."""
    return (theme.edge, HEAVY_BORDER) if kind is Kind.PARAMETER else (theme.border, BORDER)
