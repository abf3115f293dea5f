"""An axis: from numbers to pixels, and the round numbers written along it."""

import math
from dataclasses import dataclass

import numpy as np

from engine.value import Array
from gui.language import count_text
from gui.picture.numbers import number_text

__all__ = ["Axis"]

_ROUND = (1.0, 2.0, 5.0, 10.0)
_LEAST = 1e-300
_MOST = 308.25  # the largest number's power of ten


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, linear or logarithmic; along `whole` numbers something is counted."""

    low: float
    high: float
    log: bool = False
    whole: bool = False

    @staticmethod
    def over(numbers: Array, *, log: bool = False, margin: float = 0.06) -> "Axis":
        """Return the axis that holds all finite `numbers`, of a logarithmic one all above 0."""
        kept = numbers[np.isfinite(numbers)]
        if log:
            kept = kept[kept > _LEAST]
            if not len(kept):
                return Axis(0.1, 10.0, log=True)
            low, high = math.log10(float(kept.min())), math.log10(float(kept.max()))
            pad = max((high - low) * margin, 0.08)
            return Axis(10.0 ** max(low - pad, -307.0), 10.0 ** min(high + pad, _MOST), log=True)
        if not len(kept):
            return Axis(0.0, 1.0)
        low, high = float(kept.min()), float(kept.max())
        if high - low < 1e-12 * max(abs(low), abs(high), _LEAST):
            pad = abs(high) * 0.1 or 1.0
        else:
            pad = min(high / 2 - low / 2, 1e307) * 2 * margin
        return Axis(low - pad, high + pad)

    def shares(self, numbers: Array) -> Array:
        """Return where the numbers lie: 0 at `low`, 1 at `high`; NaN where there is no place."""
        with np.errstate(all="ignore"):
            if self.log:
                low, high = math.log10(self.low), math.log10(self.high)
                found = np.where(numbers > 0, np.log10(numbers), np.nan)
                share: Array = (found - low) / (high - low)
            else:
                share = (numbers / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        return np.where(np.isfinite(share), share, np.nan)

    def at(self, share: float) -> float:
        """Return the number at a share of the way."""
        if self.log:
            low, high = math.log10(self.low), math.log10(self.high)
            return float(10.0 ** (low + share * (high - low)))
        return self.low + share * (self.high - self.low)

    def ticks(self, most: int) -> list[tuple[float, str]]:
        """Return at most about `most` round numbers along the axis with their texts."""
        numbers = self._decades(most) if self.log else self._steps(most)
        if self.log and len(numbers) < 2:
            numbers = [x for x in Axis(self.low, self.high)._steps(most) if x > 0]
        exact = [float(f"{x:.10g}") for x in numbers]  # 0.30000000000000004 is 0.3
        powers = any(x and not 1e-3 <= abs(x) < 1e5 for x in exact)  # one way along an axis
        write = _power if powers else self.text_of
        return [(x, write(short)) for x, short in zip(numbers, exact, strict=True)]

    def text_of(self, number: float) -> str:
        """Return a number as it is written, what is counted with its thousands apart."""
        return count_text(round(number)) if self.whole else number_text(number)

    def _steps(self, most: int) -> list[float]:
        raw = (self.high - self.low) / max(most, 1)
        if not (math.isfinite(raw) and raw > _LEAST):  # a smaller power of ten may be 0
            return []
        size = 10.0 ** math.floor(math.log10(raw))
        step = next(r * size for r in _ROUND if r * size >= raw * 0.999)
        if self.whole:
            step = max(step, 1.0)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return [k * step for k in range(max(first, 0) if self.whole else first, last + 1)]

    def _decades(self, most: int) -> list[float]:
        first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
        stride = max(1, -(-(last - first + 1) // max(most, 1)))
        return [10.0**k for k in range(first, last + 1, stride)]


def _power(number: float) -> str:
    """Return a round number with its power of ten: 20000 as 2·10⁴."""
    if not number:
        return "0"
    exponent = math.floor(math.log10(abs(number)) + 1e-9)
    mantissa = number / 10.0**exponent
    lead = "" if abs(mantissa - 1.0) < 1e-9 else f"{mantissa:g}·".replace("-", "−")
    return f"{lead}10{_raised(exponent)}"


def _raised(exponent: int) -> str:
    return str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
