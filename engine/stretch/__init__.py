"""The scalar part of a program, in stretches: wide levels as batches, the rest as a plain loop.

A node is scalar when it and all it depends on are single numbers. NumPy costs about a microsecond a
call, so it pays where many nodes of one level compute the same op; a chain or a small graph is
faster as a loop over Python floats. Both run the same op definitions.
"""

from engine.stretch.batches import Batches
from engine.stretch.division import WIDE, scalar_part
from engine.stretch.loop import Loop, zeros

__all__ = ["WIDE", "Batches", "Loop", "scalar_part", "zeros"]
