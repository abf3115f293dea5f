"""What derivatives cost, in steps."""

from dataclasses import dataclass

__all__ = ["Counts"]


@dataclass(frozen=True)
class Counts:
    """What derivatives cost: n op nodes and p parameters that the output depends on.

    Backpropagation takes n + p steps, bumping every parameter n × p.
    """

    nodes: int
    parameters: int

    @property
    def backprop_steps(self) -> int:
        """Return n + p."""
        return self.nodes + self.parameters

    @property
    def bump_steps(self) -> int:
        """Return n × p."""
        return self.nodes * self.parameters
