"""What happens when the editor itself fails: it says so, and offers to save."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from gui.actions.file import save_as
from gui.dialogs import message
from gui.window.main_window import MainWindow

__all__ = ["Rescue"]


class Rescue:
    """Keeps the open windows; its `catch` is for `sys.excepthook`."""

    def __init__(self) -> None:
        self._windows: list[MainWindow] = []
        self._busy = False

    def watch(self, window: MainWindow) -> None:
        """Keep `window` until it is closed."""
        self._windows.append(window)
        window.destroyed.connect(lambda: self._windows.remove(window))

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report an error that nothing else caught, and offer to save each unsaved graph."""
        traceback.print_exception(kind, error, trace, file=sys.stderr)
        # An error while this is told must not be told again; Ctrl+C is none.
        if self._busy or not issubclass(kind, Exception):
            return
        self._busy = True
        try:
            for window in self._windows:
                self._offer(window, f"{kind.__name__}: {error}")
        finally:
            self._busy = False

    def _offer(self, window: MainWindow, reason: str) -> None:
        translate = QCoreApplication.translate
        sentence = translate("rescue", "Something went wrong in Chainrule itself.")
        if not window.document.modified:
            message.tell_failure(window, sentence, reason)
        elif message.ask_rescue(window, sentence, reason):
            save_as(window)
