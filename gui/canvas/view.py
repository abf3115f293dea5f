"""The view on a picture: what is seen of it and how large, and what of it is selected."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

import engine
from gui.canvas.lifting import lifted_over, lying_on_others
from gui.canvas.selection import Selection
from gui.canvas.viewpoint import FIT_LARGEST, Viewpoint, rectangle
from gui.document import Command, Document
from gui.evaluation import Evaluation
from gui.picture.cards import OnTop
from gui.picture.lit import Lit
from gui.picture.measure import MATH
from gui.picture.picture import Picture
from gui.theme import LIGHT, Theme
from gui.work import Cancelled

__all__ = ["View"]

_ZOOM_STEP = 1.25
_READABLE = 5.0  # pixels; a smaller name cannot be read
_EDGE_REACH = 6.0  # pixels
_AIR = 24  # pixels between a card that came into view and the border


class View(QAbstractScrollArea):
    """Holds the picture of a document, the selection and the viewpoint.

    It is what the canvas's parts are given: they select, attempt edits, bring things into view.
    """

    selection_changed = Signal()
    zoom_changed = Signal(float)
    message = Signal(str)
    """Why something cannot be done."""
    told = Signal(str)
    """What was done, or what is to be done next."""
    opened = Signal(str)
    """A node, or the group that it stands for, was opened as by a double click, by no pointer."""
    moved_beneath = Signal()
    """The picture moved beneath the pointer."""
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
        super().__init__(parent)
        self.document, self.evaluation = document, evaluation
        self.selection, self.viewpoint = Selection(), Viewpoint()
        self.theme: Theme = LIGHT
        self.lit: Lit | None = None
        self._lifted: OnTop = ()
        self.fit_largest = FIT_LARGEST
        self._fitted: Viewpoint | None = None
        self._whole_at: Viewpoint | None = None  # from where all was seen before an edit
        self.presented = False
        self.guided = False
        """Whether something leads the view to what matters: then no minimap is needed."""
        self.picture = Picture(document.graph, evaluation.seen)
        self._follows = False  # whether the picture is still the one from before an edit
        self._reselected = False  # whether the selection followed an edit, and nobody was told yet
        document.told.connect(self._tell_selection)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self.theme = theme
        self.redraw()

    def light(self, lit: Lit | None) -> None:
        """Set cards and edges off from now on: those of a step, or of a path."""
        self.lit = lit
        self.redraw()

    def set_presented(self, on: bool) -> None:
        """Show the picture to an audience: without a grid, all of it, the pointer in a light."""
        self.presented = on
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
        """Show the selected nodes in the middle."""
        rows = [self.picture.index[name] for name in self.selection.nodes]
        if rows:
            self._fit_box(rectangle(self.picture.card_bounds(rows)))

    def fit(self) -> None:
        """Show the whole graph in the middle."""
        self._fit_box(rectangle(self.picture.bounds()))
        self._fitted = replace(self.viewpoint)

    @property
    def fitted(self) -> bool:
        """Whether what is seen is the whole graph as it was fitted: nobody looked elsewhere."""
        return self.viewpoint == self._fitted

    def region(self) -> QRectF:
        """Return the part of the picture that is in view."""
        return self.viewpoint.region(QRectF(self.viewport().rect()).size())

    @property
    def edge_reach(self) -> float:
        """How far from an edge a pointer may be, in units, and be at it."""
        return _EDGE_REACH / self.viewpoint.scale

    def sees_all(self, air: float = 0.0) -> bool:
        """Return whether all of the graph is in view, with so many pixels around it."""
        picture, region = self.picture, self.region()
        air /= self.viewpoint.scale
        region.adjust(air, air, -air, -air)
        if not picture.names:
            return True  # Qt holds that nothing is contained in nothing
        # numbers reach farther than cards, but to set them all to be measured takes a while
        return region.contains(rectangle(picture.card_bounds())) and region.contains(
            rectangle(picture.content_bounds())
        )

    @property
    def is_held(self) -> bool:
        """Whether something is in the hand or being typed, beneath which nothing may move."""
        return False

    def note_whole(self) -> None:
        """Note before an edit whether all of the graph is in view: then `keep_whole` keeps it so.

        It does once the numbers are there, which may be wider.
        """
        if self.sees_all():
            self._whole_at = replace(self.viewpoint)

    def keep_whole(self, air: float = 0.0) -> None:
        """Show all of the graph again where it was in view and nobody looked elsewhere since."""
        if self._whole_at is None or self.is_held:
            return
        noted, self._whole_at = self._whole_at, None
        if noted == self.viewpoint and not self.sees_all(air):
            was_fitted = self.fitted
            self.show_box(rectangle(self.picture.bounds()))
            if was_fitted:  # another size of the window still fits it
                self._fitted = replace(self.viewpoint)

    def show_box(self, box: QRectF) -> None:
        """Bring a box of the picture into view by the least change: it never looks closer.

        It pans where the box has room as large as it is seen, else it looks from farther away.
        """
        inner = QRectF(self.viewport().rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        shares = inner.width() / max(box.width(), 1.0), inner.height() / max(box.height(), 1.0)
        scale = self.viewpoint.scale
        self.viewpoint.zoom_to(min(scale, *shares), inner.center())
        seen = self.viewpoint.transform().mapRect(box)
        self.viewpoint.pan(_way_into(seen, inner))
        self._look_elsewhere(zooms=self.viewpoint.scale != scale)

    def centre_on(self, name: str) -> None:
        """Bring a node into the middle of the view, without changing the zoom."""
        row = self.picture.index.get(name)
        if row is not None:
            self.centre_at(QPointF(*self.picture.centres[row]))

    def centre_at(self, point: QPointF) -> None:
        """Bring a point of the picture into the middle of the view, without changing the zoom."""
        self.look_at(point, self.viewpoint.scale)

    def look_at(self, point: QPointF, scale: float) -> None:
        """Bring a point of the picture into the middle, one unit seen as `scale` pixels."""
        middle = QRectF(self.viewport().rect()).center()
        zooms = scale != self.viewpoint.scale
        self.viewpoint.zoom_to(scale, middle)
        self.viewpoint.pan(middle - self.viewpoint.to_view(point))
        self._look_elsewhere(zooms=zooms)

    def reveal(self, name: str, *, readable: bool = False) -> None:
        """Bring a node into view, without changing the zoom: no further than it takes.

        One that lies out of view altogether, or is larger than it, comes into the middle. Where a
        `readable` one is seen from too far away for its name, it is seen at 100 % there.
        """
        row = self.picture.index.get(name)
        if row is None:
            return
        if readable and MATH * self.viewpoint.scale < _READABLE:
            self.look_at(QPointF(*self.picture.centres[row]), 1.0)
            return
        card = self.view_rect(row)
        if not (self.viewport().rect().intersects(card) and self.bring(card)):
            self.centre_on(name)

    def bring(self, box: QRect) -> bool:
        """Bring what lies at `box`, in pixels of the view, into view, no further than it takes.

        Return False, nothing being done, where it is larger than the view.
        """
        view = self.viewport().rect()
        if view.contains(box):
            return True
        inner = view.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        if box.width() > inner.width() or box.height() > inner.height():
            return False
        self.pan(_way_into(QRectF(box), QRectF(inner)))
        return True

    def zoom_in(self) -> None:
        """Zoom in by a step at the middle."""
        self.zoom_to(self.viewpoint.scale * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step at the middle."""
        self.zoom_to(self.viewpoint.scale / _ZOOM_STEP)

    def zoom_to(self, scale: float) -> None:
        """Show one picture unit as `scale` pixels, the middle staying where it is."""
        self.viewpoint.zoom_to(scale, QRectF(self.viewport().rect()).center())
        self._look_elsewhere(zooms=True)

    def zoom_at(self, factor: float, pixel: QPointF) -> None:
        """Zoom by a factor; what is under the pixel stays there."""
        self.viewpoint.zoom(factor, pixel)
        self._look_elsewhere(zooms=True)

    def pan(self, pixels: QPointF) -> None:
        """Move what is seen."""
        self.viewpoint.pan(pixels)
        self._look_elsewhere(zooms=False)

    def view_rect(self, row: int) -> QRect:
        """Return where the card `row` stands in the view, in pixels."""
        (x, y), (width, height) = self.picture.centres[row], self.picture.sizes[row]
        corner = self.viewpoint.to_view(QPointF(x - width / 2, y - height / 2))
        size = QSizeF(width, height) * self.viewpoint.scale
        return QRectF(corner, size).toRect()

    def redraw(self) -> None:
        """Draw anew with the next frame."""
        self.viewport().update()

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

    def _fit_box(self, box: QRectF) -> None:
        self.viewpoint.fit(box, QRectF(self.viewport().rect()).size(), self.fit_largest)
        self._look_elsewhere(zooms=True)

    def _look_elsewhere(self, *, zooms: bool) -> None:
        """Tell that the viewpoint is another, by its scale or only by its place."""
        if zooms:
            self.zoom_changed.emit(self.viewpoint.scale)
        self.moved_beneath.emit()
        self.redraw()


def _way_into(box: QRectF, inner: QRectF) -> QPointF:
    """Return the shortest way for a box to lie within `inner`, which is no smaller."""
    aside = max(inner.left() - box.left(), 0.0) + min(inner.right() - box.right(), 0.0)
    down = max(inner.top() - box.top(), 0.0) + min(inner.bottom() - box.bottom(), 0.0)
    return QPointF(aside, down)
