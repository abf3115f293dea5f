"""What a program that was exported prints, held against what the engine gives."""

import json

import numpy as np

import engine
from engine.reach import reached

__all__ = ["agree"]


def expected(graph: engine.Graph) -> dict:
    program = engine.compile(graph)
    program.forward()
    program.backward()
    kinds = {graph.op_of(name) for name in graph.nodes()}
    kind = "parameter" if "parameter" in kinds else "input"
    relevant = [name for name in graph.nodes() if graph.op_of(name) == kind]
    if kind == "input":
        used = reached(graph.network.pred, graph.resolve_output())
        relevant = [name for name in relevant if name in used]
    return {
        "output": program.output,
        "value": program.value(program.output),
        "derivatives": {name: program.derivative(name) for name in relevant},
    }


def no_json(word: str) -> None:
    raise AssertionError(f"{word} is no JSON")


def agree(graph: engine.Graph, printed: str) -> None:
    theirs, ours = json.loads(printed, parse_constant=no_json), expected(graph)
    assert theirs["output"] == ours["output"]
    assert theirs["derivatives"].keys() == ours["derivatives"].keys()
    close(theirs["value"], ours["value"], "value")
    for name, derivative in ours["derivatives"].items():
        close(theirs["derivatives"][name], derivative, name)


def as_numbers(told: object) -> object:
    """Return numbers that were told in JSON, where NaN and infinity stand in quotes."""
    if isinstance(told, list):
        return [as_numbers(part) for part in told]
    return float(told) if told in ("NaN", "Infinity", "-Infinity") else told


def close(theirs: object, ours: object, where: str) -> None:
    theirs = as_numbers(theirs)
    ours = np.asarray(ours).tolist()  # of no rows JSON does not tell how many columns they have
    assert np.shape(theirs) == np.shape(ours), where
    scale = max(1.0, float(np.max(np.abs(ours), initial=0.0)))
    assert np.allclose(theirs, ours, rtol=1e-9, atol=1e-9 * scale, equal_nan=True), (
        where,
        theirs,
        ours,
    )
