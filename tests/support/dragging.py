"""Files dragged over a widget and let go there."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def dragged_in(
    target: QWidget,
    paths: list[Path],
    actions: Qt.DropAction,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> list[QDropEvent]:
    """Drag files over `target` and let them go there; return how each event was answered."""
    data = QMimeData()
    urls = [QUrl.fromLocalFile(str(path)) for path in paths]
    data.setUrls(urls)
    data.setText("\n".join(url.toString() for url in urls))  # as file managers do
    place = QPoint(20, 20)
    args = (actions, data, Qt.MouseButton.LeftButton, keys)
    kinds = (QDragEnterEvent, place), (QDragMoveEvent, place), (QDropEvent, QPointF(place))
    events = [kind(at, *args) for kind, at in kinds]
    for event in events:
        QApplication.sendEvent(target, event)
    for _ in range(3):
        QApplication.processEvents()
    return events
