"""A graph from a PyTorch function or module, traced by `torch.fx`; PyTorch is loaded only here."""

import importlib.util
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import GraphError
from engine.formats.torch_ops import Nodes, rules
from engine.graph import Graph
from engine.graph.attributes import is_parameter
from engine.value import Value
from engine.words.suggestion import did_you_mean

__all__ = ["graph_from_torch", "load_target"]

_MISSING = (
    "this Chainrule comes without PyTorch: in a checkout '.venv/bin/pip install torch' brings it"
)


def load_target(spelled: str) -> Any:
    """Return what `module:name` names; the module is looked for in the current folder, too.

    Its code is run, as with any import. Raises GraphError where it is not to be had.
    """
    module, colon, name = spelled.partition(":")
    if not colon or not module or not name:
        raise GraphError(f"{spelled!r} is not MODULE:NAME, such as model:loss")
    folder = str(Path.cwd())
    sys.path.insert(0, folder)
    try:
        found: Any = importlib.import_module(module)
    except SystemExit as error:
        said = f"{module} ends the program where it is imported; let it do so only where it is run"
        raise GraphError(f"{said}, under if __name__ == '__main__'") from error
    except Exception as error:
        raise GraphError(f"{module} cannot be imported: {_line(error)}") from error
    finally:
        sys.path.remove(folder)
    for part in name.split("."):
        if not hasattr(found, part):
            raise GraphError(f"{module} has no {name!r}{did_you_mean(part, dir(found))}")
        found = getattr(found, part)
    return found


def graph_from_torch(
    target: Any, values: Mapping[str, Value], parameters: Sequence[str] | None = None
) -> Graph:
    """Return the graph that a function, a module or a class of modules computes.

    Arguments are leaves: each takes its value from `values` or from the function's default. What
    is returned is the output. Raises GraphError for a function that is not among our ops.
    """
    if importlib.util.find_spec("torch") is None:
        raise GraphError(_MISSING)
    if isinstance(target, type):
        target = _made(target)
    tracer = _tracer()
    try:
        traced = tracer.trace(target)
    except Exception as error:
        raise GraphError(f"it cannot be traced: {_line(error)}") from error
    # its root is the module, or, for a function, what holds the tensors that the function makes
    return _Reader(tracer.root, values, parameters).read(traced)


def _made(kind: type) -> Any:
    try:
        return kind()
    except Exception as error:
        raise GraphError(f"{kind.__name__}() cannot be made: {_line(error)}") from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__


def _tracer() -> Any:
    import torch.fx

    class Tracer(torch.fx.Tracer):
        def is_leaf_module(self, m: Any, name: str) -> bool:  # nn.Linear, too, is looked into
            del m, name
            return False

    return Tracer()


class _Reader:
    """Reads the nodes that were traced, one by one."""

    def __init__(
        self, target: Any, values: Mapping[str, Value], parameters: Sequence[str] | None
    ) -> None:
        self._target, self._values, self._parameters = target, values, parameters
        self._nodes = Nodes()
        self._graph, self._made = self._nodes.graph, self._nodes.made
        self._attributes: dict[str, str] = {}  # the leaves of the module's tensors, by their paths
        self._rules = rules()

    def read(self, traced: Any) -> Graph:
        """Return the graph of what was traced."""
        for node in traced.nodes:
            if node.op == "placeholder":
                self._made[node] = self._argument(node)
            elif node.op == "get_attr":
                self._made[node] = self._attribute(node.target)
            elif node.op == "output":
                self._finish(node.args[0])
            else:
                self._made[node] = self._call(node)
        unknown = [name for name in self._values if name not in self._graph]
        if unknown:
            raise GraphError(f"{unknown[0]} is given a value but nothing uses it")
        return self._graph

    def _argument(self, node: Any) -> str:
        name = node.target
        value = self._values.get(name, node.args[0] if node.args else None)
        if value is None:
            raise GraphError(f"{name} has no value: add {name}=NUMBER")
        kind = "parameter" if is_parameter(name, self._parameters) else "input"
        return self._graph.add_node(name, kind, value=_array(value))

    def _attribute(self, path: str) -> str:
        """Return the leaf of a module's own tensor: a parameter, or a buffer."""
        if path in self._attributes:
            return self._attributes[path]
        found = self._target
        for part in path.split("."):
            found = getattr(found, part)
        learned = bool(getattr(found, "requires_grad", False))
        kind = "parameter" if learned else "constant"
        name = self._graph.unique_name(path)
        self._attributes[path] = self._graph.add_node(name, kind, value=_array(found))
        return name

    def _finish(self, result: Any) -> None:
        if result not in self._made:
            raise GraphError("it must return one number that it computes")
        output = self._made[result]
        if not self._graph.is_leaf(output) and "J" not in self._graph:
            self._graph.rename_node(output, "J")
            output = "J"
        self._graph.output = output

    def _call(self, node: Any) -> str:
        called = node.target
        if called is getattr:
            called = f".{node.args[1]}"
            node.args = node.args[:1]
        rule = self._rules.get(called)
        if rule is None:
            raise GraphError(f"{_called(called)} is not among the ops of Chainrule")
        how = {key: value for key, value in node.kwargs.items() if value is not None}
        shown = ", ".join([*map(str, node.args), *(f"{k}={v}" for k, v in how.items())])
        try:
            return rule(self._nodes, node.name, *node.args, **how)
        except TypeError:
            raise GraphError(f"{_called(called)}({shown}) is more than Chainrule's op") from None
        except GraphError as error:
            raise GraphError(f"{_called(called)}({shown}): {error}") from error


def _called(called: Any) -> str:
    if isinstance(called, str):
        return f"the method {called.lstrip('.')}"
    return f"the function {getattr(called, '__name__', called)}"


def _array(value: Any) -> Any:
    if hasattr(value, "detach"):
        return np.array(value.detach().cpu().double().numpy())
    return value
