"""The program's entrance: `chainrule`, the window or the command line."""

import sys
from collections.abc import Sequence

from gui.command_line.main import run

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `chainrule` with `arguments` (by default the process's) and return its exit code."""
    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
