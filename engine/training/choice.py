"""How a graph is trained unless asked otherwise: the rule, its rate, how many steps, on what.

A graph keeps it in its file as the attribute "training"; like all of a file it is untrusted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeGuard

from engine.errors import GraphError
from engine.graph.kept import others
from engine.graph.structure import Structure
from engine.language import count_text, sentence
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
            said = sentence("expected an object such as {such}", such="{'optimizer': 'adam'}")
            raise GraphError(f"{place}: {said}")
        usual = Choice()
        name, rate = tree.get("optimizer", usual.optimizer), tree.get("rate", usual.rate)
        if not isinstance(name, str) or name not in OPTIMIZERS:
            raise GraphError(f"{place}.optimizer: {_one_of(OPTIMIZERS)}")
        if isinstance(rate, bool):
            raise GraphError(f"{place}.rate: {sentence('expected a positive number')}")
        try:
            rate = optimizer(name, rate).rate
        except (GraphError, TypeError, OverflowError):
            raise GraphError(f"{place}.rate: {sentence('expected a positive number')}") from None
        steps, seed = tree.get("steps", usual.steps), tree.get("seed")
        if not _is_count(steps, 1, _MOST_STEPS):
            raise GraphError(f"{place}.steps: {_number_from(1, _MOST_STEPS)}")
        feed = tree.get("feed", usual.feed.value)
        feeds = [way.value for way in Feed]
        if feed not in feeds:
            raise GraphError(f"{place}.feed: {_one_of(feeds)}")
        if seed is not None and not _is_count(seed, 0, _MOST_SEED):
            raise GraphError(f"{place}.seed: {_number_from(0, _MOST_SEED)}")
        return Choice(name, rate, steps, Feed(feed), seed)

    def asked(
        self,
        *,
        optimizer: str | None = None,
        rate: float | None = None,
        steps: int | None = None,
        feed: Feed | None = None,
        seed: int | None = None,
    ) -> "Choice":
        """Return this choice with what is asked for in its place.

        Another rule does not take over the rate, which is none for it, nor another feed the seed.
        """
        chosen = self
        if optimizer is not None and optimizer != self.optimizer:
            chosen = replace(chosen, optimizer=optimizer, rate=RATE)
        if feed is not None:
            chosen = replace(chosen, feed=feed, seed=None)
        return replace(
            chosen,
            rate=chosen.rate if rate is None else rate,
            steps=chosen.steps if steps is None else steps,
            seed=chosen.seed if seed is None else seed,
        )

    def tree(self, before: object = None) -> dict[str, object] | None:
        """Return the choice as JSON writes it, None for the usual one.

        What else stood in the tree `before` is kept.
        """
        more = others(before, ("optimizer", "rate", "steps", "feed", "seed"))
        if self == Choice() and not more:
            return None
        tree: dict[str, object] = {
            "optimizer": self.optimizer,
            "rate": self.rate,
            "steps": self.steps,
        }
        if self.feed is not Feed.BATCH:
            tree["feed"] = self.feed.value
        if self.seed is not None:
            tree["seed"] = self.seed
        return tree | more


def _one_of(known: Iterable[str]) -> str:
    return sentence("expected one of {known}", known=", ".join(known))


def _number_from(least: int, most: int) -> str:
    return sentence("expected a number from {least} to {most}", least=least, most=count_text(most))


def _is_count(thing: object, least: int, most: int) -> TypeGuard[int]:
    return isinstance(thing, int) and not isinstance(thing, bool) and least <= thing <= most
