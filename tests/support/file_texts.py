"""Files as text: the contract's example, and a file of given rows."""

CONTRACT = b"""{
  "directed": true,
  "multigraph": true,
  "graph": {"format": "chainrule", "version": 1, "title": "One linear unit", "output": "J"},
  "nodes": [
    {"id": "w", "op": "parameter", "value": 2.0, "position": [0, 0]},
    {"id": "x", "op": "input", "value": -2.0, "position": [0, 120]},
    {"id": "c", "op": "multiply", "position": [200, 60]},
    {"id": "b", "op": "parameter", "value": 8.0, "position": [200, 200]},
    {"id": "a", "op": "add", "position": [400, 120]},
    {"id": "y", "op": "input", "value": 2.0, "position": [400, 260]},
    {"id": "d", "op": "subtract", "position": [600, 160]},
    {"id": "J", "op": "formula", "formula": "d^2/2", "inputs": ["d"], "position": [800, 160]}
  ],
  "edges": [
    {"source": "w", "target": "c", "key": 0},
    {"source": "x", "target": "c", "key": 1},
    {"source": "c", "target": "a", "key": 0},
    {"source": "b", "target": "a", "key": 1},
    {"source": "a", "target": "d", "key": 0},
    {"source": "y", "target": "d", "key": 1},
    {"source": "d", "target": "J", "key": 0}
  ]
}
"""

A = '{"id": "a", "op": "add"}'


def file_of(nodes="", edges="", graph='"format": "chainrule", "version": 1', more="") -> bytes:
    return f'{{"graph": {{{graph}}}, "nodes": [{nodes}], "edges": [{edges}]{more}}}'.encode()
