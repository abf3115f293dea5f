"""JAX: the output as a function of the parameters, its derivatives by `value_and_grad`."""

from textwrap import indent

from engine.formats.code.dialect import Dialect
from engine.formats.code.listing import Leaf, Listing, listing
from engine.formats.code.literal import array_text
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    helpers,
    report,
    step_code,
    titled,
)
from engine.graph import Graph
from engine.value import Value

__all__ = ["DIALECT", "HEAD", "array_code", "cost_code", "jax_code"]

DIALECT = Dialect("jax", "jnp", "jnp.array({})")
_RESERVED = ("json", "jax", "jnp", "cost", "value", "derivatives", "result", "cross_entropy")
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
        titled("Parameters", map(_leaf, found.parameters)),
        titled("Inputs", map(_leaf, found.of_kind("input"))),
        titled("Constants", map(_leaf, found.of_kind("constant"))),
        *helpers(found, DIALECT),
        cost_code(found, [leaf.identifier for leaf in found.trained]),
        _call(found),
        report(found, "value.item()", _derivatives(found)),
    )


def array_code(value: Value) -> str:
    """Return the code of an array."""
    text = array_text(value, "jnp")
    return text if text.startswith("jnp.zeros") else f"jnp.array({text})"


def _leaf(leaf: Leaf) -> str:
    return assigned(leaf, array_code(leaf.value))


def cost_code(found: Listing, arguments: list[str]) -> str:
    """Return the output as a function of some leaves."""
    lines = [step_code(step, DIALECT) for step in found.steps]
    lines.append(f"return {found.identifiers[found.output]}")
    return f"def cost({', '.join(arguments)}):\n" + indent("\n".join(lines), "    ")


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
