"""The straight pieces before the cards of a picture."""

from gui.picture.picture import Picture


def lead_of(picture: Picture) -> dict[str, float]:
    """Return the length of the straight piece before each card that its numbers need."""
    return dict(zip(picture.names, picture.leads.tolist(), strict=True))
