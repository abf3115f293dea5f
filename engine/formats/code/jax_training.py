"""JAX with the training loop: the cost as a function, its gradient by `value_and_grad`."""

from engine.formats.code.jax_code import DEFINED, DIALECT, HEAD, cost_code, tensor_code
from engine.formats.code.program_text import assembled, assigned, docstring, helpers
from engine.formats.code.training_loop import (
    RESERVED,
    head_code,
    loop_code,
    others_code,
    result_code,
    row_code,
    weights_code,
)
from engine.formats.code.training_subject import order_code, subject
from engine.graph import Graph
from engine.training import Choice, Table

__all__ = ["jax_training"]

_RESERVED = (*RESERVED, "jax", "jnp", "cost", *DEFINED)
_SHUFFLES = "import jax.numpy as jnp\nimport numpy as np\n"


def jax_training(graph: Graph, choice: Choice, table: Table | None = None) -> str:
    """Return a program that trains the graph by JAX and prints its JSON.

    Raises GraphError where there is nothing to train or the table does not fit the graph.
    """
    trained = subject(graph, choice, table, _RESERVED)
    found, rows = trained.found, trained.rows
    order = order_code(rows, choice.seed)
    arguments = [leaf.identifier for leaf in (*found.trained, *trained.fed)]
    numbers = f"argnums=tuple(range({len(found.trained)}))"
    return assembled(
        docstring(found, "trained by JAX"),
        HEAD.replace("import jax.numpy as jnp\n", _SHUFFLES) if "np." in order else HEAD,
        head_code(choice),
        others_code(trained, lambda leaf: assigned(leaf, tensor_code(leaf.value))),
        *helpers(found, DIALECT),
        cost_code(found, arguments),
        f"evaluate = jax.jit(jax.value_and_grad(cost, {numbers}))\n",
        row_code(trained, lambda leaf: tensor_code(rows.columns[leaf.name]), order),
        weights_code(trained, lambda leaf: tensor_code(leaf.value)),
        loop_code(trained, choice.optimizer),
        result_code(trained, choice.optimizer, ".tolist()"),
    )
