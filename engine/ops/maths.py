"""The mathematics ops are written in, twice: for Python floats and for NumPy arrays.

An op is written once, against a `Maths`. `SCALAR` runs it in the plain loop of narrow stretches,
`ARRAY` on arrays and on whole levels at once. Neither raises and neither warns: what has no
finite result is NaN or infinity, as IEEE 754 says.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = ["ARRAY", "SCALAR", "Maths", "Value"]

Value = Any  # float or float64 array; an op's arithmetic serves both


class Maths:
    """The functions ops are made of, besides + - * and comparison."""

    divide: Callable[[Value, Value], Value]
    power: Callable[[Value, Value], Value]
    sqrt: Callable[[Value], Value]
    exp: Callable[[Value], Value]
    log: Callable[[Value], Value]
    log1p: Callable[[Value], Value]
    tanh: Callable[[Value], Value]
    sin: Callable[[Value], Value]
    cos: Callable[[Value], Value]
    absolute: Callable[[Value], Value]
    maximum: Callable[[Value, Value], Value]
    minimum: Callable[[Value, Value], Value]
    where: Callable[[Value, Value, Value], Value]


class _Scalar(Maths):
    @staticmethod
    def divide(a: float, b: float) -> float:
        try:
            return a / b
        except ZeroDivisionError:
            if a == 0.0 or a != a:
                return math.nan
            return math.copysign(math.inf, a) * math.copysign(1.0, b)

    @staticmethod
    def power(a: float, b: float) -> float:
        try:
            return math.pow(a, b)
        except OverflowError:
            return -math.inf if a < 0.0 and b % 2.0 == 1.0 else math.inf
        except ValueError:
            if a == 0.0:  # a negative power of zero
                odd = b % 2.0 == 1.0
                return math.copysign(math.inf, a) if odd else math.inf
            return math.nan

    @staticmethod
    def sqrt(a: float) -> float:
        return math.sqrt(a) if a >= 0.0 else math.nan

    @staticmethod
    def exp(a: float) -> float:
        try:
            return math.exp(a)
        except OverflowError:
            return math.inf

    @staticmethod
    def log(a: float) -> float:
        if a > 0.0:
            return math.log(a)
        return -math.inf if a == 0.0 else math.nan

    @staticmethod
    def log1p(a: float) -> float:
        if a > -1.0:
            return math.log1p(a)
        return -math.inf if a == -1.0 else math.nan

    @staticmethod
    def sin(a: float) -> float:
        return math.sin(a) if math.isfinite(a) else math.nan

    @staticmethod
    def cos(a: float) -> float:
        return math.cos(a) if math.isfinite(a) else math.nan

    @staticmethod
    def maximum(a: float, b: float) -> float:
        return a if a > b or a != a else b  # of 0 and −0 NumPy takes the second

    @staticmethod
    def minimum(a: float, b: float) -> float:
        return a if a < b or a != a else b

    @staticmethod
    def where(condition: bool, a: float, b: float) -> float:
        return a if condition else b

    tanh = staticmethod(math.tanh)
    absolute = staticmethod(abs)


class _Array(Maths):
    divide = staticmethod(np.divide)
    power = staticmethod(np.power)
    sqrt = staticmethod(np.sqrt)
    exp = staticmethod(np.exp)
    log = staticmethod(np.log)
    log1p = staticmethod(np.log1p)
    tanh = staticmethod(np.tanh)
    sin = staticmethod(np.sin)
    cos = staticmethod(np.cos)
    absolute = staticmethod(np.abs)
    maximum = staticmethod(np.maximum)
    minimum = staticmethod(np.minimum)
    where = staticmethod(np.where)


SCALAR = _Scalar()
ARRAY = _Array()
