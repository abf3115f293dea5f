"""The graphs that come with the program."""

import engine
from resources import resource

__all__ = ["example"]


def example(stem: str) -> engine.Graph:
    """Return an example anew, such as `linear-unit`."""
    return engine.load(resource(f"examples/{stem}.chainrule"))
