"""Training: the output minimised over the parameters, with the update rules of PyTorch."""

from engine.training.choice import Choice
from engine.training.feed import Feed, check_columns
from engine.training.optimizer import (
    OPTIMIZERS,
    RATE,
    Adam,
    GradientDescent,
    Momentum,
    Optimizer,
    optimizer,
)
from engine.training.table import Table
from engine.training.table_text import read_table, table_from_text, text_from_table
from engine.training.training import Divergence, Training

__all__ = [
    "OPTIMIZERS",
    "RATE",
    "Adam",
    "Choice",
    "Divergence",
    "Feed",
    "GradientDescent",
    "Momentum",
    "Optimizer",
    "Table",
    "Training",
    "check_columns",
    "optimizer",
    "read_table",
    "table_from_text",
    "text_from_table",
]
