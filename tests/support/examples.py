"""The graphs that come with the program."""

import engine
from resources import resource

__all__ = ["UNIT", "example"]

UNIT = resource("examples/linear-unit.chainrule")
"""The lecture's first graph, as a file."""


def example(stem: str) -> engine.Graph:
    """Return an example anew, such as `linear-unit`."""
    return engine.load(resource(f"examples/{stem}.chainrule"))
