"""Own ops of a graph: those that nodes about to be placed are made of, and changes to one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import engine
from engine.assignments import divided, parts, with_exp
from engine.expression import (
    Call,
    Expression,
    Name,
    check_new_leaves,
    kept,
    names,
    parse,
    substitute,
    without_scripts,
    written,
)
from engine.graph.own_ops import arities, computes, said_own
from gui.commands.attributes import SetAttribute
from gui.commands.formula import SetFormula
from gui.commands.new_names import new_names
from gui.commands.nodes import NewNode
from gui.commands.several import Several
from gui.document import Change, Command
from gui.language import tr
from gui.own_ops import without_calls

__all__ = ["SetOwnOps", "become_own", "change_own", "knowing", "typed_formula"]


_DIGITS = "0123456789"


class SetOwnOps(Command):
    """Let the graph know these own ops."""

    def __init__(self, own: Sequence[engine.OwnOp], text: str = "") -> None:
        self.own = tuple(own)
        self.text = text or tr("Change own ops")
        self._before: tuple[engine.OwnOp, ...] = ()

    def apply(self, graph: engine.Graph) -> Change:
        """Set the own ops; the nodes that were or are made of one are written anew."""
        before = graph.own_ops
        if before == self.own:
            return Change()
        graph.own_ops = self.own
        self._before = before
        return self._change(graph)

    def revert(self, graph: engine.Graph) -> Change:
        """Set them as they were."""
        graph.own_ops = self._before
        return self._change(graph)

    def _change(self, graph: engine.Graph) -> Change:
        now, before = ({op.name: op for op in own} for own in (self.own, self._before))
        touched = {name for name in now | before if now.get(name) != before.get(name)}
        made = [name for name in graph.nodes() if said_own(graph.attributes(name)) in touched]
        return Change(edited=tuple(made), ops=True)


def knowing(
    graph: engine.Graph,
    nodes: Iterable[NewNode],
    available: Iterable[engine.OwnOp],
    *,
    unused: bool = False,
) -> tuple[list[NewNode], list[Command]]:
    """Return the nodes as they are to be added, and what makes the graph know their own ops.

    An own op whose name the graph has for another one is called otherwise there. Those `unused` are
    known, too, where their names are free.
    """
    offered = {op.name: op for op in available}
    known = {op.name: op for op in graph.own_ops}
    called: dict[str, str] = {}
    found = []
    for node in nodes:
        op = offered.get(str(node.attributes.get("own", "")))
        if op is None:
            found.append(node)
            continue
        if op.name not in called:
            called[op.name] = _called(op, known)
            known.setdefault(called[op.name], replace(op, name=called[op.name]))
        found.append(replace(node, attributes={**node.attributes, "own": called[op.name]}))
    for op in offered.values() if unused else ():
        known.setdefault(op.name, op)
    if len(known) == len(graph.own_ops):
        return found, []
    return found, [SetOwnOps(tuple(known.values()))]


def become_own(graph: engine.Graph, node: str, op: engine.OwnOp) -> Command:
    """Return the step that makes a formula node one of the own op that was made of it."""
    others = [other for other in graph.own_ops if other.name != op.name]
    text = tr("Make {node} the op {op}").format(node=node, op=op.name)
    return Several(text, [SetOwnOps([*others, op]), SetAttribute(node, "own", op.name)])


def typed_formula(
    graph: engine.Graph, node: str, text: str, available: Sequence[engine.OwnOp]
) -> Command:
    """Return the step that gives a formula node what is typed, which may call own ops, or be e^x.

    One that is the call of an own op alone becomes a node of it; else the calls are written out.
    Raises ExpressionError where one cannot be called, and for a node that would need itself.
    """
    text = _told(graph, node, _alone(node, text), available)
    formula = SetFormula(node, without_calls(text, available))
    if formula.formula == text:
        return formula
    called = [op for op in available if op.name in text]
    tree = parse(text, own=arities(called))
    op = next((op for op in called if isinstance(tree, Call) and tree.op == op.name), None)
    if op is None or not computes(op, formula.formula, names(parse(formula.formula))):
        return formula
    (made,), steps = knowing(graph, [NewNode(node, "formula", {"own": op.name})], available)
    own = SetAttribute(node, "own", made.attributes["own"])
    return Several(formula.text, [*steps, formula, own])


def _alone(node: str, text: str) -> str:
    """Return the formula of what is typed for a node, `z = w*x` as well; raises for another's."""
    several = parts(text)
    name, formula = divided(several[0]) if several else (None, text)
    if len(several) > 1 or name not in (None, node):
        said = tr("type the formula alone: {formula}").format(formula=formula.strip())
        raise engine.InvalidAttributeError(said, node=node)
    return text if name is None else formula.strip()


def _told(graph: engine.Graph, node: str, formula: str, available: Sequence[engine.OwnOp]) -> str:
    """Return a formula as it is meant: x_1 for x₁, exp(x) for e^x where e is nothing else."""
    known = {*graph.nodes(), *graph.port_names(node)}
    formula = without_scripts(formula, known)
    try:
        formula = kept(formula, arities(available))
        used = names(parse(formula, own=arities(available)))
        ports = graph.port_names(node)
    except engine.ExpressionError:
        return formula  # what sets it says why
    if node in used and node not in ports:
        said = tr("{name} is computed from itself").format(name=node)
        raise engine.InvalidAttributeError(said, node=node)
    new = (name for name in used if name not in known)
    check_new_leaves(new, formula, computed=lambda name: name in graph and not graph.is_leaf(name))
    return with_exp(formula, available, known)


def change_own(graph: engine.Graph, old: engine.OwnOp, new: engine.OwnOp) -> Command | None:
    """Return the step that changes an own op and the nodes made of it; None where there is none."""
    if old not in graph.own_ops:
        return None
    nodes = [name for name in graph.nodes() if graph.own_op(name) == old]
    steps: list[Command] = [SetOwnOps([new if op == old else op for op in graph.own_ops])]
    for node in nodes:
        if new.formula != old.formula:
            steps.append(SetFormula(node, _for_node(graph, node, old, new)))
        steps.append(SetAttribute(node, "own", new.name))
    return Several(tr("Change the op {name}").format(name=old.name), steps)


def _called(op: engine.OwnOp, known: dict[str, engine.OwnOp]) -> str:
    """Return the op's name in a graph: its own, or counted on where another op has that.

    What came once under such a name has it again.
    """
    if op.name not in known or _alike(known[op.name], op):
        return op.name
    stem = op.name.rstrip(_DIGITS)
    again = (name for name, other in known.items() if _alike(other, op))
    counted = (name for name in again if name.rstrip(_DIGITS) == stem)
    return next(counted, None) or new_names([op.name], known)[op.name]


def _alike(one: engine.OwnOp, other: engine.OwnOp) -> bool:
    return (one.formula, one.symbol) == (other.formula, other.symbol)


def _for_node(graph: engine.Graph, node: str, old: engine.OwnOp, new: engine.OwnOp) -> str:
    """Return the new formula with the names that the node's inputs have.

    An input that comes new is called otherwise where the node has one of its name already, and as
    no other node: of its own name it would be fed by that.
    """
    ports = graph.port_names(node)
    own = dict(zip(old.inputs, ports, strict=True))
    clash = [name for name in new.inputs if name not in own and name in ports]
    own |= new_names(clash, {*ports, *new.inputs, *graph.nodes()})
    replaced: dict[str, Expression] = {a: Name(b) for a, b in own.items() if a != b}
    return written(substitute(parse(new.formula), replaced)) if replaced else new.formula
