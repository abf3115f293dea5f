"""Own ops in one window: palette, canvas and inspector offer the user's and the graph's."""

import contextlib
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

import engine
from gui.actions.action import Editor
from gui.actions.own_ops import delete_own_op, edit_own_op, keep_own_op
from gui.dialogs import message
from gui.language import tr
from gui.panels.inspector import Inspector
from gui.panels.palette import Palette
from gui.threads.work import Cancelled

__all__ = ["OwnOpsOffered"]


class OwnOpsOffered(QObject):
    """Keeps what is offered up with the user's own ops and with those of the document."""

    def __init__(self, editor: Editor, palette: Palette, inspector: Inspector) -> None:
        super().__init__(editor.widget)
        self._editor, self._palette, self._inspector = editor, palette, inspector
        self._offered: tuple[tuple[engine.OwnOp, ...], ...] = ()
        palette.edit_asked.connect(partial(self._do, edit_own_op))
        palette.delete_asked.connect(partial(self._do, delete_own_op))
        palette.keep_asked.connect(partial(self._do, keep_own_op))
        editor.own_ops.changed.connect(self._offer)
        editor.document.changed.connect(self._offer)
        self._offer()
        self._tell_trouble()

    def _tell_trouble(self) -> None:
        """Say that the file of the user's ops is damaged: what cannot be read is missing."""
        trouble = self._editor.own_ops.trouble
        if trouble:
            said = tr("Own ops that cannot be read are left out: {reason}")
            self._editor.canvas.message.emit(said.format(reason=trouble))

    def _offer(self) -> None:
        """Offer the user's ops, then those that only the document knows."""
        own = self._editor.own_ops.ops
        names = {op.name for op in own}
        came = tuple(op for op in self._editor.document.graph.own_ops if op.name not in names)
        if (own, came) == self._offered:
            return  # as after nearly every edit
        self._offered = own, came
        self._editor.canvas.own_ops = (*own, *came)
        self._inspector.offer_own((*own, *came))
        self._palette.show_own(own, came)

    def _do(self, act: Callable[[Editor, str], None], name: str) -> None:
        try:
            with contextlib.suppress(Cancelled):
                act(self._editor, name)
        except engine.GraphError as error:
            message.tell_failure(self._editor.widget, str(error))
