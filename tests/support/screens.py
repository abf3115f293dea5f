"""An X server of a test's own, for what a process does on a real screen."""

import os
import subprocess
from collections.abc import Iterator

import pytest


@pytest.fixture
def display() -> Iterator[str]:
    """The name of the X server, as `DISPLAY` has it."""
    told, telling = os.pipe()
    command = ["Xvfb", "-displayfd", str(telling), "-screen", "0", "1400x900x24", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[telling], stderr=subprocess.DEVNULL)
    os.close(telling)
    with os.fdopen(told) as lines:
        yield f":{lines.readline().strip()}"
    server.terminate()
    server.wait()
