"""Groups on the canvas: framing the selection, folding, unfolding, titles edited in their place."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

import engine
from engine.graph.groups import around, parents
from gui.canvas.entry import Entry
from gui.canvas.places.room import room_for, room_for_card, room_for_frame, with_room
from gui.canvas.view import View
from gui.commands import fold, group, retitle, ungroup
from gui.commands.groups import check_title, entitled
from gui.document import Change, Command
from gui.language import tr
from gui.picture.array_room import making_room
from gui.picture.frame import FRAME_BAR, Frame
from gui.picture.frame_room import strangers

__all__ = ["Grouping"]

_TITLE_WIDTH = 180.0  # pixels of the field for a title
_FAR = 0.3  # pixels per unit; seen from there a card is too small to be read


class Grouping:
    """Lets the groups on a view be edited; one is selected when all its nodes are."""

    def __init__(self, view: View, entry: Entry) -> None:
        self._view, self._entry = view, entry
        self._holders: tuple[tuple[engine.Group, ...], list[int | None]] = ((), [])
        self._among = dict[str, list[str]]()  # what stood on the frame of each group that folded
        view.document.changed.connect(self._follow)

    def selected(self) -> list[engine.Group]:
        """Return the groups that are selected whole and in no other that is, else the one around.

        The one around is the innermost that holds the whole selection.
        """
        chosen, groups = self._view.selection.nodes, self._view.document.graph.groups
        if not groups:
            return []  # in a large graph much is selected
        whole = {
            i
            for i, one in enumerate(groups)
            if len(chosen) >= len(one.members) and chosen.issuperset(one.members)
        }
        outer = []
        if whole:
            if self._holders[0] is not groups:  # asked by every action that is about groups
                self._holders = groups, parents(groups)
            holders = self._holders[1]
            outer = [groups[i] for i in sorted(whole) if holders[i] not in whole]
        if outer or not chosen:
            return outer
        holder = around(groups, sorted(chosen))
        return [] if holder is None else [holder]

    def selected_alone(self) -> engine.Group | None:
        """Return the group whose nodes just are the selection, None where there is none."""
        chosen = self._view.selection.nodes
        groups = self.selected() if chosen else []
        # the one that is selected whole, or around the selection, has all of it
        alone = len(groups) == 1 and len(groups[0].members) == len(chosen)
        return groups[0] if alone else None

    def group_selection(self) -> None:
        """Frame the selected nodes, and ask for the title in its place; Esc leaves no group.

        What the frame would lie on gives way.
        """
        view, document = self._view, self._view.document
        names = set(view.selection.nodes)
        self._entry.close_editor()
        try:
            command = group(document.graph, names, tr("Group"))
            places = room_for_frame(view.picture, names)
            document.preview(with_room(command, places))
        except engine.GraphError as error:
            view.say(str(error))
            return
        made = document.graph.groups[-1]
        frame = next((f for f in view.picture.frames() if f.group is made), None)
        box = self._title_box(frame) if frame is not None else self._middle()

        def take(typed: str) -> None:
            check_title(typed)  # before the preview ends: the frame stays while it is wrong
            view.attempt(with_room(entitled(command, typed.strip()), places))

        begins = frame is not None
        self._entry.edit(box, tr("Title of the group"), tr("Group"), take, begins=begins)
        if self._entry.editor is not None:
            self._entry.editor.closed.connect(document.end_preview)

    def ungroup_selection(self) -> None:
        """Give up the selected groups; their nodes stay."""
        view = self._view
        view.attempt(ungroup(view.document.graph, [one.id for one in self.selected()]))

    def toggle_fold(self) -> None:
        """Fold the selected groups, or unfold them where they all are folded."""
        groups = self.selected()
        if not groups:
            self._view.say(tr("select a group, or something in it"))
            return
        folded = not all(one.folded for one in groups)
        self.set_folded([one.id for one in groups], folded=folded)

    def set_folded(self, ids: Collection[str], *, folded: bool) -> None:
        """Fold or unfold groups as one step and select what they hold; say what forbids it.

        What stands in the way of a single one gives way.
        """
        view, graph = self._view, self._view.document.graph
        try:
            command = self.folding(ids, folded)
        except engine.GraphError as error:
            view.say(str(error))
            return
        whole = view.sees_all()
        if not view.attempt(command):
            return
        view.evaluation.flush()
        view.keep_whole()
        if folded and whole and view.viewpoint.scale < _FAR:
            view.fit()  # what is left would be a speck
        inside = {name for one in graph.groups if one.id in ids for name in one.members}
        if view.selection.edges or view.selection.nodes != inside:
            view.select(inside)
        if folded and len(ids) == 1:
            self._keep_in_view(next(iter(inside)))

    def folding(self, ids: Collection[str], folded: bool, /) -> Command:
        """Return the step that folds or unfolds groups; it raises GraphError for what forbids it.

        What stands in the way of a single one gives way.
        """
        view = self._view
        picture = view.picture
        command = fold(view.document.graph, ids, folded=folded)
        if folded:
            self._among |= strangers(picture, ids)
        if len(ids) != 1:
            return command
        (one,) = ids
        if folded:
            return with_room(command, room_for_card(picture, one))
        return with_room(command, room_for(picture, one, self._among.get(one, ())))

    def _follow(self, change: Change) -> None:
        if change.reset:  # another graph's groups may have the same ids
            self._among.clear()

    def _keep_in_view(self, name: str) -> None:
        """Show the card of a folded group where nothing of it lies in view."""
        view = self._view
        if not view.viewport().rect().intersects(view.view_rect(view.picture.index[name])):
            view.reveal(name, readable=True)

    def edit_title(self, one: engine.Group) -> None:
        """Edit a group's title in its place: on its frame, or on the card of a folded one."""
        view, document = self._view, self._view.document

        def take(typed: str) -> None:
            command = retitle(document.graph, one.id, typed.strip())
            view.attempt(making_room(document.graph, view.evaluation, command, grows=True))

        view.reveal(one.members[0])
        frame = next((f for f in view.picture.frames() if f.group.id == one.id), None)
        row = view.picture.index[one.members[0]]
        box = view.view_rect(row) if frame is None else self._title_box(frame)
        begins = frame is not None
        self._entry.edit(box, tr("Title of the group"), one.title, take, begins=begins)

    def _title_box(self, frame: Frame) -> QRect:
        corner = QPointF(frame.title_place[0], frame.box[1])
        size = QSizeF(_TITLE_WIDTH, FRAME_BAR * self._view.viewpoint.scale)
        return QRectF(self._view.viewpoint.to_view(corner), size).toRect()

    def _middle(self) -> QRect:
        box = QRect(0, 0, round(_TITLE_WIDTH), round(FRAME_BAR))
        box.moveCenter(self._view.viewport().rect().center())
        return box
