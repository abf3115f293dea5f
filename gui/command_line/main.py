"""Reads the arguments, runs the command, turns every failure into one line and an exit code."""

import argparse
import contextlib
import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TextIO

from gui.command_line.parser import Parser
from gui.command_line.usage import UsageError
from gui.paths import is_there

__all__ = ["parsers", "run"]

_COMMANDS = ("evaluate", "check", "new", "export", "train")  # each a module, loaded when it is run
_IDLE = "16"  # the power of two of the processor's cycles after which a thread sleeps
_FAILED = 2
_INTERRUPTED = 130


class _ProgramParser(Parser):
    """The parser of the program itself; its help lists the commands."""

    def format_help(self) -> str:
        lines = [
            f"  {name:<10} {(_module(name).__doc__ or '').splitlines()[0]}" for name in _COMMANDS
        ]
        self.epilog = "\n".join(("commands (each with its own --help):", *lines))
        return super().format_help()


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 a check that failed, 2 wrong usage."""
    _write_any_sign()
    _have_stderr()
    try:
        code = _dispatch(list(arguments))
        if sys.stdout is not None:  # it may be closed
            sys.stdout.flush()
    except UsageError as error:
        return _say(str(error))
    except ImportError as error:
        if "PySide6" not in Path(error.path or "").parts:
            raise
        # A library of the system's, which no package of Python brings.
        instead = "'make run' in a checkout installs it, or names its package"
        return _say(f"Qt cannot be loaded: {error}; {instead}")
    except BrokenPipeError:
        # The reader has what it wanted.
        _drop(sys.stdout)
        return 0
    except OSError as error:
        _drop(sys.stdout)
        from engine.words.wording import reason_of  # the engine takes its time to load

        return _say(f"the output cannot be written: {reason_of(error)}")
    except KeyboardInterrupt:
        _say("interrupted")
        return _INTERRUPTED
    return code


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command, that of the program itself under ""."""
    return {"": _program_parser(), **{name: _command_parser(name) for name in _COMMANDS}}


def _dispatch(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in _COMMANDS:
        parser = _command_parser(first)
        # of several values some may follow an option
        parse = parser.parse_intermixed_args if first == "new" else parser.parse_args
        parsed = parse(arguments[1:])
        return _told(lambda: int(_module(first).run(parsed)))
    parsed = _program_parser().parse_args(arguments)
    if parsed.version:
        from gui.release.version import (
            long_version,  # reads what is installed, which only this needs
        )

        print(f"chainrule {long_version()}")
        return 0
    for name in parsed.files:
        if not Path(name).suffix and not is_there(Path(name)):
            from engine.words.suggestion import did_you_mean  # the engine takes its time to load

            meant = did_you_mean(name, (*_COMMANDS, "--version")) or "; see 'chainrule --help'"
            raise UsageError(f"{name} is no command and no file{meant}")
    return _open_editor(parsed.files, reset_settings=parsed.reset_settings)


def _told(run: Callable[[], int]) -> int:
    """Return what `run` returns; what the engine refuses is a wrong usage."""
    with _loading():
        import engine  # --version is answered without it

    try:
        return run()
    except engine.GraphError as error:
        raise UsageError(str(error)) from error


def _module(name: str) -> ModuleType:
    with _loading():
        return import_module(f"gui.command_line.{name}")


@contextlib.contextmanager
def _loading() -> Iterator[None]:
    """Look for no garbage while modules are loaded: there is none, and it takes its time.

    NumPy's threads for matrix products are told, before it is loaded, to sleep when there is none:
    at the start and after each product all of them would run idle, for 25 ms.
    """
    os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", _IDLE)
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:  # else whoever calls this collects by himself
            gc.freeze()  # what is loaded stays, and need not be looked through again
            gc.enable()


def _command_parser(name: str) -> Parser:
    module = _module(name)
    parser = Parser(prog=f"chainrule {name}", description=module.__doc__)
    module.add_arguments(parser)
    return parser


def _program_parser() -> Parser:
    parser = _ProgramParser(
        prog="chainrule",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a graph to open in the editor")
    parser.add_argument(
        "--version", action="store_true", help="print the version, its commit and Qt's"
    )
    parser.add_argument(
        "--reset-settings",
        action="store_true",
        help="open the editor as after its installation (a copy of the settings is kept)",
    )
    return parser


_DESCRIPTION = "A desktop editor for computation graphs and backpropagation."


def _open_editor(files: list[str], *, reset_settings: bool) -> int:
    from gui.command_line.display import check_display  # only a window needs one

    check_display()
    with _loading():
        import engine  # noqa: F401 # before Qt, which looks into the text of all that comes after it
        from gui.window import start  # Qt's widgets are loaded only when a window is opened

    return _told(lambda: start(files, reset_settings=reset_settings))


def _write_any_sign() -> None:
    """Let tables hold arrows and names of any alphabet where the output's encoding has none."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _have_stderr() -> None:
    """Let what is said where stderr is closed go nowhere: `print` would say it on stdout."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 # till it ends


def _drop(stream: TextIO) -> None:
    """Let nothing more be written to an output, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _say(sentence: str) -> int:
    line = " ".join(sentence.split())
    try:
        print(f"chainrule: {line}", file=sys.stderr, flush=True)
    except OSError:  # whoever reads it has left: the exit code tells
        _drop(sys.stderr)
    return _FAILED
