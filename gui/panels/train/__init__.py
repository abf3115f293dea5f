"""The panel that trains: how, how it goes, and on what data."""

from gui.panels.train.train_panel import TrainPanel

__all__ = ["TrainPanel"]
