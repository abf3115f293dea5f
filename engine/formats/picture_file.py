"""A graph inside a picture of it: put into a PNG or an SVG, and read from one with distrust.

In a PNG it is a compressed iTXt chunk named `chainrule`, in an SVG an element `graph` of our own
namespace in `metadata`; both hold the very bytes of the `.chainrule` file. Programs that write a
picture anew may leave it out, and then one sentence says so.
"""

import re
import struct
import zlib
from base64 import b64decode, b64encode
from typing import BinaryIO

from engine.errors import FileError, ForeignFileError, LimitError
from engine.formats.json_text import MAX_BYTES
from engine.language import count_text, noop, sentence

__all__ = ["embed_in_png", "graph_bytes", "is_picture", "svg_metadata"]

PNG = b"\x89PNG\r\n\x1a\n"
NAMESPACE = "urn:chainrule:graph:1"
# No XML is parsed, so none of its bombs can go off; the text is base64, which needs no escapes.
_ELEMENT = re.compile(rb"<(?:[\w.-]+:)?graph\b[^<>]*>([^<]*)</")
_KEYWORD = b"chainrule"
_MOST_CHUNKS = 200_000
_HEAD = 4096  # bytes in which an SVG says that it is one
_HEADER_END = len(PNG) + 25  # the first chunk, IHDR, has a fixed length
_OTHERS = {
    b"GIF8": "GIF",
    b"\xff\xd8\xff": "JPEG",
    b"%PDF": "PDF",
    b"PK\x03\x04": noop("PowerPoint or ZIP"),
    b"RIFF": "WebP",
}


def is_picture(head: bytes) -> bool:
    """Tell whether a file that begins with `head` is a PNG or an SVG."""
    return head.startswith(PNG) or _is_svg(head)


def graph_bytes(file: BinaryIO) -> bytes:
    """Return the bytes of the `.chainrule` file that `file` is, or that the picture `file` holds.

    Raises FileError where the picture holds none or a damaged one, LimitError where it is too
    large; at most MAX_BYTES + 1 bytes of a plain file are read.
    """
    head = file.read(_HEAD)
    if head.startswith(PNG):
        return _from_png(file)
    if _is_svg(head):
        return _from_svg(head + file.read(MAX_BYTES + 1 - len(head)))
    for mark, kind in _OTHERS.items():
        if head.startswith(mark):
            said = noop("a {kind} file holds no graph; of the pictures, PNG and SVG can")
            raise ForeignFileError(sentence(said, kind=sentence(kind)))
    return head + file.read(MAX_BYTES + 1 - len(head))


# --- PNG


def embed_in_png(png: bytes, graph: bytes) -> bytes:
    """Return the PNG with `graph`, UTF-8 text, in a chunk right behind its header."""
    # keyword, compressed, by deflate, no language, no translated keyword
    data = _KEYWORD + b"\0\1\0\0\0" + zlib.compress(graph, 9)
    body = b"iTXt" + data
    chunk = struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_HEADER_END] + chunk + png[_HEADER_END:]


def _from_png(file: BinaryIO) -> bytes:
    """Return the graph in the PNG, whatever chunks stand before it."""
    file.seek(len(PNG))
    for _ in range(_MOST_CHUNKS):
        header = file.read(8)
        if len(header) < 8:
            raise FileError(sentence("the PNG is cut off, and no graph stands before its end"))
        length, kind = struct.unpack(">I4s", header)
        if kind == b"IEND":
            said = sentence(
                "this PNG holds no graph; was it written anew by another program? "
                "Only a PNG as Chainrule exported it opens as a graph"
            )
            raise FileError(said)
        if kind != b"iTXt":
            file.seek(length + 4, 1)
            continue
        if length > MAX_BYTES:
            raise LimitError(sentence("a text in the PNG is larger than {n} MB", n=MAX_BYTES >> 20))
        data, check = file.read(length), file.read(4)
        if not data.startswith(_KEYWORD + b"\0"):
            continue
        if struct.pack(">I", zlib.crc32(kind + data)) != check:
            raise _damaged("PNG", sentence("its checksum is another one"))
        return _text_of(data[len(_KEYWORD) + 1 :])
    raise LimitError(sentence("the PNG has more than {n} parts", n=count_text(_MOST_CHUNKS)))


def _text_of(data: bytes) -> bytes:
    """Return the text of an iTXt chunk from behind its keyword: two flags, two texts, the text."""
    parts = data[2:].split(b"\0", 2)
    if len(parts) < 3:
        raise _damaged("PNG", sentence("its chunk is too short"))
    return _inflated(parts[2], "PNG") if data[0] else parts[2]


def _inflated(packed: bytes, where: str) -> bytes:
    """Return the unpacked bytes; no more than a file may have is ever unpacked."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(packed, MAX_BYTES + 1)
    except zlib.error as error:
        raise _damaged(where, sentence("it cannot be unpacked")) from error
    if len(found) > MAX_BYTES:
        said = noop("the graph in the {kind} is larger than {n} MB")
        raise LimitError(sentence(said, kind=where, n=MAX_BYTES >> 20))
    if not unpacker.eof:
        raise _damaged(where, sentence("its end is missing"))
    return found


def _damaged(kind: str, what: str) -> FileError:
    said = noop("the graph in the {kind} is damaged: {what}")
    return FileError(sentence(said, kind=kind, what=what))


# --- SVG


def svg_metadata(graph: bytes) -> str:
    """Return the element that holds `graph` in an SVG."""
    packed = b64encode(zlib.compress(graph, 9)).decode()
    return f'<metadata><graph xmlns="{NAMESPACE}">{packed}</graph></metadata>'


def _from_svg(data: bytes) -> bytes:
    """Return the graph in an SVG's bytes; raises FileError or LimitError as `graph_bytes` does."""
    if len(data) > MAX_BYTES:
        raise LimitError(sentence("the file is larger than {n} MB", n=MAX_BYTES >> 20))
    found = _ELEMENT.search(data) if NAMESPACE.encode() in data else None
    if found is None:
        said = sentence(
            "this SVG holds no graph; was it written anew by another program? "
            "Only an SVG as Chainrule exported it opens as a graph"
        )
        raise FileError(said)
    try:
        return _inflated(b64decode(b"".join(found[1].split()), validate=True), "SVG")
    except ValueError as error:
        raise _damaged("SVG", sentence("it is not base64")) from error


def _is_svg(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b"<svg" in head
