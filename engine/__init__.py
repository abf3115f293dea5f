"""Computation graphs: build them, evaluate them, differentiate them, keep them in files."""

from engine.errors import (
    CycleError,
    DuplicateNameError,
    EdgeError,
    ExpressionError,
    FileError,
    ForeignFileError,
    GraphError,
    IncompleteError,
    InvalidAttributeError,
    InvalidGroupError,
    InvalidNameError,
    InvalidValueError,
    LimitError,
    OccupiedPortError,
    OutputError,
    SelfEdgeError,
    ShapeError,
    UnknownEdgeError,
    UnknownNodeError,
    UnknownOpError,
    UnknownPortError,
    VersionError,
    WriteError,
)
from engine.formats.chainrule_file import load, save
from engine.graph import Edge, Graph, RemovedNode
from engine.graph.groups import Group
from engine.graph.own_ops import OwnOp
from engine.program import Counts, PartialProgram, Program, compile  # noqa: A004  its API name
from engine.program.bump import Bump
from engine.program.forward_mode import ForwardDerivatives
from engine.value import Value

__all__ = [
    "Bump",
    "Counts",
    "CycleError",
    "DuplicateNameError",
    "Edge",
    "EdgeError",
    "ExpressionError",
    "FileError",
    "ForeignFileError",
    "ForwardDerivatives",
    "Graph",
    "GraphError",
    "Group",
    "IncompleteError",
    "InvalidAttributeError",
    "InvalidGroupError",
    "InvalidNameError",
    "InvalidValueError",
    "LimitError",
    "OccupiedPortError",
    "OutputError",
    "OwnOp",
    "PartialProgram",
    "Program",
    "RemovedNode",
    "SelfEdgeError",
    "ShapeError",
    "UnknownEdgeError",
    "UnknownNodeError",
    "UnknownOpError",
    "UnknownPortError",
    "Value",
    "VersionError",
    "WriteError",
    "compile",
    "load",
    "save",
]
