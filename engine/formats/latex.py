r"""LaTeX: the formulas of a graph, and of every derivative by the chain rule, with their numbers.

The file compiles alone, and inside a document by `\input` where amsmath is loaded.
"""

from collections.abc import Container
from functools import partial
from itertools import accumulate
from math import prod

from engine.expression import Call, Expression, Name, Number, simplified, substitute
from engine.formats.figure import Figure, figure, operand
from engine.formats.latex_lines import aligned
from engine.formats.latex_math import expression_latex, in_parentheses, is_called
from engine.formats.latex_text import (
    label_latex,
    letter_definition,
    name_latex,
    plain_latex,
    told_latex,
)
from engine.graph import Edge, Graph
from engine.graph.attributes import seen
from engine.ops import OPS
from engine.ops.formula import derivative_of
from engine.schedule import schedule

__all__ = ["ALONE", "END", "latex", "written_name"]

ALONE = r"""% Compiles alone, and inside a document by \input; that document loads {packages}.
\makeatletter
\ifx\@nodocument\relax\makeatother\else\makeatother
\newcommand\chainrulealone{{}}
\documentclass{options}
\usepackage{{{packages}}}
\begin{{document}}
\fi
"""
END = r"""\ifdefined\chainrulealone\expandafter\end\expandafter{document}\fi
"""
_MOST_CALLS = 24  # operations of a formula in one piece
_MOST_TERMS = 3  # of a sum of flows on one line
_SUM = "\\sum"  # over the entries for which one of an array that is broadcast was taken
_ARRIVING = ""  # stands for the derivative that arrives: no node is called so


def latex(graph: Graph) -> str:
    """Return the formulas of a graph, forward and backward."""
    shown = figure(graph)
    plan = schedule(graph, shown.output, partial=True)
    done = shown.output is not None and shown.program.value(shown.output) is not None
    relevant = [plan.names[number] for number in plan.relevant] if done else plan.names
    computed = [name for name in relevant if not graph.is_leaf(name)]
    parts = [
        aligned(_whole(shown, computed) if done else []),
        aligned([_forward(shown, n) for n in computed]),
    ]
    if done:
        asked = [n for n in reversed(relevant) if graph.op_of(n) != "constant"]
        depended = set(relevant)
        parts.append(aligned([_backward(shown, name, depended) for name in asked]))
    head = ALONE.format(packages="amsmath", options="{article}\n\\pagestyle{empty}")
    body = "\n".join(part for part in parts if part)
    return head + letter_definition(body) + body + END


def _whole(shown: Figure, computed: list[str]) -> list[str]:
    """Return the output in leaves alone, and its derivative by each parameter, where short."""
    trees: dict[str, Expression] = {}
    for name in computed:
        tree = substitute(shown.computed(name), trees)
        if _calls(tree) > _MOST_CALLS or not shown.graph.operation(name).elementwise:
            return []
        trees[name] = tree
    output = shown.output
    if output not in trees or len(computed) < 2:
        return []
    write = partial(written_name, shown.graph)
    rows = [f"{write(output)} &= {expression_latex(trees[output], write)}"]
    for name in shown.graph.nodes():
        if shown.graph.op_of(name) != "parameter":
            continue
        found = derivative_of(trees[output], name)
        if found is not None and _calls(found) <= _MOST_CALLS:
            rows.append(f"{_partial(shown, name)} &= {expression_latex(found, write)}")
    return rows


def _calls(expression: Expression) -> int:
    """Return how many operations a tree has, or one more than the most where it has more."""
    count, pending = 0, [expression]
    while pending and count <= _MOST_CALLS:
        part = pending.pop()
        if isinstance(part, Call):
            count += 1
            pending.extend(part.arguments)
    return count


def written_name(graph: Graph, name: str) -> str:
    """Return a node's label, or its name, as mathematics."""
    if name not in graph:
        return "{?}"
    label = graph.attributes(name).get("label")
    return _closed(label_latex(seen(str(label))) if label else name_latex(name))


def _closed(text: str) -> str:
    """Return what somebody called something, as one where a parenthesis has no partner in it.

    Beside those of the formula, no line could end there.

    >>> _closed("[0,1)"), _closed("f(x)"), _closed("a)(b")
    ('{[0,1)}', 'f(x)', '{a)(b}')
    """
    depths = list(accumulate((sign == "(") - (sign == ")") for sign in text))
    paired = depths and depths[-1] == 0 and min(depths) == 0
    return text if paired else f"{{{text}}}"


def _forward(shown: Figure, name: str) -> str:
    write = partial(written_name, shown.graph)
    formula = expression_latex(shown.computed(name), write)
    told = told_latex(shown.program.value(name))
    return f"{write(name)} &= {_signed(shown.graph, name)}{formula} {told}"


def _signed(graph: Graph, name: str) -> str:
    """Return `g(z) = ` where a node's op has another sign than usual, as on its card; else "".

    A product is written with its dot there, whatever its sign is.
    """
    own = graph.own_op(name)
    sign = own.sign if own else graph.attributes(name).get("symbol")
    if not sign or sign == OPS[graph.op_of(name)].symbol:
        return ""
    operands = [operand(graph, source) for source in graph.inputs(name)]
    if own is None and not is_called(graph.operation(name).written(*operands)):
        return ""
    write = partial(written_name, graph)
    inputs = ", ".join(expression_latex(part, write) for part in operands)
    return f"{_closed(plain_latex(seen(str(sign))))}{in_parentheses(inputs)} = "


def _backward(shown: Figure, name: str, relevant: Container[str]) -> str:
    """Return a node's derivative: over its edges to `relevant` nodes the chain rule, their sum."""
    derivative = _partial(shown, name)
    told = told_latex(shown.program.derivative(name))
    edges = [edge for edge in shown.graph.consumers(name) if edge.target in relevant]
    if name == shown.output or len(edges) > _MOST_TERMS:
        return f"{derivative} &{told}"
    flows = [_flow(shown, edge) for edge in edges]
    terms = [flow for flow in flows if flow is not None]
    if len(terms) < len(flows):
        return f"{derivative} &{told}"
    if len(terms) > 1:
        terms = [in_parentheses(term) if term.startswith(_SUM) else term for term in terms]
    return f"{derivative} &= {' + '.join(terms)} {told}"


def _partial(shown: Figure, name: str) -> str:
    """Return the output's derivative by a node."""
    return _ratio(shown.graph, shown.output or "", name)


def _ratio(graph: Graph, of: str, by: str) -> str:
    above, below = written_name(graph, of), written_name(graph, by)
    return f"\\frac{{\\partial {above}}}{{\\partial {below}}}"


def _flow(shown: Figure, edge: Edge) -> str | None:
    """Return what flows back along an edge, from what arrives at its target.

    None stands for what is not one formula.
    """
    graph, arrives = shown.graph, _partial(shown, edge.target)
    operation = graph.operation(edge.target)
    inputs = shown.operands(edge.target)

    def write(name: str) -> str:
        return arrives if name == _ARRIVING else written_name(graph, name)

    if operation.name in ("sum", "mean") and not shown.shape(edge.target):
        shape = shown.shape(edge.source)
        return f"{arrives} \\cdot {_of_each(operation.name, prod(shape))}" if shape else arrives
    if not operation.elementwise:
        written = operation.backward_written(edge.port, Name(_ARRIVING), *inputs)
        ranks = [len(shown.shape(source)) for source in graph.inputs(edge.target) if source]
        if operation.name == "transpose":  # a fraction that is raised
            arrives = in_parentheses(arrives)
        return None if written is None or max(ranks) > 2 else expression_latex(written, write)
    found = operation.derivative_written(edge.port, Name(edge.target), *inputs)
    if found is None:
        return _by_name(shown, edge)
    factor = simplified(found)
    text = expression_latex(factor, write)
    text = in_parentheses(text) if _loose(factor) else text
    if not shown.shape(edge.target):
        return f"{arrives} \\cdot {text}"
    product = arrives if factor == Number(1.0) else f"{arrives} \\odot {text}"
    return product if shown.shape(edge.source) == shown.shape(edge.target) else f"{_SUM} {product}"


def _of_each(op: str, count: int) -> str:
    r"""Return the derivative of a sum or mean of so many entries by all of them, in ones.

    >>> _of_each("sum", 3), _of_each("mean", 3)
    ('\\mathbf{1}', '\\tfrac{1}{3} \\mathbf{1}')
    """
    return f"\\tfrac{{1}}{{{count}}} \\mathbf{{1}}" if op == "mean" else "\\mathbf{1}"


def _by_name(shown: Figure, edge: Edge) -> str | None:
    """Return a flow whose local derivative is no formula, as ReLU's: it is called ∂a/∂z.

    None where that would name nothing new, or a derivative by two inputs at once.
    """
    graph = shown.graph
    if edge.target == shown.output or graph.inputs(edge.target).count(edge.source) > 1:
        return None
    arrives, local = _partial(shown, edge.target), _ratio(graph, edge.target, edge.source)
    if not shown.shape(edge.target):
        return f"{arrives} \\cdot {local}"
    alike = shown.shape(edge.source) == shown.shape(edge.target)
    return f"{arrives} \\odot {local}" if alike else None


def _loose(expression: Expression) -> bool:
    if isinstance(expression, Call):
        return expression.op in ("add", "subtract", "negate")
    return not isinstance(expression, Name) and expression.value < 0
