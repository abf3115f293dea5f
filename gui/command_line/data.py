"""The table that a graph is trained with."""

import engine
from engine.training import Table, read_table
from engine.training.table_text import table_from_file
from engine.words.wording import reason_of
from gui.command_line.out import STANDARD
from gui.command_line.reading import standard_input
from gui.command_line.usage import UsageError

__all__ = ["read_data"]


def read_data(data: str | None, path: str, graph: engine.Graph) -> Table | None:
    """Return the table in the CSV file `data`, else the graph's own; every failure names its file.

    `path` is the graph's file; one of both may be `-`, standard input.
    """
    try:
        if data == STANDARD:
            return table_from_file(standard_input())
        return Table.of(graph) if data is None else read_table(data)
    except engine.GraphError as error:
        raise UsageError(f"{data or path}: {error}") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{data or path}: {reason_of(error)}") from error
