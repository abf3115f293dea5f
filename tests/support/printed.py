"""The shipped graphs as the command line takes them, and what it answers as data."""

import json

from resources import resource

UNIT = str(resource("examples/linear-unit.chainrule"))


def answer(chainrule, *arguments):
    code, out, err = chainrule(*arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)
