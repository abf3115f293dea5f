"""Which picture a document's graph has now: one expected, one known from before, or one made."""

from gui.document import Change, Document
from gui.document.past import Past
from gui.evaluation import LARGE, Evaluation
from gui.picture.edge_ways import ROUTED
from gui.picture.edited import picture_after, with_ways_kept
from gui.picture.picture import Picture
from gui.readings import Numbers, Seen, showing
from gui.threads.parting import part_with

__all__ = ["Pictures"]


class Pictures:
    """Finds the picture of the graph after a change, and says which readings it shows."""

    def __init__(self, document: Document, evaluation: Evaluation) -> None:
        self.numbers = Numbers.BOTH
        self._document, self._evaluation = document, evaluation
        self._expected: Picture | None = None
        self._past = Past[Picture]()  # of states that others took the place of
        self._state = document.state

    @property
    def is_expected(self) -> bool:
        """Whether the next picture is there already."""
        return self._expected is not None

    def expect(self, picture: Picture) -> None:
        """Take `picture` if its graph is the document's at the next change."""
        self._expected = picture

    def forget(self) -> None:
        """Keep no picture from before: it would be another now."""
        self._past.forget()

    def shown(self) -> Seen:
        """Return what the picture shows: a lesson, a bump or a quiz has its own say in it."""
        seen = self._evaluation.seen
        return seen if self._evaluation.lens is not None else showing(seen, self.numbers)

    def anew(self, before: Picture) -> Picture:
        """Return the graph's picture as if there had been none before, when it has settled."""
        if before.graph is self._document.graph:
            return with_ways_kept(before, self.shown())
        return Picture(self._document.graph, self.shown())

    def known(self, change: Change, before: Picture, *, whole: bool) -> Picture | None:
        """Return the picture of where undo or redo led back to, None where none is kept.

        That of where it led from, `before`, is kept if it is `whole`.
        """
        left, self._state = self._state, self._document.state
        if change.reset:
            self._past.forget()
        elif left is not None and len(before.names) <= ROUTED and whole:
            self._past.keep(left, before.kept())
        known = self._past.take(self._state)
        if known is None or known.graph is not self._document.graph:
            return None
        known.mark = known.graph.mark
        shown = self.shown()
        if known.readings is not shown and not self._evaluation.due:
            known.show(shown)
        return known

    def after(self, change: Change, before: Picture, known: Picture | None) -> Picture:
        """Return the picture after a change: expected, `known`, or one made of that `before`."""
        expected, self._expected = self._expected, None
        graph = self._document.graph
        if expected is not None and expected.graph is graph:
            self._past.forget()  # its cards would write what was taken apart for a large edit
            if self.numbers is not Numbers.BOTH or self._evaluation.lens is not None:
                expected.show(self.shown())
            return expected
        if known is not None:
            return known
        if len(graph) <= ROUTED:
            self._evaluation.run_ahead()  # with numbers from before, edges had room for these
        if change.reset or before.graph is not graph:
            return Picture(graph, self.shown())
        after = picture_after(before, self.shown(), change.other_cards, change.moved)
        if len(before.names) > LARGE:  # freed at once, it would stop the window
            kept = {id(one) for one in after.holds()}
            part_with(*(one for one in before.holds() if id(one) not in kept))
        return after
