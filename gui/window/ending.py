"""The end that the system asks for, by a signal: nothing is asked then, and nothing is lost."""

import signal
import socket
import sys
from contextlib import ExitStack

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from gui.window.windows import Windows

__all__ = ["Ending"]

_SIGNALS = (
    () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
)  # Windows closes its windows instead


class Ending(QObject):
    """Puts all windows away and ends the program when the system asks for it: `asked` tells that.

    Python hears of a signal only between two of its own lines, in whatever is being done then, and
    not at all while Qt waits: so the signal is a byte in a socket, which Qt reads between events.
    """

    def __init__(self, windows: Windows, parent: QObject) -> None:
        super().__init__(parent)
        self.asked = False
        self._windows = windows
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)
        self._wakeup = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        # What is ignored stays so: a program under nohup outlives its terminal.
        self._before = {
            number: signal.signal(number, lambda *_: None)
            for number in _SIGNALS
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def close(self) -> None:
        """Listen no more."""
        for number, before in self._before.items():
            signal.signal(number, before)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        for end in (self._heard, self._told):
            end.close()

    def _end(self) -> None:
        if self._before.keys().isdisjoint(self._heard.recv(4096)):
            return  # a signal that somebody else listens to
        self.asked = True
        with ExitStack() as last:  # each window, also where another one fails
            last.callback(QApplication.exit, 0)
            for window in self._windows.all():
                last.callback(window.put_away)
