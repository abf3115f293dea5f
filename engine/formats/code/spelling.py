"""The one table of how ops are called in each library.

An op that stands in no row needs none: it is written out as its own definition computes it. A
spelling is a function's name, a text with `{}` for the arguments, or after `=` an expression of x.
Ops that look at whole arrays are in `arrays`.
"""

__all__ = ["SPELLINGS"]

SPELLINGS: dict[str, dict[str, str]] = {
    "relu": {
        "torch": "torch.relu",
        "jax": "jax.nn.relu",
        "numpy": "np.maximum({}, 0)",
        "math": "max({}, 0.0)",
    },
    "sigmoid": {
        "torch": "torch.sigmoid",
        "jax": "jax.nn.sigmoid",
        "numpy": "=1/(1 + exp(-x))",
        "math": "=exp(minimum(x, 0))/(1 + exp(-abs(x)))",  # without overflow
    },
    "softplus": {
        "torch": "torch.nn.functional.softplus({}, threshold=40)",  # beyond it x itself is exact
        "jax": "jax.nn.softplus",
        "numpy": "np.logaddexp({}, 0)",
    },
    "abs": {"jax": "absolute", "math": "abs"},  # JAX's own has the slope 1 at 0
    "maximum": {"math": "max"},
    "minimum": {"math": "min"},
    # Of three or more a tie is shared by all: two at a time would not share it equally.
    "maximum of many": {
        "torch": "torch.stack(torch.broadcast_tensors({})).amax(0)",
        "jax": "jnp.max(jnp.stack(jnp.broadcast_arrays({})), axis=0)",
        "numpy": "np.maximum.reduce(np.broadcast_arrays({}))",
        "math": "max",
    },
    "minimum of many": {
        "torch": "torch.stack(torch.broadcast_tensors({})).amin(0)",
        "jax": "jnp.min(jnp.stack(jnp.broadcast_arrays({})), axis=0)",
        "numpy": "np.minimum.reduce(np.broadcast_arrays({}))",
        "math": "min",
    },
    "sign": {"numpy": "np.sign", "math": "(({0} > 0) - ({0} < 0))"},
}
