"""JAX: the output as a function of the parameters, its derivatives by `value_and_grad`."""

from engine.formats.code.dialect import Dialect
from engine.formats.code.listing import Leaf, Listing, listing
from engine.formats.code.literal import array_code
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    function_code,
    helpers,
    leaves_code,
    report,
    step_code,
)
from engine.graph import Graph
from engine.value import Value

__all__ = ["DEFINED", "DIALECT", "HEAD", "cost_code", "jax_code", "tensor_code"]

DIALECT = Dialect("jax", "jnp", "jnp.array({})")
DEFINED = ("absolute", "cross_entropy")
_RESERVED = ("json", "jax", "jnp", "cost", "value", "derivatives", "result", *DEFINED)
HEAD = """\
import json

import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
"""


def jax_code(graph: Graph) -> str:
    """Return a program that computes the output and its derivatives by JAX."""
    found = listing(graph, _RESERVED)
    return assembled(
        docstring(found, f"{found.output} and its derivatives by JAX"),
        HEAD,
        *leaves_code(found, lambda leaf: assigned(leaf, tensor_code(leaf.value))),
        *helpers(found, DIALECT),
        cost_code(found, [leaf.identifier for leaf in found.trained]),
        _call(found),
        report(found, "value.item()", _derivatives(found)),
    )


def tensor_code(value: Value) -> str:
    """Return the code of a number or an array."""
    return array_code(value, "jnp", "array")


def cost_code(found: Listing, arguments: list[str]) -> str:
    """Return the output as a function of some leaves."""
    lines = [step_code(step, DIALECT) for step in found.steps]
    lines.append(f"return {found.identifiers[found.output]}")
    return function_code("cost", arguments, lines)


def _call(found: Listing) -> str:
    if not found.trained:
        return "value = cost()"
    numbers = ", ".join(map(str, range(len(found.trained))))
    numbers = f"({numbers},)" if len(found.trained) == 1 else f"({numbers})"
    arguments = ", ".join(leaf.identifier for leaf in found.trained)
    return f"value, derivatives = jax.value_and_grad(cost, argnums={numbers})({arguments})"


def _derivatives(found: Listing) -> list[tuple[Leaf, str]]:
    numbers = {leaf.name: number for number, leaf in enumerate(found.trained)}
    told = []
    for leaf in found.asked:
        as_json = "item" if isinstance(leaf.value, float) else "tolist"
        number = numbers.get(leaf.name)
        code = f"jnp.zeros_like({leaf.identifier})" if number is None else f"derivatives[{number}]"
        told.append((leaf, f"{code}.{as_json}()"))
    return told
