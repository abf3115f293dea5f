"""A graph of which nodes are given attributes: one of one node, values or positions of many."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine import ops
from engine.errors import InvalidAttributeError
from engine.graph.attributes import Position, as_position, checked_attributes
from engine.graph.rules import Rules
from engine.graph.together import Together, differ
from engine.language import sentence
from engine.value import Array, Value, as_value, same_value

__all__ = ["Setting"]

_NOTHING: dict[str, Any] = {}


class Setting(Rules):
    """A graph of which nodes are given attributes; where these are several, all or none."""

    def __init__(self) -> None:
        super().__init__()
        self._known_together: Together | None = None

    def set_attribute(self, name: str, key: str, value: Any) -> Any:
        """Set an attribute, or remove it with None, and return the old one, None if there was none.

        Of a leaf the op can be set to that of another leaf. Raises InvalidAttributeError or
        InvalidValueError; ports that have edges must remain.
        """
        self._check_known(name)
        attributes = self.network.nodes[name]
        if key == "op":
            return self._set_kind(name, value)
        old = attributes.get(key)
        changed = {k: v for k, v in attributes.items() if k not in ("op", key)}
        if value is not None:
            changed[key] = value
        if key == "formula" and "inputs" in changed:
            del changed["inputs"]
        checked = checked_attributes(name, attributes["op"], changed)
        if not self.is_leaf(name) and key in ops.OPS[attributes["op"]].attributes:
            self._check_ports_remain(name, ops.create(attributes["op"], checked))
        for stale in set(attributes) - set(checked) - {"op"}:
            del attributes[stale]
        attributes.update(checked)
        self._forget_values()
        if self._operations.pop(name, None) is not None:
            self._touch(name)  # it may have other ports
        return old

    def set_values(self, values: Mapping[str, object]) -> dict[str, Value]:
        """Set the values of leaves, all or none, and return the old ones of those that changed.

        Raises UnknownNodeError, InvalidAttributeError for a node that computes its value, and
        InvalidValueError.
        """
        nodes, old, new = self.network._node, dict[str, Value](), list[Value]()
        for name, value in values.items():
            before = self.value(name)
            after = value if type(value) is float else as_value(value, name)
            if not same_value(before, after):
                old[name] = before
                new.append(after)
        for name, after in zip(old, new, strict=True):
            nodes[name]["value"] = after
        self._forget_values()
        return old

    def values_of(self, names: tuple[str, ...]) -> Sequence[Value] | Array:
        """Return the values of leaves, as one array where all are single numbers.

        Asked again for the same tuple they are not looked up by name. Raises UnknownNodeError and
        InvalidAttributeError.
        """
        return self._together(names).values()

    def set_numbers(self, names: tuple[str, ...], numbers: Array) -> bool:
        """Set leaves that hold single numbers to others; return whether that changed any.

        The `names` are those of a `values_of` that gave one array.
        """
        leaves = self._together(names)
        changed = differ(np.asarray(leaves.values()), numbers)
        if changed:
            leaves.set(numbers)
        return changed

    def set_positions(self, positions: Mapping[str, object]) -> dict[str, Position | None]:
        """Place nodes, all or none; return where those stood that moved, None for nowhere.

        None takes a node's position away. Raises UnknownNodeError and InvalidAttributeError.
        """
        nodes, old, new = self.network._node, dict[str, Position | None](), list[Position | None]()
        for name, position in positions.items():
            self._check_known(name)
            before = nodes[name].get("position")
            after = None if position is None else as_position(position, name)
            if before != after:
                old[name] = before
                new.append(after)
        for name, after in zip(old, new, strict=True):
            if after is None:
                del nodes[name]["position"]
            else:
                nodes[name]["position"] = after
        return old

    # --- inside

    def _set_kind(self, name: str, kind: str) -> str:
        """Make a leaf a parameter, an input or a constant, and return what it was."""
        if not self.is_leaf(name):
            raise InvalidAttributeError(sentence("a node's op cannot be changed"), node=name)
        if kind not in ops.LEAVES:
            known = ", ".join(ops.LEAVES)
            said = sentence("{name} is a leaf, which is one of: {known}", name=name, known=known)
            raise InvalidAttributeError(said, node=name)
        old: str = self.network.nodes[name]["op"]
        self.network.nodes[name]["op"] = kind
        self._touch(name)
        return old

    def _together(self, names: tuple[str, ...]) -> Together:
        known = self._known_together
        if known is None or known.mark != self.mark or not known.holds(names):
            nodes = self.network._node
            held = [nodes.get(name, _NOTHING) for name in names]
            kinds = [attributes.get("op") for attributes in held]
            if not {*ops.LEAVES}.issuperset(kinds):
                wrong = next(
                    n for n, kind in zip(names, kinds, strict=True) if kind not in ops.LEAVES
                )
                self.value(wrong)  # says why it has none
            known = self._known_together = Together(names, self.mark, held)
        return known

    def _forget_values(self) -> None:
        if self._known_together is not None:
            self._known_together.forget()
