"""The slopes that a bump finds on both sides of an entry, and what ever smaller bumps tell.

Those of a smooth curve come together by half with each halving; those of a kink stay apart, that
over a jump grows, and of a border one has no value.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

__all__ = [
    "BORDER",
    "CURVE",
    "KINK",
    "ROUNDING",
    "Slopes",
    "at_last",
    "between",
    "halves_on",
    "kink",
    "oddity",
]

KINK, BORDER, CURVE = "a kink", "a border", "a curve"
ROUNDING = 2e-15  # of J, and of a product of an entry with its slope: divided by a tiny bump
_BENT = 0.05  # of the larger slope: where both sides differ by more, it may be a kink
_HALVED = 0.25, 0.75  # of what a bump found, what half of it finds where that is in proportion
_HALVINGS = 24
_MOST_HALVINGS = 60  # where a border or a pole is close: of √w, w = 1e−12
_JUMPS = 1.9  # times that the slope over a jump grows, which does not shrink with the bump


class Slopes(NamedTuple):
    """What a bump by `epsilon` finds on both sides; `noise` is what rounding may make of each."""

    epsilon: float
    below: float
    before: float
    after: float
    noise: float

    @property
    def right(self) -> float:
        """The lecture's figure: of the bump up."""
        return (self.after - self.before) / self.epsilon

    @property
    def left(self) -> float:
        """The same of the bump down."""
        return (self.before - self.below) / self.epsilon

    @property
    def central(self) -> float:
        """The slope over both sides."""
        return (self.right + self.left) / 2.0

    @property
    def apart(self) -> float:
        """How much both sides differ."""
        return abs(self.right - self.left)

    @property
    def steepest(self) -> float:
        """The larger of the slopes that there are, without its sign."""
        return max((abs(x) for x in (self.right, self.left) if math.isfinite(x)), default=0.0)

    @property
    def is_straight(self) -> bool:
        """Whether both sides are about the same."""
        return self.apart <= _BENT * self.steepest + 2.0 * self.noise

    def is_curved(self, wider: "Slopes") -> bool:
        """Tell whether both sides came together alike and by half: so those of a curve do."""
        right, left = wider.right - self.right, wider.left - self.left
        alike = abs(right + left) <= 0.5 * max(abs(right), abs(left))
        return alike and _HALVED[0] * wider.apart <= self.apart <= _HALVED[1] * wider.apart


def oddity(first: Slopes, wider: Slopes, now: Slopes) -> str:
    """Return what is no curve between a bump and half of it, "" where nothing is.

    It is a border where only one side has a value, and a kink where both sides differ and one of
    them stays as it was.
    """
    if math.isfinite(first.left) is not math.isfinite(first.right):
        inside = first.left if math.isfinite(first.left) else first.right
        return f"{BORDER}: no value on one side, {inside:.6g} on the other"
    right, left = abs(wider.right - now.right), abs(wider.left - now.left)
    stays = min(right, left) <= _BENT * wider.apart
    if stays and not wider.is_straight and 5.0 * now.noise <= wider.apart:
        return kink(first)
    return ""


def kink(slopes: Slopes) -> str:
    """Return how a kink between these slopes is told."""
    return f"{KINK}: {slopes.left:.6g} on one side, {slopes.right:.6g} on the other"


def between(slopes: Callable[[float], Slopes], epsilon: float) -> str:
    """Return what makes the slopes on both sides of a bump differ, "" where nothing does.

    `slopes` are those of a bump by any number. It is a kink or a border, as `oddity` tells them, or
    else a curve, on which smaller bumps find slopes that are nearer to each other.
    """
    first = wider = slopes(epsilon)
    for _ in range(_HALVINGS):
        if wider.is_straight:
            break
        now = slopes(wider.epsilon / 2.0)
        odd = oddity(first, wider, now)
        if odd:
            return odd
        if now.is_curved(wider):
            return CURVE
        wider = now
    both = math.isfinite(first.left) and math.isfinite(first.right)
    return CURVE if wider is not first and both else ""


def halves_on(backprop: float, steps: Sequence[Slopes]) -> bool:
    """Tell whether half of the last bump may settle it.

    After the usual number of halvings it may where what they found still changes with each.
    """
    if len(steps) <= _HALVINGS:
        return True
    if len(steps) > _MOST_HALVINGS or not math.isfinite(backprop):
        return False
    wider, now = steps[_HALVINGS - 1 : _HALVINGS + 1]
    return not abs(now.apart - wider.apart) <= _BENT * wider.apart


def at_last(backprop: float, steps: Sequence[Slopes], note: str) -> tuple[bool, str]:
    """Tell whether the derivative fits what the smallest bumps find, where they find no curve."""
    first, wider, now = steps[0], *steps[-2:]
    both = (wider.right, now.right), (wider.left, now.left)
    sides = [(before, last) for before, last in both if math.isfinite(before - last)]
    if not sides:
        return True, "no value on either side"
    if not math.isfinite(backprop) and now.steepest > 2.0 * first.steepest:
        return True, note
    least = max(now.noise, now.steepest / 2.0)
    if any(abs(last) >= max(_JUMPS * abs(before), least) for before, last in sides):
        if note.startswith(BORDER):
            return True, note
        beside = f"{now.below:.6g} below and {now.after:.6g} above"
        return True, f"a jump: {now.before:.6g} here, {beside}"
    if now.is_straight:  # it is flat: what a wider bump found comes from elsewhere
        fits = abs(backprop - now.central) <= 2.0 * now.noise
        return fits, note if fits else ""
    if len(sides) == 2:
        low, high = sorted((now.left, now.right))
        even = (4.0 * now.central - wider.central) / 3.0
        near = abs(backprop - even) <= 4.0 * now.noise
        fits = near or low - 2.0 * now.noise <= backprop <= high + 2.0 * now.noise
    else:
        ((before, last),) = sides
        fits = abs(backprop - (2.0 * last - before)) <= 2.0 * abs(last - before) + now.noise
    return fits, note if fits else ""
