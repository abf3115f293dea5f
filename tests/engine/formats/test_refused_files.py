"""Files that are refused: each with one sentence that names the place, and none with a crash."""

import json

import pytest
from file_texts import CONTRACT, A, file_of
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine.formats import chainrule_read, json_text
from engine.formats.chainrule_file import dumps, loads

B = '{"id": "b", "op": "add"}'
X = '{"id": "x", "op": "input", "value": 1}'


def edge(source, target, key) -> str:
    return f'{{"source": {json.dumps(source)}, "target": {json.dumps(target)}, "key": {key}}}'


def value(text) -> bytes:
    return file_of(f'{{"id": "x", "op": "input", "value": {text}}}')


MALFORMED = [
    (b"", "the file is empty"),
    (b"   \n", "the file is empty"),
    (
        b"{",
        "damaged or cut off at line 1, column 2: a name in double quotes is missing",
    ),
    (
        b'{"graph',
        "damaged or cut off at line 1, column 2: a text begins here and its closing quote",
    ),
    (b'{"a": 1', "damaged or cut off at line 1, column 8: a comma or a closing bracket is missing"),
    (b'{"a": "\\q"}', "damaged or cut off at line 1, column 8: no such character can follow"),
    (b"{} {}", "damaged or cut off at line 1, column 4: the graph ends before this"),
    (b"hello there", "this is text, but no graph"),
    (
        b"\xff\xfe",
        "from byte 1 on this is no text in UTF-8: damaged, or the file of another program",
    ),
    (b"[]", "this is no graph: it has no nodes and edges"),
    (b'"x"', "this is no graph: it has no nodes and edges"),
    (b"{}", "this is not a Chainrule file: graph is missing"),
    (b'{"graph": {}}', 'graph.format: expected "chainrule"; this is not a Chainrule file'),
    (file_of(graph='"format": "chainrule"'), "graph.version: expected a whole number from 1"),
    (file_of(graph='"format": "chainrule", "version": true'), "graph.version: expected a whole"),
    (
        file_of(graph='"format": "chainrule", "version": 2'),
        "graph.version: 2 is newer than this program reads (1); please update Chainrule",
    ),
    (
        file_of(graph='"format": "chainrule", "version": 1, "title": 3'),
        "graph.title: expected a te",
    ),
    (file_of(graph='"format": "chainrule", "version": 1, "output": []'), "graph.output: expected"),
    (
        file_of(A, graph='"format": "chainrule", "version": 1, "output": "q"'),
        "graph.output: there is no node named 'q'",
    ),
    (file_of(more=', "directed": false'), "directed: expected true"),
    (b'{"graph": {"format": "chainrule", "version": 1}, "edges": []}', "nodes: expected a list"),
    (b'{"graph": {"format": "chainrule", "version": 1}, "nodes": []}', "edges: expected a list"),
    (file_of("3"), "nodes[0]: expected an object"),
    (file_of('{"op": "add"}'), "nodes[0].id: expected a text that is not empty"),
    (file_of('{"id": "", "op": "add"}'), "nodes[0].id: expected a text that is not empty"),
    (file_of('{"id": 3, "op": "add"}'), "nodes[0].id: expected a text"),
    (file_of('{"id": "a"}'), "nodes[0].op: expected a text"),
    (file_of(f"{A}, {A}"), "nodes[1]: there is already a node named a"),
    (
        file_of(f'{A}, {B}, {X}, {{"id": "c", "op": "mutliply"}}'),
        "nodes[3]: unknown op 'mutliply'; did you mean 'multiply'?",
    ),
    (file_of('{"id": "x", "op": "input"}'), "nodes[0].value: is missing; input 'x' needs one"),
    (value('"two"'), "nodes[0].value: expected a number, found the text 'two'"),
    (value(f'"{"z" * 21}"'), f"nodes[0].value: expected a number, found the text '{'z' * 20}…'"),
    (file_of('{"id": "größe", "op": "input"}'), "nodes[0].value: is missing; input 'größe' needs"),
    (value("true"), "nodes[0].value: expected a number, found true or false"),
    (value("null"), "nodes[0].value: expected a number, found null"),
    (value("{}"), "nodes[0].value: expected a number, found an object"),
    (value("[1, [2]]"), "nodes[0].value[1]: lists and numbers are mixed"),
    (value("[[1, 2], [3]]"), "nodes[0].value[1]: has length 1 where the others have 2"),
    (value('[1, "a"]'), "nodes[0].value[1]: expected a number, found the text 'a'"),
    (value("1e999"), "nodes[0].value: the number is too large"),
    (value("1" + "0" * 400), "nodes[0].value: the number is too large"),
    (value("1" * 5000), "a number has too many digits"),
    (value("NaN"), 'nodes[0].value: NaN is not a number in JSON; write "NaN", in quotes'),
    (file_of('{"id": "a", "id": "b", "op": "add"}'), "nodes[0]: the key 'id' appears twice"),
    (file_of('{"id": "\\ud800", "op": "add"}'), "nodes[0]: "),
    (file_of('{"id": "a", "op": "add", "note": "\\ud800"}'), "nodes[0].note: holds half of a"),
    (file_of('{"id": "a", "op": "add", "label": 3}'), "nodes[0]: the label of a must be a text"),
    (file_of('{"id": "a", "op": "add", "position": [0]}'), "nodes[0]: the position of a must be"),
    (file_of('{"id": "a", "op": "add", "position": [0, 1e12]}'), "nodes[0]: the position of a"),
    (file_of('{"id": "a", "op": "formula"}'), "nodes[0]: a (formula): a formula needs its text"),
    (
        file_of('{"id": "a", "op": "formula", "formula": "x+*"}'),
        "nodes[0]: a (formula): expected a number, a name or '(' at character 3: \"x+*\"",
    ),
    (
        file_of('{"id": "a", "op": "formula", "formula": "__import__(1)"}'),
        "nodes[0]: a (formula): ",
    ),
    (file_of('{"id": "a", "op": "softmax", "axis": "0"}'), "nodes[0]: a (softmax): the axis must"),
    (file_of(f'{{"id": "{"n" * 5000}", "op": "add"}}'), "nodes[0]: a name has 5000 bytes"),
    (file_of(A, "3"), "edges[0]: expected an object"),
    (file_of(A, '{"target": "a", "key": 0}'), "edges[0].source: expected a text"),
    (file_of(f"{A}, {X}", edge("x", "a", '"0"')), "edges[0].key: expected the number of an input"),
    (file_of(f"{A}, {X}", edge("x", "a", "true")), "edges[0].key: expected the number"),
    (file_of(A, edge("q", "a", 0)), "edges[0].source: there is no node named 'q'"),
    (file_of(X, edge("x", "q", 0)), "edges[0].target: there is no node named 'q'"),
    (
        file_of(f"{A}, {X}", edge("a", "x", 0)),
        "edges[0]: x is a leaf (input): no edge leads into it",
    ),
    (file_of(f"{A}, {X}", edge("x", "a", -1)), "edges[0]: a (add) has no input -1"),
    (
        file_of(f"{A}, {X}", edge("x", "a", 0) + "," + edge("x", "a", 0)),
        "edges[1]: x already feeds the first input of a",
    ),
    (file_of(A, edge("a", "a", 0)), "edges[0]: a node cannot feed itself"),
    (
        file_of(f"{A}, {B}", edge("a", "b", 0) + "," + edge("b", "a", 0)),
        "edges[1]: b would depend on itself: b → a → b",
    ),
    (b"[" * 100 + b"]" * 100, "nested more than 64 levels deep"),
    (
        file_of().replace(b'{"graph', b'{"\\ud800": 1, "graph', 1),
        "the file: holds half of a surrogate pair",
    ),
]


@pytest.mark.parametrize(("data", "sentence"), MALFORMED, ids=[s[:48] for _, s in MALFORMED])
def test_a_malformed_file_is_refused_with_one_sentence_that_names_the_place(data, sentence):
    with pytest.raises(engine.FileError) as caught:
        loads(data)
    said = str(caught.value)
    assert said.startswith(sentence)
    assert "\n" not in said
    assert len(said) < 300


def test_the_limits_hold(monkeypatch):
    monkeypatch.setattr(chainrule_read, "MAX_NODES", 1)
    with pytest.raises(engine.LimitError, match="nodes: 2 are more than the 1 a file may have"):
        loads(file_of(f"{A}, {B}"))
    monkeypatch.setattr(json_text, "MAX_BYTES", 2**20)
    with pytest.raises(engine.LimitError, match="the file is larger than 1 MB"):
        loads(b" " * (2**20 + 1))
    monkeypatch.setattr(json_text, "MAX_ITEMS", 3)
    with pytest.raises(engine.LimitError, match="holds more than"):
        loads(value("[1, 2, 3, 4, 5]"))


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(engine.FileError, match="a folder, not a file"):
        engine.load(tmp_path)
    with pytest.raises(OSError, match="No such file"):
        engine.load(tmp_path / "no.chainrule")


pieces = st.sampled_from(
    [
        b"",
        b"null",
        b"-1",
        b'"x"',
        b"[]",
        b"{}",
        b"1e999",
        b"\x00",
        b'"\\ud800"',
        b"true",
        b"]",
        b",",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(CONTRACT)), st.integers(0, 40), pieces)
def test_a_damaged_file_is_refused_or_read_but_never_a_crash(start, length, piece):
    damaged = CONTRACT[:start] + piece + CONTRACT[start + length :]
    said = ""
    try:
        graph = loads(damaged)
    except engine.FileError as error:
        said = str(error)
    else:
        assert dumps(loads(dumps(graph))) == dumps(graph)
    assert "\n" not in said
