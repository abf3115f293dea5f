"""Time that passes only as a test says: no stall of the machine comes between two keys."""

import pytest


class Clock:
    """Takes the place of a module's `time`; `now` is in seconds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
        self.now = 1000.0
        monkeypatch.setattr(f"{module}.time", self)

    def monotonic(self) -> float:
        return self.now
