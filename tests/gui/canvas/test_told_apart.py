"""Edges of different values are told apart in graphs that are typed row by row."""

import numpy as np
import pytest
from hands import Hands

from gui.picture.picture import Picture

NEAR, LEAST, STEP = 3.0, 20.0, 2.0


def merged(picture: Picture) -> list[tuple[str, str]]:
    """Return the edges of different values that lie on each other along a nearly level way."""
    found = []
    lines = picture.lines
    for i, one in enumerate(picture.edges):
        for j, other in enumerate(picture.edges[:i]):
            if one.source == other.source:
                continue
            xs = np.arange(
                max(lines[i][0, 0], lines[j][0, 0]), min(lines[i][-1, 0], lines[j][-1, 0]), STEP
            )
            ys = [np.interp(xs, *lines[k].T) for k in (i, j)]
            near = np.abs(ys[0] - ys[1]) < NEAR
            for y in ys:
                near &= np.abs(np.gradient(y, STEP)) < 0.5 if len(xs) > 1 else False
            longest = max(map(len, "".join(" x"[on] for on in near.tolist()).split()), default=0)
            if longest * STEP >= LEAST:
                found.append((f"{one.source}→{one.target}", f"{other.source}→{other.target}"))
    return found


@pytest.mark.parametrize(
    "typed",
    [
        # a lane at the height where another leaf's edge begins
        ["w=1", "x=2", "b=3", "y=4", "a=w*x+b", "d=w*y+b", "f=c*y+e*x"],
        # a second and a third row that use what the first does
        ["J=(w*x+b-y)^2/2", "q=w*y+x*b"],
        ["J=(w*x+b-y)^2/2", "K=(w*y+x-b)^2/2", "M=(x*y+w-b)^2"],
    ],
)
def test_edges_of_different_values_never_lie_on_one_line(hands: Hands, typed: list[str]) -> None:
    for text in typed:
        hands.canvas.adding.ask()
        hands.write(text)
        hands.canvas.entry.close_editor()
    hands.canvas.finish_drawing()
    assert merged(hands.canvas.picture) == []


def test_between_two_typed_rows_is_room_for_what_feeds_the_second(hands: Hands) -> None:
    for text in ("J=(w*x+b-y)^2/2", "q=w*y+x*b"):
        hands.canvas.adding.ask()
        hands.write(text)
    picture = hands.canvas.picture
    rectangles = dict(zip(picture.names, picture.rectangles().tolist(), strict=True))
    upper = max(rectangles[name][3] for name in "wxbycadeJ")
    lower = min(rectangles[name][1] for name in picture.names if name not in "wxbycadeJ")
    assert lower - upper >= 40.0  # four values pass
