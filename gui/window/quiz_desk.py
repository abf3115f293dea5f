"""Where the quiz meets the canvas: a blank is clicked, typed in, and the next one opens."""

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

import engine
from engine.lesson.quiz import Quiz
from gui.canvas.canvas import Canvas
from gui.canvas.look.viewpoint import rectangle
from gui.document import Change, Document
from gui.language import tr
from gui.picture.labels import Label
from gui.picture.name_text import ends_text, name_text
from gui.picture.plain_text import plain_text
from gui.picture.visible import visible_edges
from gui.quiz import Blank, Session
from gui.threads.work import Cancelled
from gui.window.sidebar import Sidebar

__all__ = ["QuizDesk"]

_FIELD = 66.0, 18.0  # pixels, at least
_GAP = 4.0  # pixels of the air around a blank that stay free towards the edge
_REACH = 5.0  # units around a number in which it is clicked
_AROUND = QPointF(200.0, 60.0)  # units; no number is so far from its edge


class QuizDesk(QObject):
    """Lets the blanks of a quiz be filled in where they stand; a file's own quiz begins with it."""

    def __init__(
        self,
        document: Document,
        canvas: Canvas,
        session: Session,
        sidebar: Sidebar,
    ) -> None:
        super().__init__(canvas)
        self._document, self._canvas, self._session = document, canvas, session
        self._sidebar = sidebar
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.open)
        # A timer of its own: QTimer.singleShot would hold a window that is closed before.
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._begin)
        canvas.viewport().installEventFilter(self)
        self._heard: tuple[object, ...] = ()  # what a reader heard of already
        session.changed.connect(self._tell)
        session.toggled.connect(self._toggle)
        document.changed.connect(self._follow)

    def open(self) -> None:
        """Open the field at the current blank."""
        blank = self._session.current
        if not self._session.on or blank is None:
            return
        label = self._label(blank)
        if label is None or self._session.is_found(blank):
            return
        self._reveal(label)
        place = self._field(label, above=blank.edge is None)
        self._canvas.entry.edit(place, self._called(blank), "", self._take, exact=True)
        self._session.turn_to(blank)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the blank that is clicked; every other event is the canvas's."""
        del watched
        presses = event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonDblClick,
        )
        if not self._session.on or not presses or self._canvas.hand.gesture is not None:
            return False
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._canvas.minimap.place.contains(event.position()):
            return False  # it lies above the blank
        blank = self._blank_at(self._canvas.viewpoint.to_picture(event.position()))
        if blank is None:
            return False
        self._canvas.entry.close_editor()
        self._session.turn_to(blank)
        self._soon.start()
        return True

    def _take(self, text: str) -> None:
        """Check what was typed; after a right answer the next blank opens, else the same again.

        A field that is empty stays open: what was typed next would be an edit of the graph.
        """
        blank = self._session.current
        if blank is None:
            return
        if not text.strip():
            raise Cancelled
        if self._session.answer(blank, text):
            self._session.next(self._session.said)
        if self._session.open:
            self._soon.start()

    def _tell(self) -> None:
        """Let a reader hear what became of an answer, and a hint that was taken."""
        session, voice = self._session, self._canvas.voice
        wrong = sum(mark.wrong for mark in session.marks.values())
        hints, before = session.hints if session.on else (), self._heard
        self._heard = session.said, wrong, session.open, len(hints)
        if not session.on or self._heard == before:
            return
        if session.said and self._heard[:3] != before[:3]:
            voice.say_soon(session.said if session.open else f"{session.said}. {session.ended}")
        elif hints:
            voice.say_soon(plain_text(hints[-1]))

    def _called(self, blank: Blank) -> str:
        """Return what a screen reader calls the field at a blank."""
        graph, edge = self._document.graph, blank.edge
        if edge is None:
            return tr("Value of {name}").format(name=name_text(graph, blank.node))
        return tr("Derivative along {edge}").format(edge=ends_text(graph, edge))

    def _blank_at(self, point: QPointF) -> Blank | None:
        """Return the open blank at a point; the edges around it alone are looked at."""
        picture = self._canvas.picture
        around = QRectF(point - _AROUND, point + _AROUND)
        edges = [picture.edges[row] for row in visible_edges(picture, around).tolist()]
        sources = {edge.source: Blank(edge.source) for edge in edges}
        if picture.readings.output is not None:  # its arrow is no edge
            sources[picture.readings.output] = Blank(picture.readings.output)
        for blank in (*sources.values(), *(Blank(edge.source, edge) for edge in edges)):
            if not self._session.asks(blank):
                continue
            for label in self._labels(blank):
                box = rectangle(label.box())
                if box.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point):
                    return blank
        return None

    def _label(self, blank: Blank) -> Label | None:
        return next(iter(self._labels(blank)), None)

    def _labels(self, blank: Blank) -> list[Label]:
        """Return where the blank stands on the picture: a value on each edge it leaves by."""
        picture, graph = self._canvas.picture, self._document.graph
        if blank.edge is not None:
            at = picture.place_of_edge(blank.edge)
            return [] if at is None else [picture.edge_labels(at)[1]]
        if blank.node not in graph:
            return []
        rows = [picture.place_of_edge(e) for e in graph.consumers(blank.node)]
        found = [picture.edge_labels(row)[0] for row in rows if row is not None]
        arrow = picture.output_labels()
        if blank.node == picture.readings.output and arrow is not None:
            found.append(arrow[0])
        return found

    def _place(self, label: Label) -> QRectF:
        left, top, right, bottom = label.box()
        viewpoint = self._canvas.viewpoint
        return QRectF(
            viewpoint.to_view(QPointF(left, top)), viewpoint.to_view(QPointF(right, bottom))
        ).adjusted(-6, -6, 6, 6)

    def _field(self, label: Label, *, above: bool) -> QRect:
        """Return where the field stands: over the blank, clear of the edge's other number."""
        box = self._place(label)
        place = QRectF(0.0, 0.0, max(box.width(), _FIELD[0]), max(box.height() - 12.0, _FIELD[1]))
        place.moveCenter(box.center())
        if above:
            place.moveBottom(box.bottom() - _GAP)
        else:
            place.moveTop(box.top() + _GAP)
        place.moveRight(min(place.right(), self._card_after(label)))
        return place.toRect()

    def _card_after(self, label: Label) -> float:
        """Return where in the view the card begins that stands right of a label."""
        lefts, tops, _, bottoms = self._canvas.picture.rectangles().T
        y = label.baseline
        after = lefts[(lefts > label.x) & (tops < y) & (bottoms > y)]
        return self._canvas.viewpoint.to_view(QPointF(float(after.min(initial=np.inf)), y)).x()

    def _reveal(self, label: Label) -> None:
        """Bring the blank into view where it is not."""
        seen = QRectF(self._canvas.viewport().rect())
        place = self._place(label)
        if not seen.contains(place):
            self._canvas.pan(seen.center() - place.center())

    def _toggle(self, on: bool) -> None:
        if on:
            self._sidebar.turn_to("quiz")
            return
        self._canvas.entry.close_editor()
        if self._session.interrupted:
            self._canvas.tell(tr("the quiz rests while this is shown; it goes on from its panel"))

    def _follow(self, change: Change) -> None:
        if change.reset:
            self._later.start()  # once everyone has heard of the graph

    def _begin(self) -> None:
        """Begin with the quiz that the file holds; a malformed one is told by the panel."""
        try:
            quiz = Quiz.of(self._document.graph)
        except engine.GraphError:
            return
        if quiz is not None and not self._session.on:
            self._session.start(quiz)
