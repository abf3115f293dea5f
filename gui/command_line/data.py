"""The table that a graph is trained with."""

import engine
from engine.training import Table, read_table
from engine.words.wording import reason_of
from gui.command_line.usage import UsageError

__all__ = ["read_data"]


def read_data(data: str | None, path: str, graph: engine.Graph) -> Table | None:
    """Return the table in the CSV file `data`, else the graph's own; every failure names its file.

    `path` is the graph's file.
    """
    try:
        return Table.of(graph) if data is None else read_table(data)
    except engine.GraphError as error:
        raise UsageError(f"{data or path}: {error}") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{data or path}: {reason_of(error)}") from error
