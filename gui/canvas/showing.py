"""Showing the picture: it follows the document, and is drawn, a large one in slices."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.canvas.drawn import overlay
from gui.canvas.drawn.backing import Backing
from gui.canvas.drawn.late_cards import LateCards, shaped_anew
from gui.canvas.drawn.layers import Layers
from gui.canvas.drawn.legend import paint_legend
from gui.canvas.drawn.still import Still
from gui.canvas.look.viewpoint import Viewpoint
from gui.canvas.pictures import Pictures
from gui.canvas.view import View
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.picture.edge_ways import ROUTED
from gui.picture.edited import picture_after
from gui.picture.picture import Picture
from gui.picture.visible import visible_edges, visible_rows
from gui.readings import Numbers

__all__ = ["Showing"]

_SETTLED = 16  # edges between two events
_AIR = 12.0  # pixels between what a bump writes and the border


class Showing(View):
    """A view whose picture is kept up with the document, and drawn with what lies over it."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pictures = Pictures(document, evaluation)
        self._painting = False
        self._state = 0  # counts what changed of all that is drawn
        self._backing = Backing(self)
        self._still = Still()
        self._layers = Layers(self, self._backing, self._still)
        self._settling = QTimer(self, interval=0)
        self._settling.timeout.connect(self._settle)
        self._backing.refined.connect(self.redraw)
        self._late = LateCards(self._show_other, self)
        document.reshaping.connect(self.sees_all)  # measured afterwards, it asked for nodes gone
        document.changed.connect(self._follow)
        self._other_shapes = False
        self._whole_before: Viewpoint | None = None  # from where all was seen before training
        evaluation.seen_changed.connect(self._show_readings)
        evaluation.lens_changed.connect(self._follow_lens)

    def paint_held(self, painter: QPainter) -> None:
        """Draw over the picture what is in the hand."""

    def paint_top(self, painter: QPainter) -> None:
        """Draw over all else, in pixels."""

    def picture_changes(self, *, anew: bool) -> None:
        """Let go of what is known of the picture, which is about to change or to be made anew."""

    def expect(self, picture: Picture) -> None:
        """Show `picture` if its graph is the document's at the next change."""
        self._pictures.expect(picture)

    @property
    def numbers(self) -> Numbers:
        """Which numbers the edges show: a preference."""
        return self._pictures.numbers

    def show_numbers(self, numbers: Numbers, *, anew: bool = False) -> None:
        """Show just these numbers on the edges from now on; `anew`: all have other digits."""
        self._pictures.numbers = numbers
        self._pictures.forget()
        if len(self.picture.names) > ROUTED:
            if anew:
                self._late.note_all(self.picture)
                self.picture.write_anew()
            self._draw_readings()  # nothing of it is as large as its edges' numbers are
            return
        self._state += 1
        if anew or self.picture.graph is not self.document.graph:
            self.picture = self._pictures.anew(self.picture)
        else:  # its cards say what they said, and ways whose numbers have as much room stay
            self.picture = picture_after(self.picture, self._pictures.shown())
        self._late.follow(self.picture)
        self.lay(self._lifted)

    def begin_moving(self) -> None:
        """Note whether all is in view, before numbers change many times a second."""
        whole = len(self.picture.names) <= ROUTED and self.sees_all()
        self._whole_before = replace(self.viewpoint) if whole else None

    def rest(self) -> None:
        """Let lengths be what the numbers need that came to rest, and all be seen that was.

        While numbers change many times a second lengths only grow, and one looks from where one is.
        """
        if len(self.picture.names) > ROUTED:
            return
        self._other_shapes = True
        if self.fitted or self.viewpoint == self._whole_before:
            self._whole_at = replace(self.viewpoint)
        if not self.evaluation.due:
            self._show_readings()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, picture and what lies over it."""
        del event
        if not (self.evaluation.is_ahead and self.picture.readings is self._pictures.shown()):
            self._painting = True  # what the run changes is about to be drawn: no second frame
            self.evaluation.flush()
            self._painting = False
        self.keep_whole()  # before it is drawn: no frame shows a part of it
        # else this frame does not wait for the panels, which hear of the numbers after it
        with QPainter(self.viewport()) as painter:
            size = QRectF(self.viewport().rect())
            region = self.region()
            rows = visible_rows(self.picture, region)
            self._late.write_seen(self.picture, rows)
            edges = visible_edges(self.picture, region)
            self._layers.paint(painter, region, rows, edges, self._state)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for above in self.lifted_in_order:
                overlay.paint_lifted(painter, self.picture, self.selection, self.theme, above)
            overlay.paint_selected_edges(painter, self.picture, self.selection, self.theme, region)
            self.paint_held(painter)
            painter.resetTransform()
            self.paint_top(painter)
            if self.picture.edges:
                paint_legend(painter, self, size, (rows, edges))  # beside what lies on top
            if self.presented and self.pointed is not None:
                overlay.paint_spot(painter, self.pointed, self.theme)
        if self._can_settle and not self._settling.isActive():
            self._settling.start()

    def finish_drawing(self) -> None:
        """Draw all that a picture still lacks, now."""
        self.evaluation.flush()
        self._late.finish()
        while self._can_settle:
            self._settle()
        for _ in range(2):  # an image that was begun before is finished first
            self.viewport().repaint()
            self._backing.finish()
        self.viewport().repaint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw no further: what is hidden may never be shown again."""
        self._backing.stop()
        self._settling.stop()
        self._late.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle of the picture in the middle.

        An audience sees all of it, and so does who saw all of it and has looked nowhere else: a
        window system may give a window its size only after the graph was fitted to it.
        """
        if self.presented or self.fitted:
            self.fit()
            return
        old, new = event.oldSize(), event.size()
        if old.isValid():
            grown = QPointF(new.width() - old.width(), new.height() - old.height())
            self.pan(grown / 2)

    # --- inside

    def _follow(self, change: Change) -> None:
        """Let the picture follow an edit: moves and values cheaply, the rest anew."""
        self._state += 1
        if not (change.reset or self.document.previewing) and _grows(change):
            self.note_whole()
        edited = change.reshapes or change.output or change.groups
        anew = edited or self._pictures.is_expected
        self._follows = True
        try:
            self.picture_changes(anew=anew)
        finally:
            self._follows = False
        known = self._pictures.known(change, self.picture, whole=not self._late.waits)
        if anew:
            self._follow_anew(change, known)
        elif known is not None:
            self.picture.become(known)
            self.lay(self._lifted)
        else:
            self._follow_cheaply(change)
        self.redraw()

    def _follow_anew(self, change: Change, known: Picture | None) -> None:
        """Show another picture, with what is still there of the selection and of cards on top."""
        self._backing.stop()  # it draws nodes that may be gone
        if change.reset:
            self._backing.forget()
            self._still.forget()
        self.picture = self._pictures.after(change, self.picture, known)
        # a lens saw the graph from before: wider numbers, whose room would be left
        self._other_shapes = change.reset and self.evaluation.lens is not None
        lifted = () if change.reset else self._lifted
        self.lay(tuple(frozenset(map(change.newest, names)) for names in lifted))
        self._late.follow(None if change.reset else self.picture)
        before = len(self.selection.nodes), len(self.selection.edges)
        self.selection.follow(change, self.document.graph)
        self.selection.keep_to(self.picture)
        after = len(self.selection.nodes), len(self.selection.edges)
        self._reselected |= bool(change.renamed) or before != after

    def _follow_cheaply(self, change: Change) -> None:
        """Let cards have other numbers, other looks and other places."""
        cards, steady = (*change.edited, *change.looks), self.document.previewing
        if cards:
            self.picture.refresh_cards(cards, steady=steady)
            self._other_shapes |= shaped_anew(self.picture, cards)
        if change.revalued:
            self._late.note(self.picture, change.revalued, steady=steady)
        if change.moved:
            self.picture.move(change.moved, carried=self.document.previewing)

    def _show_other(self) -> None:
        """Draw again what was found between two events."""
        self._state += 1
        self.redraw()

    def _settle(self) -> None:
        """Let edges find the ways that an edit opened to them, some of them between two events.

        A frame begins it: where nothing is seen, none are looked for.
        """
        if self._can_settle:
            if self.picture.settle(_SETTLED):
                self._show_other()
        else:
            self._settling.stop()

    @property
    def _can_settle(self) -> bool:
        """Whether edges may find better ways; not while one is in the hand: all would tremble."""
        return self.picture.owes and not self.document.previewing

    def _take_readings(self) -> None:
        """Show the readings; other numbers than the run's, which are wider, are kept in view."""
        if self._other_shapes and not self.document.previewing:
            self._other_shapes = False
            self.picture = self._pictures.anew(self.picture)  # cards alone only grow
            self.lay(self._lifted)
            return
        shown = self._pictures.shown()
        if shown is self.picture.readings:  # it was made of them
            return
        if self.evaluation.lens is None or len(self.picture.names) > ROUTED:
            self.picture.show(shown)
            return
        self.note_whole()
        if self.picture.show(shown):
            self.keep_whole(_AIR)

    def _follow_lens(self) -> None:
        """Let lengths that wider numbers needed be those of the run's again, behind a lens."""
        self._other_shapes |= self.evaluation.lens is None and len(self.picture.names) <= ROUTED

    def _show_readings(self) -> None:
        """Draw what the readings are now, unless the picture was made of them and is drawn."""
        known = self._pictures.shown() is self.picture.readings and self.evaluation.lens is None
        if not known or self._other_shapes:
            self._draw_readings()
        if not self._painting:
            self.keep_whole()

    def _draw_readings(self) -> None:
        if self.picture.graph is self.document.graph:  # else its picture comes next
            self._take_readings()
        self._state += 1
        if not self._painting:
            self.redraw()


def _grows(change: Change) -> bool:
    """Tell whether by an edit something may come to stand beyond what was there.

    What is only moved may be taken out of view; many numbers given at once, as training does, are
    looked at from where one is.
    """
    cards = (*change.edited, *change.looks)
    return change.reshapes or change.groups or bool(cards and change.moved) or len(cards) == 1
