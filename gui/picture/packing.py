"""How large a picture's numbers are beside its cards, and how close together all of it stands."""

from dataclasses import dataclass

from gui.picture.measure import (
    BEND,
    LEAD,
    LEAD_STEP,
    NUMBER,
    NUMBER_DROP,
    NUMBER_RISE,
    PAD_X,
    PORT_PITCH,
    WIDEST,
)

__all__ = ["DENSE", "READABLE", "USUAL", "Packing"]

READABLE = 12.0  # points; what is smaller cannot be read from the last row


@dataclass(frozen=True, slots=True)
class Packing:
    """The sizes that a picture has of its own, in picture units; by default the usual ones.

    `number` is the size of a number, `rise` and `drop` are its baselines above and below the edge;
    ports lie `pitch` apart at least; a lead is `lead` long and grows by `lead_step`. Before a lead
    is a `bend`, and `steep` more for each unit of height that the edge overcomes.
    Beside a formula is a `pad`; on a tall card one that is wider than a `line` is broken.
    """

    number: int = NUMBER
    rise: float = NUMBER_RISE
    drop: float = NUMBER_DROP
    pitch: float = PORT_PITCH
    lead: float = LEAD
    lead_step: float = LEAD_STEP
    bend: float = BEND
    steep: float = 0.3
    pad: float = PAD_X
    line: float = WIDEST

    @property
    def sum_room(self) -> float:
        """Return the height of what is written below a card whose derivative is a sum."""
        return self.number * 1.4


USUAL = Packing()
# For a page on which the usual numbers could not be read: they are as large as the formulas. It is
# a picture of its own that nothing is dragged in, so no room waits for longer numbers.
DENSE = Packing(
    number=20,
    rise=6.0,
    drop=20.5,
    pitch=52.0,
    lead=48.0,
    lead_step=1.0,
    bend=24.0,
    steep=0.18,
    pad=10.0,
    line=140.0,
)
