"""From the command to the window that is drawn, and to the first answer: wall clock and CPU.

The frozen program where `make bundle` made one, else the checkout. Linux, under a screen of Xvfb.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "xcb"  # it looks at a screen of its own

from PySide6.QtGui import QGuiApplication

from resources import resource

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "dist/chainrule/chainrule"
PROGRAM = [str(FROZEN)] if FROZEN.exists() else [sys.executable, "-m", "gui"]
UNIT = str(resource("examples/linear-unit.chainrule"))
TIMES = 7  # after one that warms up
_PATCH = (560, 420, 64, 64)  # of the screen, well within the window
_PATIENCE = 60.0  # s


def cpu(process: int) -> float:
    """Return the seconds of CPU that a running process has had, by its threads."""
    spent = 0
    for thread in Path(f"/proc/{process}/task").iterdir():
        spent += int((thread / "schedstat").read_text(encoding="ascii").split()[0])
    return spent / 1e9


def is_drawn(application: QGuiApplication) -> bool:
    """Tell whether a window covers the middle of the screen, which is black without one."""
    image = application.primaryScreen().grabWindow(0, *_PATCH).toImage()
    return image.pixelColor(1, 1).lightness() > 0


def until_drawn(application: QGuiApplication, *arguments: str) -> tuple[float, float]:
    """Return wall clock and CPU in ms until the window of a fresh process is drawn."""
    begun = time.perf_counter()
    process = subprocess.Popen([*PROGRAM, *arguments], cwd=ROOT)
    try:
        while not is_drawn(application):
            if process.poll() is not None or time.perf_counter() > begun + _PATIENCE:
                raise SystemExit("no window was shown")
            time.sleep(0.002)
        return (time.perf_counter() - begun) * 1e3, cpu(process.pid) * 1e3
    finally:
        process.kill()
        process.wait()
        while is_drawn(application):
            time.sleep(0.01)


def until_done(*arguments: str) -> tuple[float, float]:
    """Return wall clock and CPU in ms of a command."""
    begun = time.perf_counter()
    process = subprocess.Popen([*PROGRAM, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (time.perf_counter() - begun) * 1e3, (used.ru_utime + used.ru_stime) * 1e3


def row(what: str, runs: list[tuple[float, float]], target: int | None = None) -> None:
    walls, cpus = zip(*runs, strict=True)
    figures = statistics.median(walls), min(walls), statistics.median(cpus), min(cpus)
    print(f"{what:<34}" + "".join(f"{ms:>10.0f}" for ms in figures), target or "")


def main() -> None:
    with (
        subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as server,
        tempfile.TemporaryDirectory() as home,
    ):
        assert server.stdout is not None
        os.environ["DISPLAY"] = f":{server.stdout.readline().strip()}"
        os.environ["HOME"] = os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = home
        application = QGuiApplication([])
        print(" ".join(PROGRAM))
        print(f"{'ms':<34}{'wall':>10}{'least':>10}{'CPU':>10}{'least':>10} target (wall, warm)")
        for what, arguments in (("window", ()), ("window with a file", (UNIT,))):
            until_drawn(application, *arguments)
            runs = [until_drawn(application, *arguments) for _ in range(TIMES)]
            row(what, runs, 400)
        for what, arguments in (("--version", ("--version",)), ("evaluate", ("evaluate", UNIT))):
            until_done(*arguments)
            row(what, [until_done(*arguments) for _ in range(TIMES)])
        application.shutdown()
        server.terminate()


if __name__ == "__main__":
    main()
