"""A row put together from its parts is the row that JSON's own encoder writes."""

import json
import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.formats.chainrule_rows import edge_line, node_line

names = st.text(st.characters(codec="utf-8"), min_size=1)
numbers = st.floats(allow_nan=False, allow_infinity=False)
places = st.tuples(numbers, numbers) | st.tuples(st.integers(), numbers.map(np.float64))


def written(entry: object) -> str:
    return json.dumps(entry, ensure_ascii=False)


def place_of(position):
    return [int(c) if c == int(c) else float(c) for c in position]


@given(names, st.sampled_from(["parameter", "input", "constant"]), st.floats(), places)
def test_a_leaf(name, op, value, position):
    words = "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    number = value if math.isfinite(value) else words
    row = node_line(name, {"op": op, "position": position, "value": value})
    entry = {"id": name, "op": op, "value": number, "position": place_of(position)}
    assert row == written(entry)
    assert node_line(name, {"op": op, "value": value}) == written(entry | {}).replace(
        f', "position": {written(place_of(position))}', ""
    )


@given(names, st.dictionaries(st.sampled_from(["label", "axis", "zeal", "Ärger"]), names))
def test_a_node_with_anything_else(name, more):
    array = np.array([[1.0, 2.5]])
    row = node_line(name, {"op": "input", "value": array, **more})
    known = {key: more[key] for key in ("axis", "label") if key in more}
    others = {key: more[key] for key in sorted(more.keys() - known.keys())}
    assert row == written({"id": name, "op": "input", "value": [[1.0, 2.5]], **known, **others})


def test_an_op_with_a_foreign_value_keeps_it():
    row = node_line("a", {"op": "add", "value": 1.5})
    assert row == '{"id": "a", "op": "add", "value": 1.5}'


@given(names, names, st.integers(0, 9), st.dictionaries(names, names, max_size=2))
def test_an_edge(source, target, port, more):
    more = {key: more[key] for key in sorted(more) if key not in ("source", "target", "key")}
    entry = {"source": source, "target": target, "key": port, **more}
    assert edge_line(source, target, port, more) == written(entry)
