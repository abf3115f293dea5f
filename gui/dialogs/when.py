"""A moment as the user's language writes it."""

from PySide6.QtCore import QDateTime, QLocale

from gui.language import language

__all__ = ["when"]

_NO_CALENDAR = 1e12  # seconds; a damaged file may name any number
_UNKNOWN = "—"


def when(seconds: float) -> str:
    """Return date and time of a moment in seconds since 1970; `—` for one no calendar has."""
    if abs(seconds) > _NO_CALENDAR:
        return _UNKNOWN
    at = QDateTime.fromSecsSinceEpoch(int(seconds))
    return _writing().toString(at, QLocale.FormatType.ShortFormat)


def _writing() -> QLocale:
    """Return how dates are written: as on this computer, where it speaks the same language."""
    here, spoken = QLocale(), language()
    return here if here.name().startswith(spoken) else QLocale(f"{spoken}_001")
