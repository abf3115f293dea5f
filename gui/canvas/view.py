"""The view on a document: its picture, how it is drawn, and what of it is selected."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

import engine
from gui.canvas.drawn.lifting import lifted_over, lying_on_others
from gui.canvas.look.outlook import Outlook
from gui.canvas.look.viewpoint import rectangle
from gui.canvas.selection import Selection
from gui.document import Command, Document
from gui.evaluation import Evaluation
from gui.picture.cards import OnTop
from gui.picture.lit import Lit
from gui.picture.picture import Picture
from gui.theme import LIGHT, Theme
from gui.threads.work import Cancelled

__all__ = ["View"]


class View(Outlook):
    """Holds the picture of a document and the selection.

    It is what the canvas's parts are given: they select, attempt edits, bring things into view.
    """

    selection_changed = Signal()
    message = Signal(str)
    """Why something cannot be done."""
    told = Signal(str)
    """What was done, or what is to be done next."""
    opened = Signal(str)
    """A node, or the group that it stands for, was opened as by a double click, by no pointer."""
    snaps = True
    """Whether a card that is dragged snaps, unless Ctrl is held, or only then: a preference."""
    pointed: QPointF | None = None
    """The pixel under the pointer, None where it is elsewhere."""
    own_ops: tuple[engine.OwnOp, ...] = ()
    """The own ops that can be placed: the user's, and those of the graph."""
    accessible: object = None  # what a screen reader walks, once one has asked
    _MOST_LIFTED = 50  # cards; more would take long to draw in every frame

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(Picture(document.graph, evaluation.seen), parent)
        self.document, self.evaluation = document, evaluation
        self.selection = Selection()
        self.theme: Theme = LIGHT
        self.lit: Lit | None = None
        self._lifted: OnTop = ()
        self.presented = False
        self.guided = False
        """Whether something leads the view to what matters: then no minimap is needed."""
        self.covered = QRectF()
        """Where something lies over a right corner of the picture, in pixels: the minimap."""
        self._follows = False  # whether the picture is still the one from before an edit
        self._reselected = False  # whether the selection followed an edit, and nobody was told yet
        document.told.connect(self._tell_selection)

    @property
    def meant(self) -> QPointF | None:
        """The pixel under the pointer, None too where what lies there is covered: not meant."""
        at = self.pointed
        return None if at is None or self.covered.contains(at) else at

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self.theme = theme
        self.redraw()

    def light(self, lit: Lit | None) -> None:
        """Set cards and edges off from now on: those of a step, or of a path."""
        self.lit = lit
        self.redraw()

    def set_presented(self, on: bool) -> None:
        """Show the picture to an audience: without a grid, all of it, the pointer in a light.

        The canvas stands elsewhere on the screen then: its next move tells where the pointer is.
        """
        self.presented, self.pointed = on, None
        self.redraw()

    def lift(self, names: Collection[str]) -> OnTop:
        """Let the cards of these nodes lie on top of all, unless they are many; return what did."""
        before, most, shown = self._lifted, self._MOST_LIFTED, self.picture.shown
        if shown.composites:  # one name for each card
            names = {shown.names[shown.index[name]] for name in names}
        if len(names) <= most:
            self.lay(lifted_over(before, names, most))
        return before

    def lay(self, lifted: OnTop) -> None:
        """Let just these cards lie on top of all others, the last ones uppermost."""
        self._lifted = self.picture.on_top = lifted
        self.redraw()

    def let_go(self) -> None:
        """Let cards lie among the others again, but for those that would touch one."""
        self.lay(lying_on_others(self.picture))

    @property
    def lifted(self) -> frozenset[int]:
        """The rows of the cards that lie on top; none where a step or a path sets cards off."""
        return frozenset(row for rows in self.lifted_in_order for row in rows)

    @property
    def lifted_in_order(self) -> list[list[int]]:
        """Those rows, the uppermost last."""
        row, known = self.picture.index.get, self._lifted if self.lit is None else ()
        return [sorted({row(n, -1) for n in names} - {-1}) for names in known]

    def fit_selection(self) -> None:
        """Show the selected nodes in the middle, of an edge the two that it joins."""
        names = self.selection.nodes.union(*(edge[:2] for edge in self.selection.edges))
        rows = [self.picture.index[name] for name in names]
        if rows:
            self.fit_box(rectangle(self.picture.card_bounds(rows)))

    def say(self, sentence: str) -> None:
        """Say in the status bar why something cannot be done."""
        self.message.emit(sentence)

    def tell(self, sentence: str) -> None:
        """Say in the status bar what was done, or what is to be done next."""
        self.told.emit(sentence)

    def attempt(self, command: Command) -> bool:
        """Do `command` as one step; say what is wrong where it cannot be done, or is given up."""
        try:
            self.document.do(command)
        except engine.GraphError as error:
            self.say(str(error))
            return False
        except Cancelled:
            return False
        return True

    def select(self, names: set[str]) -> None:
        """Select just these nodes."""
        self.selection.clear()
        self.selection.nodes.update(names)
        self.selection_touched()

    def select_edge(self, edge: engine.Edge) -> None:
        """Select just this edge."""
        self.selection.clear()
        self.selection.edges.add(edge)
        self.selection_touched()

    def select_all(self) -> None:
        """Select every node."""
        self.select(set(self.document.graph.nodes()))

    def selection_touched(self) -> None:
        """Tell everyone that the selection is another; amid an edit, once all have heard of it.

        A lesson would follow what is selected on the picture from before.
        """
        self._reselected = True
        if not self._follows:
            self._tell_selection()
            self.redraw()

    def _tell_selection(self) -> None:
        """Tell of a selection that nobody was told of yet."""
        reselected, self._reselected = self._reselected, False
        if reselected:
            self.selection_changed.emit()
