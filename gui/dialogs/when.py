"""A moment as the user's language writes it."""

from PySide6.QtCore import QDateTime, QLocale

__all__ = ["when"]

_NO_CALENDAR = 1e12  # seconds; a damaged file may name any number
_UNKNOWN = "—"


def when(seconds: float) -> str:
    """Return date and time of a moment in seconds since 1970; `—` for one no calendar has."""
    if abs(seconds) > _NO_CALENDAR:
        return _UNKNOWN
    at = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)
