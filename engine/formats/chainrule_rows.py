"""The rows of a `.chainrule` file: every node and every edge is one line of JSON.

Most rows hold what every node has and nothing else. Those are put together from their parts: a save
is something a person waits for, and writing any other JSON takes three times as long.
"""

import json
from collections.abc import Mapping
from json.encoder import encode_basestring as quoted
from math import isfinite
from typing import Any

from engine.formats.json_value import value_to_json
from engine.ops import LEAVES, OPS

__all__ = ["EDGE_KEYS", "edge_line", "entry_line", "node_line", "ordered"]

_OP_KEYS = tuple(sorted({key for op in OPS.values() for key in op.attributes}))
_NODE_KEYS = ("id", "op", "value", *_OP_KEYS, "label", "position")
EDGE_KEYS = ("source", "target", "key")
_PLAIN = frozenset({"op", "value", "position"})
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_digits = float.__repr__


def node_line(name: str, attributes: Mapping[str, Any]) -> str:
    """Return the row of a node."""
    if not attributes.keys() <= _PLAIN:
        return entry_line(_node_out(name, attributes))
    line = f'{{"id": {quoted(name)}, "op": {quoted(attributes["op"])}'
    if "value" in attributes:
        value = attributes["value"]
        if type(value) is not float or not isfinite(value) or attributes["op"] not in LEAVES:
            return entry_line(_node_out(name, attributes))
        line += f', "value": {_digits(value)}'
    if "position" in attributes:
        x, y = (str(int(c)) if c == int(c) else _digits(c) for c in attributes["position"])
        line += f', "position": [{x}, {y}]'
    return line + "}"


def edge_line(source: str, target: str, port: int, more: Mapping[str, Any]) -> str:
    """Return the row of an edge."""
    if more:
        entry = {"source": source, "target": target, "key": port, **more}
        return entry_line(ordered(entry, EDGE_KEYS))
    return f'{{"source": {quoted(source)}, "target": {quoted(target)}, "key": {port}}}'


def entry_line(entry: object) -> str:
    """Return any entry as one line of JSON."""
    return _ENCODER.encode(entry)


def ordered(entry: Mapping[str, Any], first: tuple[str, ...]) -> dict[str, Any]:
    """Return an entry with the known keys first, in their order, the others sorted behind."""
    keys = [key for key in first if key in entry]
    return {key: entry[key] for key in (*keys, *sorted(set(entry) - set(keys)))}


def _node_out(name: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
    out = {"id": name, **attributes}
    if out["op"] in LEAVES:
        out["value"] = value_to_json(out["value"])
    if "position" in out:
        out["position"] = [int(c) if c == int(c) else c for c in out["position"]]
    return ordered(out, _NODE_KEYS)
