"""Which nodes compute the same of their inputs, so that one text or one batch serves them all."""

from functools import lru_cache

from engine.expression import Name
from engine.ops import Op

__all__ = ["Likeness", "likeness"]

Likeness = tuple[str, str, int]


@lru_cache(maxsize=4096)
def likeness(operation: Op, ports: int) -> Likeness:
    """Return what is equal for ops that compute the same of `ports` inputs."""
    if operation.name == "formula":  # by position: what its inputs are called does not matter
        names = (Name(str(port)) for port in range(ports))
        return operation.name, repr(operation.written(*names)), ports
    attributes = operation.attributes
    written = repr([getattr(operation, key) for key in attributes]) if attributes else ""
    return operation.name, written, ports
