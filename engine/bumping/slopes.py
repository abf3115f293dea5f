"""The slopes that a bump finds on both sides of an entry, and what ever smaller bumps tell.

Those of a smooth curve come together by half with each halving; those of a kink stay apart, that
over a jump grows, and of a border one has no value. Others tell nothing: those of √|w| grow on both
sides, that of exp(1e6·w) overflows.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
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
_TELLING = 3  # bumps; of two, one may end before a kink and one after it
_SETTLED = 1e-3  # of what both sides are apart, what a side at a kink still moves by
_MET = 0.02  # of it, where both sides end in one
_HALVINGS = 24
_MOST_HALVINGS = 60  # where a border or a pole is close: of √w, w = 1e−12
_STEEPER = "ever steeper on both sides"
_BORDER_STEEPER = f"{BORDER}: no value on one side, ever steeper on the other"
_GROWING = 8  # bumps, each half of the one before it, that find a slope which grows as it did
_EVEN = 0.1  # of that, what it may change by
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
    border = _border(first)
    if border:
        return border
    right, left = abs(wider.right - now.right), abs(wider.left - now.left)
    stays = min(right, left) <= _BENT * wider.apart < math.inf
    if stays and not wider.is_straight and 5.0 * now.noise <= wider.apart:
        return kink(first)
    return ""


def kink(slopes: Slopes) -> str:
    """Return how a kink between these slopes is told."""
    return f"{KINK}: {slopes.left:.6g} on one side, {slopes.right:.6g} on the other"


def between(slopes: Callable[[float], Slopes], epsilon: float) -> str:
    """Return what makes the slopes on both sides of a bump differ, "" where that is not known.

    `slopes` are those of a bump by any number. It is a border, a kink that they show here or within
    the bump, or a curve, on which smaller bumps find slopes that come together.
    """
    steps = [slopes(epsilon)]
    odd = _border(steps[0])
    if odd or steps[0].is_straight:
        return odd
    meets = 0
    while len(steps) <= _HALVINGS and not (steps[-1].is_straight and steps[-2].is_straight):
        steps.append(slopes(steps[-1].epsilon / 2.0))
        if len(steps) >= _TELLING:
            far, wider, now = steps[-3:]
            if _stays(far, wider, now) or _fell(far, wider, now):
                return kink(steps[0])
        meet = steps[-1].is_curved(steps[-2]) or _meets(*steps[-3:])
        meets = meets + 1 if meet else 0
        if meets > 1:  # once it may be by chance
            return CURVE
    return ""


def _border(slopes: Slopes) -> str:
    """Return how a border is told, "" where both sides have values, or one is infinite there."""
    below, after = math.isnan(slopes.below), math.isnan(slopes.after)
    return _beside_border(slopes) if below is not after else ""


def _beside_border(slopes: Slopes) -> str:
    """Return how a border on that side is told where there is no slope, "" where both have one."""
    right, left = math.isfinite(slopes.right), math.isfinite(slopes.left)
    inside = slopes.right if right else slopes.left
    if right is left:
        return ""
    return f"{BORDER}: no value on one side, {inside:.6g} on the other"


def _stays(far: Slopes, wider: Slopes, now: Slopes) -> bool:
    """Tell whether both sides stay as they are, and apart: so those of a kink do."""
    settled = _SETTLED * far.apart + 4.0 * now.noise
    moved = max(abs(wider.right - now.right), abs(wider.left - now.left))
    return _is_told(far, now) and moved <= settled and now.apart >= far.apart / 2.0


def _fell(far: Slopes, wider: Slopes, now: Slopes) -> bool:
    """Tell whether one side came to the other at once, and no more by as much: past a kink."""
    right, left = abs(far.right - wider.right), abs(far.left - wider.left)
    at_once = wider.is_straight and min(right, left) <= _BENT * far.apart
    share = wider.apart / far.apart if at_once and _is_told(far, now) else 1.0
    no_more = now.apart <= 4.0 * now.noise or now.apart >= 3.0 * share * wider.apart
    return share <= _BENT and no_more


def _meets(*steps: Slopes) -> bool:
    """Tell whether both sides go to one slope if what they move by goes on to shrink as it does.

    Less than three bumps do not tell.
    """
    if len(steps) < _TELLING:
        return False
    far, wider, now = steps
    right = _end(far.right, wider.right, now.right, now.noise)
    left = _end(far.left, wider.left, now.left, now.noise)
    return _is_told(far, now) and abs(right - left) <= _MET * far.apart


def _end(far: float, wider: float, now: float, noise: float) -> float:
    """Return where a slope goes (Aitken's extrapolation), NaN where it moves on and on."""
    before, last = wider - far, now - wider
    if abs(last) <= 4.0 * noise:
        return now
    if not abs(last) <= _HALVED[1] * abs(before):
        return math.nan
    return now + last * last / (before - last)


def _is_told(far: Slopes, now: Slopes) -> bool:
    """Tell whether rounding is little beside how far both sides are apart."""
    return math.isfinite(far.apart) and 100.0 * now.noise <= far.apart


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
    if note.startswith(KINK) and _meets(*steps[-5:-2]):  # the last two are near to rounding
        note = ""
    both = (wider.right, now.right), (wider.left, now.left)
    sides = [(before, last) for before, last in both if math.isfinite(before - last)]
    if not sides:
        return True, "no value on either side"
    if len(sides) == 1:  # it may have been infinite: it is so next to the entry, too
        note = note or _beside_border(first)
    if not math.isfinite(backprop) and now.steepest > 2.0 * first.steepest:
        return True, note
    least = max(now.noise, now.steepest / 2.0)
    if any(abs(last) >= max(_JUMPS * abs(before), least) for before, last in sides):
        if note.startswith(BORDER):
            return True, note
        beside = f"{now.below:.6g} below and {now.after:.6g} above"
        return True, f"a jump: {now.before:.6g} here, {beside}"
    if not note.startswith(KINK) and _steepens(steps, len(sides)):
        return True, _BORDER_STEEPER if len(sides) == 1 else _STEEPER
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


def _steepens(steps: Sequence[Slopes], sides: int) -> bool:
    """Tell whether the slopes on so many sides as have any grow without end."""
    noises = [step.noise for step in steps]
    slopes = [step.right for step in steps], [step.left for step in steps]
    return sum(_grows(side, noises) for side in slopes) == sides


def _grows(slopes: Sequence[float], noises: Sequence[float]) -> bool:
    """Tell whether a slope grows by as much with each of the last bumps, as that of w^w does at 0.

    Those of which rounding hides what it grows by do not count.
    """
    grown = [now - before for before, now in pairwise(slopes)]
    most = max(map(abs, grown))
    told = [by for by, noise in zip(grown, noises[1:], strict=True) if 100.0 * noise <= most]
    even = (abs(now - by) <= _EVEN * abs(by) for by, now in pairwise(told[-_GROWING:]))
    return len(told) >= _GROWING and told[-1] * slopes[-1] > 0.0 and all(even)
