"""What a document is trained by, and the training made of it."""

from dataclasses import dataclass

import engine
from engine.training import Choice, Table, Training, optimizer

__all__ = ["FASTEST", "Setting", "made"]

FASTEST = 0
"""The speed that takes as many steps as there is time for between two frames."""


@dataclass(frozen=True)
class Setting(Choice):
    """What the graph is trained by, and the pace, which no file holds."""

    speed: int = 60
    """Steps a second, or FASTEST."""


def made(graph: engine.Graph, setting: Setting) -> Training:
    """Return the training of `graph`; raises GraphError where it cannot be trained."""
    table = Table.of(graph)
    if table is not None and not table.rows:
        table = None
    rule = optimizer(setting.optimizer, setting.rate)
    training = Training(graph, rule, table, setting.feed, seed=setting.seed)
    graph.values_of(training.moved)  # looked up here and now, not amid the first step
    return training
