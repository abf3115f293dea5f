"""Undoing what broadcasting did, on the way back."""

import numpy as np

from engine.value import Value, fixed

__all__ = ["reduced"]


def reduced(gradient: Value, like: Value | None) -> Value:
    """Return a gradient summed over the axes that broadcasting added, in the shape of `like`.

    An array is read-only, and may be the gradient itself.
    """
    shape = np.shape(like)  # type: ignore[arg-type]
    array = np.asarray(gradient, dtype=np.float64)
    if array.shape != shape:
        array = np.broadcast_to(array, np.broadcast_shapes(array.shape, shape))
        extra = array.ndim - len(shape)
        axes = tuple(range(extra)) + tuple(
            extra + k for k, size in enumerate(shape) if size == 1 and array.shape[extra + k] != 1
        )
        array = array.sum(axis=axes).reshape(shape)
    return float(array) if not shape else fixed(array)
