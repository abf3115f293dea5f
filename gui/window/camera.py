"""The camera of a lesson: all of the picture where it can be read, else close to the step."""

from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    QSizeF,
    QTimer,
    QVariantAnimation,
)

from gui.canvas.canvas import Canvas
from gui.canvas.look.viewpoint import Viewpoint, rectangle
from gui.lesson.lesson import Lesson

__all__ = ["READABLE", "READABLE_AFAR", "Camera"]

READABLE = 0.8  # pixels per unit: the numbers are letters of a text
READABLE_AFAR = 1.35  # on the full screen: the back row reads them
_FAR = 0.5  # of what is readable: from further away a step is its card alone
_GLIDE = 450  # ms
_AIR = 28.0  # pixels around what a step is about


@dataclass(frozen=True)
class _Sight:
    """What is in the middle, and how large."""

    centre: QPointF
    scale: float


class Camera(QObject):
    """Shows the whole picture of a lesson; where that is too small, it goes along with the steps.

    Whoever zooms takes it over: what he chose stays, and it only moves to keep the step in view.
    After the lesson, what was seen before is seen again, unless somebody looks elsewhere by then.
    """

    def __init__(self, canvas: Canvas, lesson: Lesson) -> None:
        super().__init__(canvas)
        self._canvas, self._lesson = canvas, lesson
        self._own: float | None = None  # the scale that it chose; another one is the user's
        self._begun = self._aim = _Sight(QPointF(), 1.0)
        self._before: _Sight | None = None  # None: the whole graph, as it was fitted
        self._moving = False  # whether it is the camera that moves the view
        self._glide = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._move)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.take)
        canvas.installEventFilter(self)
        canvas.moved_beneath.connect(self._give_way)
        lesson.toggled.connect(self._lead)

    def take(self) -> None:
        """Show the whole picture, or the step where that would be too small, at once."""
        self._soon.stop()
        self._glide.stop()
        self._canvas.fit()
        self._own = self._canvas.viewpoint.scale
        self._turn(glides=False)

    def take_soon(self) -> None:
        """Do so when the canvas has its new size."""
        self._soon.start()

    def follow(self) -> None:
        """Go along with the lesson to its step."""
        self._turn(glides=True)

    def sees_step(self) -> bool:
        """Tell whether all of the step's card is in view; where it has none, all of it is."""
        card, seen = self._card(), QRectF(self._canvas.viewport().rect())
        to_view = self._canvas.viewpoint.to_view
        return card is None or seen.contains(
            QRectF(*map(to_view, (card.topLeft(), card.bottomRight())))
        )

    def settle(self) -> None:
        """Arrive at once."""
        if self._glide.state() is QVariantAnimation.State.Running:
            self._glide.setCurrentTime(_GLIDE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look anew when the canvas has another size; what somebody zoomed to stays.

        An audience's canvas shows all of the picture then, so it is looked at anew all the same.
        """
        del watched
        if event.type() == QEvent.Type.Resize and self._lesson.on and self._leads():
            self._soon.start()
        return False

    # --- inside

    def _lead(self, on: bool) -> None:
        """Lead the view from now on, or no more."""
        canvas, now = self._canvas, self._sight(self._canvas.viewpoint)
        canvas.guided = on
        if on:
            self._own, self._aim = now.scale, now
            self._before = None if canvas.fitted else now
            return
        led = self._gliding() or (now.scale == self._own and _near(now.centre, self._aim.centre))
        self._own = None
        self._soon.stop()
        self._glide.stop()
        if led and self._before is None:
            canvas.fit()
        elif led and self._before is not None:
            canvas.look_at(self._before.centre, self._before.scale)

    def _turn(self, *, glides: bool) -> None:
        if not self._lesson.on:
            return
        aim = self._wanted()
        now = self._sight(self._canvas.viewpoint)
        if aim == self._aim and self._gliding():
            return
        if aim == now:
            self._aim = aim
            return
        self._begun, self._aim = now, aim
        self._glide.stop()
        if glides:
            self._glide.start()
        else:
            self._move(1.0)

    def _wanted(self) -> _Sight:
        """Return what shall be seen at this step."""
        whole = Viewpoint()
        size = QRectF(self._canvas.viewport().rect()).size()
        bounds = rectangle(self._canvas.picture.bounds())
        whole.fit(bounds, size, self._canvas.fit_largest)
        now = self._aim if self._gliding() else self._sight(self._canvas.viewpoint)
        own = self._is_own(now)
        self._canvas.guided = own
        box, card = self._box(), self._card()
        if card is None and whole.scale < _FAR * READABLE:
            box = card = self._first_lit()  # a step of many nodes, in a graph too large to be read
        if box is None or card is None:
            return self._chosen(self._sight(whole)) if own else now
        scale = now.scale
        if own:
            readable = READABLE_AFAR if self._canvas.presented else READABLE
            if _fitting(box, size) < _FAR * readable:
                box = card  # edges come from so far that nothing could be read
            scale = max(whole.scale, min(readable, _fitting(box, size)))
        air = _AIR / scale
        seen = QRectF(QPointF(), size / scale)
        seen.moveCenter(now.centre)
        if scale != now.scale or not seen.contains(box):
            if box.width() > seen.width() or box.height() > seen.height():
                box = card
            seen.moveCenter(box.center())
            seen.moveCenter(_inside(seen, bounds.adjusted(-air, -air, air, air)))
        aim = _Sight(seen.center(), scale)
        return self._chosen(aim) if own else aim

    def _chosen(self, aim: _Sight) -> _Sight:
        self._own = aim.scale
        return aim

    def _box(self) -> QRectF | None:
        """Return what the step is about: its card, its edges, their numbers; None for no node."""
        picture, lit, box = self._canvas.picture, self._lesson.lit, self._card()
        if lit is None or box is None:
            return None
        edges = (picture.place_of_edge(edge) for edge in lit.edges)
        labels = []
        for at in edges:
            if at is not None:
                line = picture.line(at)
                box = box.united(rectangle((*line.min(axis=0), *line.max(axis=0))))
                labels.append(picture.edge_labels(at))
        if (
            self._lesson.node == picture.readings.output
            and (arrow := picture.output_labels()) is not None
        ):
            labels.append(arrow)
        for label in chain.from_iterable(labels):
            box = box.united(rectangle(label.box()))
        return box

    def _card(self) -> QRectF | None:
        """Return the card of the step's node with its sum below, None for no node."""
        picture, node = self._canvas.picture, self._lesson.node
        row = None if node is None else picture.index.get(node)
        if row is None:
            return None
        box, summed = rectangle(picture.rectangles()[row]), picture.sum_label(row)
        return box if summed is None else box.united(rectangle(summed.box()))

    def _first_lit(self) -> QRectF | None:
        """Return the uppermost card that the step lights, None where it lights none."""
        picture, lit = self._canvas.picture, self._lesson.lit
        nodes = () if lit is None else lit.nodes
        rows = [picture.index[name] for name in nodes if name in picture.index]
        if not rows:
            return None
        boxes = picture.rectangles()[rows]
        return rectangle(boxes[boxes[:, 1].argmin()])

    def _leads(self) -> bool:
        """Tell whether what is seen is for the camera to say, and it is not on its way there."""
        canvas = self._canvas
        own = not self._gliding() and self._is_own(self._sight(canvas.viewpoint))
        return canvas.presented or own

    def _is_own(self, sight: _Sight) -> bool:
        """Tell whether the camera chose the scale of `sight`, not the user."""
        return self._own is not None and abs(sight.scale - self._own) < 1e-9

    def _gliding(self) -> bool:
        return self._glide.state() is QVariantAnimation.State.Running

    def _sight(self, viewpoint: Viewpoint) -> _Sight:
        centre = QRectF(self._canvas.viewport().rect()).center()
        return _Sight(viewpoint.to_picture(centre), viewpoint.scale)

    def _move(self, progress: float) -> None:
        """Look as far on the way as the glide has come."""
        begun, aim = self._begun, self._aim
        scale = begun.scale * (aim.scale / begun.scale) ** progress
        centre = begun.centre + (aim.centre - begun.centre) * progress
        self._moving = True
        try:
            self._canvas.look_at(centre, aim.scale if progress == 1.0 else scale)
        finally:
            self._moving = False

    def _give_way(self) -> None:
        """Glide no further where somebody else moves the view, though it be back where it was."""
        if not self._moving:
            self._glide.stop()


def _fitting(box: QRectF, size: QSizeF) -> float:
    """Return at how many pixels per unit a box fills a view of so many pixels."""
    width, height = size.width() - 2 * _AIR, size.height() - 2 * _AIR
    return min(width / max(box.width(), 1.0), height / max(box.height(), 1.0))


def _near(one: QPointF, other: QPointF) -> bool:
    """Tell whether two points are less than a unit apart: a resize moves the middle by rounding."""
    return (one - other).manhattanLength() < 1.0


def _inside(seen: QRectF, room: QRectF) -> QPointF:
    """Return the middle of `seen` moved into `room`, of a smaller room its middle."""
    x, y = seen.center().x(), seen.center().y()
    half, tall = seen.width() / 2, seen.height() / 2
    wide = room.width() > seen.width()
    x = min(max(x, room.left() + half), room.right() - half) if wide else room.center().x()
    high = room.height() > seen.height()
    y = min(max(y, room.top() + tall), room.bottom() - tall) if high else room.center().y()
    return QPointF(x, y)
