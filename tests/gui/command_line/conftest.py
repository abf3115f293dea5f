"""The command line as a script calls it."""

import pytest

from gui.app import main


@pytest.fixture
def chainrule(capsys):
    """Run a command; return its exit code, what it printed, and its line on stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
