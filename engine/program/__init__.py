"""Programs: graphs compiled once per topology, evaluated forward, differentiated backward."""

from engine.program.compiling import compile  # noqa: A004  its API name
from engine.program.counts import Counts
from engine.program.partial import PartialProgram
from engine.program.program import Program
from engine.program.vector import Vector

__all__ = ["Counts", "PartialProgram", "Program", "Vector", "compile"]
