"""Pictures of a graph as files; one module per format, all drawn from the one picture."""

from gui.exports.export import FORMATS, Format, export, export_bytes, files_of
from gui.exports.options import ExportError, Options, Size
from gui.exports.subject import Subject

__all__ = [
    "FORMATS",
    "ExportError",
    "Format",
    "Options",
    "Size",
    "Subject",
    "export",
    "export_bytes",
    "files_of",
]
