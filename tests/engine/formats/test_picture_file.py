"""A graph inside a PNG or an SVG: the same bytes come out, and hostile pictures get a sentence."""

import io
import struct
import tracemalloc
import zlib
from base64 import b64encode

import pytest
from PIL import Image

import engine
from engine.formats import picture_file
from engine.formats.chainrule_file import dumps
from engine.formats.json_text import MAX_BYTES
from engine.formats.picture_file import embed_in_png, graph_bytes, is_picture, svg_metadata

GRAPH = '{"title": "½ d², Größe"}'.encode()
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (3, 2), "white").save(file, "PNG")
    return file.getvalue()


def chunk(kind: bytes, data: bytes, check: int | None = None) -> bytes:
    crc = zlib.crc32(kind + data) if check is None else check
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)


def with_chunk(*chunks: bytes) -> bytes:
    return png()[:33] + b"".join(chunks) + png()[33:]


def svg(inner: str) -> bytes:
    return f'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode()


def read(data: bytes) -> bytes:
    return graph_bytes(io.BytesIO(data))


def test_the_same_bytes_come_out_of_a_picture():
    assert read(embed_in_png(png(), GRAPH)) == GRAPH
    assert read(svg(svg_metadata(GRAPH))) == GRAPH
    assert read(b"\xef\xbb\xbf \n" + svg(svg_metadata(GRAPH))) == GRAPH
    assert read(GRAPH) == GRAPH


def test_a_png_with_a_graph_is_the_same_picture_to_others():
    with Image.open(io.BytesIO(embed_in_png(png(), GRAPH))) as image:
        assert image.size == (3, 2)
        assert image.text["chainrule"].encode() == GRAPH


def test_a_picture_loads_as_its_graph(tmp_path):
    graph = engine.Graph("One")
    graph.parameter("w", 2.0)
    contents = dumps(graph)
    for name, data in (
        ("a.png", embed_in_png(png(), contents)),
        ("b", svg(svg_metadata(contents))),
    ):
        (tmp_path / name).write_bytes(data)
        assert dumps(engine.load(tmp_path / name)) == contents


def test_foreign_chunks_may_stand_before_the_graph():
    foreign = [
        chunk(b"tEXt", b"Software\0another"),
        chunk(b"iTXt", b"Comment\0\0\0\0\0more"),
        chunk(b"prVt", b"x" * 100_000),
    ]
    data = embed_in_png(png(), GRAPH)
    assert read(data[:33] + b"".join(foreign) + data[33:]) == GRAPH


def test_a_chunk_that_is_not_compressed_is_read_too():
    assert read(with_chunk(chunk(b"iTXt", b"chainrule\0\0\0\0\0" + GRAPH))) == GRAPH


def test_an_svg_written_anew_with_prefixes_and_line_breaks_is_read():
    packed = b64encode(zlib.compress(GRAPH)).decode()
    lines = "\n   ".join(packed[i : i + 8] for i in range(0, len(packed), 8))
    inner = f'<metadata><ns0:graph id="m" xmlns:ns0="urn:chainrule:graph:1">{lines}</ns0:graph>'
    assert read(svg(inner + "</metadata>")) == GRAPH


PACKED = zlib.compress(GRAPH)
BOMB = zlib.compress(b"0" * (MAX_BYTES + 1))
UNFIT = {
    "stripped png": (png(), "this PNG holds no graph"),
    "cut off": (png()[:-20], "the PNG is cut off"),
    "short": (_SIGNATURE, "the PNG is cut off"),
    "checksum": (with_chunk(chunk(b"iTXt", b"chainrule\0\1\0\0\0", 0)), "its checksum"),
    "too short": (with_chunk(chunk(b"iTXt", b"chainrule\0\1\0")), "its chunk is too short"),
    "garbage": (with_chunk(chunk(b"iTXt", b"chainrule\0\1\0\0\0xx")), "cannot be unpacked"),
    "half": (
        with_chunk(chunk(b"iTXt", b"chainrule\0\1\0\0\0" + PACKED[:-6])),
        "its end is missing",
    ),
    "bomb": (with_chunk(chunk(b"iTXt", b"chainrule\0\1\0\0\0" + BOMB)), "is larger than 64 MB"),
    "huge chunk": (png()[:33] + struct.pack(">I4s", 2**31, b"iTXt"), "is larger than 64 MB"),
    "stripped svg": (svg("<metadata/>"), "this SVG holds no graph"),
    "another's svg": (svg("<graph>AAAA</graph>"), "this SVG holds no graph"),
    "not base64": (svg(svg_metadata(GRAPH).replace(">e", ">!")), "it is not base64"),
    "svg garbage": (svg('<graph xmlns="urn:chainrule:graph:1">AAAA</graph>'), "cannot be unpacked"),
    "svg bomb": (svg(svg_metadata(b"0" * (MAX_BYTES + 1))), "is larger than 64 MB"),
    "huge svg": (svg(" " * MAX_BYTES), "the file is larger than 64 MB"),
    "jpeg": (b"\xff\xd8\xff\xe0", "a JPEG file holds no graph; of the pictures, PNG and SVG can"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_an_unfit_picture_gets_one_sentence_and_little_memory(case):
    data, sentence = UNFIT[case]
    file = io.BytesIO(data)
    tracemalloc.start()
    with pytest.raises(engine.FileError, match=sentence):
        graph_bytes(file)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 * MAX_BYTES


def test_no_more_parts_are_walked_than_a_picture_has(monkeypatch):
    monkeypatch.setattr(picture_file, "_MOST_CHUNKS", 5)
    with pytest.raises(engine.LimitError, match="more than 5 parts"):
        read(with_chunk(*[chunk(b"tEXt", b"")] * 9))


def test_a_picture_is_told_by_how_it_begins():
    assert is_picture(png())
    assert is_picture(svg("")[:100])
    assert not is_picture(GRAPH)
    assert not is_picture(b"<html>")
