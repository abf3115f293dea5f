"""Every way a caller can be wrong, as one tree of exceptions with sentences fit to show.

GraphError
├── InvalidNameError, DuplicateNameError, UnknownNodeError
├── UnknownOpError, InvalidAttributeError, InvalidValueError
├── EdgeError
│   ├── CycleError (its path), SelfEdgeError
│   └── OccupiedPortError, UnknownPortError, UnknownEdgeError
├── IncompleteError, OutputError, ShapeError
├── InvalidGroupError
├── ExpressionError (the text and the place in it)
├── FileError
│   ├── ForeignFileError, VersionError
│   └── LimitError
└── WriteError
"""

from engine.language import sentence


class GraphError(Exception):
    """A request the graph cannot meet; it was left as it was. `node` is the node at fault."""

    def __init__(
        self, message: str, *, node: str | None = None, nodes: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.node = node
        self.nodes = nodes or ((node,) if node is not None else ())


class InvalidNameError(GraphError):
    """A name that is empty, too long or not a text."""


class DuplicateNameError(GraphError):
    """A name that another node has."""


class UnknownNodeError(GraphError):
    """A name that no node has."""


class UnknownOpError(GraphError):
    """An op that does not exist."""


class InvalidAttributeError(GraphError):
    """An attribute that the op does not take, or not with this value."""


class InvalidValueError(GraphError):
    """A value that is neither a number nor a rectangular array of numbers."""


class EdgeError(GraphError):
    """An edge that cannot be."""


class CycleError(EdgeError):
    """An edge that would close a cycle; `path` names it, first and last the same."""

    def __init__(self, path: tuple[str, ...]) -> None:
        said = sentence(
            "{name} would depend on itself: {path}", name=path[-1], path=" → ".join(path)
        )
        super().__init__(said, nodes=path)
        self.path = path


class SelfEdgeError(EdgeError):
    """An edge from a node to itself."""


class OccupiedPortError(EdgeError):
    """An edge to a port that has one."""


class UnknownPortError(EdgeError):
    """An edge to a port that the node does not have."""


class UnknownEdgeError(EdgeError):
    """An edge that does not exist."""


class IncompleteError(GraphError):
    """A graph in which an input is missing."""


class OutputError(GraphError):
    """No node, several nodes, or one of the wrong shape to take derivatives of."""


class ShapeError(GraphError):
    """Values whose shapes do not fit an op."""


class InvalidGroupError(GraphError):
    """A group that cannot be, or cannot be folded."""


class ExpressionError(GraphError):
    """A text that is no expression; `position` counts its characters from 0."""

    def __init__(self, message: str, *, text: str = "", position: int = 0) -> None:
        super().__init__(message)
        self.text = text
        self.position = position


class FileError(GraphError):
    """A file that cannot be used."""


class ForeignFileError(FileError):
    """A file that holds something other than a graph."""


class VersionError(FileError):
    """A file of a newer version."""


class LimitError(FileError):
    """A file beyond a limit."""


class WriteError(GraphError):
    """A file that could not be written, and the bare `reason`; the old one is untouched."""

    def __init__(self, message: str, *, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason or message
