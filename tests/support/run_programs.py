"""Runs many programs in one process: a JSON list of texts comes in, what each printed goes out."""

import contextlib
import io
import json
import sys


def printed(program: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        # the texts are our own programs, under test
        exec(compile(program, "program", "exec"), {"__name__": "__main__"})  # noqa: S102
    return out.getvalue()


if __name__ == "__main__":
    print(json.dumps([printed(program) for program in json.load(sys.stdin)]))
