"""Typed expressions: text to tree, tree to text; parsed, never executed."""

from engine.expression.attributes import ATTRIBUTES, attribute_written
from engine.expression.calling import spelled_out
from engine.expression.euler import EULER, is_exponential, with_exponential
from engine.expression.function import SHORT
from engine.expression.kept import kept
from engine.expression.leaf import as_call, check_new_leaves
from engine.expression.parsing import MAX_BYTES, MAX_DEPTH, MAX_NESTING, parse
from engine.expression.plain import as_typed, check_new_names, without_scripts
from engine.expression.renaming import rename
from engine.expression.simplifying import simplified
from engine.expression.single import typed_number
from engine.expression.tokens import is_name
from engine.expression.tree import (
    ARRAY_FUNCTIONS,
    FUNCTIONS,
    Call,
    Expression,
    Name,
    Number,
    calls,
    names,
    substitute,
)
from engine.expression.writing import written

__all__ = [
    "ARRAY_FUNCTIONS",
    "ATTRIBUTES",
    "EULER",
    "FUNCTIONS",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NESTING",
    "SHORT",
    "Call",
    "Expression",
    "Name",
    "Number",
    "as_call",
    "as_typed",
    "attribute_written",
    "calls",
    "check_new_leaves",
    "check_new_names",
    "is_exponential",
    "is_name",
    "kept",
    "names",
    "parse",
    "rename",
    "simplified",
    "spelled_out",
    "substitute",
    "typed_number",
    "with_exponential",
    "without_scripts",
    "written",
]
