"""What a window does not show at first, loaded while nobody waits for it.

The start needs none of it; but half of the time in which a panel or a dialog first came up, the
window stood still for its modules to be loaded.
"""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from engine.progress import report
from gui.threads.making import Making

__all__ = ["LATER", "Beforehand"]

LATER = (
    "numpy.ma",  # by the first `np.unique`, amid the first edge that goes around a card
    "gui.panels.node_page",
    "gui.panels.edge_page",
    "gui.panels.group_page",
    "gui.panels.plot",
    "gui.panels.bump",
    "gui.panels.train",
    "gui.panels.quiz_panel",
    "gui.dialogs.export_picture",
    "gui.dialogs.preferences",
    "gui.dialogs.new_expression",
    "gui.dialogs.new_network",
    "gui.dialogs.export_text",
    "gui.dialogs.randomise",
    "gui.dialogs.own_op",
    "gui.dialogs.guide",
    "gui.dialogs.about",
)
"""Modules of panels and dialogs, those first that one comes to first."""

_SEEN = 1500  # ms until the first window is drawn and looked at


class Beforehand(QObject):
    """Loads modules in a thread, once windows are there; `close` gives up what is left."""

    def __init__(
        self, parent: QObject, names: Sequence[str] = LATER, *, after: int = _SEEN
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._making = Making[None](self)
        self._soon = QTimer(self, interval=after, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._soon.start()

    @property
    def loading(self) -> bool:
        """Whether any is still to be loaded."""
        return self._soon.isActive() or self._making.begun

    def close(self) -> None:
        """Load no more."""
        self._soon.stop()
        self._making.stop()

    def _begin(self) -> None:
        self._making.begin(self._load, self._making.result)

    def _load(self) -> None:
        for number, name in enumerate(self._names):
            report(number / len(self._names))
            import_module(name)
