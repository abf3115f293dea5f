"""How a window stands: its place and size, its panes; remembered, and never off the screens."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from gui.settings import Settings
from gui.widgets.screen_room import FRAME
from gui.window.giving_way import NARROW, SIGNS, GivingWay
from gui.window.sidebar import SIDEBAR_WIDTH

__all__ = [
    "aside",
    "clamp",
    "clamped",
    "first_size",
    "first_sizes",
    "restore",
    "store",
    "store_panels",
]

_LARGEST = QSize(1380, 860)  # pixels, of a window that is opened for the first time
_LEAST = QSize(480, 360)
_ASIDE = QPoint(28, 28)  # pixels from one window to the next
_PALETTE = 250


def restore(window: QMainWindow, beside: GivingWay, settings: Settings) -> bool:
    """Let a window stand as at the end of the last session, else as suits its screen.

    So do the panels beside its canvas.

    Return whether it got an old place, which may be on no screen any more.
    """
    splitter, panels = beside.splitter, beside.panels
    window.resize(first_size(window.screen().availableSize()))
    splitter.setSizes(first_sizes(window.width()))
    geometry, sizes = settings.bytes_of("window/geometry"), settings.bytes_of("window/panels")
    if geometry is not None:
        window.restoreGeometry(geometry)
    if sizes is not None:
        splitter.restoreState(sizes)
    elif window.width() < NARROW:
        beside.begin_with_signs(_PALETTE)
    for name in settings.hidden_panels:
        if name in panels:
            panels[name].hide()
    beside.restore(settings.narrow_panels)
    return geometry is not None


def store(window: QMainWindow, beside: GivingWay, settings: Settings) -> None:
    """Remember how a window stands."""
    settings.store_bytes("window/geometry", window.saveGeometry())
    store_panels(beside, settings)


def store_panels(beside: GivingWay, settings: Settings) -> None:
    """Remember how the panels beside a window's canvas stand, also for one that opens beside it."""
    settings.store_bytes("window/panels", beside.splitter.saveState())
    settings.narrow_panels = beside.widths
    settings.hidden_panels = [
        name
        for name, panel in beside.panels.items()
        if panel.isHidden() and not beside.gave_way(panel)
    ]


def aside(window: QWidget, others: Iterable[QWidget]) -> QPoint:
    """Return where one more window as large as `window` stands: aside, and on none of `others`.

    Where the screen ends they begin again at its corner.
    """
    screen, size = window.screen().availableGeometry(), window.frameGeometry().size()
    taken = {other.pos() for other in others}

    def places(place: QPoint) -> Iterator[QPoint]:
        while screen.contains(QRect(place, size)):
            yield place
            place = place + _ASIDE

    first = window.pos() + _ASIDE
    free = (place for place in (*places(first), *places(screen.topLeft())) if place not in taken)
    return next(free, first)


def clamp(window: QWidget) -> None:
    """Bring a window that lies outside all screens, or beyond one, onto a screen."""
    if window.windowState() & window.windowState().WindowFullScreen or window.isMaximized():
        return
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    frame, inner = window.frameGeometry(), window.geometry()
    place = clamped(frame, screens)
    if place != frame:
        border = frame.size() - inner.size()
        window.resize((place.size() - border).expandedTo(_LEAST))
        window.move(place.topLeft())


def clamped(frame: QRect, screens: Sequence[QRect]) -> QRect:
    """Return the frame moved, and made smaller where it must be, onto the screen it is most on."""
    if not screens:
        return frame

    def shared(screen: QRect) -> int:
        common = frame.intersected(screen)
        return max(common.width(), 0) * max(common.height(), 0)

    screen = max(screens, key=shared)
    size = frame.size().boundedTo(screen.size())
    left = min(max(frame.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(frame.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def first_size(screen: QSize) -> QSize:
    """Return how large a window is at first: with its title, and its status bar, on the screen."""
    return (screen - FRAME).boundedTo(_LARGEST)


def first_sizes(width: int) -> list[int]:
    """Return how wide palette, canvas and the right column are at first in a window."""
    palette = SIGNS if width < NARROW else _PALETTE
    return [palette, width - palette - SIDEBAR_WIDTH, SIDEBAR_WIDTH]
