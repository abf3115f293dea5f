"""A small plot of curves: what the panels draw, in the picture's own letters and colours."""

from gui.panels.plot.curve import Curve
from gui.panels.plot.growing import Growing
from gui.panels.plot.plot import Plot

__all__ = ["Curve", "Growing", "Plot"]
