"""Setting values, attributes, the output and the title."""

from collections.abc import Hashable
from dataclasses import replace

import numpy as np

import engine
from gui.document import Change, Command
from gui.language import tr
from gui.slider_span import Span

__all__ = ["SetAttribute", "SetKind", "SetOutput", "SetSlider", "SetTitle", "SetValue"]

_LOOKS = ("label", "slider")  # attributes of which nothing is computed


class SetAttribute(Command):
    """Set one attribute of a node; None removes it.

    Settings of the same attribute with the same `burst` (not None) become one step.
    """

    def __init__(
        self, name: str, key: str, value: object, text: str = "", burst: Hashable | None = None
    ) -> None:
        self.name, self.key, self.value = name, key, value
        self.text = text or tr("Set {key} of {name}").format(key=key, name=name)
        self._burst = burst
        self._before: object = None

    def apply(self, graph: engine.Graph) -> Change:
        """Set the attribute; the same value again touches nothing."""
        before = graph.attributes(self.name).get(self.key)
        if _same(before, self.value):
            return Change()
        graph.set_attribute(self.name, self.key, self.value)
        self._before = before
        return self._change()

    def revert(self, graph: engine.Graph) -> Change:
        """Set the attribute as it was, or remove it."""
        graph.set_attribute(self.name, self.key, self._before)
        return self._change()

    def _change(self) -> Change:
        names = (self.name,)
        return Change(looks=names) if self.key in _LOOKS else Change(edited=names)

    def merge(self, later: Command) -> bool:
        """Take a later setting of the same burst."""
        if not isinstance(later, SetAttribute) or self._burst is None:
            return False
        if (later.name, later.key, later._burst) != (self.name, self.key, self._burst):
            return False
        self.value = later.value
        return True


class SetValue(SetAttribute):
    """Set a leaf's value, a float or a float64 array."""

    def __init__(self, name: str, value: engine.Value, burst: Hashable | None = None) -> None:
        super().__init__(name, "value", value, tr("Set {name}").format(name=name), burst)

    def apply(self, graph: engine.Graph) -> Change:
        """Set the value; a node that computes its value refuses one."""
        graph.value(self.name)
        return super().apply(graph)


class SetSlider(SetAttribute):
    """Give a leaf a slider, or another one; None takes it away."""

    def __init__(self, name: str, span: Span | None) -> None:
        kept = None if span is None else span.attribute()
        text = tr("Slider of {name}").format(name=name)
        super().__init__(name, "slider", kept, text)


class SetKind(SetAttribute):
    """Make a leaf a parameter, an input or a constant."""

    reshapes = True  # other leaves are trained, and counted

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(name, "op", kind, tr("Change what {name} is").format(name=name))

    def apply(self, graph: engine.Graph) -> Change:
        """Set the leaf's op; the one that it has touches nothing."""
        return _compiled_anew(super().apply(graph))

    def revert(self, graph: engine.Graph) -> Change:
        """Set it as it was."""
        return _compiled_anew(super().revert(graph))


class SetOutput(Command):
    """Name the output; None leaves it to the only sink."""

    reshapes = True

    def __init__(self, output: str | None) -> None:
        self.output = output
        self.text = (
            tr("Set {name} as output").format(name=output)
            if output is not None
            else tr("Name no output")
        )
        self._before: str | None = None

    def apply(self, graph: engine.Graph) -> Change:
        """Set the graph's output."""
        self._before = graph.output
        graph.output = self.output
        return Change(output=self._before != self.output)

    def revert(self, graph: engine.Graph) -> Change:
        """Set the output as it was."""
        graph.output = self._before
        return Change(output=True)


class SetTitle(Command):
    """Set the graph's title."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.text = tr("Change the title")
        self._before: str | None = None

    def apply(self, graph: engine.Graph) -> Change:
        """Set the title; the one that is shown already touches nothing."""
        if graph.title == self.title:
            return Change()
        self._before = graph.network.graph.get("title")  # a file may hold what cannot be seen
        graph.title = self.title
        return Change(title=True)

    def revert(self, graph: engine.Graph) -> Change:
        """Set the title as it was, were it empty."""
        graph.title = ""
        if self._before is not None:
            graph.network.graph["title"] = self._before
        return Change(title=True)


def _compiled_anew(change: Change) -> Change:
    """Return a change of nodes as one after which the program is another, too."""
    return replace(change, edges=bool(change.edited))


def _same(first: object, second: object) -> bool:
    """Return whether two attributes are written alike; NaN is like NaN, 1 is not like True."""
    if isinstance(first, np.ndarray) or isinstance(second, np.ndarray):
        return (
            isinstance(first, np.ndarray)
            and isinstance(second, np.ndarray)
            and first.shape == second.shape
            and first.tobytes() == second.tobytes()
        )
    return repr(first) == repr(second)
