"""What happens when the editor itself fails: it says so, and offers to save."""

import contextlib
import sys
from types import TracebackType

from gui.actions.file import save_as
from gui.dialogs import failure
from gui.safety.report import place_of, written_out
from gui.window.windows import Windows

__all__ = ["Rescue"]


class Rescue:
    """Saves what the open windows hold; its `catch` is for `sys.excepthook`."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._busy = False
        self._told: set[str] = set()

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report an error that nothing else caught, and offer to save each unsaved graph."""
        report = written_out(kind, error, trace)
        sys.stderr.write(report)
        # An error while this is told must not be told again; Ctrl+C is none.
        if self._busy or not issubclass(kind, Exception):
            return
        # An error in painting comes again with every frame.
        place = place_of(kind, trace)
        if place in self._told:
            return
        self._told.add(place)
        self._busy = True
        try:
            self._tell(report)
        finally:
            self._busy = False

    def _tell(self, report: str) -> None:
        """Put the work into the journals before anything is asked, then offer to save it."""
        windows = self._windows.all()
        unsaved = [window for window in windows if window.document.modified]
        for window in unsaved:
            with contextlib.suppress(Exception):
                window.journal.flush()
        for window in unsaved:
            if failure.tell_error(window, report, unsaved=True):
                save_as(window)
        if not unsaved and windows:
            failure.tell_error(windows[-1], report, unsaved=False)
