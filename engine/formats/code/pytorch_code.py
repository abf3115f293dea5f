"""PyTorch: the forward pass as written, the derivatives by autograd."""

from engine.formats.code.dialect import Dialect
from engine.formats.code.listing import Leaf, Listing, listing
from engine.formats.code.literal import array_code
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    leaves_code,
    report,
    step_code,
    titled,
)
from engine.graph import Graph
from engine.value import Value

__all__ = ["DIALECT", "pytorch_code", "tensor_code"]

DIALECT = Dialect("torch", "torch", "torch.tensor({})")
_RESERVED = ("json", "torch", "result")


def pytorch_code(graph: Graph) -> str:
    """Return a program that computes the output and its derivatives by PyTorch."""
    found = listing(graph, _RESERVED)
    return assembled(
        docstring(found, f"{found.output} and its derivatives by PyTorch"),
        "import json\n\nimport torch\n\ntorch.set_default_dtype(torch.float64)",
        *leaves_code(found, lambda leaf: _leaf(leaf, found)),
        titled("Forward", (step_code(step, DIALECT) for step in found.steps)),
        titled("Backward", [f"{_output(found)}.backward()"] if found.trained else []),
        report(
            found,
            f"{_output(found)}.item()",
            [(leaf, _derivative(leaf, found)) for leaf in found.asked],
        ),
    )


def tensor_code(value: Value) -> str:
    """Return the code of a tensor."""
    return array_code(value, "torch", "tensor")


def _leaf(leaf: Leaf, found: Listing) -> str:
    values = tensor_code(leaf.value)
    if found.is_trained(leaf):
        values = f"{values[:-1]}, requires_grad=True)"
    return assigned(leaf, values)


def _derivative(leaf: Leaf, found: Listing) -> str:
    as_json = "item" if isinstance(leaf.value, float) else "tolist"
    if found.is_trained(leaf):
        return f"{leaf.identifier}.grad.{as_json}()"
    return f"torch.zeros_like({leaf.identifier}).{as_json}()"


def _output(found: Listing) -> str:
    return found.identifiers[found.output]
