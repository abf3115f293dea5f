"""The one error of the command line."""

__all__ = ["UsageError"]


class UsageError(Exception):
    """Arguments or a file that cannot be used; the text is one line."""
