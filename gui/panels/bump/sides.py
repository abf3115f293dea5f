"""What the panel says where a bump down finds another slope than a bump up: a kink, for one."""

import engine
from engine.bumping.kinks import Kinks
from engine.bumping.slopes import BORDER, KINK, between
from gui.bumping import Bumping
from gui.language import tr
from gui.picture.numbers import number_text

__all__ = ["Sides"]

_MOST_MOVED = 15_000  # nodes by one bump; where more do, several bumps for one reading are a pause


class Sides:
    """Remembers what was found for one bump: the panel asks whenever it shows its numbers."""

    def __init__(self) -> None:
        self._known: tuple[tuple[Bumping, float], str] | None = None

    def said(self, graph: engine.Graph, bumping: Bumping, epsilon: float) -> str:
        """Return a sentence with `{j}` for the output, empty where both slopes are about the same.

        `epsilon` is the size of the bump, and not 0.
        """
        asked = bumping, abs(epsilon)
        if self._known is None or self._known[0] != asked:
            self._known = asked, _said(graph, *asked)
        return self._known[1]


def _said(graph: engine.Graph, bumping: Bumping, epsilon: float) -> str:
    bump = bumping.by(epsilon)
    if bump is None or len(bump.moved) > _MOST_MOVED or bumping.readings.output is None:
        return ""
    odd = between(bumping.slopes, epsilon)
    kinks = Kinks(graph, bumping.readings.output)
    if odd.startswith(KINK) and not kinks.on_the_way(bumping.node):
        return ""  # the bump passed a pole
    if odd.startswith(BORDER):
        return tr("{j} has a value on one side only: a border lies here, or within ε.")
    if odd.startswith(KINK):
        here = kinks.here(bumping.node)
        said = (
            tr("With −ε it is {slope}: {j} has a kink here.")
            if here
            else tr("With −ε it is {slope}: {j} has a kink within ε of here.")
        )
    elif odd:
        said = tr("With −ε it is {slope}: {j} is curved, and a smaller ε brings both together.")
    else:
        return ""
    return said.replace("{slope}", number_text(bumping.slopes(epsilon).left, 7))
