"""Pictures of a graph as files; one module per format, all drawn from the one picture."""

from gui.exports.export import FORMATS, Format, export
from gui.exports.options import ExportError, Options

__all__ = ["FORMATS", "ExportError", "Format", "Options", "export"]
