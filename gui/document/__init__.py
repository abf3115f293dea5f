"""The document: a graph, its history and its file; the one place that changes the graph."""

from gui.document.change import Change
from gui.document.command import Command, Edit
from gui.document.document import Document

__all__ = ["Change", "Command", "Document", "Edit"]
