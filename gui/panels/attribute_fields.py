"""The fields for what an op can be told: a formula, an axis, a slope; they walk the registry."""

import contextlib
import json
import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFormLayout

import engine
from engine import ops
from engine.expression import typed_number
from gui.commands import SetAttribute, typed_formula
from gui.document import Command
from gui.evaluation import Evaluation
from gui.language import noop, tr
from gui.panels.field import Field
from gui.panels.page import Page
from gui.picture.array_room import making_room

__all__ = ["AttributeFields"]

_TITLES = {
    "formula": noop("Formula"),
    "axis": noop("Axis"),
    "slope": noop("Slope"),
    "keepdims": noop("Keep dimensions"),
}
_WHOLE = re.compile(r"[+-]?\d{1,18}")
_FOLLOWING = frozenset({"inputs"})  # the names in a formula, never typed by themselves


class AttributeFields:
    """A row of `page`'s form for each attribute that the shown node's op takes."""

    own_ops: Sequence[engine.OwnOp] = ()
    """What a formula may call."""

    def __init__(self, page: Page, form: QFormLayout, evaluation: Evaluation) -> None:
        self._page, self._form, self._evaluation = page, form, evaluation
        self._node = ""
        self.fields: dict[str, Field] = {}
        for key in _keys():
            known = _TITLES.get(key, key.replace("_", " ").capitalize())
            title = tr(known)
            field = self.fields[key] = Field(title, page)
            field.entered.connect(partial(self._set, key))
            form.addRow(title, field)

    def show_node(self, node: str) -> None:
        """Show the attributes of `node`, and as hints what holds where none is given."""
        graph = self._page.document.graph
        op = None if graph.is_leaf(node) else ops.OPS[graph.op_of(node)]
        given = graph.attributes(node)
        for key, field in self.fields.items():
            taken = op is not None and key in op.attributes
            self._form.setRowVisible(field, taken)
            if taken:
                field.show_text(
                    _text(given.get(key)), _text(getattr(graph.operation(node), key, None))
                )
        self._node = node

    def _set(self, key: str, text: str) -> None:
        try:
            command = self._command(key, text)
        except engine.GraphError as error:
            self.fields[key].refuse(str(error))
        else:
            graph = self._page.document.graph
            made = making_room(graph, self._evaluation, command, grows=True)
            self._page.do(made, self.fields[key])

    def _command(self, key: str, text: str) -> Command:
        """Return the edit that a text means; raises ExpressionError for a wrong call."""
        if key == "formula":
            return typed_formula(self._page.document.graph, self._node, text, self.own_ops)
        return SetAttribute(self._node, key, _typed(_listed(text) if key == "axis" else text))


def _keys() -> tuple[str, ...]:
    """Return every attribute that any op takes and a person may type."""
    keys = (key for op in ops.OPS.values() for key in op.attributes if key not in _FOLLOWING)
    return tuple(dict.fromkeys(keys))


def _listed(text: str) -> str:
    """Return `[0, 1]` for `0, 1`, as several axes are typed."""
    listed = text.strip("()")
    return f"[{listed}]" if "," in text and not text.startswith("[") else text


def _typed(text: str) -> object:
    """Return what was typed: nothing, a number, true or false, or else the text itself."""
    if not text or text.lower() == "none":
        return None
    with contextlib.suppress(ValueError, OverflowError):
        number, plain = typed_number(text), text.replace("−", "-")
        return int(plain) if _WHOLE.fullmatch(plain) else number
    try:
        return json.loads(text.replace("−", "-").lower())
    except (ValueError, RecursionError):  # thousands of brackets in each other
        return text


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, default=str)
