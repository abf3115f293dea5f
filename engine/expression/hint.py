"""What to write instead of what is no expression, as it stands on paper or in another program."""

from collections.abc import Collection
from keyword import iskeyword

from engine.expression.tree import ARRAY_FUNCTIONS, FUNCTIONS
from engine.language import noop, sentence
from engine.words.suggestion import did_you_mean
from engine.words.wording import COMPARED

__all__ = ["of_function", "of_sign", "of_two"]

_ALSO = {
    "σ": "sigmoid",
    "Σ": "sum",
    "lrelu": "leaky_relu",
    "logistic": "sigmoid",
    "mse": "squared_error",
}
_MISSING = frozenset(  # near to others, or no factors
    [
        "arctan",
        "arcsin",
        "arccos",
        "atan",
        "asin",
        "acos",
        "argmax",
        "argmin",
        "round",
        "floor",
        "ceil",
        "sign",
        "random",
        "rand",
    ]
)
_MADE_OF = {  # whose nearest names are other functions
    "tan": "sin(…)/cos(…)",
    "log10": "log(…)/log(10)",
    "log2": "log(…)/log(2)",
    "sinh": "(exp(…) - exp(-…))/2",
    "cosh": "(exp(…) + exp(-…))/2",
    "pow": "a^b",
    "dot": "W @ x",
    "norm": "sqrt(sum(x^2))",
}
_OF_ARRAYS = ("norm",)  # of what is made so
_LATEX = noop("LaTeX is not read: write such as (w*x + b)^2/2")
_DERIVED = noop("derivatives are computed by themselves: they stand on the edges")
_SIGNS = {
    "\\": _LATEX,
    "$": _LATEX,
    "{": _LATEX,
    "}": _LATEX,
    "<": COMPARED,
    ">": COMPARED,
    "≤": COMPARED,
    "≥": COMPARED,
    "=": noop("divide several formulas by ';'"),
    ";": noop("give each formula a name: a = w*x; b = a + 1"),
    ".": noop("write * for a product, and exp(x) without what is before it"),
    ".T": noop("a matrix is transposed by transpose(x), a node of its own"),
    "'": noop("a name has letters, digits and _ alone"),
    "^[": noop("call it W1, and give it the label W^[1]"),
    "⁽": noop("call it W1, and give it the label W^(1)"),
    "[": noop("rows of numbers are a leaf's value"),
    "∞": noop("give it to a leaf, such as c = ∞, and write c"),
    "∂": _DERIVED,
    "∇": _DERIVED,
    "@": noop("a product of matrices is a node of its own"),
}
_WRITTEN = {"|": "abs(x)", "√": "sqrt(x)", "⊙": "*", "∘": "*", "∑": "sum(x)", "⁻": "^(-1)"}
_WRITTEN |= {raised: f"^{plain}" for raised, plain in zip("⁰¹⁴⁵⁶⁷⁸⁹", "01456789", strict=True)}
_WRITTEN |= {lowered: f"_{plain}" for plain, lowered in enumerate("₀₁₂₃₄₅₆₇₈₉")}


def of_sign(sign: str) -> str:
    """Return what to write for a sign that no expression has, `; write abs(x)`, or nothing."""
    if sign in _WRITTEN:
        return _write(_WRITTEN[sign])
    return f"; {sentence(_SIGNS[sign])}" if sign in _SIGNS else ""


def of_function(
    name: str, own: Collection[str] = (), *, multiplies: bool = True, arrays: bool = False
) -> str:
    """Return what was meant by the call of an unknown function; `own` are known besides.

    It `multiplies` where what stands in its brackets may as well be a factor. With `arrays` ops of
    whole arrays may be called.
    """
    known = _ALSO.get(name) or _ALSO.get(name.lower(), name.lower())
    if known in _MISSING:
        return sentence("; there is none")
    if known in FUNCTIONS:
        return _write(f"{known}(…)")
    if known in _MADE_OF and (arrays or known not in _OF_ARRAYS):
        return _write(_MADE_OF[known])
    if known in ARRAY_FUNCTIONS or known in _OF_ARRAYS:
        return sentence("; {op} takes a whole array and is a node of its own", op=known)
    product = _multiply(f"{name}*(…)") if multiplies else ""
    return did_you_mean(name, [*FUNCTIONS, *own]) or product


def of_two(before: str, after: str, own: Collection[str] = (), *, arrays: bool = False) -> str:
    """Return what was meant by two names, or a function and a number, side by side: `w x`."""
    if iskeyword(before) or iskeyword(after):
        return sentence("; Python is not run: write such as (w*x + b)^2/2")
    known = _ALSO.get(before) or _ALSO.get(before.lower(), before.lower())
    known = before if before in own else known
    if known in ARRAY_FUNCTIONS and known not in own:
        many = "" if ARRAY_FUNCTIONS[known] == 1 else ", …"
        return _write(f"{known}({after}{many})") if arrays else of_function(known)
    if known in FUNCTIONS or known in own:
        others = "" if known in own or FUNCTIONS[known] == 1 else ", …"
        return _write(f"{known}({after}{others})")
    return _multiply(f"{before}*{after}")


def _write(meant: str) -> str:
    return sentence("; write {meant}", meant=meant)


def _multiply(meant: str) -> str:
    return sentence("; write {meant} to multiply", meant=meant)
