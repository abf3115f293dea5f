"""How a graph is trained unless asked otherwise: the rule, its rate, how many steps, on what.

A graph keeps it in its file as the attribute "training"; like all of a file it is untrusted.
"""

from dataclasses import dataclass
from typing import TypeGuard

from engine.errors import GraphError
from engine.structure import Structure
from engine.training.feed import Feed
from engine.training.optimizer import OPTIMIZERS, RATE, optimizer

__all__ = ["KEY", "STEPS", "Choice"]

KEY = "training"
"""The graph's attribute that holds the choice."""

STEPS = 100
"""How many steps are taken where nothing is said."""

_MOST_STEPS = 1_000_000
_MOST_SEED = 2**31 - 1


@dataclass(frozen=True)
class Choice:
    """A rule by name, its rate, how many steps, and what each is taken on."""

    optimizer: str = "gd"
    rate: float = RATE
    steps: int = STEPS
    feed: Feed = Feed.BATCH
    seed: int | None = None
    """What shuffles the rows where they are fed one by one; None leaves them in order."""

    @staticmethod
    def of(graph: Structure) -> "Choice":
        """Return what `graph` holds, the usual where it holds nothing; raises GraphError."""
        tree = graph.network.graph.get(KEY)
        return Choice() if tree is None else Choice.from_tree(tree)

    @staticmethod
    def from_tree(tree: object, place: str = "graph.training") -> "Choice":
        """Return the choice that JSON wrote; raises GraphError naming the place of a fault."""
        if not isinstance(tree, dict):
            raise GraphError(f"{place}: expected an object such as {{'optimizer': 'adam'}}")
        usual = Choice()
        name, rate = tree.get("optimizer", usual.optimizer), tree.get("rate", usual.rate)
        if not isinstance(name, str) or name not in OPTIMIZERS:
            raise GraphError(f"{place}.optimizer: expected one of {', '.join(OPTIMIZERS)}")
        if isinstance(rate, bool):
            raise GraphError(f"{place}.rate: expected a positive number")
        try:
            rate = optimizer(name, rate).rate
        except (GraphError, TypeError, OverflowError):
            raise GraphError(f"{place}.rate: expected a positive number") from None
        steps, seed = tree.get("steps", usual.steps), tree.get("seed")
        if not _is_count(steps, 1, _MOST_STEPS):
            raise GraphError(f"{place}.steps: expected a number from 1 to {_MOST_STEPS:,}")
        feed = tree.get("feed", usual.feed.value)
        feeds = [way.value for way in Feed]
        if feed not in feeds:
            raise GraphError(f"{place}.feed: expected one of {', '.join(feeds)}")
        if seed is not None and not _is_count(seed, 0, _MOST_SEED):
            raise GraphError(f"{place}.seed: expected a number from 0 to {_MOST_SEED:,}")
        return Choice(name, rate, steps, Feed(feed), seed)


def _is_count(thing: object, least: int, most: int) -> TypeGuard[int]:
    return isinstance(thing, int) and not isinstance(thing, bool) and least <= thing <= most
