"""How the ops that look at whole arrays are called in each library; one function per op."""

from collections.abc import Callable

from engine.formats.code.dialect import ATOM, Dialect
from engine.formats.code.listing import Step
from engine.ops.array import Mean, Softmax, Sum

__all__ = ["ARRAYS", "HELPERS", "array_code"]


def array_code(step: Step, dialect: Dialect) -> str:
    """Return the code of an op that looks at whole arrays."""
    inputs = [dialect.text(part, least=ATOM) for part in step.inputs]
    return ARRAYS[step.operation.name](step, dialect, *inputs)


def _matmul(step: Step, dialect: Dialect, a: str, b: str) -> str:
    return f"{a} @ {b}"


def _transpose(step: Step, dialect: Dialect, x: str) -> str:
    rank = len(step.shapes[0])
    if rank < 2:
        return x
    return f"{x}.T" if rank == 2 else f"{x}.mT"


def _reduction(step: Step, dialect: Dialect, x: str) -> str:
    operation, rank = step.operation, len(step.shapes[0])
    assert isinstance(operation, Sum | Mean)  # noqa: S101  the table's own rows
    axis, keep = operation.axis, operation.keepdims and rank > 0
    if axis == () or not rank:
        return x
    if dialect.name == "torch":
        every = tuple(range(rank)) if keep and axis is None else axis
        how = [] if every is None else [f"dim={every}"]
        how += ["keepdim=True"] if keep else []
    else:
        how = [] if axis is None else [f"axis={axis}"]
        how += ["keepdims=True"] if keep else []
    return f"{dialect.library}.{operation.name}({', '.join([x, *how])})"


def _softmax(step: Step, dialect: Dialect, x: str) -> str:
    operation = step.operation
    assert isinstance(operation, Softmax)  # noqa: S101  the table's own rows
    if dialect.name == "torch":
        return f"torch.{operation.name}({x}, dim={operation.axis})"
    if dialect.name == "jax":
        return f"jax.nn.{operation.name}({x}, axis={operation.axis})"
    return f"{operation.name}({x}, axis={operation.axis})"


def _cross_entropy(step: Step, dialect: Dialect, logits: str, classes: str) -> str:
    if dialect.name == "torch":
        if len(step.shapes[0]) > 2:  # torch has the classes second, not last
            logits, classes = f"{logits}.flatten(0, -2)", f"{classes}.flatten()"
        return f"torch.nn.functional.cross_entropy({logits}, {classes}.long())"
    return f"cross_entropy({logits}, {classes})"


ARRAYS: dict[str, Callable[..., str]] = {
    "matmul": _matmul,
    "transpose": _transpose,
    "sum": _reduction,
    "mean": _reduction,
    "softmax": _softmax,
    "log_softmax": _softmax,
    "cross_entropy": _cross_entropy,
}

# What is not in a library stands in the program itself: its definition, and what that calls.
HELPERS: dict[str, dict[str, tuple[str, ...]]] = {}
_LOG_SOFTMAX = """\
def log_softmax(x, axis=-1):
    largest = np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    shifted = x - largest  # so that no exponential overflows
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))
"""
_SOFTMAX = """\
def softmax(x, axis=-1):
    return np.exp(log_softmax(x, axis))
"""
_CROSS_ENTROPY = """\
def cross_entropy(logits, classes):
    chosen = np.asarray(classes).astype(int)[..., None]
    return -np.mean(np.take_along_axis(log_softmax(logits), chosen, axis=-1))
"""
HELPERS["numpy"] = {
    "log_softmax": (_LOG_SOFTMAX,),
    "softmax": (_LOG_SOFTMAX, _SOFTMAX),
    "cross_entropy": (_LOG_SOFTMAX, _CROSS_ENTROPY),
}
_ABSOLUTE = """\
def absolute(x):
    return jnp.where(x == 0, 0.0, jnp.abs(x))  # so that its slope at 0 is 0
"""
HELPERS["jax"] = {
    "abs": (_ABSOLUTE,),
    "cross_entropy": (
        _CROSS_ENTROPY.replace("np.", "jnp.").replace("log_softmax", "jax.nn.log_softmax"),
    ),
}
