"""The editor without a display that answers: one sentence, where Qt would end by a signal."""

import socket
import sys

import pytest

from gui.command_line.display import check_display
from gui.command_line.usage import UsageError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only X is asked")

ABSENT = 64_000  # no display has this number


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch):
    for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(key, raising=False)


@pytest.mark.parametrize("display", [f":{ABSENT}", f"unix:{ABSENT}.0", "127.0.0.1:59536", "a..b:1"])
def test_a_display_that_does_not_answer_is_named(monkeypatch, display):
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(UsageError, match=f"the display {display}, which DISPLAY names, does not"):
        check_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    check_display()


@pytest.mark.parametrize(
    ("platform", "told"),
    [
        ("", r"\(DISPLAY and WAYLAND_DISPLAY are not set\)"),
        ("xcb", r"\(DISPLAY is not set\)"),
        ("wayland-egl", r"\(WAYLAND_DISPLAY is not set\)"),
        ("wayland;xcb:some=option", r"\(DISPLAY and WAYLAND_DISPLAY are not set\)"),
    ],
)
def test_what_is_shown_on_a_display_that_is_not_there_says_so(monkeypatch, platform, told):
    # Qt would end by a signal: who names xcb has no more a display than who names nothing
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    with pytest.raises(UsageError, match=rf"there is no display {told}; "):
        check_display()


@pytest.mark.parametrize("platform", ["offscreen", "vnc:port=5901", "xcb;offscreen"])
def test_what_needs_no_display_asks_for_none(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    check_display()


def test_xcb_is_not_shown_by_wayland(monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    check_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with pytest.raises(UsageError, match="DISPLAY is not set"):
        check_display()


def test_a_display_here_or_elsewhere_that_answers_is_taken(monkeypatch):
    with socket.socket(socket.AF_UNIX) as here, socket.create_server(("127.0.0.1", 0)) as there:
        port = there.getsockname()[1]  # nobody else's: other runs of the tests take other numbers
        here.bind(f"\0/tmp/.X11-unix/X{port}")
        here.listen()
        for display in (f":{port}.0", f"127.0.0.1:{port - 6000}", "decnet::0"):
            monkeypatch.setenv("DISPLAY", display)
            check_display()
