"""The one error of the command line, and what it says of a file that the system refuses."""

__all__ = ["UsageError", "refusal"]


class UsageError(Exception):
    """Arguments or a file that cannot be used; the text is one line."""


def refusal(error: Exception) -> str:
    """Return what the system, or else the error itself, says: to stand behind a colon."""
    said = getattr(error, "strerror", None) or str(error)
    return f"{said[:1].lower()}{said[1:]}"
