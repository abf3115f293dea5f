"""What to write instead of what is no expression, as it stands on paper or in another program."""

import re
from collections.abc import Collection
from keyword import iskeyword

from engine.expression.function import function_called
from engine.expression.tree import ARRAY_FUNCTIONS, FUNCTIONS
from engine.language import noop, sentence
from engine.words.derivative import DERIVED
from engine.words.suggestion import did_you_mean
from engine.words.wording import COMPARED

__all__ = [
    "is_of_array",
    "of_function",
    "of_nothing",
    "of_sign",
    "of_two",
    "python",
    "remainder",
    "write",
]

_ALSO = {
    "lrelu": "leaky_relu",
    "logistic": "sigmoid",
    "mse": "squared_error",
    "mseloss": "squared_error",
    "crossentropyloss": "cross_entropy",
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
        "erf",
        "random",
        "rand",
        "randn",
        "sgn",
    ]
)
_MADE_OF = {  # whose nearest names are other functions
    "tan": "sin(…)/cos(…)",
    "cot": "cos(…)/sin(…)",
    "sec": "1/cos(…)",
    "lg": "log(…)/log(10)",
    "log10": "log(…)/log(10)",
    "log_10": "log(…)/log(10)",
    "ld": "log(…)/log(2)",
    "log2": "log(…)/log(2)",
    "log_2": "log(…)/log(2)",
    "log_e": "log(…)",
    "log1p": "log(1 + …)",
    "expm1": "exp(…) - 1",
    "sinh": "(exp(…) - exp(-…))/2",
    "cosh": "(exp(…) + exp(-…))/2",
    "pow": "a^b",
    "dot": "W @ x",
    "linear": "W @ x + b",
    "silu": "x*sigmoid(x)",
    "swish": "x*sigmoid(x)",
    "elu": "relu(x) + min(exp(x) - 1, 0)",
    "relu6": "min(relu(x), 6)",
    "clip": "min(max(x, a), b)",
    "clamp": "min(max(x, a), b)",
    "where": noop("relu(x) or max(a, b)"),
    "bce": "-(y*log(a) + (1 - y)*log(1 - a))",
    "binary_cross_entropy": "-(y*log(a) + (1 - y)*log(1 - a))",
    "norm": "sqrt(sum(x^2))",
    "var": "mean((x - mean(x))^2)",
    "std": "sqrt(mean((x - mean(x))^2))",
    "logsumexp": "log(sum(exp(x)))",
}
_OF_ARRAYS = ("logsumexp", "norm", "std", "var")  # of what is made so
_ALONG = {  # an axis, in whose place stands the one that is told
    "norm": "sqrt(sum(x^2, axis=0))",
    "var": "mean((x - mean(x, axis=0, keepdims=true))^2, axis=0)",
    "std": "sqrt(mean((x - mean(x, axis=0, keepdims=true))^2, axis=0))",
    "logsumexp": "log(sum(exp(x), axis=0))",
}
_OF_MATRICES = ("dot", "linear")
_CALLED = frozenset("fghHδφψ")  # on paper a function
_ROWS = ("arange", "array", "linspace", "matrix", "ones", "range", "tensor", "zeros")
_ROOT = noop("for x ≥ 0 write x^(1/3), which is NaN where x is negative")
_LATEX = noop("LaTeX is not read: write such as (w*x + b)^2/2")
_GIVEN = noop("a name and its value have a '=': w = 2")
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
    "∂": DERIVED,
    "∇": DERIVED,
    "%": noop("5% is 0.05"),
    "?": COMPARED,
    "&": COMPARED,
    ":": _GIVEN,
    "‖": noop("write sum(x^2) for ‖x‖², and sqrt(sum(x^2)) for ‖x‖"),
    "←": _GIVEN,
    "~": _GIVEN,
    "∈": _GIVEN,
    '"': noop("write it without quotes"),
    "∛": _ROOT,
    "′": noop("a name has letters, digits and _ alone"),
    "|": noop("between two bars stands what abs(x) is of"),
    "@": noop("a product of matrices is a node of its own"),
}
_WRITTEN = {"∘": "*", "₊": "relu(…)", "⁻": "^(-1)"}
_REMAINDER = noop("; there is no op for a remainder")
_PYTHON = noop("; Python is not run: write such as (w*x + b)^2/2")
_WRITTEN |= {raised: f"^{plain}" for raised, plain in zip("⁰¹⁴⁵⁶⁷⁸⁹", "01456789", strict=True)}
_WRITTEN |= {lowered: f"_{plain}" for plain, lowered in enumerate("₀₁₂₃₄₅₆₇₈₉")}


def of_sign(sign: str, *, arrays: bool = True) -> str:
    """Return what to write for a sign that no expression has, `; write abs(x)`, or nothing."""
    if sign == "‖" and not arrays:
        return of_function("norm")
    if sign in _WRITTEN:
        return write(_WRITTEN[sign])
    return f"; {sentence(_SIGNS[sign])}" if sign in _SIGNS else ""


def of_nothing(op: str, count: int | None) -> str:
    """Return what to write for an op in whose brackets nothing stands, `; write relu(x)`.

    It takes as many as the `count`, two or more where that is None.
    """
    if count == 1:
        return write(f"{op}(x)")
    several = count or 2
    letters = "abcd"[:several] if several <= 4 else [f"x_{k + 1}" for k in range(several)]
    return write(f"{op}({', '.join(letters)})")


def of_function(
    name: str,
    own: Collection[str] = (),
    *,
    multiplies: bool = True,
    arrays: bool = False,
    of: str = "",
    axis: str = "",
) -> str:
    """Return what was meant by the call of an unknown function; `own` are known besides.

    It `multiplies` where what stands in its brackets may as well be a factor. With `arrays` ops of
    whole arrays may be called. What it is `of` stands in what is meant, where that is told; so
    does the `axis`.
    """
    known = _ALSO.get(name.lower(), name.lower())
    if known in _MISSING:
        return sentence("; there is none")
    if known in _ROWS:
        return sentence("; rows of numbers are a leaf's value, such as w = [1, 2]")
    if known in FUNCTIONS or (arrays and known in ARRAY_FUNCTIONS):
        return write(f"{known}(…)")
    if arrays and axis and known in _ALONG:
        return write(_ALONG[known].replace("axis=0", f"axis={axis}"))
    if made := _made_of(known, of, arrays=arrays):
        return made
    if known in _OF_ARRAYS:  # and no op: a node of its own it can only be made of
        said = noop("; {op} takes a whole array: make it of nodes, {made}")
        return sentence(said, op=known, made=_of(_MADE_OF[known], of))
    if known in ARRAY_FUNCTIONS:
        return sentence("; {op} takes a whole array and is a node of its own", op=known)
    product = _multiply(f"{name}*(…)") if multiplies else ""
    if name in _CALLED and multiplies:
        said = noop("; write {product} to multiply, or make {name} an op of your own")
        product = sentence(said, product=f"{name}*(…)", name=name)
    known_ops = [*FUNCTIONS, *(ARRAY_FUNCTIONS if arrays else ()), *own]
    return did_you_mean(name, known_ops) or product


def of_two(
    before: str, after: str, own: Collection[str] = (), *, arrays: bool = False, more: bool = False
) -> str:
    """Return what was meant by two names, or a function and a number, side by side: `w x`.

    There is `more` where what a function is of goes on: `sin 2x`.
    """
    if iskeyword(before) or iskeyword(after):
        return python()
    known = before if before in own else _ALSO.get(before.lower(), function_called(before))
    if before.partition("_")[0] in ("Σ", "sum") and before != "sum":
        return of_two("sum", after, arrays=arrays, more=more)
    made = "" if before in own else _made_of(before, "" if more else after, arrays=arrays)
    if made:
        return made
    if known in ARRAY_FUNCTIONS and known not in own:
        many = "" if ARRAY_FUNCTIONS[known] == 1 else ", …"
        of = "…" if more and not many else after
        return write(f"{known}({of}{many})") if arrays else of_function(known)
    if known in _OF_ARRAYS and known not in own:
        return of_function(known)
    if known in FUNCTIONS or known in own:
        others = "" if known in own or FUNCTIONS[known] == 1 else ", …"
        return write(f"{known}({'…' if more and not others else after}{others})")
    called = function_called(after)
    if called in FUNCTIONS or (arrays and called in ARRAY_FUNCTIONS):
        return _multiply(f"{before}*{called}(…)")
    if after == "mod":
        return remainder()
    if arrays and before[:1].isupper() and after[:1].isalpha():
        said = noop("; write {product} to multiply, or {matrices} for matrices")
        return sentence(said, product=f"{before}*{after}", matrices=f"{before} @ {after}")
    return _multiply(f"{before}*{after}")


def write(meant: str) -> str:
    """Return `; write exp(x)` for what is meant, on one line."""
    return sentence("; write {meant}", meant=" ".join(meant.split()))


def is_of_array(name: str) -> bool:
    """Tell whether what is called so is made of ops that take a whole array."""
    return name.lower() in _OF_ARRAYS


def remainder() -> str:
    """Return that no op is what 7 % 2 is in Python."""
    return sentence(_REMAINDER)


def python() -> str:
    """Return that a program's text is none of ours."""
    return sentence(_PYTHON)


def _made_of(name: str, of: str, *, arrays: bool) -> str:
    """Return of which ops a function is made that is none, nothing where a formula has none such.

    What it is `of` stands in the place of x and of what is left open, where that is told.
    """
    if name.lower() == "cbrt":
        return f"; {sentence(_ROOT)}"
    if name in _OF_MATRICES and not arrays:
        return of_sign("@")
    if name not in _MADE_OF or (name in _OF_ARRAYS and not arrays):
        return ""
    return write(_of(sentence(_MADE_OF[name]), of))


def _of(made: str, of: str) -> str:
    """Return what is made with what it is `of`, where that is told, in the place of x."""
    return re.sub(r"\bx\b|…", of, made) if of else made


def _multiply(meant: str) -> str:
    return sentence("; write {meant} to multiply", meant=meant)
